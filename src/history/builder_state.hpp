#pragma once

#include "history/draft.hpp"

#include <comity/history/builder.hpp>

#include <cstdint>

namespace comity {

/// What a builder holds: the draft of its history.
struct builder::state {
    detail::draft d;
};

namespace detail {

/// The next number of what there are `count` of. Throws error (limit_exceeded).
[[nodiscard]] std::uint32_t next_number(std::size_t count, const char* what);

/// Numbers come from one builder; one that does not would be read as something else, or from nowhere. Throws
/// error (invalid_argument).
void require_number(std::size_t number, std::size_t count, const char* what);

} // namespace detail
} // namespace comity
