#include "analysis/part_labels.hpp"

#include "in_blocks.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace comity::detail {
namespace {

/// `a` or `b`. Compilers make a branch of `is ? a : b` where the values come from memory.
constexpr std::uint32_t choose(bool is, std::uint32_t a, std::uint32_t b) noexcept {
    return b ^ ((a ^ b) & (0u - std::uint32_t{is}));
}

} // namespace

void part_labels::join(graph::vertex v, std::span<const graph::vertex> others) {
    std::uint32_t label = label_[v];
    label = choose(label == unmet, label_[others.front()], label);
    label = label == unmet ? meaning_.add() : meaning_.find(label);
    constexpr std::size_t block = 8;
    for (; others.size() >= block; others = others.subspan(block)) {
        std::uint32_t apart = 0; // of long lists most bear the label already
        for (std::size_t i = 0; i < block; ++i) apart |= label_[others[i]] ^ label;
        if (apart != 0) label = put(label, others.first(block));
    }
    label_[v] = put(label, others);
}

/// Labels whoever was not met, and returns the label that all bear then.
std::uint32_t part_labels::put(std::uint32_t label, std::span<const graph::vertex> on) {
    std::uint32_t apart = 0;
    for (const graph::vertex v : on) {
        const std::uint32_t known = meaning_.above(label_[v]);
        const std::uint32_t now = choose(known == unmet, label, known);
        label_[v] = now;
        apart |= now ^ label;
    }
    return apart == 0 ? label : unite(label, on);
}

std::uint32_t part_labels::unite(std::uint32_t label, std::span<const graph::vertex> all) {
    for (const graph::vertex v : all) {
        meaning_.join(label, label_[v]);
        label = meaning_.find(label);
    }
    for (const graph::vertex v : all) label_[v] = label;
    return label;
}

components part_labels::number(pulse& beat) && {
    constexpr std::uint32_t none = graph::snapshot_columns::no_vertex;
    meaning_.flatten();
    const auto labels = static_cast<std::uint32_t>(meaning_.size());
    const std::uint32_t in_vain = labels;
    growing<std::uint32_t> numbers(std::size_t{labels} + 1, none); // what is unmet never gets one
    // Four counts a label: each would otherwise wait for the one before, most being of the same label.
    std::vector<std::array<std::uint32_t, 4>> counts(labels);
    std::uint32_t next = 0;
    in_blocks(0, label_.size(), beat, [&](std::size_t first, std::size_t end) {
        for (std::size_t v = first; v < end; ++v) {
            const std::uint32_t label = meaning_.above(label_[v]);
            const std::uint32_t known = numbers[label];
            const bool is_first = known == none;
            numbers[choose(is_first & (label != unmet), label, in_vain)] = next;
            label_[v] = choose(is_first, next, known);
            ++counts[label][v % 4];
            next += is_first ? 1u : 0u;
        }
    });
    components c{std::move(label_), growing<std::uint32_t>(next, 1)};
    for (std::uint32_t label = unmet + 1; label < labels; ++label)
        if (meaning_.above(label) == label)
            c.sizes[numbers[label]] = std::accumulate(counts[label].begin(), counts[label].end(), 0u);
    return c;
}

} // namespace comity::detail
