#pragma once

#include "history/store.hpp"

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

/// Whether the selection shows the node of that number.
[[nodiscard]] truth node_truth(const store& s, const selection& sel, std::uint32_t node) noexcept;

/// Whether it shows the relation at that place of `out`, whose `from` the caller knows.
[[nodiscard]] truth relation_truth(const store& s, const selection& sel, std::uint32_t from,
                                   std::uint32_t place) noexcept;

} // namespace comity::detail
