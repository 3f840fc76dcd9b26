#pragma once

#include <comity/analysis/disagreements.hpp>
#include <comity/analysis/listing.hpp>
#include <comity/history/source.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace comity {

/// A slot for which two sources give different values. Since 0.1.
struct source_difference {
    fact about;
    std::string slot; ///< as in a disagreement
    conflict how = conflict::value;
    comity::truth truth = comity::truth::certain;
    std::vector<competing_value>
        first; ///< what the first source gives; more than one if it differs from itself
    std::vector<competing_value> other; ///< what the other gives
};

/// Where two sources agree and where they don't. Since 0.1.
struct difference_report {
    std::vector<source_difference> disputed;
    std::vector<source_difference> refined; ///< compatible: one says what the other leaves open
    std::size_t same = 0;                   ///< slots for which both give the same
    std::size_t only_first = 0;             ///< slots of which only the first source speaks
    std::size_t only_other = 0;
    search_extent searched;
};

/// Every slot of the nodes and relations that the view shows for which both sources give a value and not the
/// same one: existence, begin, end, single attributes, and targets of relations that admit one at a time. The
/// view is read with these two sources alone. Silence is no difference. By number of node, then of relation.
/// Throws error: unknown_id; invalid_argument for a source that the view does not hear. O(nodes + relations +
/// statements). Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] difference_report differences(const view& v, std::string_view first, std::string_view other,
                                            const progress& tell = {});

/// How often two sources speak of the same, and how they differ. Since 0.1.
struct agreement {
    source first;
    source other;
    std::string type;     ///< kind of the nodes or type of the relations that it is about
    std::string slot;     ///< as in a disagreement
    std::size_t both = 0; ///< slots for which both give a value; the sum of those below
    std::size_t same = 0;
    std::size_t refined = 0; ///< compatible: one says what the other leaves open
    std::size_t value = 0;   ///< different values
    std::size_t time_disjoint = 0;
    std::size_t polarity = 0;
    std::size_t constraint = 0;

    /// Slots in which they contradict each other.
    [[nodiscard]] std::size_t disputed() const noexcept {
        return value + time_disjoint + polarity + constraint;
    }
};

/// For each two sources that count, each kind or relation type and each slot: how often they agree, refine
/// and contradict each other. By the numbers of the sources, then by type and slot. O(nodes + relations +
/// statements), quadratic in the sources of one slot. Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] listing<agreement> agreements(const view& v, const progress& tell = {});

} // namespace comity
