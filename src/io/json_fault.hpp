#pragma once

#include "io/json_document.hpp"

#include <rapidjson/error/error.h>

namespace comity::detail {

/// What is wrong at that place of a text, in words: what was expected there and what stands there.
[[nodiscard]] json_fault fault_of(std::string_view text, rapidjson::ParseErrorCode code, std::size_t offset,
                                  std::optional<std::size_t> innermost_open);

} // namespace comity::detail
