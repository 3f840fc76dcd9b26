#include "history/seal.hpp"
#include "history/side_by_side.hpp"
#include "history/sorting.hpp"

#include <utility>

namespace comity::detail {

void seal_adjacency(const draft& d, std::span<const day32> begins, store& s, pulse& beat) {
    const auto& rel = d.relations;
    const std::size_t rows = rel.from.size();
    // Both directions list rows by type and begin within a node: sorted so once, then grouped by either end.
    const growing<std::uint32_t> by_type =
        sorted_by(std::span<const std::uint16_t>(rel.type), rows_by_day(begins, beat), beat);
    growing<std::uint32_t> order_in, order_out;
    side_by_side(
        rows,
        [&] {
            growing<std::uint32_t> offsets = offsets_by(rel.to, s.node_count(), beat);
            order_in = sorted_by(rel.to, offsets, by_type, beat);
            s.in.from = in_order<std::uint32_t>(rel.from, order_in, beat);
            s.in.offsets = std::move(offsets);
        },
        [&] {
            growing<std::uint32_t> offsets = offsets_by(rel.from, s.node_count(), beat);
            order_out = sorted_by(rel.from, offsets, by_type, beat);
            s.out.to = in_order<std::uint32_t>(rel.to, order_out, beat);
            s.out.offsets = std::move(offsets);
        });
    growing<std::uint32_t> place;
    side_by_side(
        rows,
        [&] {
            place.resize(rows);
            in_blocks(0, rows, beat, [&](std::size_t first, std::size_t last) {
                for (std::size_t p = first; p < last; ++p)
                    place[order_out[p]] = static_cast<std::uint32_t>(p);
            });
        },
        [&] { s.out.type = in_order<std::uint16_t>(rel.type, order_out, beat); });
    growing<std::uint32_t> place_in(rows);
    in_halves(rows, beat, [&](std::size_t, std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) place_in[i] = place[order_in[i]];
    });
    s.in.place = std::move(place_in);
    s.out.row = std::move(order_out);
    s.relations.place = std::move(place);
    const auto type_out = [&s](std::uint32_t p) { return s.out.type[p]; };
    const auto type_in = [&s](std::uint32_t i) { return s.out.type[s.in.place[i]]; };
    side_by_side(
        rows, [&] { s.in.runs = type_runs_of(s.in.offsets.span(), beat, type_in); },
        [&] { s.out.runs = type_runs_of(s.out.offsets.span(), beat, type_out); });
}

} // namespace comity::detail
