#pragma once

#include "history/store.hpp"
#include "view/runs.hpp"

#include <comity/view/selection.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace comity::detail {

// Testing many rows that lie together: the days of a block of rows are compared without a branch, so that the
// compiler does several at once, and only rows whose flags need a closer look are tested one by one. What it
// finds is what relation_truth() and node_truth() say of each row.

/// Whether a sieve can tell: it knows nothing of kinds, and what is reported must be looked for.
[[nodiscard]] inline bool is_siftable(const selection& sel) noexcept {
    return !sel.kinds && (sel.modalities & 1u) != 0;
}

/// What one block leaves: rows shown, ascending, and how surely.
// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): no more of it is read than was written
struct sifted {
    static constexpr std::size_t block = 512;
    std::size_t size = 0;
    std::array<std::uint32_t, block> rows;
    std::array<truth, block> truths;
    bool all_certain = true;
};

/// The first rows of `run`, at most a block of them, that a siftable selection shows; `run` is left with the
/// rest. Rows are places in `out`. O(rows tested).
void sift_out(const store& s, const selection& sel, place_run& run, sifted& left) noexcept;
/// The same of rows that are places in `in`.
void sift_in(const store& s, const selection& sel, place_run& run, sifted& left) noexcept;
/// The same of nodes, by their numbers.
void sift_nodes(const store& s, const selection& sel, place_run& run, sifted& left) noexcept;

using sift_block = void (*)(const store&, const selection&, place_run&, sifted&) noexcept;

/// Calls `take(left)` with what each block of the run leaves, as one of the three above sifts it.
template <class Take>
void sift_all(sift_block sift, const store& s, const selection& sel, place_run run, Take&& take) {
    sifted left;
    while (run.first < run.end) {
        sift(s, sel, run, left);
        take(static_cast<const sifted&>(left));
    }
}
template <class Take>
void sift_out(const store& s, const selection& sel, place_run run, Take&& take) {
    constexpr sift_block sift = sift_out;
    sift_all(sift, s, sel, run, take);
}
template <class Take>
void sift_in(const store& s, const selection& sel, place_run run, Take&& take) {
    constexpr sift_block sift = sift_in;
    sift_all(sift, s, sel, run, take);
}
template <class Take>
void sift_nodes(const store& s, const selection& sel, place_run run, Take&& take) {
    constexpr sift_block sift = sift_nodes;
    sift_all(sift, s, sel, run, take);
}

} // namespace comity::detail
