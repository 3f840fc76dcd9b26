#pragma once

#include "history/column.hpp"
#include "io/known_ids.hpp"
#include "io/numbered_texts.hpp"

#include <cstdint>
#include <string_view>

namespace comity::detail {

/// What the cells of a piece of CSV text name, as numbers: who makes relations of them need not look at the
/// text, which another processor may have in its cache.
struct relation_cells {
    static constexpr std::uint32_t unknown = known_ids::unknown;
    struct row {
        std::uint32_t from = unknown;     ///< a node; unknown: the row itself must be looked at
        std::uint32_t to = unknown;       ///< a node
        std::uint32_t type = 0;           ///< in `types`
        std::uint32_t begin = 0, end = 0; ///< in `dates`
    };
    growing<row> rows; ///< one for each of the piece; none while they are not numbered
    numbered_texts<std::string_view> types, dates;
};

} // namespace comity::detail
