#pragma once

#include <comity/history/builder.hpp>
#include <comity/io/csv.hpp>
#include <comity/progress.hpp>

namespace comity::detail {

/// The history of what was read. Throws findings_error if rows were rejected and the caller wants all or
/// nothing, and as the builder does; error (cancelled).
[[nodiscard]] loaded_history built_load(builder&& built, load_report&& report, bool all_or_nothing,
                                        const progress& tell);

} // namespace comity::detail
