#pragma once

#include <comity/time/date_error.hpp>
#include <comity/time/parsed_date.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace comity {

/// What the lenient reader did to a text, each a bit. Nothing is ever done without a note. Since 0.1.
enum class lenient_note : std::uint32_t {
    none = 0,
    trimmed = 1u << 0,           ///< white space around the text is gone
    spaces_removed = 1u << 1,    ///< spaces after commas are gone
    absent_word = 1u << 2,       ///< "NA" and its like, or nothing at all: no date is given
    far_end_opened = 1u << 3,    ///< 9999-12-31 became an open end
    range_as_set = 1u << 4,      ///< `1991-01..1991-06` became "one of", `[1991-01..1991-06]`
    slash_date = 1u << 5,        ///< `24/09/2021` became `2021-09-24`, by the order that the options say
    slash_ambiguous = 1u << 6,   ///< ... and the other order would have been a day too
    time_dropped = 1u << 7,      ///< a time of day that EDTF does not admit is gone; the day as written stays
    draft_unspecified = 1u << 8, ///< u or x for a digit became X (draft of 2012)
    draft_mark = 1u << 9,        ///< `?~` became `%` (draft of 2012)
    draft_end = 1u << 10,        ///< `unknown` or `open` as an end became nothing or `..` (draft of 2012)
    draft_year = 1u << 11,       ///< y, e, p in a long year became Y, E, S (draft of 2012)
    draft_group = 1u << 12,      ///< `2011-(06-04)~` became `2011-~06-~04` (draft of 2012)
};

[[nodiscard]] constexpr lenient_note operator|(lenient_note a, lenient_note b) noexcept {
    return static_cast<lenient_note>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b));
}
[[nodiscard]] constexpr bool has(lenient_note notes, lenient_note one) noexcept {
    return (static_cast<std::uint32_t>(notes) & static_cast<std::uint32_t>(one)) != 0;
}

/// One sentence for each note. Since 0.1.
[[nodiscard]] std::vector<std::string_view> describe(lenient_note notes);

/// What `24/09/2021` means. A text that fits only the other order is refused, never turned round. Since 0.1.
enum class slash_order : std::uint8_t {
    day_first,   ///< DD/MM/YYYY
    month_first, ///< MM/DD/YYYY
    refuse,      ///< no such dates in this source
};

/// What the lenient reader may do. Since 0.1.
struct lenient_options {
    slash_order slashes = slash_order::day_first;
    bool open_far_end = true; ///< read 9999-12-31 as "no end"
    date_options dates;
};

/// What the lenient reader made of a text. Since 0.1.
struct lenient_reading {
    enum class outcome : std::uint8_t {
        date,   ///< `text` is EDTF
        absent, ///< the text says that there is no date
        open,   ///< the text says that there is no end; `text` is ".."
    };
    outcome kind = outcome::date;
    lenient_note notes = lenient_note::none; ///< none: the text was EDTF as it stood
    std::string text;
};

/// Reads dates as files of data have them: EDTF as it stands, and beyond it the spellings that `lenient_note`
/// lists; what it can't read it refuses. The strict reader, date::parse, never does any of this. O(length).
/// Since 0.1.
[[nodiscard]] date_result<lenient_reading> try_read_lenient(std::string_view text,
                                                            const lenient_options& options = {});

/// The same; throws date_error, about the text as given, where it is refused. Since 0.1.
[[nodiscard]] lenient_reading read_lenient(std::string_view text, const lenient_options& options = {});

} // namespace comity
