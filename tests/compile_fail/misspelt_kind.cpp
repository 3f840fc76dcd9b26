// must not compile: .instrumnet. is not a member of
#include "comity/schema/kind.hpp"

#ifdef COMITY_MISTAKE
constexpr comity::kind wanted = comity::kind::instrumnet;
#else
constexpr comity::kind wanted = comity::kind::instrument;
#endif

static_assert(wanted == comity::kind::instrument);
