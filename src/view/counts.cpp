#include <comity/view/counts.hpp>

#include "history/store.hpp"
#include "view/counting.hpp"

#include <comity/error.hpp>

namespace comity {
namespace {

std::vector<count> counted(const view& v, detail::when time, std::span<const day> days) {
    detail::selection s = v.selection();
    if (s.time != detail::when::always)
        throw error(errc::invalid_argument, "this view already looks at '" + s.days_text() +
                                                "'; the days to count on are given apart");
    s.time = time;
    std::vector<count> counts;
    counts.reserve(days.size());
    for (const day d : days) {
        s.first = s.last = to_day32(d);
        counts.push_back(detail::count_relations(*v.history().store(), s));
    }
    return counts;
}

} // namespace

std::vector<count> relation_counts_at(const view& v, std::span<const day> days) {
    return counted(v, detail::when::at, days);
}
std::vector<count> relation_counts_by(const view& v, std::span<const day> days) {
    return counted(v, detail::when::by, days);
}

} // namespace comity
