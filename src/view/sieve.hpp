#pragma once

#include "history/store.hpp"
#include "view/row_bits.hpp"
#include "view/runs.hpp"

#include <comity/view/selection.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace comity::detail {

// Testing rows that lie together, sixty-four at a time: what is asked of their days, types and flags is asked
// of all at once, and only rows whose flags need a closer look are tested one by one. What it finds is what
// relation_truth() and node_truth() say of each row.

/// Whether a sieve can tell: it knows nothing of kinds, and what is reported must be looked for.
[[nodiscard]] inline bool is_siftable(const selection& sel) noexcept {
    return !sel.kinds && (sel.modalities & 1u) != 0;
}

/// Which of some rows that lie together are seen: a bit each. What is certain is possible.
struct sifted {
    std::uint32_t first = 0; ///< of the rows
    std::size_t count = 0;   ///< of them, sixty-four at most
    std::uint64_t possible = 0;
    std::uint64_t certain = 0;

    /// How many are seen.
    [[nodiscard]] std::size_t size() const noexcept {
        return static_cast<std::size_t>(std::popcount(possible));
    }
    [[nodiscard]] bool all_certain() const noexcept { return possible == certain; }
};

/// What a time selector asks of what begins and ends: that it has begun by one day and not ended before
/// another.
struct day_limits {
    day32 last_begin = unbounded_above;
    day32 first_end = unbounded_below;
    friend bool operator==(const day_limits&, const day_limits&) = default;
};

/// The four bounds of rows that lie together; `b2` and `e1` are `b1` and `e2` where all of them are precise.
struct bound_rows {
    const day32 *b1, *b2, *e1, *e2;
};

/// What a sieve is asked of each row: whether it is seen, or also how surely. Asked no more than whether, it
/// reads less, and what it says of how surely means nothing.
enum class sifting : std::uint8_t { whether, how_surely };

/// Tests rows of one selection, at most sixty-four in one call, all of which must be there. What it is made
/// of must outlive it.
class sieve {
public:
    sieve(const store& s, const selection& sel, sifting asked = sifting::how_surely) noexcept;
    /// Relations by place in `out`, or in `in`.
    [[nodiscard]] sifted out(std::uint32_t first, std::size_t count) const noexcept;
    [[nodiscard]] sifted in(std::uint32_t first, std::size_t count) const noexcept;
    /// Nodes by number.
    [[nodiscard]] sifted nodes(std::uint32_t first, std::size_t count) const noexcept;

private:
    static constexpr std::size_t few = 4;

    template <class Count>
    void sift_days(const bound_rows& rows, Count count, sifted& left) const noexcept;
    template <class Count>
    void sift_types(const std::uint16_t* types, Count count, sifted& left) const noexcept;
    template <class TruthOf>
    [[nodiscard]] sifted by_flags(std::uint64_t plain, sifted left, TruthOf&& truth_of) const noexcept;

    const store& store_;
    const selection& selection_;
    const reading_columns& columns_;
    bool how_surely_; ///< asked, or decides what is seen
    day_limits possible_, certain_;
    std::array<std::uint16_t, few> types_{}; ///< that are looked for, if they are few
    std::size_t type_count_ = 0;             ///< else 0: each row's type is looked up in the set
};

/// Calls `take(left)` with what `sift(first, count)` leaves of the rows of a run, sixty-four at a time.
template <class Sift, class Take>
void sift_run(place_run run, Sift&& sift, Take&& take) {
    while (run.first < run.end) {
        const std::size_t count = std::min<std::size_t>(run.end - run.first, rows_a_word);
        take(sift(run.first, count));
        run.first += static_cast<std::uint32_t>(count);
    }
}
template <class Take>
void sift_out(const store& s, const selection& sel, place_run run, Take&& take,
              sifting asked = sifting::how_surely) {
    const sieve rows(s, sel, asked);
    sift_run(
        run, [&rows](std::uint32_t first, std::size_t count) { return rows.out(first, count); }, take);
}
template <class Take>
void sift_in(const store& s, const selection& sel, place_run run, Take&& take) {
    const sieve rows(s, sel);
    sift_run(
        run, [&rows](std::uint32_t first, std::size_t count) { return rows.in(first, count); }, take);
}
template <class Take>
void sift_nodes(const store& s, const selection& sel, place_run run, Take&& take) {
    const sieve rows(s, sel);
    sift_run(
        run, [&rows](std::uint32_t first, std::size_t count) { return rows.nodes(first, count); }, take);
}

} // namespace comity::detail
