#include "io/csv_scanner.hpp"

#include <algorithm>
#include <utility>

namespace comity::detail {

csv_scanner::csv_scanner(std::unique_ptr<byte_source> source, std::string name, char delimiter,
                         std::size_t piece)
    : splitter_(std::move(source), std::move(name), delimiter, piece), pieces_([this](csv_rows& rows) {
          const bool more = splitter_.split(rows);
          if (number_ && pieces_.ahead() > enough_ahead) number_(rows);
          return more;
      }) {}

bool csv_scanner::next_piece() {
    if (row_ != nullptr) before_ += (row_ - 1)->end;
    piece_ = pieces_.next();
    row_ = end_ = nullptr;
    if (piece_ == nullptr || piece_->rows.empty()) return false;
    ++pieces_taken_;
    if (number_ && piece_->cells.rows.empty()) number_(*piece_);
    row_ = piece_->rows.data();
    end_ = row_ + piece_->rows.size();
    return true;
}

bool csv_scanner::next() {
    if (row_ != end_) ++row_;
    if (row_ == end_ && !next_piece()) return false;
    if (row_->doubled) undouble();
    return true;
}

/// Takes the second of two quotes out of fields that have them.
void csv_scanner::undouble() {
    if (undoubled_.size() < row_->count) undoubled_.resize(row_->count);
    for (std::size_t i = 0; i < row_->count; ++i) {
        const std::string_view field = piece_->text_of(piece_->fields[row_->first + i]);
        const bool quoted = field.data() != piece_->text.data() && *(field.data() - 1) == '"';
        std::string& plain = undoubled_[i];
        plain.clear();
        for (std::size_t k = 0; k < field.size(); ++k) {
            plain += field[k];
            if (quoted && field[k] == '"') ++k;
        }
    }
}

csv_place csv_scanner::place_of(std::size_t field) const noexcept {
    const char* const text = piece_->text.data();
    const char* const row = text + row_->begin;
    const char* at = text + row_->end;
    if (field < row_->count) {
        at = text + piece_->fields[row_->first + field].begin;
        if (at != row && at[-1] == '"') --at; // nothing but its own quote can stand before it
    }
    csv_place place{row_->line, 0};
    const char* line = row;
    if (row_->quoted)
        for (const char* p = row; (p = std::find(p, at, '\n')) != at;) {
            line = ++p;
            ++place.line;
        }
    place.column = static_cast<std::uint64_t>(at - line) + 1;
    return place;
}

} // namespace comity::detail
