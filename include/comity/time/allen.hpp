#pragma once

#include <comity/time/period.hpp>
#include <comity/time/truth.hpp>

#include <bit>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <ostream>
#include <string_view>

namespace comity {

/// Allen's thirteen relations between two periods: exactly one holds once all days are known (Allen 1983).
///
/// A period is taken from its first day up to, not including, the day after its last. So what ends on
/// 1999-12-31 meets what begins on 2000-01-01, and an act of one day has a length like any other period.
/// Since 0.1.
enum class allen : std::uint8_t {
    before = 0,         ///< a ends, and at least a day later b begins
    meets = 1,          ///< b begins on the day after a ends
    overlaps = 2,       ///< a begins first, b ends last, and they share a day
    starts = 3,         ///< they begin together and a ends first
    during = 4,         ///< a begins after b and ends before it
    finishes = 5,       ///< they end together and a begins last
    equals = 6,         ///< they begin together and end together
    finished_by = 7,    ///< they end together and a begins first
    contains = 8,       ///< a begins before b and ends after it
    started_by = 9,     ///< they begin together and a ends last
    overlapped_by = 10, ///< b begins first, a ends last, and they share a day
    met_by = 11,        ///< a begins on the day after b ends
    after = 12,         ///< b ends, and at least a day later a begins
};

/// The relation of b to a where that of a to b is `r`. Since 0.1.
[[nodiscard]] constexpr allen converse(allen r) noexcept {
    return static_cast<allen>(12u - static_cast<unsigned>(r));
}

/// "before", "met-by", ... Since 0.1.
[[nodiscard]] std::string_view to_string(allen r) noexcept;

/// Several of the thirteen: "one of these". Since 0.1.
class allen_set {
public:
    /// None. Since 0.1.
    constexpr allen_set() noexcept = default;
    constexpr allen_set(allen r) noexcept
        : bits_(static_cast<std::uint16_t>(1u << static_cast<unsigned>(r))) {}
    constexpr allen_set(std::initializer_list<allen> relations) noexcept {
        for (const allen r : relations) *this = *this | allen_set(r);
    }
    /// All thirteen. Since 0.1.
    [[nodiscard]] static constexpr allen_set all() noexcept { return from_bits(0x1fff); }

    /// Bit i is the relation with the number i. Since 0.1.
    [[nodiscard]] constexpr std::uint16_t bits() const noexcept { return bits_; }
    [[nodiscard]] static constexpr allen_set from_bits(std::uint16_t bits) noexcept {
        allen_set s;
        s.bits_ = bits & 0x1fff;
        return s;
    }

    [[nodiscard]] constexpr bool contains(allen r) const noexcept {
        return (bits_ >> static_cast<unsigned>(r) & 1u) != 0;
    }
    [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
    [[nodiscard]] constexpr int size() const noexcept { return std::popcount(bits_); }

    friend constexpr allen_set operator|(allen_set a, allen_set b) noexcept {
        return from_bits(static_cast<std::uint16_t>(a.bits_ | b.bits_));
    }
    friend constexpr allen_set operator&(allen_set a, allen_set b) noexcept {
        return from_bits(static_cast<std::uint16_t>(a.bits_ & b.bits_));
    }
    /// Those of the thirteen that are not in `a`. Since 0.1.
    friend constexpr allen_set operator~(allen_set a) noexcept {
        return from_bits(static_cast<std::uint16_t>(~a.bits_));
    }
    friend constexpr bool operator==(allen_set, allen_set) noexcept = default;

private:
    std::uint16_t bits_ = 0;
};

/// The converse of each. Since 0.1.
[[nodiscard]] constexpr allen_set converse(allen_set s) noexcept {
    allen_set out;
    for (unsigned i = 0; i < 13; ++i)
        if (s.contains(static_cast<allen>(i))) out = out | allen_set(converse(static_cast<allen>(i)));
    return out;
}

/// Writes the names with commas between braces. Since 0.1.
std::ostream& operator<<(std::ostream& out, allen_set s);
inline std::ostream& operator<<(std::ostream& out, allen r) {
    return out << to_string(r);
}

/// The unions that people ask for, read as "a ... b". Since 0.1.
namespace when {
/// a ends before b begins, with or without a day between.
inline constexpr allen_set before_or_meets{allen::before, allen::meets};
/// a begins after b ends, with or without a day between.
inline constexpr allen_set after_or_met_by{allen::after, allen::met_by};
/// They share no day.
inline constexpr allen_set disjoint = before_or_meets | after_or_met_by;
/// They share a day.
inline constexpr allen_set intersects = ~disjoint;
/// Every day of a is one of b.
inline constexpr allen_set within{allen::starts, allen::during, allen::finishes, allen::equals};
/// Every day of b is one of a.
inline constexpr allen_set covers = converse(within);
/// They touch: the one ends on the day before the other begins.
inline constexpr allen_set adjacent{allen::meets, allen::met_by};
inline constexpr allen_set starts_together{allen::starts, allen::equals, allen::started_by};
inline constexpr allen_set ends_together{allen::finishes, allen::equals, allen::finished_by};
/// a begins on an earlier day than b.
inline constexpr allen_set starts_before{allen::before, allen::meets, allen::overlaps, allen::finished_by,
                                         allen::contains};
inline constexpr allen_set starts_no_later = starts_before | starts_together;
/// a ends on an earlier day than b.
inline constexpr allen_set ends_before{allen::before, allen::meets, allen::overlaps, allen::starts,
                                       allen::during};
inline constexpr allen_set ends_no_later = ends_before | ends_together;
} // namespace when

/// Whether the two periods of a comparison are those of one fact. Equal dates do not make them so: two acts
/// "in 1985" are possibly on one day and never certainly, but a fact is always at the same time as itself.
/// Only the caller knows which is meant. Since 0.1.
enum class identity : std::uint8_t { distinct, same };

/// The relations of a to b that some reading of their dates gives: decided exactly, all four edges together,
/// by a simple temporal network (Dechter, Meiri and Pearl 1991). Empty if one of the two ends before it
/// begins in every reading. Where a period is not exact its hull is taken. O(1). Since 0.1.
[[nodiscard]] allen_set possible_relations(const parsed_period& a, const parsed_period& b,
                                           identity who = identity::distinct);
[[nodiscard]] allen_set possible_relations(const period& a, const period& b,
                                           identity who = identity::distinct);

/// Whether one of `wanted` holds of a and b: possible if some reading has it, certain if every reading has.
/// An edge that is marked `?` or `~` proves nothing, so nothing is certain that depends on it. O(1). Since
/// 0.1.
[[nodiscard]] truth holds(const parsed_period& a, const parsed_period& b, allen_set wanted,
                          identity who = identity::distinct);
[[nodiscard]] truth holds(const period& a, const period& b, allen_set wanted,
                          identity who = identity::distinct);

/// The one relation that certainly holds, if there is one. O(1). Since 0.1.
[[nodiscard]] std::optional<allen> certain_relation(const period& a, const period& b,
                                                    identity who = identity::distinct);

} // namespace comity
