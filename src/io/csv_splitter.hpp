#pragma once

#include "io/byte_source.hpp"
#include "io/csv_rows.hpp"
#include "io/csv_stops.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace comity::detail {

/// Takes a CSV text (RFC 4180) apart into rows of fields, piece by piece. Lines end in LF, CRLF or CR; a
/// byte-order mark is skipped; a quote within an unquoted field is a character like any other; empty lines
/// are no rows.
class csv_splitter {
public:
    /// No row may be longer: most likely a quote was never closed.
    static constexpr std::size_t longest_row = std::size_t{1} << 26;
    /// Bytes that are read at once: with what is known of its rows, a piece stays in the cache.
    static constexpr std::size_t usual_piece = std::size_t{1} << 17;

    /// `name` stands for the file in errors.
    csv_splitter(std::unique_ptr<byte_source> source, std::string name, char delimiter,
                 std::size_t piece = usual_piece);

    /// The next piece, in place of what `to` holds; false if it is the last one. Only that may be without
    /// rows. Throws error (parse_error) for a text that is UTF-16 and error (limit_exceeded) for a row that
    /// is too long, and what the source throws.
    bool split(csv_rows& to);

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    /// Bytes of text read so far (unpacked), on whatever thread.
    [[nodiscard]] std::uint64_t text_read() const noexcept { return text_read_; }

private:
    static constexpr std::size_t mark_size = 3; ///< of a byte-order mark, which must be there to be told

    [[nodiscard]] std::size_t read_on(growing<char>& text);
    void skip_mark();
    void split_rows(csv_rows& to, std::size_t size);
    [[nodiscard]] bool split_row(csv_rows& to);
    [[nodiscard]] const char* split_fields(csv_rows& to, csv_rows::row& row);
    [[nodiscard]] const char* split_quoted(csv_rows& to, const char* p, csv_rows::row& row);
    [[nodiscard]] std::uint32_t place_of(const char* p) const noexcept {
        return static_cast<std::uint32_t>(p - begin_);
    }
    void add_field(csv_rows& to, const char* begin, const char* end) const {
        to.fields.push_back({place_of(begin), static_cast<std::uint32_t>(end - begin)});
    }

    std::unique_ptr<byte_source> source_;
    std::string name_;
    char delimiter_;
    std::size_t piece_;
    csv_stops stops_;  ///< what ends an unquoted field; the next one stands at or behind `at_`
    std::string rest_; ///< of the piece before: the row that it did not hold all of
    std::atomic<std::uint64_t> text_read_ = 0;
    std::uint64_t line_ = 1;
    bool ended_ = false; ///< nothing more to read

    // Of the piece at hand.
    const char* begin_ = nullptr;
    const char* at_ = nullptr;  ///< where the next row begins
    const char* end_ = nullptr; ///< a line feed stands there
};

} // namespace comity::detail
