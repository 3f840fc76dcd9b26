#include "history/seal.hpp"
#include "history/sorting.hpp"

#include <algorithm>
#include <utility>

namespace comity::detail {
namespace {

std::uint32_t key_of(const draft& d, subject s) {
    return s.is_relation() ? static_cast<std::uint32_t>(d.node_count()) + s.number() : s.number();
}

/// Numbers of the rows, ordered by what they are about and then as they were added.
template <class Row>
growing<std::uint32_t> by_subject(const draft& d, const growing<Row>& rows, pulse& beat) {
    growing<std::uint32_t> keys(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) keys[i] = key_of(d, rows[i].about);
    growing<std::uint32_t> order = counted(rows.size());
    const std::size_t subjects = d.node_count() + d.relation_count();
    if (subjects / 8 < rows.size()) return sorted_by(keys, offsets_by(keys, subjects, beat), order, beat);
    // Few rows about few of many subjects: counting would look at every subject.
    std::stable_sort(
        order.begin(), order.end(),
        stoppable([&keys](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; }, beat));
    return order;
}

/// The premises of each statement, in the sealed order. `order` gives the number a statement had before.
void seal_premises(draft& d, std::span<const std::uint32_t> order, statement_columns& out) {
    if (d.premises.empty()) return;
    growing<std::uint32_t> renumbered(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) renumbered[order[i]] = i;
    for (auto& [statement, text] : d.premises) statement = renumbered[statement];
    std::stable_sort(d.premises.begin(), d.premises.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    growing<std::uint32_t> keys;
    growing<string_id> texts;
    for (const auto& [statement, text] : d.premises) {
        keys.push_back(statement);
        texts.push_back(text);
    }
    out.premises_of = lists_of(keys);
    out.premises = std::move(texts);
}

/// One field of the rows as a column, in that order.
template <class Row, class Field>
growing<Field> column_of(const growing<Row>& rows, std::span<const std::uint32_t> order, Field Row::*field) {
    growing<Field> values(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) values[i] = rows[order[i]].*field;
    return values;
}

/// Returns the new number of each attribute row.
growing<std::uint32_t> seal_attributes(draft& d, attribute_columns& a, pulse& beat) {
    using row = draft::attribute_row;
    const growing<std::uint32_t> order = by_subject(d, d.attributes, beat);
    mark_competing_values(d, order, beat);
    growing<std::uint32_t> renumbered(order.size());
    growing<std::uint32_t> subjects(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        renumbered[order[i]] = static_cast<std::uint32_t>(i);
        subjects[i] = key_of(d, d.attributes[order[i]].about);
    }
    beat.look();
    a.of = lists_of(subjects);
    a.subject = std::move(subjects);
    a.type = column_of(d.attributes, order, &row::type);
    a.value = column_of(d.attributes, order, &row::value);
    a.bound = column_of(d.attributes, order, &row::bound);
    a.flags = column_of(d.attributes, order, &row::flags);
    a.text = column_of(d.attributes, order, &row::text);
    a.language = column_of(d.attributes, order, &row::language);
    a.unit = column_of(d.attributes, order, &row::unit);
    a.number = column_of(d.attributes, order, &row::number);
    a.begin = column_of(d.attributes, order, &row::begin);
    a.end = column_of(d.attributes, order, &row::end);
    return renumbered;
}

/// A statement of everything speaks of the slots that were given.
void settle_slots(const draft& d, const attribute_columns& attributes, draft::statement_row& row) {
    if (row.slots != whole_record) return;
    row.begin = d.begin_of(row.about);
    row.end = d.end_of(row.about);
    slot slots = slot::existence;
    if (row.begin != no_date) slots = slots | slot::begin;
    if (row.end != no_date) slots = slots | slot::end;
    const auto [first, last] = attributes.of.of(key_of(d, row.about));
    for (std::uint32_t i = first; i < last; ++i)
        if ((attributes.flags[i] & attribute_columns::own_statements) == 0) slots = slots | slot::attributes;
    row.slots = static_cast<std::uint8_t>(slots);
}

} // namespace

void seal_statements(draft& d, store& s, pulse& beat) {
    using row = draft::statement_row;
    const growing<std::uint32_t> renumbered = seal_attributes(d, s.attributes, beat);
    const growing<std::uint32_t> order = by_subject(d, d.statements, beat);
    growing<std::uint32_t> subjects(order.size()), value(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        beat.now_and_then();
        row& stated = d.statements[order[i]];
        settle_slots(d, s.attributes, stated);
        subjects[i] = key_of(d, stated.about);
        value[i] = stated.value == 0 ? 0 : renumbered[stated.value - 1] + 1;
    }
    statement_columns& out = s.statements;
    seal_premises(d, order, out);
    beat.look();
    out.of = lists_of(subjects);
    out.subject = std::move(subjects);
    out.value = std::move(value);
    beat.look();
    out.source = column_of(d.statements, order, &row::source);
    out.locator = column_of(d.statements, order, &row::locator);
    out.quote = column_of(d.statements, order, &row::quote);
    out.rule = column_of(d.statements, order, &row::rule);
    out.slots = column_of(d.statements, order, &row::slots);
    out.flags = column_of(d.statements, order, &row::flags);
    out.begin = column_of(d.statements, order, &row::begin);
    out.end = column_of(d.statements, order, &row::end);
}

} // namespace comity::detail
