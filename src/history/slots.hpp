#pragma once

#include "time/edges.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace comity::detail {

/// Of a claim that rests on no source.
inline constexpr std::uint32_t no_source = 0xffffffff;

/// What one statement says of one begin or end: the days among which it lies, and whether the statement marks
/// it as uncertain or approximate.
struct claim {
    std::vector<run> days; ///< disjoint and ascending; one run unless the date has gaps
    bool marked = false;
    std::uint32_t source = no_source; ///< who says so
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

/// All the ways in which a thing may be in time; of what is missing see complete(). One element unless a slot
/// is disputed or a date has gaps. What ends before it begins is left out, unless one of its two sides would
/// then be in no way at all. Of more ways than anybody will look at, those of one side are taken as one from
/// the first day to the last.
[[nodiscard]] std::vector<bounds> combine(const verdict& begin, const verdict& end,
                                          const bounds_context& context);

/// The bounds that hold in every alternative (inner) and reach over all of them (outer).
[[nodiscard]] bounds hull(std::span<const bounds> alternatives);

} // namespace comity::detail
