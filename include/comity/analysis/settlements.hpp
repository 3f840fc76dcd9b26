#pragma once

#include <comity/analysis/disagreements.hpp>
#include <comity/history/reading.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace comity {

/// A slot for which sources give values that cannot all be true, and what each policy makes of it. Since 0.1.
struct settlement {
    disagreement of;
    /// For each policy what it leaves, as a view settled by it reads the slot. A date: one as a source writes
    /// it,
    /// `[2020-10-11,2020-11-10]` where it does not decide, `[2020-10-11..2020-11-10]` where it merges. Other
    /// values: one, or several with "; " between where it does not decide; `71..72` where it merges numbers.
    /// Of two targets where one is allowed both: no policy looks at those.
    std::vector<std::string> answers;
};

/// All that is disputed, with every policy's answer side by side. Since 0.1.
struct settlement_report {
    std::vector<policy> policies;
    std::vector<settlement> rows; ///< in the order of disagreements()
    search_extent searched;
};

/// What each of the policies makes of each slot of the view that is disputed: dates, values and whether
/// something is so at all. Without any the built-in ones that need no list: none, most-attested, newest,
/// most-precise, hull. They replace the view's own policy. Throws error (unknown_id) for a source that the
/// history does not have. As disagreements() and, for each policy that is new to the history, one reading of
/// all its statements. Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] settlement_report settlements(const view& v, std::span<const policy> policies = {},
                                            const progress& tell = {});

} // namespace comity
