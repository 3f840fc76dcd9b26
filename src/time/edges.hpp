#pragma once

// The begin and the end of one thing, and what it means that one of them is missing or open: the only place
// where that is laid down, for periods of one date and for the slots of a history alike.

#include <comity/time/bounds.hpp>
#include <comity/time/nature.hpp>

namespace comity::detail {

/// A run of days, both ends included.
struct run {
    day32 first = unbounded_below;
    day32 last = unbounded_above;
    friend bool operator==(const run&, const run&) = default;
};

/// From one edge to another as columns hold it. An open or unknown edge bounds nothing; a year too far off to
/// count does, from its own side.
[[nodiscard]] constexpr run days_between(const bound& first, const bound& last) noexcept {
    const auto held = [](const bound& b, day32 otherwise) {
        return b.kind == bound_kind::day || b.kind == bound_kind::overflow ? to_day32(b.value) : otherwise;
    };
    return {held(first, unbounded_below), held(last, unbounded_above)};
}

/// One way in which a begin or end may be: the days among which it lies, and the days beyond which nothing
/// unmarked lets it lie.
struct choice {
    run days;
    run sure;
    friend bool operator==(const choice&, const choice&) = default;
};

/// An edge among these days; one that is doubted may lie among them and is sure of nothing.
[[nodiscard]] constexpr choice edge_among(run days, bool doubted) noexcept {
    return {days, doubted ? run{} : days};
}

/// `..` as a begin: none that the source knows of, and it looked from `known_from` on.
[[nodiscard]] constexpr run open_begin(day32 known_from = unbounded_below) noexcept {
    return {unbounded_below, known_from};
}

/// `..` as an end: none that the source knows of, and it looked until `known_until`.
[[nodiscard]] constexpr run open_end(day32 known_until = unbounded_above) noexcept {
    return {known_until, unbounded_above};
}

/// What else bounds a thing that leaves its begin or end out.
struct bounds_context {
    comity::nature nature = comity::nature::state;
    /// Last day on which an act that gives no day can have happened: that of its first source.
    day32 not_after = unbounded_above;
};

/// Both edges of one thing.
struct two_edges {
    choice begin;
    choice end;
    bool one_day = false; ///< they are the same day, known or not
};

/// Both edges, where either may be missing (null). What is missing: of a timeless thing there is none; the
/// end of an act is its begin, and without a day it lies not after its first source; else it is unknown.
[[nodiscard]] constexpr two_edges complete(const choice* begin, const choice* end,
                                           const bounds_context& context) noexcept {
    if (context.nature == nature::timeless)
        return {begin != nullptr ? *begin : edge_among(open_begin(), false),
                end != nullptr ? *end : edge_among(open_end(), false)};
    if (context.nature == nature::act && end == nullptr) {
        const choice day =
            begin != nullptr ? *begin : edge_among({unbounded_below, context.not_after}, false);
        return {day, day, true};
    }
    return {begin != nullptr ? *begin : choice{}, end != nullptr ? *end : choice{}};
}

/// The four days of a thing with these edges: nothing ends before it begins, which bounds what is certain,
/// but only by days that nobody doubts.
[[nodiscard]] constexpr bounds between(const two_edges& e) noexcept {
    return {e.begin.days.first, std::min(e.begin.sure.last, e.end.sure.last),
            std::max(e.end.sure.first, e.begin.sure.first), e.end.days.last};
}

/// One way: with this begin and this end, either of which may be missing (null). O(1), without allocation.
[[nodiscard]] constexpr bounds combine(const choice* begin, const choice* end,
                                       const bounds_context& context) noexcept {
    return between(complete(begin, end, context));
}

} // namespace comity::detail
