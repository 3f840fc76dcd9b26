#pragma once

#include <comity/time/bound.hpp>
#include <comity/time/day.hpp>
#include <comity/time/truth.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>

namespace comity {

/// A day as the columns hold it: days since 1970-01-01 in 32 bits. The two extreme values mean "unbounded";
/// days beyond the rest saturate one short of them. Since 0.1.
using day32 = std::int32_t;

inline constexpr day32 unbounded_below = std::numeric_limits<day32>::min();
inline constexpr day32 unbounded_above = std::numeric_limits<day32>::max();
inline constexpr day32 last_day32 = unbounded_above - 1;
inline constexpr day32 first_day32 = -last_day32;

/// The day as a column holds it, saturating: never one of the two "unbounded" values. Since 0.1.
[[nodiscard]] constexpr day32 to_day32(day d) noexcept {
    return static_cast<day32>(std::clamp<std::int64_t>(d.count(), first_day32, last_day32));
}

/// The edge that a column holds as `d`: `overflow` where it saturated, since which day was meant is lost.
/// Since 0.1.
[[nodiscard]] constexpr bound to_bound(day32 d) noexcept {
    if (d == unbounded_below || d == unbounded_above) return bound::open();
    const bool past = d == first_day32;
    return past || d == last_day32 ? bound::overflow(past) : bound::at(day(d));
}

/// The four days within which a thing begins (`b1`..`b2`) and ends (`e1`..`e2`), inclusive: what the hot
/// columns hold of a period. The outer pair (b1, e2) says what is possible, the inner pair (b2, e1) what is
/// certain; `b2` "unbounded above" and `e1` "unbounded below" make nothing certain.
///
/// The selectors take a day of reduced precision as its first and last day. They are branch-free and constant
/// time, and a thing whose earliest begin lies after its latest end passes none of them. Since 0.1.
struct bounds {
    day32 b1 = unbounded_below;
    day32 b2 = unbounded_above;
    day32 e1 = unbounded_below;
    day32 e2 = unbounded_above;

    /// Begins and ends on exactly these days. Since 0.1.
    [[nodiscard]] static constexpr bounds exactly(day32 first, day32 last) noexcept {
        return {first, first, last, last};
    }
    /// On one day, which lies in [first, last]. Since 0.1.
    [[nodiscard]] static constexpr bounds one_day_of(day32 first, day32 last) noexcept {
        return {first, last, first, last};
    }
    /// Certain on every day. Since 0.1.
    [[nodiscard]] static constexpr bounds always() noexcept {
        return {unbounded_below, unbounded_below, unbounded_above, unbounded_above};
    }
    /// Possible on every day, certain on none. Since 0.1.
    [[nodiscard]] static constexpr bounds perhaps() noexcept { return {}; }

    /// No reading has the begin before the end: seen by no selector. Since 0.1.
    [[nodiscard]] constexpr bool inverted() const noexcept { return b1 > e2; }
    /// Begin and end are known to the day (or known to be unbounded). Since 0.1.
    [[nodiscard]] constexpr bool precise() const noexcept { return (b1 == b2) & (e1 == e2); }

    /// Holds on one unknown day of [first, last]: possible if it may hold on some day of it, certain if it
    /// certainly holds on every day of it. Since 0.1.
    [[nodiscard]] constexpr bool possibly_at(day32 first, day32 last) const noexcept {
        return (b1 <= last) & (e2 >= first) & (b1 <= e2);
    }
    [[nodiscard]] constexpr bool certainly_at(day32 first, day32 last) const noexcept {
        return (b2 <= first) & (e1 >= last) & possibly_at(first, last);
    }
    [[nodiscard]] constexpr truth at(day32 first, day32 last) const noexcept {
        return truth_of(possibly_at(first, last), certainly_at(first, last));
    }
    [[nodiscard]] constexpr truth at(day32 d) const noexcept { return at(d, d); }

    /// Begun by one unknown day of [first, last], ended or not. Since 0.1.
    [[nodiscard]] constexpr bool possibly_by(day32, day32 last) const noexcept {
        return (b1 <= last) & (b1 <= e2);
    }
    [[nodiscard]] constexpr bool certainly_by(day32 first, day32 last) const noexcept {
        return (b2 <= first) & possibly_by(first, last);
    }
    [[nodiscard]] constexpr truth by(day32 first, day32 last) const noexcept {
        return truth_of(possibly_by(first, last), certainly_by(first, last));
    }
    [[nodiscard]] constexpr truth by(day32 d) const noexcept { return by(d, d); }

    /// Touches the window [from, to] on some day of it. Since 0.1.
    [[nodiscard]] constexpr bool possibly_in(day32 from, day32 to) const noexcept {
        return possibly_at(from, to);
    }
    [[nodiscard]] constexpr bool certainly_in(day32 from, day32 to) const noexcept {
        return (b2 <= to) & (e1 >= from) & possibly_in(from, to);
    }
    [[nodiscard]] constexpr truth window(day32 from, day32 to) const noexcept {
        return truth_of(possibly_in(from, to), certainly_in(from, to));
    }

    friend constexpr bool operator==(const bounds&, const bounds&) noexcept = default;
};

/// The bounds of one thing, tightened by what every one thing obeys: it begins before it ends. Inverted
/// bounds are kept as they are. Not for effective bounds, where the begin may come from one thing and the end
/// from another, nor where a bound is doubted. Since 0.1.
[[nodiscard]] constexpr bounds normalised(bounds b) noexcept {
    const bool keep = b.inverted();
    return {b.b1, keep ? b.b2 : std::min(b.b2, b.e2), keep ? b.e1 : std::max(b.e1, b.b1), b.e2};
}

/// The effective bounds of things that must all hold: the latest of the begins and the earliest of the ends.
/// The result may be inverted. Since 0.1.
[[nodiscard]] constexpr bounds intersection(const bounds& a, const bounds& b) noexcept {
    return {std::max(a.b1, b.b1), std::max(a.b2, b.b2), std::min(a.e1, b.e1), std::min(a.e2, b.e2)};
}

} // namespace comity
