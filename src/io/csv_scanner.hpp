#pragma once

#include "io/byte_source.hpp"
#include "io/csv_stops.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace comity::detail {

/// Where something stands in a text: line and column (in bytes), both from 1.
struct csv_place {
    std::uint64_t line = 0;
    std::uint64_t column = 0;
};

/// What is wrong with the form of a row.
enum class csv_fault : std::uint8_t {
    none,
    text_after_quote, ///< `"a"b`
    unclosed_quote,   ///< the file ends within quotes
};

/// Takes a CSV text (RFC 4180) apart into rows of fields. Lines end in LF, CRLF or CR; a byte-order mark is
/// skipped; a quote within an unquoted field is a character like any other; empty lines are no rows. Fields
/// are views into the buffer: nothing is copied, and only doubled quotes are rewritten, in place.
class csv_scanner {
public:
    /// No row may be longer: most likely a quote was never closed.
    static constexpr std::size_t longest_row = std::size_t{1} << 26;

    /// `name` stands for the file in errors.
    csv_scanner(std::unique_ptr<byte_source> source, std::string name, char delimiter = ',');

    /// Goes to the next row; false at the end. Throws error (parse_error) for a text that is UTF-16 and
    /// error (limit_exceeded) for a row that is too long, and what the source throws.
    bool next();

    /// The fields of the row; they hold until the next one is asked for.
    [[nodiscard]] std::span<const std::string_view> fields() const noexcept {
        return {fields_.data(), count_};
    }
    /// The line on which the row begins.
    [[nodiscard]] std::uint64_t line() const noexcept { return line_; }
    /// Where a field begins: its quote, if it has one. O(length of the row).
    [[nodiscard]] csv_place place_of(std::size_t field) const noexcept;
    /// What is wrong with the row's form, and at which field.
    [[nodiscard]] csv_fault fault() const noexcept { return fault_; }
    [[nodiscard]] std::size_t faulty_field() const noexcept { return faulty_field_; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    /// Bytes of text scanned so far (unpacked).
    [[nodiscard]] std::uint64_t scanned() const noexcept { return scanned_; }

private:
    bool refill();
    bool scan_row();
    [[nodiscard]] bool scan_quoted(const char*& p);
    void add_field(const char* begin, const char* end);
    void undouble();
    void skip_mark();

    std::unique_ptr<byte_source> source_;
    std::string name_;
    char delimiter_;
    csv_stops stops_; ///< what ends an unquoted field; the next one stands at or behind `at_`

    std::vector<char> buffer_;
    char* at_ = nullptr;  ///< where the next row begins
    char* end_ = nullptr; ///< of what was read; a line feed stands there
    bool ended_ = false;  ///< nothing more to read
    bool started_ = false;

    const char* row_ = nullptr;     ///< where this row began
    const char* row_end_ = nullptr; ///< where it ended, before its line end
    std::uint64_t line_ = 0;
    std::uint64_t next_line_ = 1;
    std::uint64_t scanned_ = 0;
    std::vector<std::string_view> fields_;
    std::vector<std::size_t> doubled_; ///< fields with doubled quotes
    std::vector<const char*> lines_;   ///< where lines begin within the row
    std::size_t count_ = 0;
    bool quoted_ = false; ///< some field of the row is
    csv_fault fault_ = csv_fault::none;
    std::size_t faulty_field_ = 0;
};

} // namespace comity::detail
