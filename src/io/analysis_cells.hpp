#pragma once

// How analyses write what their tables share.

#include "io/column_types.hpp"

#include <comity/analysis/label.hpp>
#include <comity/analysis/moment.hpp>
#include <comity/history/statement.hpp>
#include <comity/io/table_builder.hpp>

#include <optional>
#include <string>
#include <vector>

namespace comity::detail {

/// The day, or no value: of one too far off for columns, which would take it for another.
[[nodiscard]] inline cell day_cell(const bound& b) {
    return b.is_day() && to_bound(to_day32(b.value)).is_day() ? cell(b.value) : cell();
}

/// A text, or no value if it is empty.
[[nodiscard]] inline cell text_cell(std::string_view text) {
    return text.empty() ? cell() : cell(text);
}

[[nodiscard]] inline cell least(const lag& l) {
    return l.unbounded_below ? cell() : cell(l.min);
}
[[nodiscard]] inline cell most(const lag& l) {
    return l.unbounded_above ? cell() : cell(l.max);
}
[[nodiscard]] inline cell least(const std::optional<lag>& l) {
    return l ? least(*l) : cell();
}
[[nodiscard]] inline cell most(const std::optional<lag>& l) {
    return l ? most(*l) : cell();
}

[[nodiscard]] inline std::int64_t number_of(const relation& r) {
    return static_cast<std::int64_t>(to_index(r.number()));
}

/// The number of the relation that a fact is, or no value.
[[nodiscard]] inline cell relation_cell(const fact& f) {
    return f.subject().is_relation() ? cell(number_of(as_relation(f))) : cell();
}

/// Ids of the sources that make these statements, each once: `a; b`.
[[nodiscard]] std::string sources_of(const std::vector<statement>& statements);

/// Source and locator of each, and what is special about it: `ciis-2021 1.2 p4 (inferred); ...`.
[[nodiscard]] std::string stated_by(const std::vector<statement>& statements);

/// `china member-of sco; ...`.
[[nodiscard]] std::string labels_of(const std::vector<relation>& relations);
[[nodiscard]] std::string labels_of(const std::vector<fact>& facts);

/// Ids of the one end of each: `china; russia`.
[[nodiscard]] std::string froms_of(const std::vector<relation>& relations);
[[nodiscard]] std::string tos_of(const std::vector<relation>& relations);

/// Values as a reader would write them: `8; more-than 6`.
[[nodiscard]] std::string values_of(const std::vector<attribute>& values);

} // namespace comity::detail
