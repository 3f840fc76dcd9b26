#pragma once

#include <comity/view/asking.hpp>
#include <comity/view/view.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace comity {

/// Where the relations of some nodes lead: one list a node, end to end. A neighbour stands in a list once for
/// each relation that leads to it, by type and begin. Since 0.1.
struct neighbour_lists {
    std::vector<std::uint32_t> offsets; ///< where each list begins, and where the last one ends
    std::vector<std::uint32_t> nodes;   ///< node numbers
    std::vector<truth> truths;          ///< of the relations; empty if all are certain, or it was not asked

    /// How many lists there are.
    [[nodiscard]] std::size_t size() const noexcept { return offsets.empty() ? 0 : offsets.size() - 1; }
    /// The list of the i-th node.
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t i) const noexcept {
        return std::span(nodes).subspan(offsets[i], offsets[i + 1] - offsets[i]);
    }
    friend bool operator==(const neighbour_lists&, const neighbour_lists&) = default;
};

/// Where the relations that `v` shows lead from each of `nodes`, or those of one type: as walking over
/// `v.out(node, type)` for each, in one call. Where no more than `asking::whether` is asked, nothing says how
/// surely each is one, and of imprecise dates half as much is read. Throws error: invalid_argument for a
/// number that is no node's; limit_exceeded where the lists together are longer than 4,294,967,295. O(sum of
/// degrees), of one type O(log) of them and those of that type; where the days looked at leave fewer
/// relations than that, O(nodes of the history / 64 + those log of them). Since 0.1.
[[nodiscard]] neighbour_lists out_neighbours(const view& v, std::span<const node_id> nodes,
                                             std::optional<relation_type> type = std::nullopt,
                                             asking asked = asking::how_surely);

/// Where those come from that come in to each of `nodes`: as walking over `v.in(node, type)`. Throws as
/// out_neighbours(). O(sum of degrees). Since 0.1.
[[nodiscard]] neighbour_lists in_neighbours(const view& v, std::span<const node_id> nodes,
                                            std::optional<relation_type> type = std::nullopt,
                                            asking asked = asking::how_surely);

} // namespace comity
