#pragma once

#include "history/column.hpp"
#include "io/relation_cells.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace comity::detail {

/// What is wrong with the form of a row.
enum class csv_fault : std::uint8_t {
    none,
    text_after_quote, ///< `"a"b`
    unclosed_quote,   ///< the file ends within quotes
};

/// A piece of a CSV text, and where in it rows and their fields lie. The text is as it stands in the file.
struct csv_rows {
    struct field {
        std::uint32_t begin, size; ///< without its quotes
    };
    struct row {
        std::uint64_t line = 0;             ///< on which it begins
        std::uint32_t begin = 0, end = 0;   ///< without its line end
        std::uint32_t first = 0, count = 0; ///< its fields
        std::uint32_t faulty_field = 0;
        csv_fault fault = csv_fault::none;
        bool quoted = false;  ///< some field is
        bool doubled = false; ///< a quoted field has quotes in it, each of them twice
    };

    growing<char> text;
    growing<field> fields;
    growing<row> rows;
    relation_cells cells; ///< if who reads them has them numbered

    [[nodiscard]] std::string_view text_of(field f) const noexcept { return {text.data() + f.begin, f.size}; }
};

} // namespace comity::detail
