#pragma once

// The two edges of a period as plain numbers, for those who compute with them.

#include <comity/time/period.hpp>

#include <algorithm>
#include <cstdint>

namespace comity::detail {

// Days beyond the reach of any date stand for "no bound". Small enough that a path through a network of five
// nodes, and the sum of two such paths, stays within 64 bits.
inline constexpr std::int64_t never_begun = -(std::int64_t{1} << 60);
inline constexpr std::int64_t never_ended = std::int64_t{1} << 60;
// Days farther off than this, or uncountable, are only known to lie between here and there.
inline constexpr std::int64_t far_past = -(std::int64_t{1} << 59);
inline constexpr std::int64_t far_future = std::int64_t{1} << 59;

/// The days, inclusive, among which one edge lies.
struct reach {
    std::int64_t low = never_begun;
    std::int64_t high = never_ended;
};

inline bool has_no_edge(const date_window& w) noexcept {
    return w.first.kind == bound_kind::open && w.last.kind == bound_kind::open;
}

inline reach reach_of(const date_window& w) noexcept {
    const auto counted = [](const bound& b) {
        return b.kind == bound_kind::day || b.kind == bound_kind::overflow;
    };
    reach r;
    if (counted(w.first))
        r.low =
            w.first.value.count() < far_past ? never_begun + 1 : std::min(w.first.value.count(), far_future);
    if (counted(w.last))
        r.high =
            w.last.value.count() > far_future ? never_ended - 1 : std::max(w.last.value.count(), far_past);
    return r;
}

/// The first day of a period. `doubt`: a doubted edge may be anywhere.
inline reach begin_reach(const parsed_period& p, bool doubt) noexcept {
    if (doubt && p.begin_doubted) return {};
    if (has_no_edge(p.begin)) return {never_begun, never_begun};
    return reach_of(p.begin);
}

/// The last day of a period.
inline reach end_reach(const parsed_period& p, bool doubt) noexcept {
    if (doubt && p.end_doubted) return {};
    if (has_no_edge(p.end)) return {never_ended, never_ended};
    return reach_of(p.end);
}

} // namespace comity::detail
