#pragma once

#include "history/reading_rule.hpp"
#include "history/store.hpp"
#include "pulse.hpp"

#include <optional>
#include <span>

namespace comity::detail {

/// A reading of one history: how, and what came of it.
struct reading_state {
    reading_rule rule;
    reading_columns columns;
};

/// Ends and types of relations, by row.
struct relation_ends {
    std::span<const std::uint32_t> from;
    std::span<const std::uint32_t> to;
    std::span<const std::uint16_t> type;
};

/// Bounds and flags, by number of a node or row of a relation.
struct settled_rows {
    growing<day32> b1, e2;
    growing<day32> b2, e1; ///< empty while no row is imprecise: then they are b1 and e2
    growing<std::uint8_t> flags;

    void reserve(std::size_t n);
    void push(const bounds& b, std::uint8_t f);
    [[nodiscard]] bounds operator[](std::size_t i) const noexcept {
        return precise() ? bounds{b1[i], b1[i], e2[i], e2[i]} : bounds{b1[i], b2[i], e1[i], e2[i]};
    }
    [[nodiscard]] std::size_t size() const noexcept { return flags.size(); }
    [[nodiscard]] bool precise() const noexcept { return b2.empty(); }
    [[nodiscard]] bounds_columns seal() &&;
};

/// What the statements leave of every slot: the periods of nodes and relations by their own word.
struct settled {
    settled_rows nodes;
    settled_rows relations;
    alternative_columns alternatives;
};

/// Reads the statements that count: compatible ones are intersected, disputes become alternatives unless the
/// rule's policy decides them. O(rows + statements).
[[nodiscard]] settled settle(const store& s, const relation_ends& ends, const reading_rule& rule,
                             pulse& beat);

/// What becomes of relations when both ends have had their say; nothing if no end takes anything away, as in
/// most bulk data: then what they are by their own word is all. O(relations).
[[nodiscard]] std::optional<settled_rows> effective(const relation_ends& ends, const settled& own,
                                                    pulse& beat);

/// Brings a reading into the sealed order of `out` and `in` and makes its time index; `cut` is what
/// effective() gave. O(n).
[[nodiscard]] reading_columns lay_out(const store& s, settled own, const std::optional<settled_rows>& cut,
                                      pulse& beat);

/// The time index of a reading whose columns are there; `types` are those of the relations, by place. O(n).
[[nodiscard]] time_index index_of(const reading_columns& r, std::span<const std::uint16_t> types,
                                  pulse& beat);

} // namespace comity::detail
