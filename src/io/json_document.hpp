#pragma once

#include <comity/progress.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comity::detail {

/// A JSON value that knows where it stands.
struct json_value {
    enum class type : std::uint8_t { null, boolean, number, string, array, object };

    type is = type::null;
    bool boolean = false;
    bool exact = true;      ///< false: a whole number that a double can't hold
    std::size_t offset = 0; ///< of its first byte
    double number = 0;
    std::string text;
    std::vector<json_value> items;
    struct member;
    std::vector<member> members;

    /// The member of that name, or null. O(members).
    [[nodiscard]] const json_value* find(std::string_view name) const noexcept;
    [[nodiscard]] json_value* find(std::string_view name) noexcept;
};

struct json_value::member {
    std::string name;
    std::size_t offset;
    json_value value;
};

/// "a string", "an object" ...: for messages.
[[nodiscard]] std::string_view name_of(json_value::type t) noexcept;

/// Why and where a text is not JSON.
struct json_fault {
    std::size_t offset;
    std::string message;
    /// Where the innermost object or list begins that the text never closes, if that is the matter.
    std::optional<std::size_t> unclosed{};
};

/// A whole text as JSON values. Deeper nesting than 64 levels and names that stand twice in one object are
/// faults too. Throws error (cancelled). O(length).
struct json_document {
    json_value root;
    std::vector<json_fault> faults; ///< not empty: `root` is not to be used
};
[[nodiscard]] json_document parse_json(std::string_view text, const progress& tell = {});

/// Line and column of byte offsets in one text, from 1; columns count characters, not bytes. For one thread:
/// it remembers the last answer, since offsets mostly come in order and a file may be one long line.
class line_index {
public:
    explicit line_index(std::string_view text);
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> at(std::size_t offset);
    [[nodiscard]] std::string_view text() const noexcept { return text_; }

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
    std::size_t last_offset_ = 0;
    std::size_t last_line_ = 1;
    std::size_t last_column_ = 1;
};

} // namespace comity::detail
