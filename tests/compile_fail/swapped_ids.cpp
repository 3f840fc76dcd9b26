// must not compile: (could not convert|cannot convert|no viable conversion|no matching)
#include <comity/history/history.hpp>

std::string_view name(const comity::history& h, comity::node_id n, comity::relation_id r) {
#ifdef COMITY_MISTAKE
    return h.relation(n).from().name() == h.node(r).name() ? "" : "other";
#else
    return h.relation(r).from().name() == h.node(n).name() ? "" : "other";
#endif
}
