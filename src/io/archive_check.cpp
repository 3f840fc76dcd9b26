#include "io/archive_check.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace comity::detail {
namespace {

[[noreturn]] void fail(const char* name, const std::string& what) {
    throw error(errc::corrupt_file, "column '" + std::string(name) + "': " + what);
}
[[noreturn]] void fail(const char* name, std::size_t row, const std::string& what) {
    fail(name, "row " + std::to_string(row) + ": " + what);
}

template <class T>
void require_size(const char* name, const column<T>& c, std::size_t size) {
    if (c.size() != size)
        fail(name, "it has " + std::to_string(c.size()) + " values; expected " + std::to_string(size));
}
template <class T>
void require_size_or_none(const char* name, const column<T>& c, std::size_t size) {
    if (!c.empty()) require_size(name, c, size);
}

// ---- Sizes

void check_list_sizes(const char* name, const sparse_lists& lists) {
    require_size(name, lists.offsets, lists.keys.empty() ? 0 : lists.keys.size() + 1);
}

void check_source_sizes(const source_columns& c) {
    const std::size_t n = c.id.size();
    require_size("sources.kind", c.kind, n);
    require_size("sources.publisher", c.publisher, n);
    require_size("sources.language", c.language, n);
    require_size("sources.uri", c.uri, n);
    require_size("sources.note", c.note, n);
    require_size("sources.date", c.date, n);
    require_size("sources.statements", c.statements, n);
    require_size("sources.titles.offsets", c.titles.offsets, n + 1);
    require_size("sources.authors.offsets", c.authors.offsets, n + 1);
    require_size("sources.derived-from.offsets", c.derived_from.offsets, n + 1);
    require_size("sources.coverage.offsets", c.coverage.offsets, n + 1);
}

void check_graph_sizes(const store& s) {
    const std::size_t n = s.node_count();
    const std::size_t m = s.relation_count();
    // Nodes and relations share one numbering, whose last number means none.
    if (n + m >= std::numeric_limits<std::uint32_t>::max())
        fail("nodes.kind", "there are more nodes and relations than can be numbered");
    require_size("nodes.id", s.nodes.id, n);
    require_size("nodes.begin", s.nodes.begin, n);
    require_size("nodes.end", s.nodes.end, n);
    require_size_or_none("relations.id", s.relations.id, m);
    require_size("relations.begin", s.relations.begin, m);
    require_size_or_none("relations.end", s.relations.end, m);
    require_size("relations.place", s.relations.place, m);
    require_size("out.offsets", s.out.offsets, n + 1);
    require_size("out.type", s.out.type, m);
    require_size("out.row", s.out.row, m);
    require_size("in.offsets", s.in.offsets, n + 1);
    require_size("in.from", s.in.from, m);
    require_size("in.place", s.in.place, m);
}

void check_attribute_sizes(const attribute_columns& c) {
    const std::size_t n = c.type.size();
    check_list_sizes("attributes.offsets", c.of);
    require_size("attributes.subject", c.subject, n);
    require_size("attributes.value", c.value, n);
    require_size("attributes.text", c.text, n);
    require_size("attributes.language", c.language, n);
    require_size("attributes.unit", c.unit, n);
    require_size("attributes.number", c.number, n);
    require_size("attributes.bound", c.bound, n);
    require_size("attributes.flags", c.flags, n);
    require_size("attributes.begin", c.begin, n);
    require_size("attributes.end", c.end, n);
}

void check_statement_sizes(const statement_columns& c) {
    const std::size_t n = c.source.size();
    check_list_sizes("statements.offsets", c.of);
    require_size("statements.subject", c.subject, n);
    require_size("statements.locator", c.locator, n);
    require_size("statements.quote", c.quote, n);
    require_size("statements.rule", c.rule, n);
    require_size("statements.slots", c.slots, n);
    require_size("statements.flags", c.flags, n);
    require_size("statements.begin", c.begin, n);
    require_size("statements.end", c.end, n);
    require_size("statements.value", c.value, n);
    check_list_sizes("premises.offsets", c.premises_of);
}

using named_counts = std::pair<const char*, const typed_day_counts*>;

std::array<named_counts, 5> typed_counts_of(const time_index& i) {
    return {named_counts{"typed.begins", &i.typed_begins}, named_counts{"typed.ends", &i.typed_ends},
            named_counts{"typed.late-begins", &i.typed_late_begins},
            named_counts{"typed.sure-begins", &i.typed_sure_begins},
            named_counts{"typed.sure-ends", &i.typed_sure_ends}};
}

void check_index_sizes(const time_index& i, bool precise) {
    require_size("index.day-offsets", i.day_offsets, i.days.size() + 1);
    require_size("index.block-last", i.block_last,
                 (i.bounded.size() + time_index::block - 1) / time_index::block);
    require_size("index.begins", i.begins.counts, i.begins.days.size());
    require_size("index.ends", i.ends.counts, i.ends.days.size());
    require_size("index.late-begins", i.late_begins.counts, i.late_begins.days.size());
    require_size("index.sure-begins", i.sure_begins.counts, i.sure_begins.days.size());
    require_size("index.sure-ends", i.sure_ends.counts, i.sure_ends.days.size());
    for (const auto& [name, typed] : typed_counts_of(i))
        require_size(name, typed->counts, typed->days.size());
    if (precise && !(i.late_begins.days.empty() && i.sure_begins.days.empty() && i.sure_ends.days.empty()))
        fail("index.late-begins", "a history that is precise throughout has none");
}

void check_reading_sizes(const store& s) {
    const reading_columns& r = s.base;
    const std::size_t n = s.node_count();
    const std::size_t m = s.relation_count();
    require_size("nodes.flags", r.node_flags, n);
    require_size("nodes.b1", r.node_bounds.b1, n);
    require_size("nodes.b2", r.node_bounds.b2, n);
    require_size("nodes.e1", r.node_bounds.e1, n);
    require_size("nodes.e2", r.node_bounds.e2, n);
    const std::size_t own = r.own.b1.empty() ? 0 : m;
    require_size("relations.own.b1", r.own.b1, own);
    require_size("relations.own.b2", r.own.b2, own);
    require_size("relations.own.e1", r.own.e1, own);
    require_size("relations.own.e2", r.own.e2, own);
    require_size("out.b1", r.b1, m);
    require_size("out.e2", r.e2, m);
    require_size_or_none("out.b2", r.b2, m);
    require_size("out.e1", r.e1, r.b2.size());
    require_size("out.flags", r.flags, m);
    require_size("in.b1", r.in_b1, m);
    require_size("in.e2", r.in_e2, m);
    check_list_sizes("alternatives.offsets", r.alternatives.of);
    const bounds_columns& a = r.alternatives.own;
    require_size("alternatives.b2", a.b2, a.b1.size());
    require_size("alternatives.e1", a.e1, a.b1.size());
    require_size("alternatives.e2", a.e2, a.b1.size());
    check_index_sizes(r.index, r.precise());
}

} // namespace

void check_sizes(const store& s) {
    // Number 0 is the empty text, and "no date".
    if (s.strings.size() == 0) fail("strings.offsets", "there is not even the empty text");
    const std::size_t dates = s.dates.text.size();
    if (dates == 0) fail("dates.text", "there is not even the date that means none");
    require_size("dates.first", s.dates.first, dates);
    require_size("dates.last", s.dates.last, dates);
    require_size("dates.flags", s.dates.flags, dates);
    if (s.notes.size() % 2 != 0) fail("notes", "a key has no text");
    check_source_sizes(s.sources);
    check_graph_sizes(s);
    check_attribute_sizes(s.attributes);
    check_statement_sizes(s.statements);
    check_reading_sizes(s);
}

// ---- Values

namespace {

/// Every value below `limit`.
template <class T>
void require_below(const char* name, const column<T>& c, std::size_t limit) {
    T largest = 0;
    for (const T v : c) largest = std::max(largest, v); // without a branch: compilers make it wide
    if (c.empty() || largest < limit) return;
    const auto at = std::find_if(c.begin(), c.end(), [limit](T v) { return v >= limit; });
    fail(name, static_cast<std::size_t>(at - c.begin()),
         std::to_string(+*at) + " is too large; expected less than " + std::to_string(limit));
}

/// From 0 to `total`, never falling.
template <class T>
void require_offsets(const char* name, const column<T>& c, std::size_t total) {
    if (c[0] != 0) fail(name, 0, std::to_string(c[0]) + "; expected 0");
    for (std::size_t i = 1; i < c.size(); ++i)
        if (c[i] < c[i - 1])
            fail(name, i, std::to_string(c[i]) + " is less than the one before, " + std::to_string(c[i - 1]));
    if (c[c.size() - 1] != total)
        fail(name, c.size() - 1, std::to_string(c[c.size() - 1]) + "; expected " + std::to_string(total));
}

template <class T>
void require_ascending(const char* name, const column<T>& c) {
    for (std::size_t i = 1; i < c.size(); ++i)
        if (c[i] <= c[i - 1])
            fail(name, i,
                 std::to_string(c[i]) + " is not more than the one before, " + std::to_string(c[i - 1]));
}

void check_lists(const char* keys, const char* offsets, const sparse_lists& lists, std::size_t key_limit,
                 std::size_t total) {
    require_below(keys, lists.keys, key_limit);
    require_ascending(keys, lists.keys);
    if (!lists.keys.empty())
        require_offsets(offsets, lists.offsets, total);
    else if (total != 0)
        fail(keys, "it is empty, but there are " + std::to_string(total) + " values to find by it");
}

void check_lists(const char* offsets, const char* values, const text_lists& lists, std::size_t texts) {
    require_offsets(offsets, lists.offsets, lists.texts.size());
    require_below(values, lists.texts, texts);
}

/// What a list is of is what each of its rows says that it is about.
void check_subjects(const char* name, const sparse_lists& lists, const column<std::uint32_t>& subject) {
    for (std::size_t k = 0; k < lists.keys.size(); ++k)
        for (std::uint32_t i = lists.offsets[k]; i < lists.offsets[k + 1]; ++i)
            if (subject[i] != lists.keys[k])
                fail(name, i,
                     std::to_string(subject[i]) + " stands in the list of " + std::to_string(lists.keys[k]));
}

/// A search by id ends at the first free slot, so there must be one; and it wraps round by a mask.
void check_slots(const char* name, const column<std::uint32_t>& slots, std::size_t ids) {
    require_below(name, slots, ids + 1);
    if (ids != 0 && !std::has_single_bit(slots.size())) fail(name, "its size is no power of two");
    const auto free = static_cast<std::size_t>(std::count(slots.begin(), slots.end(), 0u));
    if (!slots.empty() && free == 0) fail(name, "it has no free slot");
}

void check_strings(const string_pool& strings) {
    require_offsets("strings.offsets", strings.offsets, strings.bytes.size());
    if (strings.offsets[1] != 0) fail("strings.offsets", 1, "the first text is not the empty one");
}

/// Dates are read again: whoever needs more of one than its days reads its text.
void check_dates(const store& s) {
    const std::size_t texts = s.strings.size();
    require_below("dates.text", s.dates.text, texts);
    string_interner strings;
    date_interner again(strings);
    for (date_id d = 1; d < s.dates.size(); ++d) {
        const std::string_view text = s.strings[s.dates.text[d]];
        try {
            if (again.intern(text) != d) fail("dates.text", d, "'" + std::string(text) + "' a second time");
        } catch (const error& e) {
            if (e.code() == errc::corrupt_file) throw;
            fail("dates.text", d, e.what());
        }
    }
    const date_table expected = std::move(again).seal();
    const auto require_same = [](const char* name, const auto& have, const auto& wanted) {
        const auto at = std::mismatch(have.begin(), have.end(), wanted.begin()).first;
        if (at != have.end())
            fail(name, static_cast<std::size_t>(at - have.begin()),
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
        if (!known[c[i]]) fail(name, i, std::to_string(c[i]) + " is not of this schema");
}

void check_graph(const store& s) {
    const std::size_t n = s.node_count();
    const std::size_t m = s.relation_count();
    const std::size_t texts = s.strings.size();
    require_below("nodes.id", s.nodes.id, texts);
    check_slots("nodes.slots", s.nodes.slots, n);
    require_types<kind>("nodes.kind", s.nodes.kind, s.schema, s.schema.kind_limit());
    require_below("nodes.begin", s.nodes.begin, s.dates.size());
    require_below("nodes.end", s.nodes.end, s.dates.size());
    require_below("relations.id", s.relations.id, texts);
    check_slots("relations.slots", s.relations.slots, s.relations.id.size());
    require_below("relations.begin", s.relations.begin, s.dates.size());
    require_below("relations.end", s.relations.end, s.dates.size());
    require_below("relations.place", s.relations.place, m);
    require_offsets("out.offsets", s.out.offsets, m);
    require_below("out.to", s.out.to, n);
    require_types<relation_type>("out.type", s.out.type, s.schema, s.schema.relation_type_limit());
    require_below("out.row", s.out.row, m);
    for (std::size_t p = 0; p < m; ++p)
        if (s.relations.place[s.out.row[p]] != p)
            fail("out.row", p, "row " + std::to_string(s.out.row[p]) + " stands at another place");
    require_offsets("in.offsets", s.in.offsets, m);
    require_below("in.from", s.in.from, n);
    require_below("in.place", s.in.place, m);
}

/// Relations of one node lie by type: searches in them rely on it.
void check_order(const store& s) {
    for (std::size_t n = 0; n < s.node_count(); ++n) {
        for (std::uint32_t p = s.out.offsets[n]; p + 1 < s.out.offsets[n + 1]; ++p)
            if (s.out.type[p] > s.out.type[p + 1])
                fail("out.type", p + 1, "it is out of order within its node");
        for (std::uint32_t i = s.in.offsets[n]; i < s.in.offsets[n + 1]; ++i) {
            if (s.out.to[s.in.place[i]] != n) fail("in.place", i, "that relation runs to another node");
            const std::uint32_t from = s.in.from[i];
            if (s.in.place[i] < s.out.offsets[from] || s.in.place[i] >= s.out.offsets[from + 1])
                fail("in.from", i, "that relation runs from another node");
            if (i + 1 < s.in.offsets[n + 1] && s.out.type[s.in.place[i]] > s.out.type[s.in.place[i + 1]])
                fail("in.place", i + 1, "it is out of order within its node");
        }
    }
}

void check_attributes(const store& s) {
    const attribute_columns& c = s.attributes;
    const std::size_t texts = s.strings.size();
    const std::size_t subjects = s.node_count() + s.relation_count();
    check_lists("attributes.keys", "attributes.offsets", c.of, subjects, c.type.size());
    check_subjects("attributes.subject", c.of, c.subject);
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

void check_statements(const store& s) {
    const statement_columns& c = s.statements;
    const std::size_t texts = s.strings.size();
    const std::size_t subjects = s.node_count() + s.relation_count();
    constexpr auto all_slots = slot::existence | slot::begin | slot::end | slot::attributes | slot::value;
    check_lists("statements.keys", "statements.offsets", c.of, subjects, c.source.size());
    check_subjects("statements.subject", c.of, c.subject);
    require_below("statements.source", c.source, s.sources.id.size());
    require_below("statements.locator", c.locator, texts);
    require_below("statements.quote", c.quote, texts);
    require_below("statements.rule", c.rule, texts);
    require_below("statements.slots", c.slots, std::size_t{static_cast<std::uint8_t>(all_slots)} + 1);
    require_below("statements.begin", c.begin, s.dates.size());
    require_below("statements.end", c.end, s.dates.size());
    require_below("statements.value", c.value, s.attributes.type.size() + 1);
    for (std::size_t i = 0; i < c.value.size(); ++i)
        if (c.value[i] != 0 && s.attributes.subject[c.value[i] - 1] != c.subject[i])
            fail("statements.value", i, "that value is of another node or relation");
    check_lists("premises.keys", "premises.offsets", c.premises_of, c.source.size(), c.premises.size());
    require_below("premises", c.premises, texts);
}

/// Each place stands in one of the four lists.
void check_parts(const time_index& index, std::size_t places) {
    require_below("index.one-day", index.one_day, places);
    require_below("index.bounded", index.bounded, places);
    require_below("index.open", index.open, places);
    require_below("index.others", index.others, places);
    std::vector<bool> seen(places);
    std::size_t left = places;
    for (const column<std::uint32_t>* list : {&index.one_day, &index.bounded, &index.open, &index.others})
        for (const std::uint32_t p : *list) {
            if (seen[p]) fail("index.one-day", "place " + std::to_string(p) + " is in the index twice");
            seen[p] = true;
            --left;
        }
    if (left != 0) fail("index.one-day", std::to_string(left) + " places are not in the index");
}

void check_counts(const char* days, const char* counts, const day_counts& c, std::size_t total) {
    require_ascending(days, c.days);
    require_ascending(counts, c.counts);
    const std::size_t have = c.counts.empty() ? 0 : c.counts[c.counts.size() - 1];
    if (have != total)
        fail(counts, "it counts " + std::to_string(have) + " rows; expected " + std::to_string(total));
}

/// Nothing ends before it begins: what has begun by a day is never less than what has ended before it.
void require_begun_first(const char* name, const day_counts& begins, const day_counts& ends) {
    for (std::size_t i = 0; i < ends.days.size(); ++i)
        if (begins.up_to(ends.days[i]) < ends.counts[i])
            fail(name, i, "more rows have ended by that day than have begun");
}

/// The counts of all types come to those of all rows, whatever the day.
void check_typed_counts(const char* name, const typed_day_counts& typed, const day_counts& all,
                        std::size_t types) {
    if (typed.offsets.empty()) fail(name, "it counts no type, but there are rows");
    require_offsets(name, typed.offsets, typed.days.size());
    if (typed.offsets.size() > types + 1) fail(name, "it counts types that there are not");
    std::vector<std::pair<std::int32_t, std::uint32_t>> steps; // day, how many more
    for (std::size_t type = 0; type + 1 < typed.offsets.size(); ++type) {
        std::uint32_t before = 0;
        for (std::uint32_t i = typed.offsets[type]; i < typed.offsets[type + 1]; ++i) {
            const bool ascending =
                typed.counts[i] > before && (i == typed.offsets[type] || typed.days[i] > typed.days[i - 1]);
            if (!ascending) fail(name, i, "days and counts do not ascend");
            steps.emplace_back(typed.days[i], typed.counts[i] - before);
            before = typed.counts[i];
        }
    }
    std::sort(steps.begin(), steps.end());
    std::size_t at = 0;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        sum += steps[i].second;
        if (i + 1 < steps.size() && steps[i + 1].first == steps[i].first) continue;
        if (at == all.days.size() || all.days[at] != steps[i].first || all.counts[at] != sum)
            fail(name, "its types do not come to the count of all rows");
        ++at;
    }
    if (at != all.days.size()) fail(name, "its types do not come to the count of all rows");
}

/// Nothing of a type ends before it begins.
void require_begun_first(const char* name, const typed_day_counts& begins, const typed_day_counts& ends) {
    for (std::size_t type = 0; type + 1 < ends.offsets.size(); ++type)
        for (std::uint32_t i = ends.offsets[type]; i < ends.offsets[type + 1]; ++i)
            if (begins.up_to(static_cast<std::uint16_t>(type), ends.days[i]) < ends.counts[i])
                fail(name, i, "more rows of its type have ended by that day than have begun");
}

/// Of what runs through types: that within a day the rows of a type lie together, in the order of places.
void check_typed_days(const store& s) {
    const time_index& index = s.base.index;
    for (std::size_t day = 0; day < index.days.size(); ++day)
        for (std::uint32_t i = index.day_offsets[day] + 1; i < index.day_offsets[day + 1]; ++i) {
            const std::uint32_t a = index.one_day[i - 1];
            const std::uint32_t b = index.one_day[i];
            if (std::pair(s.out.type[a], a) > std::pair(s.out.type[b], b))
                fail("index.one-day", i, "the rows of a day are not in the order of their types");
        }
}

void check_typed(const store& s) {
    const time_index& i = s.base.index;
    if (!i.typed()) {
        for (const auto& [name, typed] : typed_counts_of(i))
            if (!typed->offsets.empty() || !typed->days.empty())
                fail(name, "it is there without typed.begins");
        return;
    }
    const std::array<const day_counts*, 5> all{&i.begins, &i.ends, &i.late_begins, &i.sure_begins,
                                               &i.sure_ends};
    const std::array<named_counts, 5> typed = typed_counts_of(i);
    for (std::size_t n = 0; n < typed.size(); ++n) {
        if (typed[n].second->offsets.empty() && typed[n].second->days.empty() && all[n]->days.empty())
            continue;
        check_typed_counts(typed[n].first, *typed[n].second, *all[n],
                           to_index(s.schema.relation_types().back().id) + std::size_t{1});
    }
    require_begun_first("typed.ends", i.typed_begins, i.typed_ends);
    require_begun_first("typed.sure-ends", i.typed_sure_begins, i.typed_sure_ends);
    check_typed_days(s);
}

void check_index(const store& s) {
    const time_index& i = s.base.index;
    const std::size_t counted = s.relation_count() - i.others.size();
    require_ascending("index.days", i.days);
    require_offsets("index.day-offsets", i.day_offsets, i.one_day.size());
    check_parts(i, s.relation_count());
    check_counts("index.begins.days", "index.begins", i.begins, counted);
    check_counts("index.ends.days", "index.ends", i.ends, counted);
    require_begun_first("index.ends", i.begins, i.ends);
    const bool precise = s.base.precise();
    check_counts("index.late-begins.days", "index.late-begins", i.late_begins, precise ? 0 : counted);
    const std::size_t sure =
        i.sure_begins.counts.empty() ? 0 : i.sure_begins.counts[i.sure_begins.counts.size() - 1];
    check_counts("index.sure-begins.days", "index.sure-begins", i.sure_begins, std::min(sure, counted));
    check_counts("index.sure-ends.days", "index.sure-ends", i.sure_ends, sure);
    require_begun_first("index.sure-ends", i.sure_begins, i.sure_ends);
    check_typed(s);
}

void check_reading(const store& s) {
    const alternative_columns& a = s.base.alternatives;
    check_lists("alternatives.keys", "alternatives.offsets", a.of, s.node_count() + s.relation_count(),
                a.own.size());
    check_index(s);
}

} // namespace

void check_values(const store& s) {
    check_strings(s.strings);
    check_dates(s);
    check_sources(s);
    check_graph(s);
    check_order(s);
    check_attributes(s);
    check_statements(s);
    check_reading(s);
}

} // namespace comity::detail
