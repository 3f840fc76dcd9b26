#include <comity/io/listing.hpp>

#include "analysis/pulse_over.hpp"
#include "io/listing_parts.hpp"
#include "words.hpp"

#include <algorithm>

namespace comity {

using detail::fact_columns;
using detail::pooled_column;
using detail::store;
using detail::type_column;

table nodes_table(const view& v, std::optional<kind> k, const listing_options& options) {
    const store& s = *v.history().store();
    table_builder t;
    column_builder& id = t.add_column("id", detail::node_ids(s));
    type_column<kind> kinds(t.add_column("kind", column_type::category), s);
    column_builder& name = t.add_column("name", column_type::text);
    fact_columns rest(t, v);
    detail::pulse pulse(options.tell, "nodes", s.node_count());
    for (const auto& n : k ? v.nodes(*k) : v.nodes()) {
        pulse();
        id.category(static_cast<std::int32_t>(n.number()));
        kinds.add(to_index(n.kind()));
        name.text(n.name(options.language));
        rest.add(n.number(), n.truth());
    }
    return std::move(t).build();
}

table relations_table(const view& v, std::optional<relation_type> type, const progress& tell) {
    const store& s = *v.history().store();
    table_builder t;
    column_builder& number = t.add_column("number", column_type::integer);
    column_builder& id = t.add_column("id", column_type::text);
    const text_list ids = detail::node_ids(s);
    column_builder& from = t.add_column("from", ids);
    type_column<relation_type> types(t.add_column("type", column_type::category), s);
    column_builder& to = t.add_column("to", ids);
    fact_columns rest(t, v);
    const detail::start_index& starts = s.starts();
    const bool any_id = !s.relations.id.empty();
    detail::pulse pulse(tell, "relations", s.relation_count());
    for (const auto& r : type ? v.relations(*type) : v.relations()) {
        pulse();
        const std::size_t row = to_index(r.number());
        const std::uint32_t place = s.relations.place[row];
        number.integer(static_cast<std::int64_t>(row));
        if (any_id && s.relations.id[row] != 0)
            id.text(s.strings[s.relations.id[row]]);
        else
            id.null();
        from.category(static_cast<std::int32_t>(starts.from(place)));
        types.add(s.out.type[place]);
        to.category(static_cast<std::int32_t>(s.out.to[place]));
        rest.add(r.number(), r.truth());
    }
    return std::move(t).build();
}

namespace {

std::string coverage_text(const source_record& r) {
    std::vector<std::string> parts;
    for (const coverage_record& c : r.coverage) {
        std::string part = c.what.empty() ? "everything" : c.what;
        if (!c.scope.empty()) part += " of " + c.scope;
        if (!c.from.empty()) part += " from " + c.from;
        if (!c.until.empty()) part += " until " + c.until;
        parts.push_back(std::move(part));
    }
    return detail::joined(parts, "; ");
}

/// No value for the empty text.
cell given(const std::string& text) {
    return text.empty() ? cell() : cell(text);
}

} // namespace

table sources_table(const history& h, const listing_options& options) {
    table_builder t{{"id", column_type::text},           {"kind", column_type::category},
                    {"title", column_type::text},        {"authors", column_type::text},
                    {"publisher", column_type::text},    {"date", column_type::text},
                    {"language", column_type::category}, {"uri", column_type::text},
                    {"derived_from", column_type::text}, {"coverage", column_type::text},
                    {"note", column_type::text},         {"statements", column_type::integer}};
    detail::pulse pulse(options.tell, "sources", h.source_count());
    for (const source& s : h.sources()) {
        pulse();
        const source_record r = s.record();
        const std::string authors = detail::joined(r.authors, "; ");
        const std::string derived_from = detail::joined(r.derived_from, "; ");
        const std::string coverage = coverage_text(r);
        t.add_row({s.id(), given(r.kind), s.title(options.language), given(authors), given(r.publisher),
                   given(r.date), given(r.language), given(r.uri), given(derived_from), given(coverage),
                   given(r.note), s.statement_count()});
    }
    return std::move(t).build();
}

namespace {

/// Counts of one sort, by the number of the kind or type.
struct counts_by_number {
    std::vector<count> counts;
    void add(std::uint16_t number, bool certain) {
        if (counts.size() <= number) counts.resize(number + std::size_t{1});
        ++counts[number].possible;
        if (certain) ++counts[number].certain;
    }
    /// Numbers of what was met, the most frequent first.
    [[nodiscard]] std::vector<std::uint16_t> by_frequency() const {
        std::vector<std::uint16_t> met;
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (counts[i].possible != 0) met.push_back(static_cast<std::uint16_t>(i));
        std::stable_sort(met.begin(), met.end(), [this](std::uint16_t a, std::uint16_t b) {
            return counts[a].possible > counts[b].possible;
        });
        return met;
    }
};

template <class Id>
void append(table_builder& t, std::string_view what, const counts_by_number& counted, const schema& s,
            const listing_options& options) {
    for (const std::uint16_t number : counted.by_frequency())
        t.add_row({what, s.name(Id(number)), s.label(Id(number), options.language),
                   counted.counts[number].certain, counted.counts[number].possible});
}

} // namespace

table summary_table(const view& v, const listing_options& options) {
    counts_by_number kinds;
    counts_by_number types;
    detail::pulse pulse = detail::pulse_over(v, options.tell, "summary");
    for (const auto& n : v.nodes()) {
        pulse();
        kinds.add(to_index(n.kind()), n.certain());
    }
    for (const auto& r : v.relations()) {
        pulse();
        types.add(to_index(r.type()), r.certain());
    }
    table_builder t{{"what", column_type::category},
                    {"name", column_type::category},
                    {"label", column_type::text},
                    {"certain", column_type::integer},
                    {"possible", column_type::integer}};
    append<kind>(t, "kind", kinds, v.history().schema(), options);
    append<relation_type>(t, "relation type", types, v.history().schema(), options);
    t.set_note("seen", v.describe());
    return std::move(t).build();
}

} // namespace comity
