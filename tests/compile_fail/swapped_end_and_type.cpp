// must not compile: (could not convert|cannot convert|no viable conversion|no matching)
#include <comity/history/builder.hpp>

void add(comity::builder& b, comity::node_id who, comity::node_id what) {
#ifdef COMITY_MISTAKE
    b.add_relation(who, what, comity::relation_type::member_of);
#else
    b.add_relation(who, comity::relation_type::member_of, what);
#endif
}
