#pragma once

#include <comity/history/node.hpp>
#include <comity/history/relation.hpp>

#include <string>
#include <string_view>

namespace comity {

/// A fact in one short text: the id of a node; the id of a relation, or `china member-of sco` if it has none.
/// Since 0.1.
[[nodiscard]] std::string label(const fact& f);

/// A fact in words: the name of a node in that language; of a relation the names of its ends with the label
/// of its type between them. Since 0.1.
[[nodiscard]] std::string in_words(const fact& f, std::string_view language = "en");

/// The kind of a node or the type of a relation, as data spells it. Since 0.1.
[[nodiscard]] std::string_view type_name(const fact& f);

/// The node that `f` is. Throws error(invalid_argument) for a relation. Since 0.1.
[[nodiscard]] node as_node(const fact& f);

/// The relation that `f` is. Throws error(invalid_argument) for a node. Since 0.1.
[[nodiscard]] relation as_relation(const fact& f);

} // namespace comity
