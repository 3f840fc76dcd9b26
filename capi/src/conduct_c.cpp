// What was said beside what was done, each as the table that the library makes of it.
#include "analyse.hpp"

#include <comity/io/conduct_tables.hpp>

using namespace comity::capi;

int32_t comity_ballots(const comity_view* view, int64_t group, const comity_listing_options* options,
                       comity_table** out) {
    return analyse(view, options, out, [&](const comity::view& v, const comity::progress& tell) {
        return comity::ballots(v, node_in(v.history(), group), tell);
    });
}

int32_t comity_cohesion(const comity_view* view, int64_t group, const comity_listing_options* options,
                        comity_table** out) {
    return analyse(view, options, out, [&](const comity::view& v, const comity::progress& tell) {
        return comity::cohesion_of(v, node_in(v.history(), group), tell);
    });
}

int32_t comity_professions(const comity_view* view, const comity_listing_options* options,
                           comity_table** out) {
    return analyse(view, options, out, [](const comity::view& v, const comity::progress& tell) {
        return comity::professions(v, tell);
    });
}

int32_t comity_follow_through(const comity_view* view, const comity_listing_options* options,
                              comity_table** out) {
    return analyse(view, options, out, [](const comity::view& v, const comity::progress& tell) {
        return comity::follow_through(v, comity::follow_through_rules(), tell);
    });
}

int32_t comity_fates(const comity_view* view, const comity_listing_options* options, comity_table** out) {
    return analyse(view, options, out, [](const comity::view& v, const comity::progress& tell) {
        return comity::fates(v, tell);
    });
}

int32_t comity_firsts(const comity_view* view, const comity_listing_options* options, comity_table** out) {
    return analyse(view, options, out, [](const comity::view& v, const comity::progress& tell) {
        return comity::firsts(v, tell);
    });
}
