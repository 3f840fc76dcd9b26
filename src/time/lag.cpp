#include <comity/time/lag.hpp>

#include "period_edges.hpp"

#include <limits>

namespace comity {
namespace {

using detail::begin_reach;
using detail::end_reach;
using detail::reach;

// A range between two edges; beyond the far days it has no number on that side.
lag span_between(reach from, reach to) noexcept {
    const auto near = [](std::int64_t d) { return d > detail::far_past && d < detail::far_future; };
    lag l;
    l.unbounded_below = !near(to.low) || !near(from.high);
    l.unbounded_above = !near(to.high) || !near(from.low);
    if (!l.unbounded_below) l.min = to.low - from.high;
    if (!l.unbounded_above) l.max = to.high - from.low;
    return l;
}

struct edge_reach {
    reach days;
    bool doubted;
};

// The days of one edge, as far as the other edge lets it: what begins, begins before it ends.
edge_reach reach_at(const parsed_period& p, edge e) noexcept {
    const reach begin = begin_reach(p, false);
    const reach end = end_reach(p, false);
    const bool at_begin = e == edge::begin;
    edge_reach r{at_begin ? begin : end, at_begin ? p.begin_doubted : p.end_doubted};
    if (begin.low > end.high) return r;
    if (at_begin && end.high < begin.high) {
        r.days.high = end.high;
        r.doubted = r.doubted || p.end_doubted;
    }
    if (!at_begin && begin.low > end.low) {
        r.days.low = begin.low;
        r.doubted = r.doubted || p.begin_doubted;
    }
    return r;
}

} // namespace

std::string lag::to_string() const {
    return '[' + (unbounded_below ? ".." : std::to_string(min)) + ", " +
           (unbounded_above ? ".." : std::to_string(max)) + ']';
}

lag lag_between(const parsed_period& from, const parsed_period& to, edge from_edge, edge to_edge) {
    const edge_reach first = reach_at(from, from_edge);
    const edge_reach second = reach_at(to, to_edge);
    lag l = span_between(first.days, second.days);
    l.doubted = first.doubted || second.doubted;
    return l;
}

lag lag_between(const period& from, const period& to, edge from_edge, edge to_edge) {
    return lag_between(from.parsed(), to.parsed(), from_edge, to_edge);
}

lag length(const parsed_period& p) {
    if (p.one_day) return {1, 1, false, false, false};
    lag l = span_between(begin_reach(p, false), end_reach(p, false));
    // Begun before it ended, whatever the windows would allow.
    if (l.unbounded_below || l.min < 0) l.min = 0;
    l.unbounded_below = false;
    ++l.min;
    if (!l.unbounded_above) ++l.max;
    l.doubted = p.begin_doubted || p.end_doubted;
    return l;
}

lag length(const period& p) {
    return length(p.parsed());
}

std::int64_t collapse::within(std::int64_t low, std::int64_t high) {
    switch (rule_) {
    case collapse_rule::earliest:
        return low;
    case collapse_rule::latest:
        return high;
    case collapse_rule::midpoint: {
        const auto width = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
        return low + static_cast<std::int64_t>(width / 2);
    }
    case collapse_rule::draw:
        break;
    }
    // By hand, because the distributions of the standard library differ from one to the next. Numbers past
    // the last whole multiple of the range are drawn again, so that none is likelier than another.
    const std::uint64_t count = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    if (count == 0) return static_cast<std::int64_t>(random_());
    const std::uint64_t limit = most - (most % count + 1) % count;
    std::uint64_t drawn = random_();
    while (drawn > limit) drawn = random_();
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + drawn % count);
}

std::optional<std::int64_t> collapse::operator()(const lag& range) {
    const bool needs_min = rule_ != collapse_rule::latest;
    const bool needs_max = rule_ != collapse_rule::earliest;
    if ((needs_min && range.unbounded_below) || (needs_max && range.unbounded_above)) return std::nullopt;
    if (range.bounded() && range.min > range.max) return std::nullopt; // ends before it begins
    return within(range.min, range.max);
}

std::optional<day> collapse::operator()(const date_window& window) {
    const bool needs_first = rule_ != collapse_rule::latest;
    const bool needs_last = rule_ != collapse_rule::earliest;
    if ((needs_first && !window.first.is_day()) || (needs_last && !window.last.is_day())) return std::nullopt;
    if (window.first.is_day() && window.last.is_day() && window.first.value > window.last.value)
        return std::nullopt;
    return day(within(window.first.value.count(), window.last.value.count()));
}

} // namespace comity
