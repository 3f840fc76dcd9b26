#include "io/number_cells.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace comity::detail {
namespace {

/// Numbers cells of so many rows at a time.
constexpr std::size_t rows_at_once = 32;

class cell_numberer {
public:
    cell_numberer(csv_rows& piece, const bulk_load::relation_places& at, std::size_t columns,
                  const known_ids& ids)
        : piece_(piece), at_(at), columns_(columns), ids_(ids) {}

    void number(std::size_t first, std::size_t last) {
        const std::size_t count = last - first;
        for (std::size_t i = 0; i < count; ++i) take(piece_.rows[first + i], i);
        ids_.find(std::span(from_).first(count), from_nodes_.data());
        ids_.find(std::span(to_).first(count), to_nodes_.data());
        for (std::size_t i = 0; i < count; ++i) {
            relation_cells::row& made = piece_.cells.rows[first + i];
            const bool found = to_nodes_[i] != known_ids::unknown;
            made = {found ? from_nodes_[i] : relation_cells::unknown, to_nodes_[i], types_[i], begins_[i],
                    ends_[i]};
        }
    }

private:
    /// A row that is not well-formed seems to run between nodes without an id, which there are none of.
    void take(const csv_rows::row& row, std::size_t i) {
        from_[i] = to_[i] = {};
        if (row.fault != csv_fault::none || row.count != columns_ || row.doubled) return;
        const auto text = [&](std::size_t column) {
            return column == csv_header::none ? std::string_view()
                                              : piece_.text_of(piece_.fields[row.first + column]);
        };
        from_[i] = text(at_.from);
        to_[i] = text(at_.to);
        types_[i] = piece_.cells.types.number(text(at_.type), type_above_);
        begins_[i] = piece_.cells.dates.number(text(at_.begin), begin_above_);
        ends_[i] = piece_.cells.dates.number(text(at_.end), end_above_);
    }

    csv_rows& piece_;
    const bulk_load::relation_places& at_;
    std::size_t columns_;
    const known_ids& ids_;
    std::array<std::string_view, rows_at_once> from_, to_;
    std::array<std::uint32_t, rows_at_once> types_{}, begins_{}, ends_{}, from_nodes_{}, to_nodes_{};
    std::uint32_t type_above_ = 0, begin_above_ = 0, end_above_ = 0;
};

} // namespace

void number_cells(csv_rows& piece, const bulk_load::relation_places& at, std::size_t columns,
                  const known_ids& ids) {
    piece.cells.types.clear();
    piece.cells.dates.clear();
    const std::size_t rows = piece.rows.size();
    piece.cells.rows.resize(rows);
    cell_numberer numberer(piece, at, columns, ids);
    for (std::size_t first = 0; first < rows; first += rows_at_once)
        numberer.number(first, std::min(rows, first + rows_at_once));
}

} // namespace comity::detail
