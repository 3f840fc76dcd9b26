#pragma once

#include <comity.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace comity::capi {

/// A call that never reaches the library: a NULL, a dead handle, an empty cell. Carries its code of the C
/// API.
class refusal : public std::runtime_error {
public:
    refusal(std::int32_t code, const std::string& message) : std::runtime_error(message), code_(code) {}
    [[nodiscard]] std::int32_t code() const noexcept { return code_; }

private:
    std::int32_t code_;
};

/// Keeps the exception in flight as this thread's error and returns its code. Only inside of a catch block.
[[nodiscard]] std::int32_t record_failure();

/// The one guard: every function of the C API runs its body in it, so that nothing but a code gets out.
template <class Body>
[[nodiscard]] std::int32_t guard(Body&& body) {
    try {
        std::forward<Body>(body)();
        return COMITY_OK;
    } catch (...) {
        return record_failure();
    }
}

/// Throws refusal (COMITY_E_NULL) for a null pointer. `name` is the parameter's.
template <class T>
T& required(T* pointer, const char* name) {
    if (pointer == nullptr) throw refusal(COMITY_E_NULL, std::string("argument '") + name + "' is NULL");
    return *pointer;
}

/// The caller's text; null is refused, whatever the length.
[[nodiscard]] std::string_view text_in(const char* text, std::size_t length, const char* name);
/// The caller's text, or nothing for a null.
[[nodiscard]] std::optional<std::string_view> optional_text_in(const char* text, std::size_t length);

// Texts that are going to be kept have to be UTF-8 in fact; else COMITY_E_INVALID_ARGUMENT. What is only
// looked for need not be checked: it is not found.

[[nodiscard]] std::string_view kept_text_in(const char* text, std::size_t length, const char* name);
/// Empty for a null.
[[nodiscard]] std::string kept_string_in(const comity_text& text, const char* name);

/// Where a text goes out: checked before the work is done, set after it.
class text_out {
public:
    text_out(const char** text, std::size_t* length)
        : text_(required(text, "out_text")), length_(required(length, "out_length")) {}
    void operator=(std::string_view text) const noexcept {
        text_ = text.data() == nullptr ? "" : text.data();
        length_ = text.size();
    }

private:
    const char*& text_;
    std::size_t& length_;
};

/// A count or number on its way out.
[[nodiscard]] constexpr std::int64_t wide(std::size_t count) noexcept {
    return static_cast<std::int64_t>(count);
}

/// An enumerator by its number; throws refusal (COMITY_E_INVALID_ARGUMENT) past the last one.
template <class Enum>
[[nodiscard]] Enum enum_in(std::int32_t number, Enum last, const char* name) {
    if (number < 0 || number > static_cast<std::int32_t>(last))
        throw refusal(COMITY_E_INVALID_ARGUMENT, std::string("argument '") + name + "' is " +
                                                     std::to_string(number) + "; expected 0 to " +
                                                     std::to_string(static_cast<std::int32_t>(last)));
    return static_cast<Enum>(number);
}

/// An index that the caller says; throws refusal (COMITY_E_UNKNOWN_ID) if there are fewer.
[[nodiscard]] std::size_t index_in(std::int64_t number, std::size_t count, const char* what);

/// A size that the caller says; throws refusal (COMITY_E_INVALID_ARGUMENT) if it is negative.
[[nodiscard]] std::size_t size_in(std::int64_t number, const char* name);

} // namespace comity::capi
