// must not compile: sumit
#include <comity/history/builder.hpp>

void add(comity::builder& b) {
#ifdef COMITY_MISTAKE
    b.add_node("sco-2006", comity::kind::sumit);
#else
    b.add_node("sco-2006", comity::kind::summit);
#endif
}
