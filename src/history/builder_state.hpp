#pragma once

#include "history/draft.hpp"

#include <comity/history/builder.hpp>

#include <cstdint>
#include <new>
#include <utility>

namespace comity {

/// What a builder holds: the draft of its history.
struct builder::state {
    detail::draft d;
    bool spent = false; ///< its history was to be made, or memory did not suffice half way through a call

    /// The draft. Throws error (invalid_argument) if it is spent.
    [[nodiscard]] detail::draft& whole();
    /// Changes the draft. A row is added column by column, so where memory does not suffice for one of them
    /// it is not whole, and nobody may look at it again.
    template <class Change>
    decltype(auto) change(Change&& apply) {
        detail::draft& draft = whole();
        try {
            return std::forward<Change>(apply)(draft);
        } catch (const std::bad_alloc&) {
            spent = true;
            throw;
        }
    }
};

namespace detail {

/// The next number of what there are `count` of. Throws error (limit_exceeded).
[[nodiscard]] std::uint32_t next_number(std::size_t count, const char* what);

/// Numbers come from one builder; one that does not would be read as something else, or from nowhere. Throws
/// error (invalid_argument).
void require_number(std::size_t number, std::size_t count, const char* what);

} // namespace detail
} // namespace comity
