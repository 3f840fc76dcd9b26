#include <comity/time/date_error.hpp>

namespace comity {
namespace {

constexpr std::size_t shown = 60; // bytes of a long text that a message repeats

std::string shown_in_quotes(std::string_view text) {
    constexpr char hex[] = "0123456789abcdef";
    std::string out = "'";
    for (const char c : text.substr(0, shown)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7f) {
            out += c;
        } else {
            out += "\\x";
            out += hex[byte >> 4];
            out += hex[byte & 15];
        }
    }
    if (text.size() > shown) out += "...";
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
