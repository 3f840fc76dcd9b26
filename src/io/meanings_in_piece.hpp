#pragma once

#include "io/bulk_load.hpp"
#include "io/csv_scanner.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace comity::detail {

/// What the words and dates of the piece at hand mean, each looked up for the first row that needs it: so
/// that types and dates come into the history in the order of the rows.
class meanings_in_piece {
public:
    explicit meanings_in_piece(bulk_load& load) : load_(load) {}

    /// Goes to the piece of the row at hand; whether that row's cells are numbered.
    [[nodiscard]] bool knows(const csv_scanner& scanner) {
        cells_ = scanner.numbered();
        if (cells_ == nullptr) return false;
        if (scanner.pieces() != piece_) {
            piece_ = scanner.pieces();
            types_.assign(cells_->types.size(), nullptr);
            dates_.assign(cells_->dates.size(), std::nullopt);
        }
        return scanner.cells().from != relation_cells::unknown;
    }
    [[nodiscard]] std::string_view type_word(std::uint32_t number) const { return cells_->types[number]; }
    [[nodiscard]] csv_words::type_meaning& type(std::uint32_t number) {
        csv_words::type_meaning*& known = types_[number];
        if (known == nullptr) known = &load_.words.type_of(cells_->types[number]);
        return *known;
    }
    /// What csv_dates::read() says of it, with the same effects.
    [[nodiscard]] const csv_dates::reading& date(std::uint32_t number, told_leniently& tally) {
        std::optional<csv_dates::reading>& known = dates_[number];
        if (known) return *known;
        const std::string_view text = cells_->dates[number];
        const csv_dates::reading& read = load_.dates.read(text, tally);
        return text.empty() || load_.dates.is_repeatable() ? known.emplace(read) : read;
    }

private:
    bulk_load& load_;
    const relation_cells* cells_ = nullptr;
    std::size_t piece_ = 0;
    std::vector<csv_words::type_meaning*> types_;
    std::vector<std::optional<csv_dates::reading>> dates_;
};

} // namespace comity::detail
