// must not compile: .implemnts. is not a member of
#include "comity/schema/relation_type.hpp"

#ifdef COMITY_MISTAKE
constexpr comity::relation_type wanted = comity::relation_type::implemnts;
#else
constexpr comity::relation_type wanted = comity::relation_type::implements;
#endif

static_assert(wanted == comity::relation_type::implements);
