#pragma once

#include "history/column.hpp"
#include "history/search.hpp"
#include "pulse.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace comity::detail {

/// Where each type begins in the lists of hubs, nodes with many relations: what is of one type is found
/// without a search through the list. Archives of the first builds have none.
struct type_runs {
    column<std::uint32_t> offsets; ///< nodes + 1: where the types of each begin; empty if there is no hub
    column<std::uint16_t> types;   ///< of one node ascending
    column<std::uint32_t> firsts;  ///< place of the first relation of each

    /// A list that is no longer than this is searched as soon as the directory.
    static constexpr std::uint32_t long_list = 64;

    /// What is of that type in the list of a node; nothing if it is no hub. O(log types of the node).
    [[nodiscard]] std::optional<place_run> of(std::size_t node, place_run list,
                                              std::uint16_t type) const noexcept {
        if (offsets.empty() || offsets[node] == offsets[node + 1]) return std::nullopt;
        const place_run known{offsets[node], offsets[node + 1]};
        const std::uint32_t at = first_not_before(known, [&](std::uint32_t i) { return types[i] < type; });
        if (at == known.end || types[at] != type) return place_run{list.end, list.end};
        return place_run{firsts[at], at + 1 == known.end ? list.end : firsts[at + std::size_t{1}]};
    }
};

/// Of lists that begin at `offsets` and lie by type. O(nodes + relations of hubs).
template <class TypeAt>
[[nodiscard]] type_runs type_runs_of(std::span<const std::uint32_t> offsets, pulse& beat, TypeAt&& type_at) {
    growing<std::uint32_t> runs(offsets.size()), firsts;
    growing<std::uint16_t> types;
    for (std::size_t node = 0; node + 1 < offsets.size(); ++node) {
        runs[node] = static_cast<std::uint32_t>(types.size());
        place_run rest{offsets[node], offsets[node + 1]};
        if (rest.end - rest.first <= type_runs::long_list) continue;
        beat.look();
        while (rest.first != rest.end) {
            const std::uint16_t type = type_at(rest.first);
            types.push_back(type);
            firsts.push_back(rest.first);
            while (rest.first != rest.end && type_at(rest.first) == type) ++rest.first;
        }
    }
    if (types.empty()) return {};
    runs.back() = static_cast<std::uint32_t>(types.size());
    return {std::move(runs), std::move(types), std::move(firsts)};
}

} // namespace comity::detail
