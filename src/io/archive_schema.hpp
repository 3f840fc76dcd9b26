#pragma once

#include <comity/schema/schema.hpp>

#include <string>
#include <string_view>

namespace comity::detail {

// The one part of a history that is no column: what data added to the built-in ontology. A sequence of texts,
// each after its length (four bytes), and of lists of texts, each after its count; docs/archive.md has the
// order.

/// Empty if nothing was added.
[[nodiscard]] std::string schema_to_bytes(const schema& s);

/// The built-in ontology of that revision and what was added to it, with the same numbers. Throws error:
/// unsupported for a revision that this library does not know; corrupt_file for bytes that say anything that
/// can't be added.
[[nodiscard]] schema schema_from_bytes(int revision, std::string_view bytes);

} // namespace comity::detail
