#pragma once

#include "io/byte_source.hpp"
#include "io/csv_rows.hpp"
#include "io/csv_splitter.hpp"
#include "io/read_ahead.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comity::detail {

/// Where something stands in a text: line and column (in bytes), both from 1.
struct csv_place {
    std::uint64_t line = 0;
    std::uint64_t column = 0;
};

/// Goes over the rows of a CSV text, one after the other. Where there are many, another thread unpacks them
/// and takes them apart, a few pieces ahead. Fields are views into a piece: nothing is copied but those with
/// doubled quotes.
class csv_scanner {
public:
    /// `name` stands for the file in errors; `piece` as for csv_splitter.
    csv_scanner(std::unique_ptr<byte_source> source, std::string name, char delimiter = ',',
                std::size_t piece = csv_splitter::usual_piece);

    /// Has the cells of all pieces but the first numbered: by the thread that takes them apart if it is
    /// ahead, else by the caller's, so that neither waits for the other. Called after the first row, before
    /// that thread has begun.
    void number_cells(std::function<void(csv_rows&)> number) { number_ = std::move(number); }
    /// Goes to the next row; false at the end. Throws as csv_splitter::split does.
    bool next();

    /// How many fields the row has.
    [[nodiscard]] std::size_t size() const noexcept { return row_->count; }
    /// One of them; it holds until the next row is asked for.
    [[nodiscard]] std::string_view field(std::size_t i) const noexcept {
        return row_->doubled ? undoubled_[i] : piece_->text_of(piece_->fields[row_->first + i]);
    }
    /// The cells of the piece, if they are numbered, and those of the row.
    [[nodiscard]] const relation_cells* numbered() const noexcept {
        return piece_->cells.rows.empty() ? nullptr : &piece_->cells;
    }
    [[nodiscard]] const relation_cells::row& cells() const noexcept {
        return piece_->cells.rows[static_cast<std::size_t>(row_ - piece_->rows.data())];
    }
    /// How many pieces there were, that of the row included.
    [[nodiscard]] std::size_t pieces() const noexcept { return pieces_taken_; }
    /// The line on which the row begins.
    [[nodiscard]] std::uint64_t line() const noexcept { return row_->line; }
    /// Where a field begins: its quote, if it has one. O(length of the row).
    [[nodiscard]] csv_place place_of(std::size_t field) const noexcept;
    /// What is wrong with the row's form, and at which field.
    [[nodiscard]] csv_fault fault() const noexcept { return row_->fault; }
    [[nodiscard]] std::size_t faulty_field() const noexcept { return row_->faulty_field; }
    [[nodiscard]] const std::string& name() const noexcept { return splitter_.name(); }
    /// How many bytes of text lie before the row, and how many were read so far, by whatever thread.
    [[nodiscard]] std::uint64_t text_before() const noexcept {
        return before_ + (row_ == nullptr ? 0 : row_->begin);
    }
    [[nodiscard]] std::uint64_t text_read() const noexcept { return splitter_.text_read(); }

private:
    /// Pieces that wait: with fewer the taker might soon wait himself, and had better number the next one.
    static constexpr std::size_t enough_ahead = 2;

    [[nodiscard]] bool next_piece();
    void undouble();

    csv_splitter splitter_;
    std::function<void(csv_rows&)> number_;
    read_ahead<csv_rows> pieces_;
    csv_rows* piece_ = nullptr;
    std::size_t pieces_taken_ = 0;
    const csv_rows::row* row_ = nullptr;
    const csv_rows::row* end_ = nullptr; ///< of the rows of the piece
    std::uint64_t before_ = 0;           ///< bytes of the pieces before
    std::vector<std::string> undoubled_; ///< the fields of a row with doubled quotes
};

} // namespace comity::detail
