#include "guard.hpp"

#include <cstring>
#include <cwchar>
#include <locale>

namespace comity::capi {

std::string_view text_in(const char* text, std::size_t length, const char* name) {
    required(text, name);
    return {text, length == COMITY_NUL ? std::strlen(text) : length};
}

std::optional<std::string_view> optional_text_in(const char* text, std::size_t length) {
    if (text == nullptr) return std::nullopt;
    return text_in(text, length, "text");
}

namespace {

/// How many bytes from the start are UTF-8.
std::size_t utf8_prefix(std::string_view text) {
    // char8_t is laid out as char, and the facet only reads.
    const auto* const begin = reinterpret_cast<const char8_t*>(text.data());
    const auto& utf8 =
        std::use_facet<std::codecvt<char32_t, char8_t, std::mbstate_t>>(std::locale::classic());
    std::mbstate_t state{};
    const auto good = static_cast<std::size_t>(utf8.length(state, begin, begin + text.size(), text.size()));
    // The facet of libstdc++ 12 lets halves of UTF-16 pairs pass, which begin with 0xED and 0xA0 or more.
    for (std::size_t i = text.find('\xED'); i < good; i = text.find('\xED', i + 1))
        if (static_cast<unsigned char>(text[i + 1]) >= 0xA0) return i;
    return good;
}

} // namespace

std::string_view kept_text_in(const char* text, std::size_t length, const char* name) {
    const std::string_view given = text_in(text, length, name);
    if (const std::size_t good = utf8_prefix(given); good != given.size())
        throw refusal(COMITY_E_INVALID_ARGUMENT,
                      std::string("argument '") + name + "' is not UTF-8 at byte " + std::to_string(good));
    return given;
}

std::string kept_string_in(const comity_text& text, const char* name) {
    return text.data == nullptr ? std::string() : std::string(kept_text_in(text.data, text.length, name));
}

std::size_t index_in(std::int64_t number, std::size_t count, const char* what) {
    if (number < 0 || static_cast<std::uint64_t>(number) >= count)
        throw refusal(COMITY_E_UNKNOWN_ID, std::string("there is no ") + what + " number " +
                                               std::to_string(number) + "; there are " +
                                               std::to_string(count));
    return static_cast<std::size_t>(number);
}

std::size_t size_in(std::int64_t number, const char* name) {
    if (number < 0)
        throw refusal(COMITY_E_INVALID_ARGUMENT, std::string("argument '") + name + "' is " +
                                                     std::to_string(number) + "; expected 0 or more");
    return static_cast<std::size_t>(number);
}

} // namespace comity::capi
