#pragma once

#include "history/store.hpp"
#include "view/row_kernels.hpp"
#include "view/runs.hpp"

#include <comity/view/asking.hpp>
#include <comity/view/selection.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace comity::detail {

// Testing rows that lie together, many at a time: what is asked of their days, types and flags is asked of
// all at once, and only rows whose flags need a closer look are tested one by one. What it finds is what
// relation_truth() and node_truth() say of each row.

/// Whether a sieve can tell: it knows nothing of kinds, and what is reported must be looked for.
[[nodiscard]] inline bool is_siftable(const selection& sel) noexcept {
    return !sel.kinds && (sel.modalities & 1u) != 0;
}

/// So many rows are tested in one call at most, and one at least.
inline constexpr std::size_t rows_a_call = 1024;

/// Which of some rows that lie together are seen: a bit each, in as many words as they take. What is certain
/// is possible.
struct sifted {
    using row_words = std::array<std::uint64_t, words_of(rows_a_call)>;

    std::uint32_t first; ///< of the rows
    std::uint32_t count; ///< of them
    row_words possible;  ///< none beyond the last row
    row_words certain;

    [[nodiscard]] std::size_t words() const noexcept { return words_of(count); }
    /// Whether one of them is seen, by its place among them.
    [[nodiscard]] bool shows(std::size_t row) const noexcept { return has_row(possible.data(), row); }
    /// How many are seen.
    [[nodiscard]] std::size_t size() const noexcept { return size_of(possible); }
    [[nodiscard]] std::size_t certain_size() const noexcept { return size_of(certain); }
    [[nodiscard]] bool all_certain() const noexcept {
        return std::equal(possible.begin(), possible.begin() + words(), certain.begin());
    }

private:
    [[nodiscard]] std::size_t size_of(const row_words& rows) const noexcept {
        std::size_t size = 0;
        for (std::size_t w = 0; w < words(); ++w) size += static_cast<std::size_t>(std::popcount(rows[w]));
        return size;
    }
};

/// The four bounds of rows that lie together; `b2` and `e1` are `b1` and `e2` where all of them are precise.
struct bound_rows {
    const day32 *b1, *b2, *e1, *e2;
};

/// Tests rows of one selection, `rows_a_call` in one call at most, all of which must be there, and one at
/// least. What it is made of must outlive it. Asked no more than whether rows are seen, what it says of how
/// surely means nothing.
class sieve {
public:
    sieve(const store& s, const selection& sel, asking asked = asking::how_surely) noexcept;
    /// Relations by place in `out`, or in `in`.
    [[nodiscard]] sifted out(std::uint32_t first, std::size_t count) const noexcept;
    [[nodiscard]] sifted in(std::uint32_t first, std::size_t count) const noexcept;
    /// Nodes by number.
    [[nodiscard]] sifted nodes(std::uint32_t first, std::size_t count) const noexcept;

private:
    static constexpr std::size_t few = 4;

    void sift_days(const bound_rows& rows, std::size_t there, sifted& left) const noexcept;
    void sift_types(const std::uint16_t* types, std::size_t there, sifted& left) const noexcept;
    template <class TruthOf>
    void sift_flags(const std::uint8_t* flags, std::size_t there, sifted& left,
                    TruthOf&& truth_of) const noexcept;
    template <class TruthOf>
    void test_others(std::size_t word, std::uint64_t plain, sifted& left, TruthOf&& truth_of) const noexcept;

    const store& store_;
    const selection& selection_;
    const reading_columns& columns_;
    const row_kernels& kernels_;
    bool how_surely_; ///< asked, or decides what is seen
    day_limits possible_, certain_;
    std::array<std::uint16_t, few> types_{}; ///< that are looked for, if they are few
    std::size_t type_count_ = 0;             ///< else 0: each row's type is looked up in the set
};

/// Calls `take(left)` with what `sift(first, count)` leaves of the rows of a run, some at a time.
template <class Sift, class Take>
void sift_run(place_run run, Sift&& sift, Take&& take) {
    while (run.first < run.end) {
        const std::size_t count = std::min<std::size_t>(run.end - run.first, rows_a_call);
        take(sift(run.first, count));
        run.first += static_cast<std::uint32_t>(count);
    }
}
template <class Take>
void sift_out(const store& s, const selection& sel, place_run run, Take&& take,
              asking asked = asking::how_surely) {
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
