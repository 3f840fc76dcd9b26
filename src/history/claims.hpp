#pragma once

#include "history/dates.hpp"
#include "history/slots.hpp"
#include "history/store.hpp"

#include <cstdint>

namespace comity::detail {

/// What a relation joins; of no meaning for a node.
struct joined_ends {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint16_t type = 0;
};

/// The day up to which a source looked at what it says of `about`: the latest `until` of the coverages that
/// concern it, else its own date; unbounded above without either. O(coverages).
[[nodiscard]] day32 known_until(const store& s, std::uint32_t source, subject about, const joined_ends& ends);

/// What a date says of a begin or of an end, by a source that looked until `known_until`.
[[nodiscard]] claim claim_of(const store& s, date_id d, bool is_end, day32 known_until, bool ignore_marks);

} // namespace comity::detail
