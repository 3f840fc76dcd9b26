#pragma once

#include "arrow.hpp"
#include "bindings.hpp"

#include <comity/io/table.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace comity::python {

/// Reads what an Arrow stream holds under those names; of its other columns the names alone, so that a report
/// can tell that nothing came of them. Throws error (invalid_argument) for what is no stream of columns and
/// for a type that holds no words, days or whole numbers. O(bytes).
[[nodiscard]] table table_from(ArrowArrayStream& stream, const std::vector<std::string>& names);

/// Throws error (invalid_argument) for a zone that is not UTC: of what day a moment is depends on the zone in
/// which one looks at it, and nothing here knows the zones. `where` begins the message.
void check_zone(std::string_view where, std::string_view zone);

void register_bulk(py::module_& m);

} // namespace comity::python
