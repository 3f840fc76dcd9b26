// must not compile: (could not convert|cannot convert|no viable conversion|no matching)
#include <comity/view/view.hpp>

comity::count members(const comity::view& v) {
#ifdef COMITY_MISTAKE
    return v.types({comity::kind::state}).relation_count();
#else
    return v.types({comity::relation_type::member_of}).relation_count();
#endif
}
