#pragma once

#include <comity/schema/type_set.hpp>

#include <bit>
#include <cstdint>

namespace comity::detail {

/// Calls `visit(number)` for each member, ascending, without making a list of them.
template <class Visit>
void for_each_type(const relation_type_set& types, Visit&& visit) {
    std::uint32_t first = 0;
    for (const std::uint64_t word : types.words()) {
        for (std::uint64_t rest = word; rest != 0; rest &= rest - 1)
            visit(static_cast<std::uint16_t>(first + static_cast<unsigned>(std::countr_zero(rest))));
        first += 64;
    }
}

} // namespace comity::detail
