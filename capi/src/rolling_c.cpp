// Rolling views as the table that the library makes of them.
#include "constants.hpp"
#include "handles.hpp"
#include "options.hpp"
#include "progress_in.hpp"

#include <comity/io/graph_tables.hpp>

using namespace comity::capi;

static_assert(same(comity::calendar_unit::day, COMITY_UNIT_DAY));

namespace {

std::vector<comity::day_range> windows_in(comity::day from, comity::day to, const comity_rolling_options& o) {
    const auto unit = enum_in(o.unit, comity::calendar_unit::day, "unit");
    const size_t length = o.length == 0 ? 1 : size_in(o.length, "length");
    const size_t step = o.step == 0 ? length : size_in(o.step, "step");
    if (o.on_days != 0) return comity::single_days(from, to, unit, step);
    if (step == length) return comity::consecutive_windows(from, to, unit, length);
    return comity::sliding_windows(from, to, unit, length, step);
}

} // namespace

int32_t comity_rolling(const comity_view* view, int64_t from, int64_t to,
                       const comity_rolling_options* options, comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const auto given = options_in(options);
        comity::rolling_options how;
        how.by = given.by != 0;
        how.components = given.components != 0;
        how.tell = progress_in(given.progress, given.user);
        const auto windows = windows_in(comity::day(from), comity::day(to), given);
        result.make(to_table(comity::rolling(object(view).value, windows, how), how.components));
    });
}
