#pragma once

#include "io/json_document.hpp"

#include <rapidjson/error/error.h>

namespace comity::detail {

/// What numbers are kept: those that a double holds, and nothing is rounded to 0 or to infinity.
inline constexpr const char* expected_number =
    "expected 0 or a number between about 4.9e-324 and 1.8e308 in size";

/// What is wrong at that place of a text, in words: what was expected there and what stands there.
[[nodiscard]] json_fault fault_of(std::string_view text, rapidjson::ParseErrorCode code, std::size_t offset,
                                  std::optional<std::size_t> innermost_open);

} // namespace comity::detail
