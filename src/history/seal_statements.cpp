#include "history/seal.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace comity::detail {
namespace {

/// Numbers of the rows, ordered by what they are about and then as they were added.
template <class Row>
std::vector<std::uint32_t> by_subject(const draft& d, const std::vector<Row>& rows) {
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto nodes = static_cast<std::uint64_t>(d.node_count());
    const auto key = [&](std::uint32_t i) {
        const subject s = rows[i].about;
        return s.is_relation() ? nodes + s.number() : s.number();
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    return order;
}

std::uint32_t key_of(const draft& d, subject s) {
    return s.is_relation() ? static_cast<std::uint32_t>(d.node_count()) + s.number() : s.number();
}

/// Returns the new number of each attribute row.
std::vector<std::uint32_t> seal_attributes(draft& d, attribute_columns& a) {
    const std::vector<std::uint32_t> order = by_subject(d, d.attributes);
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
    const std::vector<std::uint32_t> order = by_subject(d, d.statements);
    statement_columns& out = s.statements;
    growing<std::uint32_t> subjects, source, value, premise_keys;
    growing<string_id> locator, quote, rule, premises;
    growing<std::uint8_t> slots, flags;
    growing<date_id> begin, end;
    for (std::size_t i = 0; i < order.size(); ++i) {
        draft::statement_row& row = d.statements[order[i]];
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
        for (const string_id p : row.premises) {
            premise_keys.push_back(static_cast<std::uint32_t>(i));
            premises.push_back(p);
        }
    }
    out.of = lists_of(subjects);
    out.premises_of = lists_of(premise_keys);
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
    out.premises = std::move(premises);
}

} // namespace comity::detail
