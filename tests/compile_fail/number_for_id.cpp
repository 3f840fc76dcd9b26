// must not compile: (could not convert|cannot convert|no viable conversion|no matching|no known conversion)
#include <comity/history/history.hpp>

comity::node first(const comity::history& h) {
#ifdef COMITY_MISTAKE
    return h.node(0);
#else
    return h.node(comity::node_id{0});
#endif
}
