#include "guard.hpp"

#include <cstring>

namespace comity::capi {

std::string_view text_in(const char* text, std::size_t length, const char* name) {
    required(text, name);
    return {text, length == COMITY_NUL ? std::strlen(text) : length};
}

std::optional<std::string_view> optional_text_in(const char* text, std::size_t length) {
    if (text == nullptr) return std::nullopt;
    return text_in(text, length, "text");
}

std::string string_in(const comity_text& text) {
    return std::string(optional_text_in(text.data, text.length).value_or(std::string_view()));
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
