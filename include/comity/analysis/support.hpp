#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/history/source.hpp>

#include <cstddef>
#include <vector>

namespace comity {

/// What a fact rests on. Since 0.1.
struct support {
    fact about;
    comity::truth truth = comity::truth::possible;
    std::vector<source> sources; ///< that assert it or give something of it, each once
    /// What these go back to by derived-from: copies of one document have one root, and so have documents
    /// that derive from each other in a ring.
    std::vector<source> roots;
    std::size_t statements = 0;
    std::size_t located = 0; ///< statements that say where in their source
    bool inferred = false;   ///< nobody who counts states it outright
};

/// Which facts are asked for. Since 0.1.
struct support_options {
    std::size_t most_sources = static_cast<std::size_t>(-1); ///< 1: what rests on one source, or on none
    std::size_t most_roots = static_cast<std::size_t>(-1); ///< 1: what rests on one independent root, or none
    bool unlocated = false; ///< only facts of which no statement says where in its source
    progress tell = {};
};

/// On how many sources each node and relation that the view shows rests, and on how many independent ones: of
/// the sources that count, without those that only deny it. Nodes by number, then relations by number.
/// O(nodes + relations + statements). Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] listing<support> supports(const view& v, const support_options& options = {});

} // namespace comity
