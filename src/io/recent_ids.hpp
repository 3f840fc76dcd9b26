#pragma once

#include "history/strings.hpp"

#include <comity/history/ids.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace comity::detail {

/// Which nodes the ids that cells named lately belong to. Most rows of a file name nodes that others have
/// named before, and looking one up in the history goes from the hash to a number, to a text and to its
/// bytes, each somewhere else in memory; here all that lies on one cache line.
class recent_ids {
public:
    /// For the ids of so many nodes.
    explicit recent_ids(std::size_t nodes) : entries_(std::clamp(std::bit_ceil(2 * nodes), least, most)) {}

    /// The node of that id, or what `find(id)` says, which is remembered if it is a node.
    template <class Find>
    [[nodiscard]] std::optional<node_id> get(std::string_view id, Find&& find) {
        if (id.size() > longest) return std::forward<Find>(find)(id);
        entry& e = entries_[hash_of(id) & (entries_.size() - 1)];
        if (e.known && std::string_view(e.text.data(), e.size) == id) return e.node;
        const std::optional<node_id> found = std::forward<Find>(find)(id);
        if (!found) return found;
        e = {true, static_cast<std::uint8_t>(id.size()), *found, {}};
        std::memcpy(e.text.data(), id.data(), id.size());
        return found;
    }

private:
    static constexpr std::size_t least = 64;
    static constexpr std::size_t most = 16384; // lines of 64 bytes: beyond, they are met too seldom
    static constexpr std::size_t longest = 56;
    struct alignas(64) entry {
        bool known = false;
        std::uint8_t size = 0;
        node_id node{};
        std::array<char, longest> text{};
    };
    static_assert(sizeof(entry) == 64);

    std::vector<entry> entries_;
};

} // namespace comity::detail
