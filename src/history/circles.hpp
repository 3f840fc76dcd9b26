#pragma once

#include "history/draft.hpp"

#include <comity/schema/relation_type.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace comity::detail {

/// By whose word a relation is there.
enum class word_of : std::uint8_t {
    nobody,   ///< it is denied, or not reported
    the_data, ///< no source speaks of its existence
    sources,
};

/// By whose word each relation is there, by row. O(relations + statements).
[[nodiscard]] std::vector<word_of> words_of_relations(const draft& d);

/// Finds ways of relations of one type that lead back to where they started, where none must: errors if they
/// are there by the word of the data alone, warnings if sources state one of the relations. O(relations log
/// them).
void check_circles(draft& d, relation_type type, std::span<const word_of> words);

} // namespace comity::detail
