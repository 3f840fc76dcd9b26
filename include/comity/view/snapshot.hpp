#pragma once

#include <comity/history/detail/growing.hpp>
#include <comity/history/node.hpp>
#include <comity/history/reading.hpp>
#include <comity/history/relation.hpp>
#include <comity/history/store_ptr.hpp>
#include <comity/progress.hpp>
#include <comity/time/truth.hpp>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <ranges>
#include <span>

/// Dense graphs and the free functions that algorithms ask of them: a namespace of its own, so that
/// argument-dependent lookup of `source(e, g)` finds a function and never the class comity::source.
namespace comity::graph {

/// A vertex: 0 .. num_vertices - 1, in the order of the node numbers.
using vertex = std::uint32_t;

/// An edge: its two ends and its number, 0 .. num_edges - 1, in the order of the sources.
struct edge {
    vertex from = 0;
    vertex to = 0;
    std::uint32_t index = 0;
    friend constexpr bool operator==(const edge& a, const edge& b) noexcept { return a.index == b.index; }
    friend constexpr auto operator<=>(const edge& a, const edge& b) noexcept { return a.index <=> b.index; }
};

/// The edges of a snapshot by the vertex that they enter, in the order of their numbers.
struct incoming_columns {
    detail::growing<std::uint32_t> offsets; ///< vertices + 1
    detail::growing<vertex> sources;
    detail::growing<std::uint32_t> edges; ///< number of the edge
};

/// The columns of a snapshot. They hold no history, so that a history can keep them.
struct snapshot_columns {
    detail::growing<std::uint32_t> offsets; ///< vertices + 1
    detail::growing<vertex> targets;        ///< by edge
    detail::growing<std::uint32_t> nodes;   ///< node number of each vertex, ascending
    detail::growing<std::uint32_t> places;  ///< relation of each edge, as a place in the sealed order
    detail::growing<truth> truths;          ///< by edge; empty if all are certain

    static constexpr vertex no_vertex = 0xffffffff;

    /// The vertex of that node number, or no_vertex. O(1) where every node before it is a vertex, else
    /// O(log vertices).
    [[nodiscard]] vertex vertex_of(std::uint32_t node) const noexcept {
        if (node < nodes.size() && nodes[node] == node) return node;
        const auto found = std::lower_bound(nodes.begin(), nodes.end(), node);
        return found != nodes.end() && *found == node ? static_cast<vertex>(found - nodes.begin())
                                                      : no_vertex;
    }

    /// The other direction: made when first asked for, and then kept. Of threads that ask at once each makes
    /// it, and that of the first to be done is kept. O(vertices + edges) the first time, else O(1).
    [[nodiscard]] const incoming_columns& incoming() const {
        const incoming_columns* const made = made_.load(std::memory_order_acquire);
        return made != nullptr ? *made : incoming(progress());
    }
    /// The same. Throws error (cancelled); it is then made when it is next asked for.
    [[nodiscard]] const incoming_columns& incoming(const progress& tell) const;

private:
    mutable std::mutex keeping_;
    mutable std::unique_ptr<const incoming_columns> incoming_;
    mutable std::atomic<const incoming_columns*> made_ = nullptr;
};

/// A view made dense: compressed sparse rows in both directions, the incoming one once it is asked for, with
/// dense vertex numbers, exact counts and O(1) degrees. Parallel edges and loops are kept: an edge is a
/// relation. A shared handle to something that never changes: copy it freely, hand it to threads. It models
/// Boost.Graph's VertexListGraph, EdgeListGraph, BidirectionalGraph and AdjacencyGraph concepts once
/// <comity/view/boost_graph.hpp> is included. Since 0.1.
class snapshot {
public:
    /// `reading` is none for the default one.
    snapshot(detail::store_ptr store, std::shared_ptr<const snapshot_columns> columns,
             std::shared_ptr<const comity::reading> reading = nullptr) noexcept
        : store_(std::move(store)),
          columns_(std::move(columns)),
          reading_(std::move(reading)),
          offsets_(columns_->offsets.data()),
          targets_(columns_->targets.data()) {}

    [[nodiscard]] std::size_t vertex_count() const noexcept { return columns_->nodes.size(); }
    [[nodiscard]] std::size_t edge_count() const noexcept { return columns_->targets.size(); }

    /// The vertex of a node, or nothing if the view does not show the node. O(log vertices).
    [[nodiscard]] std::optional<vertex> find(const comity::node& n) const noexcept {
        if (n.store() != store_) return std::nullopt;
        const vertex v = columns_->vertex_of(static_cast<std::uint32_t>(n.number()));
        return v == snapshot_columns::no_vertex ? std::nullopt : std::optional(v);
    }
    /// The node of a vertex. O(1).
    [[nodiscard]] comity::node node(vertex v) const { return {store_, node_id{columns_->nodes[v]}}; }
    /// The relation of an edge. O(1).
    [[nodiscard]] comity::relation relation(const edge& e) const;
    /// Whether the edge is certainly or only possibly there. O(1).
    [[nodiscard]] comity::truth truth(const edge& e) const noexcept {
        return columns_->truths.empty() ? comity::truth::certain : columns_->truths[e.index];
    }

    /// Where the edges out of a vertex lead, in the order of their numbers. O(1).
    [[nodiscard]] std::span<const vertex> targets(vertex v) const noexcept {
        return {targets_ + offsets_[v], targets_ + offsets_[v + 1]};
    }
    /// The number of the first edge out of a vertex, or of the next one if it has none; behind the last
    /// vertex the number of edges. O(1).
    [[nodiscard]] std::uint32_t first_edge(vertex v) const noexcept { return offsets_[v]; }

    /// How the view reads the statements: what algorithms go by that look at values.
    [[nodiscard]] comity::reading reading() const;

    [[nodiscard]] const snapshot_columns& columns() const noexcept { return *columns_; }
    [[nodiscard]] const detail::store_ptr& store() const noexcept { return store_; }

private:
    detail::store_ptr store_;
    std::shared_ptr<const snapshot_columns> columns_;
    std::shared_ptr<const comity::reading> reading_; ///< the words of it: its columns need not be kept alive
    // Of the columns: an algorithm that writes between two looks at the graph looks through one pointer less.
    const std::uint32_t* offsets_;
    const vertex* targets_;
};

/// A snapshot in which each edge may be walked both ways: for weak components and whatever else asks for an
/// undirected graph. It shares the snapshot's vertices and edge numbers. Since 0.1.
class undirected_snapshot {
public:
    /// O(vertices + edges).
    explicit undirected_snapshot(snapshot of);

    [[nodiscard]] const snapshot& directed() const noexcept { return of_; }
    [[nodiscard]] std::size_t vertex_count() const noexcept { return of_.vertex_count(); }
    [[nodiscard]] std::size_t edge_count() const noexcept { return of_.edge_count(); }

    struct adjacency {
        detail::growing<std::uint32_t> offsets; ///< vertices + 1; a loop stands twice in its vertex's list
        detail::growing<vertex> neighbours;
        detail::growing<std::uint32_t> edges;
    };
    [[nodiscard]] const adjacency& both_ways() const noexcept { return *adjacency_; }

private:
    snapshot of_;
    std::shared_ptr<const adjacency> adjacency_;
};

/// `g` without its directions. O(vertices + edges).
[[nodiscard]] undirected_snapshot undirected(const snapshot& g);

} // namespace comity::graph

namespace comity {
using graph::snapshot;
}
