#pragma once

#include <comity/time/period.hpp>
#include <comity/time/truth.hpp>

#include <cstdint>
#include <optional>
#include <ostream>
#include <random>
#include <string>

namespace comity {

/// How many days lie between two edges: from `min` to `max`, as the dates allow. A side that is unbounded has
/// no number; its `min` or `max` is then 0 and without meaning. Since 0.1.
struct lag {
    std::int64_t min = 0;
    std::int64_t max = 0;
    bool unbounded_below = true;
    bool unbounded_above = true;
    /// One of the edges is marked `?` or `~`, so that nothing about the lag is certain.
    bool doubted = false;

    [[nodiscard]] constexpr bool bounded() const noexcept { return !unbounded_below && !unbounded_above; }
    /// Known to the day. Since 0.1.
    [[nodiscard]] constexpr bool exact() const noexcept { return bounded() && min == max && !doubted; }

    /// Whether the lag is at least (at most) so many days. Since 0.1.
    [[nodiscard]] constexpr truth at_least(std::int64_t days) const noexcept {
        return truth_of(unbounded_above || max >= days, !unbounded_below && min >= days && !doubted);
    }
    [[nodiscard]] constexpr truth at_most(std::int64_t days) const noexcept {
        return truth_of(unbounded_below || min <= days, !unbounded_above && max <= days && !doubted);
    }

    /// "[3, 368]", with ".." on a side that is unbounded. Since 0.1.
    [[nodiscard]] std::string to_string() const;

    friend constexpr bool operator==(const lag&, const lag&) noexcept = default;
};

/// Writes `to_string()`. Since 0.1.
inline std::ostream& operator<<(std::ostream& out, const lag& l) {
    return out << l.to_string();
}

/// The first or the last day of a period. Since 0.1.
enum class edge : std::uint8_t { begin, end };

/// Days from an edge of one fact to an edge of another; negative where the other came first. For acts the two
/// edges are one day, so the default serves. Not for two edges of one fact: see `length`. O(1). Since 0.1.
[[nodiscard]] lag lag_between(const parsed_period& from, const parsed_period& to,
                              edge from_edge = edge::begin, edge to_edge = edge::begin);
[[nodiscard]] lag lag_between(const period& from, const period& to, edge from_edge = edge::begin,
                              edge to_edge = edge::begin);

/// How many days a fact lasts, its first and last day counted: 1 for an act of one day, known or not. O(1).
/// Since 0.1.
[[nodiscard]] lag length(const parsed_period& p);
[[nodiscard]] lag length(const period& p);

/// How a range of days is made one number. Since 0.1.
enum class collapse_rule : std::uint8_t {
    earliest, ///< the least
    latest,   ///< the greatest
    midpoint, ///< the middle, rounded down
    draw,     ///< each number of the range equally likely, for multiple imputation
};

/// The one explicit way from a range to a number: nothing in the library collapses a range unasked. Draws
/// come from a 64-bit Mersenne twister, in the order of the calls, the same on every platform for the same
/// seed. Not for sharing between threads. Since 0.1.
class collapse {
public:
    explicit collapse(collapse_rule rule, std::uint64_t seed = 0) : rule_(rule), random_(seed) {}

    [[nodiscard]] collapse_rule rule() const noexcept { return rule_; }

    /// One number of days; nothing if the rule needs a side that is unbounded. Since 0.1.
    [[nodiscard]] std::optional<std::int64_t> operator()(const lag& range);
    /// One day of a window; nothing if the rule needs an edge that is no day. Since 0.1.
    [[nodiscard]] std::optional<day> operator()(const date_window& window);

private:
    [[nodiscard]] std::int64_t within(std::int64_t low, std::int64_t high);

    collapse_rule rule_;
    std::mt19937_64 random_;
};

} // namespace comity
