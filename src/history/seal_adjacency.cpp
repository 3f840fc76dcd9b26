#include "history/seal.hpp"
#include "history/side_by_side.hpp"
#include "history/sorting.hpp"

#include <utility>

namespace comity::detail {

void seal_adjacency(const draft& d, std::span<const day32> begins, store& s) {
    const auto& rel = d.relations;
    const std::size_t rows = rel.from.size();
    // Both directions list rows by type and begin within a node: sorted so once, then grouped by either end.
    const growing<std::uint32_t> by_type =
        sorted_by(std::span<const std::uint16_t>(rel.type), sorted_by_day(begins, counted(rows)));
    growing<std::uint32_t> in_order_of_rows;
    growing<std::uint32_t> place(rows);
    const auto seal_in = [&] {
        growing<std::uint32_t> offsets = offsets_by(rel.to, s.node_count());
        in_order_of_rows = sorted_by(rel.to, offsets, by_type);
        s.in.from = in_order<std::uint32_t>(rel.from, in_order_of_rows);
        s.in.offsets = std::move(offsets);
    };
    const auto seal_out = [&] {
        growing<std::uint32_t> offsets = offsets_by(rel.from, s.node_count());
        growing<std::uint32_t> order = sorted_by(rel.from, offsets, by_type);
        for (std::uint32_t p = 0; p < rows; ++p) place[order[p]] = p;
        s.out.to = in_order<std::uint32_t>(rel.to, order);
        s.out.type = in_order<std::uint16_t>(rel.type, order);
        s.out.offsets = std::move(offsets);
        s.out.row = std::move(order);
    };
    side_by_side(rows, seal_in, seal_out);
    s.in.place = in_order<std::uint32_t>(place, in_order_of_rows);
    s.relations.place = std::move(place);
}

} // namespace comity::detail
