#pragma once

#include <rapidjson/document.h>

#include <cstddef>
#include <string>

namespace comity::detail {

/// Appends a value as JSON that a person likes to read: on one line where it fits into 120 characters, else
/// an indented line for each member or item, plain values side by side. `indent` is how deep the value
/// stands, `used` how many characters its first line has already. Throws error (invalid_argument) for text
/// that is not UTF-8.
void append_json(std::string& out, const rapidjson::Value& v, std::size_t indent, std::size_t used);

/// A JSON string, quotes and all. Throws as append_json does.
[[nodiscard]] std::string quoted_json(const char* text, std::size_t length);

} // namespace comity::detail
