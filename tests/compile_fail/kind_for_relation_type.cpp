// must not compile: cannot convert|could not convert|no known conversion|conversion from
#include "comity/schema/kind.hpp"
#include "comity/schema/relation_type.hpp"

bool accepts(comity::relation_type type);

bool ask() {
#ifdef COMITY_MISTAKE
    return accepts(comity::kind::instrument);
#else
    return accepts(comity::relation_type::implements);
#endif
}
