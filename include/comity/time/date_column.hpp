#pragma once

#include <comity/time/bound.hpp>
#include <comity/time/date_error.hpp>
#include <comity/time/lenient.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace comity {

/// What reading one text of a column gave. The numbers are also the C API's. Since 0.1.
enum class date_outcome : std::uint8_t {
    invalid = 0, ///< no date; see the report
    date = 1,
    absent = 2, ///< read leniently: the text says that there is no date
    open = 3,   ///< read leniently: the text says that there is no end
};

/// How a column is read. Since 0.1.
struct date_column_options {
    date_options dates; ///< of the lenient reader too
    bool lenient = false;
    slash_order slashes = slash_order::day_first; ///< for the lenient reader
    bool open_far_end = true;                     ///< for the lenient reader
};

/// Where the columns go: each of them has room for a value for each text, or is null and left out. Since 0.1.
struct date_columns {
    std::int64_t* earliest = nullptr; ///< days since 1970-01-01; 0 where there is no day
    std::int64_t* latest = nullptr;
    std::uint8_t* earliest_kind = nullptr; ///< bound_kind; of what is no date `unknown`
    std::uint8_t* latest_kind = nullptr;
    std::uint8_t* outcome = nullptr; ///< date_outcome
    std::uint8_t* marks = nullptr;   ///< qualifier on any component
    std::uint32_t* notes = nullptr;  ///< lenient_note: what the lenient reader did
};

/// A text that is no date. Since 0.1.
struct date_column_failure {
    std::size_t row = 0;
    date_failure why;
};

/// Reads many dates at once, without an allocation for those that are strictly EDTF: one after the other, the
/// same as parse_bounds() or try_read_lenient() on each. A member of this is used for all rows of one
/// reading. Since 0.1.
class date_column_reader {
public:
    explicit date_column_reader(const date_columns& out, const date_column_options& options = {}) noexcept
        : out_(out), options_(options) {}

    /// Reads the text of a row. O(length).
    void read(std::size_t row, std::string_view text);
    /// A row without a text: `absent`.
    void skip(std::size_t row);

    /// The texts that are no dates, in the order in which they were read.
    [[nodiscard]] const std::vector<date_column_failure>& failures() const noexcept { return failures_; }

private:
    void put(std::size_t row, const parsed_date& d, lenient_note notes) const;
    void put(std::size_t row, date_outcome outcome, const bound& edge, lenient_note notes) const;
    void read_leniently(std::size_t row, std::string_view text);

    date_columns out_;
    date_column_options options_;
    std::vector<date_column_failure> failures_;
};

} // namespace comity
