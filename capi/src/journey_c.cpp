// Ways through time, each as the table that the library makes of it.
#include "handles.hpp"
#include "options.hpp"
#include "progress_in.hpp"

#include <comity/io/graph_tables.hpp>

using namespace comity::capi;

namespace {

comity::journey_options journey_options_in(const comity_journey_options* options) {
    const auto given = options_in(options);
    comity::journey_options how;
    how.surety = given.certain != 0 ? comity::truth::certain : comity::truth::possible;
    how.way = enum_in(given.direction, comity::direction::both, "direction");
    how.tell = progress_in(given.progress, given.user);
    return how;
}

/// The table of what is found in a view by a search through time.
template <class Find>
int32_t through_time(const comity_view* view, const comity_journey_options* options, comity_table** out,
                     Find&& find) {
    return guard([&] {
        const handle_out result(out);
        result.make(find(object(view).value, journey_options_in(options)));
    });
}

} // namespace

int32_t comity_earliest_arrivals(const comity_view* view, int64_t from, int64_t start,
                                 const comity_journey_options* options, comity_table** out) {
    return through_time(view, options, out, [&](const comity::view& v, const comity::journey_options& how) {
        return to_table(comity::earliest_arrivals(v, node_in(v.history(), from), comity::day(start), how));
    });
}

int32_t comity_latest_departures(const comity_view* view, int64_t to, int64_t end,
                                 const comity_journey_options* options, comity_table** out) {
    return through_time(view, options, out, [&](const comity::view& v, const comity::journey_options& how) {
        return to_table(comity::latest_departures(v, node_in(v.history(), to), comity::day(end), how));
    });
}

int32_t comity_fastest_journey(const comity_view* view, int64_t from, int64_t to,
                               const comity_journey_options* options, comity_table** out) {
    return through_time(view, options, out, [&](const comity::view& v, const comity::journey_options& how) {
        return to_table(
            comity::fastest_journey(v, node_in(v.history(), from), node_in(v.history(), to), how));
    });
}

int32_t comity_temporal_closeness(const comity_view* view, int64_t start,
                                  const comity_journey_options* options, comity_table** out) {
    return through_time(view, options, out, [&](const comity::view& v, const comity::journey_options& how) {
        return comity::closeness_table(v.history(), comity::temporal_closeness(v, comity::day(start), how));
    });
}
