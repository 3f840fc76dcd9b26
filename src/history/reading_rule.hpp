#pragma once

#include "history/slots.hpp"
#include "history/store.hpp"

#include <comity/history/reading.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace comity::detail {

/// The number of the source of that id. Throws error (unknown_id) that names the nearest.
[[nodiscard]] std::uint32_t source_of(const store& s, const std::string& id);

/// A reading made ready for one history: ids looked up, ranks worked out.
struct reading_rule {
    /// Throws error (unknown_id) for a source that the history does not have.
    reading_rule(const store& s, const reading& r);

    [[nodiscard]] bool admits(std::uint32_t source) const noexcept { return !restricted || admitted[source]; }

    reading how;
    bool restricted = false;    ///< not every source counts
    std::vector<bool> admitted; ///< by source

    std::vector<std::uint32_t> source_rank;        ///< by source: place in policy::sources
    std::vector<std::uint32_t> kind_rank;          ///< by source: place in policy::source_kinds
    std::vector<day32> source_day;                 ///< by source: its date, undated ones first of all
    std::vector<std::vector<std::uint32_t>> roots; ///< by source: see roots_of()
};

/// Lets a policy choose among the sides of a disputed slot; `claims` are those that were resolved.
void decide(verdict& v, std::span<const claim> claims, const reading_rule& rule);

/// Of values that exclude each other those that a policy's preferences leave; of each the sources that state
/// it. What is precise in days says nothing of them. O(values * statements) for each preference.
[[nodiscard]] std::vector<bool> preferred(std::span<const std::vector<std::uint32_t>> stated_by,
                                          const reading_rule& rule);

} // namespace comity::detail
