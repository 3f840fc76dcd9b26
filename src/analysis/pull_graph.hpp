#pragma once

#include "analysis/summed.hpp"
#include "pulse.hpp"

#include <comity/history/detail/growing.hpp>
#include <comity/view/snapshot.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace comity::detail {

/// A graph as an iteration walks it that spreads ranks along edges. A vertex is fed where an edge enters it;
/// each such has a rank of its own, a row, and all others share row 0. What those bring is the same share of
/// that one rank each time, so it is added up once, and an iteration walks only the edges between fed
/// vertices. Where relations lead from one sort of nodes to another, as from parties to treaties, there are
/// none. Parallel edges, as of events between the same two, are walked as one of all their weight. Whatever
/// takes long looks whether to go on.
class pull_graph {
public:
    /// `weights` are by edge, none negative; empty: each counts 1. `beat` must outlive it. O(vertices +
    /// edges).
    pull_graph(const graph::snapshot_columns& c, std::span<const double> weights, pulse& beat);

    static constexpr std::uint32_t unfed = 0; ///< the row of all that nothing feeds

    [[nodiscard]] std::uint32_t rows() const noexcept { return static_cast<std::uint32_t>(steady_.size()); }
    /// How many edges an iteration walks.
    [[nodiscard]] std::size_t edges() const noexcept { return from_.size(); }
    /// By vertex: its row.
    [[nodiscard]] const growing<std::uint32_t>& row_of() const noexcept { return row_of_; }

    /// Lays ready what each vertex hands to its edges, by the ranks of the rows. How much that is in all.
    double give(std::span<const double> ranks) {
        unfed_rank_ = ranks[unfed];
        const auto hand_out = [&](std::uint32_t g) {
            const double rank = ranks[giver_[g]];
            given_[g] = rank * share_[g];
            return rank;
        };
        return unfed_rank_ * unfed_givers_ +
               summed(1, static_cast<std::uint32_t>(giver_.size()), many_short, hand_out, *beat_);
    }
    /// Calls `take(row, brought)` for each fed row, with what all vertices bring to it, and adds up what that
    /// returns.
    template <class Take>
    double draw(Take&& take) const {
        return weights_.empty() ? draw_by_length<false>(take) : draw_by_length<true>(take);
    }

private:
    struct layout;
    void add_up_steady(layout& plan, std::span<const graph::vertex> unfed_givers);
    void count_edges(layout& plan) const;
    void place_rows(layout& plan);
    void place_edges(layout& plan);

    /// Rows of fewer edges, which most are, are drawn by a loop for each length: what it takes to begin and
    /// end a loop of unknown length is more than to walk one or two edges.
    static constexpr std::uint32_t few = 9;
    /// It looks after so many rows or givers, and after so many rows of more edges.
    static constexpr std::uint32_t many_short = 1 << 16, many_long = 1 << 10;

    template <bool Weighted>
    [[nodiscard]] double brought_by(std::uint32_t edge) const noexcept {
        return Weighted ? given_[from_[edge]] * weights_[edge] : given_[from_[edge]];
    }
    template <bool Weighted, class Take>
    double draw_by_length(Take& take) const {
        const auto brought = [this](std::uint32_t edge) { return brought_by<Weighted>(edge); };
        const auto draw_long = [&](std::uint32_t row) {
            const double pulled = summed(offsets_[row], offsets_[row + std::size_t{1}], brought);
            return take(row, unfed_rank_ * steady_[row] + pulled);
        };
        return draw_short<Weighted>(take, std::make_integer_sequence<std::uint32_t, few>()) +
               summed(first_of_[few], rows(), many_long, draw_long, *beat_);
    }
    template <bool Weighted, class Take, std::uint32_t... Lengths>
    double draw_short(Take& take, std::integer_sequence<std::uint32_t, Lengths...>) const {
        return (draw_rows_of<Weighted, Lengths>(take) + ...);
    }
    template <bool Weighted, std::uint32_t Length, class Take>
    double draw_rows_of(Take& take) const {
        const auto draw = [&](std::uint32_t row) {
            double brought = unfed_rank_ * steady_[row];
            for (std::uint32_t i = 0; i < Length; ++i) brought += brought_by<Weighted>(offsets_[row] + i);
            return take(row, brought);
        };
        return summed(first_of_[Length], first_of_[Length + 1], many_short, draw, *beat_);
    }

    pulse* beat_;
    growing<std::uint32_t> row_of_;
    growing<double> steady_; ///< by row: what a rank of 1 for each unfed vertex would bring
    double unfed_givers_ = 0;
    double unfed_rank_ = 0;
    std::array<std::uint32_t, few + 1> first_of_{}; ///< by length: the first row of so many edges or more
    growing<std::uint32_t> offsets_;                ///< by row, and one more: where the edges into it begin
    growing<std::uint32_t> from_;  ///< by edge between fed vertices, in the order of rows: which giver
    growing<double> weights_;      ///< the same, of parallel ones together; empty: each counts 1
    growing<std::uint32_t> giver_; ///< by fed giver: its row
    growing<double> share_;        ///< by fed giver: one over the weight of what leaves it
    growing<double> given_;        ///< by fed giver
};

} // namespace comity::detail
