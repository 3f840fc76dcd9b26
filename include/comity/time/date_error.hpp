#pragma once

#include <comity/error.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace comity {

/// Why a text is not an EDTF expression. Since 0.1.
enum class date_fault : std::uint8_t {
    none = 0,
    syntax = 1, ///< a character that the grammar does not admit there
    value = 2,  ///< well spelt, but there is no such day, month, hour, year or precision
    order = 3,  ///< an interval or range whose latest end lies before its earliest begin
    length = 4, ///< longer than `max_date_length`
};

/// Where reading a date failed and what was expected there. Costs no allocation. Since 0.1.
struct date_failure {
    date_fault fault = date_fault::none;
    std::size_t position = 0;  ///< byte offset into the text
    const char* expected = ""; ///< a phrase in English, in static storage
};

/// The exception of date::parse: an error(invalid_date) that says which text, where in it, and what was
/// expected there. Since 0.1.
class date_error : public error {
public:
    date_error(std::string_view text, const date_failure& failure);

    [[nodiscard]] date_fault fault() const noexcept { return failure_.fault; }
    [[nodiscard]] std::size_t position() const noexcept { return failure_.position; }
    [[nodiscard]] std::string_view expected() const noexcept { return failure_.expected; }
    [[nodiscard]] const date_failure& failure() const noexcept { return failure_; }

    /// The whole text that could not be read, as given. Since 0.1.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
    date_failure failure_;
    std::string text_;
};

/// One sentence: the text (cut short, with controls and what is not UTF-8 escaped), the position and what was
/// expected. Since 0.1.
[[nodiscard]] std::string describe(std::string_view text, const date_failure& failure);

} // namespace comity
