// must not compile: cannot convert|could not convert|no known conversion|conversion from
#include "comity/time/day.hpp"

comity::day first() {
#ifdef COMITY_MISTAKE
    return 13314; // days since when? A bare number is not a day
#else
    return comity::day(13314);
#endif
}
