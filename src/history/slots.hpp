#pragma once

#include <comity/time/bounds.hpp>
#include <comity/time/nature.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace comity::detail {

/// A run of days, both ends included.
struct run {
    day32 first = unbounded_below;
    day32 last = unbounded_above;
    friend bool operator==(const run&, const run&) = default;
};

/// Of a claim that rests on no source.
inline constexpr std::uint32_t no_source = 0xffffffff;

/// What one statement says of one begin or end: the days among which it lies, and whether the statement marks
/// it as uncertain or approximate.
struct claim {
    std::vector<run> days; ///< disjoint and ascending; one run unless the date has gaps
    bool marked = false;
    std::uint32_t source = no_source; ///< who says so
};

/// One way in which a begin or end may be: the days that all compatible claims leave, and the days beyond
/// which nothing unmarked lets it lie.
struct choice {
    run days;
    run sure;
    friend bool operator==(const choice&, const choice&) = default;
};

/// A largest set of claims that some day satisfies, and the runs of days that do, ascending.
struct side {
    std::vector<choice> choices;
    std::vector<bool> claimed_by; ///< of a slot with several claims: which of them belong to the set
};

/// What becomes of the competing claims of a slot.
struct verdict {
    std::vector<side> sides;

    /// Nobody claims anything.
    [[nodiscard]] bool empty() const noexcept { return sides.empty(); }
    /// No day satisfies all claims.
    [[nodiscard]] bool disputed() const noexcept { return sides.size() > 1; }
};

/// Intersects what is compatible. What comes out does not depend on the order of the claims.
/// O(runs * claims + sides^2).
[[nodiscard]] verdict resolve(std::span<const claim> claims);

/// What else bounds a thing that leaves its begin or end out.
struct bounds_context {
    comity::nature nature = comity::nature::state;
    /// Last day on which an act that gives no day can have happened: that of its first source.
    day32 not_after = unbounded_above;
};

/// One way: with this begin and this end, either of which may be missing (null). O(1), without allocation.
[[nodiscard]] bounds combine(const choice* begin, const choice* end, const bounds_context& context) noexcept;

/// All the ways in which a thing may be in time, by the rules of design: what is missing, open or unknown for
/// an act, a state or a timeless thing. One element unless a slot is disputed or a date has gaps. What ends
/// before it begins is left out, unless the same two sides leave nothing else. Of more ways than anybody will
/// look at, those of one side are taken as one from the first day to the last.
[[nodiscard]] std::vector<bounds> combine(const verdict& begin, const verdict& end,
                                          const bounds_context& context);

/// The bounds that hold in every alternative (inner) and reach over all of them (outer).
[[nodiscard]] bounds hull(std::span<const bounds> alternatives);

} // namespace comity::detail
