#pragma once

#include <comity/progress.hpp>
#include <comity/view/snapshot.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace comity {

/// Which way relations are walked: as they point, against it, or both ways. Since 0.1.
enum class direction : std::uint8_t { out = 0, in = 1, both = 2 };

/// Who stands next to whom: of each vertex its distinct neighbours, ascending and without itself, and by how
/// many relations. What counts people rather than papers (cores, triangles, shortest ways) asks this and not
/// the snapshot, in which two agreements between the same two states are two edges. Since 0.1.
struct neighbourhoods {
    std::vector<std::size_t> offsets; ///< vertices + 1
    std::vector<graph::vertex> neighbours;
    std::vector<std::uint32_t> relations; ///< as many as neighbours: how many relations join the two

    [[nodiscard]] std::size_t vertex_count() const noexcept { return offsets.size() - 1; }
    [[nodiscard]] std::size_t degree(graph::vertex v) const noexcept { return offsets[v + 1] - offsets[v]; }
    [[nodiscard]] std::span<const graph::vertex> of(graph::vertex v) const noexcept {
        return std::span(neighbours).subspan(offsets[v], degree(v));
    }
};

/// The neighbourhoods of a snapshot. Throws error (cancelled). O(vertices + edges): no sorting, since walking
/// the vertices in order meets each list's members in order. Since 0.1.
[[nodiscard]] neighbourhoods neighbourhoods_of(const snapshot& g, direction way = direction::both,
                                               const progress& tell = {});

} // namespace comity
