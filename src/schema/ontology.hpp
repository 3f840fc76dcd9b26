#pragma once

#include <comity/schema/definitions.hpp>

#include <vector>

namespace comity::detail {

// The built-in definitions as of a revision of the ontology, in order of their numbers.

[[nodiscard]] std::vector<kind_definition> built_in_kinds(int revision);
[[nodiscard]] std::vector<relation_type_definition> built_in_relation_types(int revision);
[[nodiscard]] std::vector<attribute_type_definition> built_in_attribute_types(int revision);

} // namespace comity::detail
