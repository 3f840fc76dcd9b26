#pragma once

#include <comity/history/detail/growing.hpp>
#include <comity/view/snapshot.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace comity::detail {

/// The sum of `term(i)` for i from `first` to below `end`: four sums at a time, so that no addition waits for
/// the one before.
template <class Term>
double summed(std::uint32_t first, std::uint32_t end, Term&& term) {
    double a = 0, b = 0, c = 0, d = 0;
    for (; end - first >= 4; first += 4) {
        a += term(first);
        b += term(first + 1);
        c += term(first + 2);
        d += term(first + 3);
    }
    for (; first < end; ++first) a += term(first);
    return (a + b) + (c + d);
}

/// A graph as an iteration walks it that spreads ranks along edges. A vertex is fed where an edge enters it;
/// each such has a rank of its own, a row, and all others share row 0. What those bring is the same share of
/// that one rank each time, so it is added up once, and an iteration walks only the edges between fed
/// vertices. Where relations lead from one sort of nodes to another, as from parties to treaties, there are
/// none.
class pull_graph {
public:
    /// `weights` are by edge, none negative; empty: each counts 1. O(vertices + edges).
    pull_graph(const graph::snapshot_columns& c, std::span<const double> weights);

    static constexpr std::uint32_t unfed = 0; ///< the row of all that nothing feeds

    [[nodiscard]] std::uint32_t rows() const noexcept { return static_cast<std::uint32_t>(steady_.size()); }
    /// The first of the rows that fed vertices feed too; they come last.
    [[nodiscard]] std::uint32_t first_pulling() const noexcept { return first_pulling_; }
    /// By vertex: its row.
    [[nodiscard]] const std::vector<std::uint32_t>& row_of() const noexcept { return row_of_; }

    /// Lays ready what each vertex hands to its edges, by the ranks of the rows. How much that is in all.
    double give(std::span<const double> ranks) noexcept {
        unfed_rank_ = ranks[unfed];
        const auto hand_out = [&](std::uint32_t g) {
            const double rank = ranks[giver_[g]];
            given_[g] = rank * share_[g];
            return rank;
        };
        return unfed_rank_ * unfed_givers_ + summed(1, static_cast<std::uint32_t>(giver_.size()), hand_out);
    }
    /// What unfed vertices bring to a row.
    [[nodiscard]] double steady(std::uint32_t row) const noexcept { return unfed_rank_ * steady_[row]; }
    /// What all vertices bring to a pulling row.
    [[nodiscard]] double drawn(std::uint32_t row) const noexcept {
        const std::uint32_t first = offsets_[row - first_pulling_];
        const std::uint32_t end = offsets_[row - first_pulling_ + 1];
        if (weights_.empty())
            return steady(row) + summed(first, end, [this](std::uint32_t i) { return given_[from_[i]]; });
        return steady(row) +
               summed(first, end, [this](std::uint32_t i) { return given_[from_[i]] * weights_[i]; });
    }

private:
    struct layout;
    void add_up_steady(layout& plan, std::span<const graph::vertex> unfed_givers);
    void place_rows(layout& plan);
    void place_edges(layout& plan, std::span<const graph::vertex> fed_givers);

    std::vector<std::uint32_t> row_of_;
    growing<double> steady_; ///< by row: what a rank of 1 for each unfed vertex would bring
    double unfed_givers_ = 0;
    double unfed_rank_ = 0;
    std::uint32_t first_pulling_ = 1;
    std::vector<std::uint32_t> offsets_; ///< by pulling row, and one more: where the edges into it begin
    growing<std::uint32_t> from_;        ///< by edge between fed vertices, in the order of rows: which giver
    growing<double> weights_;            ///< the same; empty: each edge counts 1
    std::vector<std::uint32_t> giver_;   ///< by fed giver: its row
    growing<double> share_;              ///< by fed giver: one over the weight of what leaves it
    growing<double> given_;              ///< by fed giver
};

} // namespace comity::detail
