#pragma once

#include "analysis/disjoint.hpp"
#include "pulse.hpp"

#include <comity/analysis/components.hpp>
#include <comity/view/snapshot.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace comity::detail {

/// The parts of a graph, found in one walk along its edges as those of a picture are (Rosenfeld and Pfaltz,
/// Sequential Operations in Digital Picture Processing, 1966): whoever is met takes the label of the one that
/// it is met from, and where two labels meet it is noted that they mean the same part. Labels are few, so
/// that sets of them lie close at hand; and hardly a branch hangs on who was met before, which a processor
/// foresees badly.
class part_labels {
public:
    explicit part_labels(std::size_t vertices) : label_(vertices, unmet), meaning_(1) {}

    /// Puts `v` and the others, of whom there is one at least, into one part. Amortised O(others alpha).
    void join(graph::vertex v, std::span<const graph::vertex> others);

    /// The parts; whoever was never joined is one. Looks meanwhile. O(vertices + labels).
    [[nodiscard]] components number(pulse& beat) &&;

private:
    static constexpr std::uint32_t unmet = 0; ///< a label that is joined with no other

    [[nodiscard]] std::uint32_t put(std::uint32_t label, std::span<const graph::vertex> on);
    [[nodiscard]] std::uint32_t unite(std::uint32_t label, std::span<const graph::vertex> all);

    growing<std::uint32_t> label_; ///< by vertex
    disjoint meaning_;             ///< labels that mean the same part
};

} // namespace comity::detail
