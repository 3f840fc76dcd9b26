#include "io/archive_check.hpp"

#include "in_blocks.hpp"
#include "io/archive_requirements.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace comity::detail {
namespace {

void check_lists(const char* keys, const char* offsets, const sparse_lists& lists, std::size_t key_limit,
                 std::size_t total) {
    require_below(keys, lists.keys, key_limit);
    require_ascending(keys, lists.keys);
    if (!lists.keys.empty())
        require_offsets(offsets, lists.offsets, total);
    else if (total != 0)
        fail_column(keys, "it is empty, but there are " + std::to_string(total) + " values to find by it");
}

void check_lists(const char* offsets, const char* values, const text_lists& lists, std::size_t texts) {
    require_offsets(offsets, lists.offsets, lists.texts.size());
    require_below(values, lists.texts, texts);
}

/// What a list is of is what each of its rows says that it is about.
void check_subjects(const char* name, const sparse_lists& lists, const column<std::uint32_t>& subject,
                    pulse& beat) {
    for (std::size_t k = 0; k < lists.keys.size(); ++k) {
        beat.now_and_then();
        for (std::uint32_t i = lists.offsets[k]; i < lists.offsets[k + 1]; ++i)
            if (subject[i] != lists.keys[k])
                fail_column(name, i,
                            std::to_string(subject[i]) + " stands in the list of " +
                                std::to_string(lists.keys[k]));
    }
}

/// A search by id ends at the first free slot, so there must be one; and it wraps round by a mask.
void check_slots(const char* name, const column<std::uint32_t>& slots, std::size_t ids) {
    require_below(name, slots, ids + 1);
    if (ids != 0 && !std::has_single_bit(slots.size())) fail_column(name, "its size is no power of two");
    const auto free = static_cast<std::size_t>(std::count(slots.begin(), slots.end(), 0u));
    if (!slots.empty() && free == 0) fail_column(name, "it has no free slot");
}

void check_strings(const string_pool& strings) {
    require_offsets("strings.offsets", strings.offsets, strings.bytes.size());
    if (strings.offsets[1] != 0) fail_column("strings.offsets", 1, "the first text is not the empty one");
}

/// Dates are read again: whoever needs more of one than its days reads its text.
void check_dates(const store& s, pulse& beat) {
    const std::size_t texts = s.strings.size();
    require_below("dates.text", s.dates.text, texts);
    string_interner strings;
    date_interner again(strings);
    for (date_id d = 1; d < s.dates.size(); ++d) {
        beat.now_and_then();
        const std::string_view text = s.strings[s.dates.text[d]];
        try {
            if (again.intern(text) != d)
                fail_column("dates.text", d, "'" + std::string(text) + "' a second time");
        } catch (const error& e) {
            if (e.code() == errc::corrupt_file) throw;
            fail_column("dates.text", d, e.what());
        }
    }
    const date_table expected = std::move(again).seal();
    const auto require_same = [](const char* name, const auto& have, const auto& wanted) {
        const auto at = std::mismatch(have.begin(), have.end(), wanted.begin()).first;
        if (at != have.end())
            fail_column(name, static_cast<std::size_t>(at - have.begin()),
                        std::to_string(+*at) + " is not what the date's text says");
    };
    require_same("dates.first", s.dates.first, expected.first);
    require_same("dates.last", s.dates.last, expected.last);
    require_same("dates.flags", s.dates.flags, expected.flags);
}

void check_sources(const store& s) {
    const source_columns& c = s.sources;
    const std::size_t texts = s.strings.size();
    require_below("notes", s.notes, texts);
    require_below("sources.id", c.id, texts);
    require_below("sources.kind", c.kind, texts);
    require_below("sources.publisher", c.publisher, texts);
    require_below("sources.language", c.language, texts);
    require_below("sources.uri", c.uri, texts);
    require_below("sources.note", c.note, texts);
    require_below("sources.date", c.date, s.dates.size());
    check_slots("sources.slots", c.slots, c.id.size());
    check_lists("sources.titles.offsets", "sources.titles", c.titles, texts);
    check_lists("sources.authors.offsets", "sources.authors", c.authors, texts);
    check_lists("sources.derived-from.offsets", "sources.derived-from", c.derived_from, texts);
    check_lists("sources.coverage.offsets", "sources.coverage", c.coverage, texts);
}

template <class Id>
void require_types(const char* name, const column<std::uint16_t>& c, const schema& s, std::size_t limit) {
    std::vector<bool> known(limit);
    for (std::size_t i = 0; i < limit; ++i) known[i] = s.contains(Id(static_cast<std::uint16_t>(i)));
    require_below(name, c, limit);
    for (std::size_t i = 0; i < c.size(); ++i)
        if (!known[c[i]]) fail_column(name, i, std::to_string(c[i]) + " is not of this schema");
}

void check_graph(const store& s, pulse& beat) {
    const std::size_t n = s.node_count();
    const std::size_t m = s.relation_count();
    const std::size_t texts = s.strings.size();
    require_below("nodes.id", s.nodes.id, texts);
    check_slots("nodes.slots", s.nodes.slots, n);
    require_types<kind>("nodes.kind", s.nodes.kind, s.schema, s.schema.kind_limit());
    require_below("nodes.begin", s.nodes.begin, s.dates.size());
    require_below("nodes.end", s.nodes.end, s.dates.size());
    beat.look();
    require_below("relations.id", s.relations.id, texts);
    check_slots("relations.slots", s.relations.slots, s.relations.id.size());
    require_below("relations.begin", s.relations.begin, s.dates.size());
    require_below("relations.end", s.relations.end, s.dates.size());
    require_below("relations.place", s.relations.place, m);
    beat.look();
    require_offsets("out.offsets", s.out.offsets, m);
    require_below("out.to", s.out.to, n);
    require_types<relation_type>("out.type", s.out.type, s.schema, s.schema.relation_type_limit());
    require_below("out.row", s.out.row, m);
    in_blocks(0, m, beat, [&](std::size_t first, std::size_t last) {
        for (std::size_t p = first; p < last; ++p)
            if (s.relations.place[s.out.row[p]] != p)
                fail_column("out.row", p, "row " + std::to_string(s.out.row[p]) + " stands at another place");
    });
    require_offsets("in.offsets", s.in.offsets, m);
    require_below("in.from", s.in.from, n);
    require_below("in.place", s.in.place, m);
}

/// Relations of one node lie by type: searches in them rely on it.
void check_order(const store& s, pulse& beat) {
    for (std::size_t n = 0; n < s.node_count(); ++n) {
        beat.now_and_then();
        for (std::uint32_t p = s.out.offsets[n]; p + 1 < s.out.offsets[n + 1]; ++p)
            if (s.out.type[p] > s.out.type[p + 1])
                fail_column("out.type", p + 1, "it is out of order within its node");
        for (std::uint32_t i = s.in.offsets[n]; i < s.in.offsets[n + 1]; ++i) {
            if (s.out.to[s.in.place[i]] != n)
                fail_column("in.place", i, "that relation runs to another node");
            const std::uint32_t from = s.in.from[i];
            if (s.in.place[i] < s.out.offsets[from] || s.in.place[i] >= s.out.offsets[from + 1])
                fail_column("in.from", i, "that relation runs from another node");
            if (i + 1 < s.in.offsets[n + 1] && s.out.type[s.in.place[i]] > s.out.type[s.in.place[i + 1]])
                fail_column("in.place", i + 1, "it is out of order within its node");
        }
    }
}

/// What is known of where types begin in the lists of nodes; the lists have been found to be in order.
template <class TypeAt>
void check_runs(const char* offsets, const char* name, const type_runs& runs,
                const column<std::uint32_t>& lists, pulse& beat, TypeAt&& type_at) {
    if (runs.offsets.empty()) return;
    require_offsets(offsets, runs.offsets, runs.types.size());
    for (std::size_t n = 0; n + 1 < lists.size(); ++n) {
        beat.now_and_then();
        if (runs.offsets[n] == runs.offsets[n + 1]) continue; // its list is searched
        place_run rest{lists[n], lists[n + 1]};
        for (std::uint32_t k = runs.offsets[n]; k < runs.offsets[n + 1]; ++k) {
            const std::uint16_t type = runs.types[k];
            if (rest.first == rest.end || runs.firsts[k] != rest.first || type_at(rest.first) != type)
                fail_column(name, k, "relations of its type do not begin there");
            rest.first = first_not_before(rest, [&](std::uint32_t i) { return type_at(i) == type; });
        }
        if (rest.first != rest.end) fail_column(offsets, n, "types of its node are missing");
    }
}

void check_attributes(const store& s, pulse& beat) {
    const attribute_columns& c = s.attributes;
    const std::size_t texts = s.strings.size();
    const std::size_t subjects = s.node_count() + s.relation_count();
    check_lists("attributes.keys", "attributes.offsets", c.of, subjects, c.type.size());
    check_subjects("attributes.subject", c.of, c.subject, beat);
    require_types<attribute_type>("attributes.type", c.type, s.schema, s.schema.attribute_type_limit());
    require_below("attributes.value", c.value, std::size_t{static_cast<std::uint8_t>(value_type::flag)} + 1);
    require_below("attributes.bound", c.bound,
                  std::size_t{static_cast<std::uint8_t>(number_bound::about)} + 1);
    require_below("attributes.text", c.text, texts);
    require_below("attributes.language", c.language, texts);
    require_below("attributes.unit", c.unit, texts);
    require_below("attributes.begin", c.begin, s.dates.size());
    require_below("attributes.end", c.end, s.dates.size());
}

void check_statements(const store& s, pulse& beat) {
    const statement_columns& c = s.statements;
    const std::size_t texts = s.strings.size();
    const std::size_t subjects = s.node_count() + s.relation_count();
    constexpr auto all_slots = slot::existence | slot::begin | slot::end | slot::attributes | slot::value;
    check_lists("statements.keys", "statements.offsets", c.of, subjects, c.source.size());
    check_subjects("statements.subject", c.of, c.subject, beat);
    require_below("statements.source", c.source, s.sources.id.size());
    require_below("statements.locator", c.locator, texts);
    require_below("statements.quote", c.quote, texts);
    require_below("statements.rule", c.rule, texts);
    require_below("statements.slots", c.slots, std::size_t{static_cast<std::uint8_t>(all_slots)} + 1);
    beat.look();
    require_below("statements.begin", c.begin, s.dates.size());
    require_below("statements.end", c.end, s.dates.size());
    require_below("statements.value", c.value, s.attributes.type.size() + 1);
    for (std::size_t i = 0; i < c.value.size(); ++i)
        if (c.value[i] != 0 && s.attributes.subject[c.value[i] - 1] != c.subject[i])
            fail_column("statements.value", i, "that value is of another node or relation");
    check_lists("premises.keys", "premises.offsets", c.premises_of, c.source.size(), c.premises.size());
    require_below("premises", c.premises, texts);
}

void check_reading(const store& s, pulse& beat) {
    const alternative_columns& a = s.base.alternatives;
    check_lists("alternatives.keys", "alternatives.offsets", a.of, s.node_count() + s.relation_count(),
                a.own.size());
    check_index(s, beat);
}

} // namespace

void check_values(const store& s, const progress& tell) {
    pulse beat(tell, "checking columns", 8);
    check_strings(s.strings);
    check_dates(s, beat);
    check_sources(s);
    beat();
    check_graph(s, beat);
    beat();
    check_order(s, beat);
    beat();
    check_runs("out.runs.offsets", "out.runs", s.out.runs, s.out.offsets, beat,
               [&s](std::uint32_t p) { return s.out.type[p]; });
    beat();
    check_runs("in.runs.offsets", "in.runs", s.in.runs, s.in.offsets, beat,
               [&s](std::uint32_t i) { return s.out.type[s.in.place[i]]; });
    beat();
    check_attributes(s, beat);
    beat();
    check_statements(s, beat);
    beat();
    check_reading(s, beat);
    beat.finish();
}

} // namespace comity::detail
