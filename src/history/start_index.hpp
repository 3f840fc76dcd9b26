#pragma once

#include "history/search.hpp"

#include <comity/history/detail/growing.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <new>
#include <span>
#include <vector>

namespace comity::detail {

/// Most lists are short: so many starts are written at once that the next list writes over some, and then
/// nothing hangs on how long each is, which a processor foresees badly.
inline constexpr std::size_t starts_at_once = 16;

/// Which node each relation of a run leaves, by places in `out`, whose offsets `ends` are; `node` is that of
/// the first. There must be room for `starts_at_once` more. O(nodes that the run leaves + relations).
void write_starts(std::span<const std::uint32_t> ends, std::uint32_t node, place_run run,
                  std::uint32_t* starts) noexcept;

/// The same of all of them. O(nodes + relations).
[[nodiscard]] inline growing<std::uint32_t> starts_of_all(std::span<const std::uint32_t> ends) {
    const std::uint32_t size = ends.empty() ? 0 : ends.back();
    growing<std::uint32_t> from(size + starts_at_once);
    write_starts(ends, 0, {0, size}, from.data());
    from.resize(size);
    return from;
}

/// Which node a relation leaves, by its place in `out`: not stored, since it follows from where the relations
/// of each node end. Knows it of every sixteenth place, and so searches only the nodes between two of them.
class start_index {
public:
    start_index() = default;
    /// `ends` are the offsets of `out`, nodes + 1, which must outlive it. Where no memory is to be had it
    /// searches all of them instead. O(nodes + places / 16).
    explicit start_index(std::span<const std::uint32_t> ends) noexcept : ends_(ends) {
        try {
            of_block_ = starts_of_blocks(ends);
        } catch (const std::bad_alloc&) {
            of_block_ = {};
        }
    }

    /// O(log of the nodes that leave, or have nothing, within sixteen places).
    [[nodiscard]] std::uint32_t from(std::uint32_t place) const noexcept {
        auto low = ends_.begin();
        auto high = ends_.end();
        if (const std::size_t b = place / block; b + 1 < of_block_.size()) {
            high = low + of_block_[b + 1] + 1;
            low += of_block_[b] + 1;
            if (place < *low) return of_block_[b]; // mostly
        }
        return static_cast<std::uint32_t>(std::upper_bound(low, high, place) - ends_.begin()) - 1;
    }

    /// The same of many places that lie far apart: all are looked up one step at a time, so that the memory
    /// that one step waits for is fetched for many of them at once.
    void from(std::span<const std::uint32_t> places, std::uint32_t* nodes) const noexcept {
        if (of_block_.empty())
            return static_cast<void>(
                std::ranges::transform(places, nodes, [this](std::uint32_t p) { return from(p); }));
        for (std::size_t i = 0; i < places.size(); ++i) nodes[i] = of_block_[places[i] / block];
        for (std::size_t i = 0; i < places.size(); ++i)
            if (places[i] >= ends_[nodes[i] + std::size_t{1}]) nodes[i] = from(places[i]);
    }

private:
    static constexpr std::uint32_t block = 16;

    static std::vector<std::uint32_t> starts_of_blocks(std::span<const std::uint32_t> ends) {
        std::vector<std::uint32_t> of;
        if (ends.empty()) return of;
        of.reserve(ends.back() / block + 2);
        for (std::uint32_t node = 0; node + 1 < ends.size(); ++node)
            for (; of.size() * block < ends[node + 1]; of.push_back(node)) {
            }
        of.push_back(static_cast<std::uint32_t>(ends.size()) - 2); // no place leaves a later one
        return of;
    }

    std::span<const std::uint32_t> ends_;
    std::vector<std::uint32_t> of_block_; ///< the node that the first place of each block leaves
};

} // namespace comity::detail
