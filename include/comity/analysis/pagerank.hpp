#pragma once

#include <comity/history/detail/growing.hpp>
#include <comity/progress.hpp>
#include <comity/view/snapshot.hpp>

#include <cstddef>
#include <span>

namespace comity {

/// How pagerank() goes about it. Since 0.1.
struct pagerank_options {
    double damping = 0.85;        ///< share of the weight that follows edges, from 0 to below 1
    std::size_t iterations = 100; ///< at most
    double tolerance = 1e-9;      ///< stops when all ranks together change by less; 0: never before the last
    std::span<const double> weights; ///< by edge, none negative; empty: each counts 1
    progress tell;
};

/// What pagerank() finds. Since 0.1.
struct pageranks {
    detail::growing<double> ranks; ///< by vertex; they add up to 1
    std::size_t iterations = 0;    ///< done
    double change = 0;             ///< of all ranks together, in the last iteration
};

/// The share of time that a walker spends at each vertex who follows edges, each alike or by its weight, and
/// now and then (and wherever no edge leads on) jumps to any vertex. Parallel edges count each. By power
/// iteration from equal ranks. Throws error: invalid_argument for a damping, tolerance or weight out of range
/// or another number of weights than edges; cancelled. O(iterations (vertices + edges)), where edges from
/// vertices that none enters count once: in a graph that leads from one sort of vertices to another, all of
/// them. Since 0.1.
/// Source: Brin, Page, "The anatomy of a large-scale hypertextual Web search engine", 1998.
[[nodiscard]] pageranks pagerank(const snapshot& g, const pagerank_options& options = {});

} // namespace comity
