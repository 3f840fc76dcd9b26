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
growing<std::uint32_t> by_subject(const draft& d, const std::vector<Row>& rows) {
    growing<std::uint32_t> keys(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) keys[i] = key_of(d, rows[i].about);
    growing<std::uint32_t> order = counted(rows.size());
    const std::size_t subjects = d.node_count() + d.relation_count();
    if (subjects / 8 < rows.size()) return sorted_by(keys, offsets_by(keys, subjects), order);
    // Few rows about few of many subjects: counting would look at every subject.
    std::stable_sort(order.begin(), order.end(),
                     [&keys](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
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

/// Returns the new number of each attribute row.
std::vector<std::uint32_t> seal_attributes(draft& d, attribute_columns& a) {
    const growing<std::uint32_t> order = by_subject(d, d.attributes);
    mark_competing_values(d, order);
    std::vector<std::uint32_t> renumbered(order.size());
    growing<std::uint32_t> subjects;
    growing<std::uint16_t> type;
    growing<std::uint8_t> value, bound, flags;
    growing<string_id> text, language, unit;
    growing<double> number;
    growing<date_id> begin, end;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const draft::attribute_row& row = d.attributes[order[i]];
        renumbered[order[i]] = static_cast<std::uint32_t>(i);
        subjects.push_back(key_of(d, row.about));
        type.push_back(row.type);
        value.push_back(row.value);
        bound.push_back(row.bound);
        flags.push_back(row.flags);
        text.push_back(row.text);
        language.push_back(row.language);
        unit.push_back(row.unit);
        number.push_back(row.number);
        begin.push_back(row.begin);
        end.push_back(row.end);
    }
    a.of = lists_of(subjects);
    a.subject = std::move(subjects);
    a.type = std::move(type);
    a.value = std::move(value);
    a.bound = std::move(bound);
    a.flags = std::move(flags);
    a.text = std::move(text);
    a.language = std::move(language);
    a.unit = std::move(unit);
    a.number = std::move(number);
    a.begin = std::move(begin);
    a.end = std::move(end);
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

void seal_statements(draft& d, store& s) {
    const std::vector<std::uint32_t> renumbered = seal_attributes(d, s.attributes);
    const growing<std::uint32_t> order = by_subject(d, d.statements);
    statement_columns& out = s.statements;
    growing<std::uint32_t> subjects, source, value;
    growing<string_id> locator, quote, rule;
    growing<std::uint8_t> slots, flags;
    growing<date_id> begin, end;
    for (growing<std::uint32_t>* c : {&subjects, &source, &value, &locator, &quote, &rule, &begin, &end})
        c->reserve(order.size());
    slots.reserve(order.size());
    flags.reserve(order.size());
    for (const std::uint32_t number : order) {
        draft::statement_row& row = d.statements[number];
        settle_slots(d, s.attributes, row);
        subjects.push_back(key_of(d, row.about));
        source.push_back(row.source);
        locator.push_back(row.locator);
        quote.push_back(row.quote);
        rule.push_back(row.rule);
        slots.push_back(row.slots);
        flags.push_back(row.flags);
        begin.push_back(row.begin);
        end.push_back(row.end);
        value.push_back(row.value == 0 ? 0 : renumbered[row.value - 1] + 1);
    }
    seal_premises(d, order, out);
    out.of = lists_of(subjects);
    out.subject = std::move(subjects);
    out.source = std::move(source);
    out.locator = std::move(locator);
    out.quote = std::move(quote);
    out.rule = std::move(rule);
    out.slots = std::move(slots);
    out.flags = std::move(flags);
    out.begin = std::move(begin);
    out.end = std::move(end);
    out.value = std::move(value);
}

} // namespace comity::detail
