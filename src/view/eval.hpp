#pragma once

#include "history/store.hpp"
#include "view/reading.hpp"

#include <comity/time/truth.hpp>
#include <comity/view/selection.hpp>

#include <cstdint>

namespace comity::detail {

/// What the time selector makes of these bounds.
[[nodiscard]] inline truth passes(const selection& s, const bounds& b) noexcept {
    switch (s.time) {
    case when::at:
        return b.at(s.first, s.last);
    case when::by:
        return b.by(s.first, s.last);
    case when::window:
        return b.window(s.first, s.last);
    case when::always:
        break;
    }
    return truth::certain;
}

/// Whether sources say it, and in a modality that is looked for.
[[nodiscard]] inline bool stated(const selection& s, std::uint8_t flags) noexcept {
    return (flags & flag::denied) == 0 && ((s.modalities >> (flags & flag::modality_mask)) & 1u) != 0;
}

/// What the bounds say of a node or relation that is possible on days that are not one range, or that some
/// deny; `t` is what its outer and inner bounds made of it.
[[nodiscard]] truth node_truth_exactly(const store& s, const selection& sel, std::uint32_t node,
                                       truth t) noexcept;
[[nodiscard]] truth relation_truth_exactly(const store& s, const selection& sel, std::uint32_t place,
                                           truth t) noexcept;

/// Flags of what four bounds alone don't settle.
inline constexpr std::uint8_t unsettled = flag::inexact | flag::doubtful;

/// Whether the selection shows the node of that number.
[[nodiscard]] inline truth node_truth(const store& s, const selection& sel, std::uint32_t node) noexcept {
    const reading_columns& r = columns_of(s, sel);
    const std::uint8_t flags = r.node_flags[node];
    if (!stated(sel, flags) || !sel.admits(kind(s.nodes.kind[node]))) return truth::no;
    const truth t = passes(sel, r.node_bounds[node]);
    return sel.certainty((flags & unsettled) == 0 ? t : node_truth_exactly(s, sel, node, t));
}

/// Whether it shows the relation at that place of `out`, whose `from` the caller knows.
[[nodiscard]] inline truth relation_truth(const store& s, const selection& sel, std::uint32_t from,
                                          std::uint32_t place) noexcept {
    const reading_columns& r = columns_of(s, sel);
    const std::uint8_t flags = r.flags[place];
    if (!stated(sel, flags) || !sel.admits(relation_type(s.out.type[place]))) return truth::no;
    if (sel.kinds &&
        !(sel.admits(kind(s.nodes.kind[from])) && sel.admits(kind(s.nodes.kind[s.out.to[place]]))))
        return truth::no;
    const truth t = passes(sel, r.effective(place));
    return sel.certainty((flags & unsettled) == 0 ? t : relation_truth_exactly(s, sel, place, t));
}

} // namespace comity::detail
