#pragma once

#include <comity/schema/detail/flat_names.hpp>
#include <comity/schema/schema.hpp>

#include <memory>
#include <string_view>

namespace comity::detail {

/// What data added to the built-in ontology of a revision, as bytes, which may lie in a file: a sequence of
/// texts, each after its length (four bytes), and of lists of texts, each after its count; docs/archive.md
/// has the order.
struct flat_schema {
    int revision = schema::current_revision;
    std::string_view bytes; ///< empty if nothing was added
    flat_names kinds, relation_types, attribute_types;
    std::shared_ptr<const void> owner; ///< keeps all of it alive
};

/// That of a schema. O(definitions).
[[nodiscard]] flat_schema flatten(const schema& s);

/// The schema that the bytes tell of, with the same numbers. Throws error: unsupported for a revision that
/// this library does not know; corrupt_file for bytes that say anything that can't be added, and for names,
/// if there are any, that are not those of the definitions. O(bytes).
[[nodiscard]] schema read(const flat_schema& flat);

} // namespace comity::detail
