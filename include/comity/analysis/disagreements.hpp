#pragma once

#include <comity/analysis/listing.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace comity {

/// How values of one slot differ. Since 0.1.
enum class conflict : std::uint8_t {
    refinement,    ///< no conflict: one says what the other leaves open, as 2009-06-16 does of 2009
    value,         ///< different values, of which at most one can be right
    time_disjoint, ///< dates that no one day satisfies
    polarity,      ///< one source says that it is so, another that it is not
    constraint,    ///< two targets at one time, of a relation type that admits one
};

/// "refinement", "value", "time-disjoint", "polarity" or "constraint". Since 0.1.
[[nodiscard]] std::string_view to_string(conflict c) noexcept;

/// One of the values that compete, and who gives it. Since 0.1.
struct competing_value {
    std::string
        value; ///< as a source writes it; of existence "asserted" or "denied"; of a relation its target
    std::vector<statement> statements;
};

/// A slot for which sources give more than one value. Since 0.1.
struct disagreement {
    fact about;
    std::string slot; ///< "existence", "begin", "end", the name of an attribute or of a relation type
    conflict how = conflict::value;
    /// Certain, or possible only: of a constraint, where the two may not have been at one time.
    comity::truth truth = comity::truth::certain;
    std::vector<competing_value> values; ///< in the order in which they are stated
};

/// What sources disagree about, and what looks like it and is agreement. Since 0.1.
struct disagreement_report {
    std::vector<disagreement> disputed;
    std::vector<disagreement> refined; ///< compatible: the view uses what all of them leave
    search_extent searched;
};

/// Every slot of the nodes and relations that the view shows for which sources give more than one value.
/// Dates and bounded numbers that can be true together refine each other. By number of node, then of
/// relation. O(nodes + relations + statements), quadratic in the values of one slot. Throws error (cancelled)
/// once `tell` asks. Since 0.1.
[[nodiscard]] disagreement_report disagreements(const view& v, const progress& tell = {});

/// The same of everything that the history holds, in whatever modality, seen by a view or not. Throws error
/// (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] disagreement_report disagreements(const history& h, const progress& tell = {});

} // namespace comity
