#pragma once

#include <comity/analysis/disagreements.hpp>

#include <optional>
#include <vector>

namespace comity::detail {

/// The slots of one fact for which more than one value is given: existence, begin, end and attributes.
[[nodiscard]] std::vector<disagreement> competing_slots(const view& v, const fact& f);

/// The targets of one relation type that admits one at a time, where `n` has several at one time.
[[nodiscard]] std::vector<disagreement> competing_targets(const view& v, const node& n);

} // namespace comity::detail
