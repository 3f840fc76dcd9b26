#include <comity/time/date_error.hpp>

#include <boost/locale/utf.hpp>

namespace comity {
namespace {

constexpr std::size_t shown = 60; // bytes of a long text that a message repeats

/// Bytes of the character with which the text begins; 0 if it is none to be shown: no UTF-8, or a control.
std::size_t length_of_character(std::string_view text) {
    namespace utf = boost::locale::utf;
    const char* at = text.data();
    const utf::code_point c = utf::utf_traits<char>::decode(at, text.data() + text.size());
    if (c == utf::illegal || c == utf::incomplete) return 0;
    return c < 0x20 || (c >= 0x7f && c < 0xa0) ? 0 : static_cast<std::size_t>(at - text.data());
}

std::string shown_in_quotes(std::string_view text) {
    constexpr char hex[] = "0123456789abcdef";
    std::string out = "'";
    std::size_t at = 0;
    while (at < text.size() && at < shown) {
        if (const std::size_t length = length_of_character(text.substr(at)); length != 0) {
            out += text.substr(at, length);
            at += length;
            continue;
        }
        const auto byte = static_cast<unsigned char>(text[at++]);
        out += "\\x";
        out += hex[byte >> 4];
        out += hex[byte & 15];
    }
    if (at < text.size()) out += "...";
    return out + '\'';
}

} // namespace

std::string describe(std::string_view text, const date_failure& failure) {
    return "not an EDTF date: " + shown_in_quotes(text) + " at byte " + std::to_string(failure.position) +
           ": expected " + failure.expected;
}

date_error::date_error(std::string_view text, const date_failure& failure)
    : error(errc::invalid_date, describe(text, failure)), failure_(failure), text_(text) {}

} // namespace comity
