#pragma once

// Makes snapshots Boost.Graph graphs. Costs seconds to compile: include it only where an algorithm is run.
//
// Boost's algorithms, and code that names no more of comity than it uses, find source(e, g) by itself. Where
// `using namespace comity` brings in the class comity::source, write graph::source(e, g).

#include <comity/view/snapshot.hpp>
#include <comity/view/view.hpp>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

#include <cstddef>
#include <limits>
#include <utility>

namespace comity::graph {

struct snapshot_traversal : boost::vertex_list_graph_tag,
                            boost::edge_list_graph_tag,
                            boost::bidirectional_graph_tag,
                            boost::adjacency_graph_tag {};
struct undirected_traversal : boost::vertex_list_graph_tag,
                              boost::edge_list_graph_tag,
                              boost::bidirectional_graph_tag,
                              boost::adjacency_graph_tag {};

/// Walks a run of edge numbers of one vertex. `Step` says what the i-th edge of the run is.
template <class Graph, class Step, class Value>
class run_iterator : public boost::iterator_facade<run_iterator<Graph, Step, Value>, Value,
                                                   std::random_access_iterator_tag, Value, std::ptrdiff_t> {
public:
    run_iterator() = default;
    run_iterator(const Graph& g, vertex v, std::uint32_t at) noexcept : step_(g, v), at_(at) {}

private:
    friend class boost::iterator_core_access;
    [[nodiscard]] Value dereference() const noexcept { return step_(at_); }
    [[nodiscard]] bool equal(const run_iterator& other) const noexcept { return at_ == other.at_; }
    void increment() noexcept { ++at_; }
    void decrement() noexcept { --at_; }
    void advance(std::ptrdiff_t n) noexcept { at_ = static_cast<std::uint32_t>(at_ + n); }
    [[nodiscard]] std::ptrdiff_t distance_to(const run_iterator& other) const noexcept {
        return std::ptrdiff_t{other.at_} - std::ptrdiff_t{at_};
    }

    Step step_;
    std::uint32_t at_ = 0;
};

struct out_step {
    out_step() = default;
    out_step(const snapshot& g, vertex v) noexcept : targets(g.columns().targets.data()), from(v) {}
    [[nodiscard]] edge operator()(std::uint32_t i) const noexcept { return {from, targets[i], i}; }
    const vertex* targets = nullptr;
    vertex from = 0;
};

struct in_step {
    in_step() = default;
    in_step(const snapshot& g, vertex v) : to(v) {
        const incoming_columns& in = g.columns().incoming();
        sources = in.sources.data();
        edges = in.edges.data();
    }
    [[nodiscard]] edge operator()(std::uint32_t i) const noexcept { return {sources[i], to, edges[i]}; }
    const vertex* sources = nullptr;
    const std::uint32_t* edges = nullptr;
    vertex to = 0;
};

/// An edge of an undirected graph as seen from `from`; or, the other way, as seen from its far end.
struct both_ways_step {
    both_ways_step() = default;
    both_ways_step(const undirected_snapshot& g, vertex v) noexcept
        : neighbours(g.both_ways().neighbours.data()), edges(g.both_ways().edges.data()), from(v) {}
    [[nodiscard]] edge operator()(std::uint32_t i) const noexcept { return {from, neighbours[i], edges[i]}; }
    const vertex* neighbours = nullptr;
    const std::uint32_t* edges = nullptr;
    vertex from = 0;
};

struct both_ways_in_step : both_ways_step {
    using both_ways_step::both_ways_step;
    [[nodiscard]] edge operator()(std::uint32_t i) const noexcept { return {neighbours[i], from, edges[i]}; }
};

/// Walks all edges in the order of their numbers.
class edge_iterator
    : public boost::iterator_facade<edge_iterator, edge, std::forward_iterator_tag, edge, std::ptrdiff_t> {
public:
    edge_iterator() = default;
    edge_iterator(const snapshot& g, std::uint32_t at) noexcept
        : offsets_(g.columns().offsets.data()),
          targets_(g.columns().targets.data()),
          end_(static_cast<std::uint32_t>(g.edge_count())),
          at_(at) {
        settle();
    }

private:
    friend class boost::iterator_core_access;
    [[nodiscard]] edge dereference() const noexcept { return {from_, targets_[at_], at_}; }
    [[nodiscard]] bool equal(const edge_iterator& other) const noexcept { return at_ == other.at_; }
    void increment() noexcept {
        ++at_;
        settle();
    }
    void settle() noexcept {
        while (at_ < end_ && offsets_[from_ + 1] <= at_) ++from_;
    }

    const std::uint32_t* offsets_ = nullptr;
    const vertex* targets_ = nullptr;
    std::uint32_t end_ = 0;
    std::uint32_t at_ = 0;
    vertex from_ = 0;
};

using out_edge_iterator = run_iterator<snapshot, out_step, edge>;
using in_edge_iterator = run_iterator<snapshot, in_step, edge>;
using both_ways_iterator = run_iterator<undirected_snapshot, both_ways_step, edge>;
using both_ways_in_iterator = run_iterator<undirected_snapshot, both_ways_in_step, edge>;
using vertex_iterator = boost::counting_iterator<vertex>;

template <class Iterator>
using bounds_of = std::pair<Iterator, Iterator>;

// What the concepts ask for; each is O(1).

[[nodiscard]] inline vertex source(const edge& e, const snapshot&) noexcept {
    return e.from;
}
[[nodiscard]] inline vertex target(const edge& e, const snapshot&) noexcept {
    return e.to;
}
[[nodiscard]] inline vertex source(const edge& e, const undirected_snapshot&) noexcept {
    return e.from;
}
[[nodiscard]] inline vertex target(const edge& e, const undirected_snapshot&) noexcept {
    return e.to;
}

template <class Graph>
concept dense_graph = std::is_same_v<Graph, snapshot> || std::is_same_v<Graph, undirected_snapshot>;

template <dense_graph Graph>
[[nodiscard]] std::size_t num_vertices(const Graph& g) noexcept {
    return g.vertex_count();
}
template <dense_graph Graph>
[[nodiscard]] std::size_t num_edges(const Graph& g) noexcept {
    return g.edge_count();
}
template <dense_graph Graph>
[[nodiscard]] bounds_of<vertex_iterator> vertices(const Graph& g) noexcept {
    return {vertex_iterator(0), vertex_iterator(static_cast<vertex>(g.vertex_count()))};
}
[[nodiscard]] inline bounds_of<edge_iterator> edges(const snapshot& g) noexcept {
    return {edge_iterator(g, 0), edge_iterator(g, static_cast<std::uint32_t>(g.edge_count()))};
}
[[nodiscard]] inline bounds_of<edge_iterator> edges(const undirected_snapshot& g) noexcept {
    return edges(g.directed());
}

[[nodiscard]] inline bounds_of<out_edge_iterator> out_edges(vertex v, const snapshot& g) noexcept {
    return {{g, v, g.first_edge(v)}, {g, v, g.first_edge(v + 1)}};
}
[[nodiscard]] inline bounds_of<in_edge_iterator> in_edges(vertex v, const snapshot& g) {
    const auto& offsets = g.columns().incoming().offsets;
    return {{g, v, offsets[v]}, {g, v, offsets[v + 1]}};
}
[[nodiscard]] inline bounds_of<const vertex*> adjacent_vertices(vertex v, const snapshot& g) noexcept {
    const std::span<const vertex> targets = g.targets(v);
    return {targets.data(), targets.data() + targets.size()};
}
[[nodiscard]] inline bounds_of<both_ways_iterator> out_edges(vertex v,
                                                             const undirected_snapshot& g) noexcept {
    const auto& offsets = g.both_ways().offsets;
    return {{g, v, offsets[v]}, {g, v, offsets[v + 1]}};
}
[[nodiscard]] inline bounds_of<both_ways_in_iterator> in_edges(vertex v,
                                                               const undirected_snapshot& g) noexcept {
    const auto& offsets = g.both_ways().offsets;
    return {{g, v, offsets[v]}, {g, v, offsets[v + 1]}};
}
[[nodiscard]] inline bounds_of<const vertex*> adjacent_vertices(vertex v,
                                                                const undirected_snapshot& g) noexcept {
    const undirected_snapshot::adjacency& a = g.both_ways();
    return {a.neighbours.data() + a.offsets[v], a.neighbours.data() + a.offsets[v + 1]};
}

[[nodiscard]] inline std::size_t out_degree(vertex v, const snapshot& g) noexcept {
    return g.first_edge(v + 1) - g.first_edge(v);
}
[[nodiscard]] inline std::size_t in_degree(vertex v, const snapshot& g) {
    const incoming_columns& in = g.columns().incoming();
    return in.offsets[v + 1] - in.offsets[v];
}
[[nodiscard]] inline std::size_t degree(vertex v, const snapshot& g) {
    return out_degree(v, g) + in_degree(v, g);
}
[[nodiscard]] inline std::size_t out_degree(vertex v, const undirected_snapshot& g) noexcept {
    return g.both_ways().offsets[v + 1] - g.both_ways().offsets[v];
}
[[nodiscard]] inline std::size_t in_degree(vertex v, const undirected_snapshot& g) noexcept {
    return out_degree(v, g);
}
[[nodiscard]] inline std::size_t degree(vertex v, const undirected_snapshot& g) noexcept {
    return out_degree(v, g);
}

/// From an edge to its number.
struct edge_index_map {
    using value_type = std::uint32_t;
    using reference = std::uint32_t;
    using key_type = edge;
    using category = boost::readable_property_map_tag;
    friend std::uint32_t get(const edge_index_map&, const edge& e) noexcept { return e.index; }
};

/// From a vertex to its number. Vertices are u32, yet numbered as Boost.Graph numbers: transitive_closure
/// takes no other type than this.
struct vertex_index_map {
    using value_type = std::size_t;
    using reference = std::size_t;
    using key_type = vertex;
    using category = boost::readable_property_map_tag;
    friend std::size_t get(const vertex_index_map&, vertex v) noexcept { return v; }
};

template <dense_graph Graph>
[[nodiscard]] vertex_index_map get(boost::vertex_index_t, const Graph&) noexcept {
    return {};
}
template <dense_graph Graph>
[[nodiscard]] std::size_t get(boost::vertex_index_t, const Graph&, vertex v) noexcept {
    return v;
}
template <dense_graph Graph>
[[nodiscard]] edge_index_map get(boost::edge_index_t, const Graph&) noexcept {
    return {};
}
template <dense_graph Graph>
[[nodiscard]] std::uint32_t get(boost::edge_index_t, const Graph&, const edge& e) noexcept {
    return e.index;
}

} // namespace comity::graph

namespace boost {

template <>
struct graph_traits<comity::graph::snapshot> {
    using vertex_descriptor = comity::graph::vertex;
    using edge_descriptor = comity::graph::edge;
    using directed_category = bidirectional_tag;
    using edge_parallel_category = allow_parallel_edge_tag;
    using traversal_category = comity::graph::snapshot_traversal;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using vertex_iterator = comity::graph::vertex_iterator;
    using edge_iterator = comity::graph::edge_iterator;
    using out_edge_iterator = comity::graph::out_edge_iterator;
    using in_edge_iterator = comity::graph::in_edge_iterator;
    using adjacency_iterator = const comity::graph::vertex*;
    static vertex_descriptor null_vertex() noexcept { return comity::graph::snapshot_columns::no_vertex; }
};
// Algorithms that take `Graph&` deduce a const graph from a const snapshot.
template <>
struct graph_traits<const comity::graph::snapshot> : graph_traits<comity::graph::snapshot> {};

template <>
struct graph_traits<comity::graph::undirected_snapshot> : graph_traits<comity::graph::snapshot> {
    using directed_category = undirected_tag;
    using traversal_category = comity::graph::undirected_traversal;
    using out_edge_iterator = comity::graph::both_ways_iterator;
    using in_edge_iterator = comity::graph::both_ways_in_iterator;
};
template <>
struct graph_traits<const comity::graph::undirected_snapshot>
    : graph_traits<comity::graph::undirected_snapshot> {};

template <comity::graph::dense_graph Graph>
struct property_map<Graph, vertex_index_t> {
    using type = comity::graph::vertex_index_map;
    using const_type = type;
};
template <comity::graph::dense_graph Graph>
struct property_map<Graph, edge_index_t> {
    using type = comity::graph::edge_index_map;
    using const_type = type;
};
template <comity::graph::dense_graph Graph>
struct property_map<const Graph, vertex_index_t> : property_map<Graph, vertex_index_t> {};
template <comity::graph::dense_graph Graph>
struct property_map<const Graph, edge_index_t> : property_map<Graph, edge_index_t> {};

} // namespace boost
