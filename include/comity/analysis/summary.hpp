#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/analysis/moment.hpp>

#include <array>
#include <cstddef>
#include <vector>

namespace comity {

/// How many nodes are of a kind. Since 0.1.
struct kind_count {
    comity::kind kind;
    comity::kind root; ///< the root above it
    count exact;       ///< of this very kind
    count with_subkinds;
};

/// How many relations are of a type. Since 0.1.
struct type_count {
    relation_type type;
    count relations;
};

/// What a view shows, in numbers. Since 0.1.
struct view_summary {
    std::vector<kind_count> kinds; ///< roots and all kinds that occur or have one under them that does, in
                                   ///< the order of the tree
    std::vector<type_count> types; ///< the most frequent first, then by name
    count nodes;
    count relations;
    /// The first and the last day on which anything dated begins, happens or ends.
    moment first;
    moment last;
    std::size_t sources = 0;    ///< that state anything of what is shown
    std::size_t statements = 0; ///< about what is shown
    std::size_t dated = 0;      ///< facts with a date of their own
    std::size_t inferred = 0;   ///< facts that nobody states outright
    std::size_t disputed = 0;
    std::size_t unsourced = 0;
    std::array<std::size_t, modality_count> modalities{}; ///< facts by their own modality
    std::size_t denied = 0; ///< facts of the whole history that sources only deny; no view shows them
    search_extent searched;
};

/// Counts what the view shows. O(nodes + relations + statements). Throws error (cancelled) once `tell` asks.
/// Since 0.1.
[[nodiscard]] view_summary summary(const view& v, const progress& tell = {});

} // namespace comity
