#pragma once

#include "history/column.hpp"

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
    static constexpr std::uint32_t no_number = 0xffffffff;
    struct field {
        std::uint32_t begin, size; ///< without its quotes
        std::uint32_t number;      ///< of what it names, if who reads it has found that already
    };
    struct row {
        std::uint64_t line;         ///< on which it begins
        std::uint32_t begin, end;   ///< without its line end
        std::uint32_t first, count; ///< its fields
        std::uint32_t faulty_field;
        csv_fault fault;
        bool quoted;  ///< some field is
        bool doubled; ///< a quoted field has quotes in it, each of them twice
    };

    growing<char> text;
    growing<field> fields;
    growing<row> rows;

    [[nodiscard]] std::string_view text_of(field f) const noexcept { return {text.data() + f.begin, f.size}; }
};

} // namespace comity::detail
