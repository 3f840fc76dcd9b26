#include <comity/io/source_tables.hpp>

#include "io/told_table.hpp"

namespace comity {

using namespace detail;
using namespace detail::column_types;

namespace {

std::string ids_of(const std::vector<source>& sources) {
    std::string list;
    for (const source& s : sources) (list += list.empty() ? "" : "; ") += s.id();
    return list;
}

} // namespace

table to_table(std::span<const support> rows, const listing_options& options, const view* heard) {
    told_table t({{"about", category},
                  {"type", category},
                  {"truth", category},
                  {"relation", integer},
                  {"statements", integer},
                  {"located", integer},
                  {"source_count", integer},
                  {"root_count", integer},
                  {"sources", category},
                  {"roots", category},
                  {"inferred", flags},
                  {"stated", text}},
                 heard, options, rows.size());
    for (const support& s : rows) {
        t.rests_on(s.about);
        t.add_row({label(s.about), type_name(s.about), s.truth, relation_cell(s.about), s.statements,
                   s.located, s.sources.size(), s.roots.size(), text_cell(ids_of(s.sources)),
                   text_cell(ids_of(s.roots)), s.inferred, text_cell(stated_by(t.statements_on(s.about)))});
    }
    return std::move(t).build();
}

namespace {

std::string given(const std::vector<competing_value>& values) {
    std::string list;
    for (const competing_value& v : values) (list += list.empty() ? "" : "; ") += v.value;
    return list;
}

std::vector<statement> statements_of(const std::vector<competing_value>& values) {
    std::vector<statement> all;
    for (const competing_value& v : values) all.insert(all.end(), v.statements.begin(), v.statements.end());
    return all;
}

void add_rows(told_table& t, const std::vector<source_difference>& rows) {
    for (const source_difference& d : rows) {
        const std::vector<statement> first = statements_of(d.first);
        const std::vector<statement> other = statements_of(d.other);
        t.set_history(d.about.store());
        t.rests_on(first, other);
        t.add_row({label(d.about), type_name(d.about), d.slot, to_string(d.how), d.truth,
                   relation_cell(d.about), given(d.first), given(d.other), stated_by(first),
                   stated_by(other)});
    }
}

} // namespace

table to_table(const difference_report& report, const listing_options& options) {
    told_table t({{"about", category},
                  {"type", category},
                  {"slot", category},
                  {"how", category},
                  {"truth", category},
                  {"relation", integer},
                  {"first", text},
                  {"other", text},
                  {"first_stated", text},
                  {"other_stated", text}},
                 &report.searched.seen, options, report.disputed.size() + report.refined.size());
    add_rows(t, report.disputed);
    add_rows(t, report.refined);
    t.set_note("same", std::to_string(report.same));
    t.set_note("only_first", std::to_string(report.only_first));
    t.set_note("only_other", std::to_string(report.only_other));
    t.set_note("searched", report.searched.to_string());
    return std::move(t).build();
}

table to_table(std::span<const agreement> rows, const listing_options& options, const view*) {
    table_builder t{{"first", category},        {"other", category},   {"type", category},
                    {"slot", category},         {"both", integer},     {"same", integer},
                    {"refined", integer},       {"disputed", integer}, {"value", integer},
                    {"time_disjoint", integer}, {"polarity", integer}, {"constraint", integer}};
    pulse pulse(options.tell, "table", rows.size());
    for (const agreement& a : rows) {
        pulse();
        t.add_row({a.first.id(), a.other.id(), a.type, a.slot, a.both, a.same, a.refined, a.disputed(),
                   a.value, a.time_disjoint, a.polarity, a.constraint});
    }
    return std::move(t).build();
}

namespace {

/// One field of all claims: `a; b`.
template <class Field>
std::string joined(const covered& c, Field&& field) {
    std::string list;
    for (const coverage_record& claim : c.claims) {
        const std::string one = field(claim);
        if (!one.empty()) (list += list.empty() ? "" : "; ") += one;
    }
    return list;
}

} // namespace

table to_table(std::span<const covered> rows, const listing_options& options, const view*) {
    table_builder t{{"source", category},  {"type", category},     {"year", integer},
                    {"certain", integer},  {"possible", integer},  {"statements", integer},
                    {"first", days},       {"last", days},         {"to_day", integer},
                    {"to_month", integer}, {"to_year", integer},   {"coarser", integer},
                    {"undated", integer},  {"marked", integer},    {"claimed", flags},
                    {"scope", text},       {"claimed_from", text}, {"claimed_until", text}};
    pulse pulse(options.tell, "table", rows.size());
    for (const covered& c : rows) {
        pulse();
        const std::string dated = c.by.record().date;
        t.add_row({c.by.id(), text_cell(c.type), c.year, c.facts.certain, c.facts.possible, c.statements,
                   day_cell(c.first.earliest), day_cell(c.last.latest), c.to_day, c.to_month, c.to_year,
                   c.coarser, c.undated, c.marked, !c.claims.empty(),
                   text_cell(joined(c, [](const coverage_record& r) { return r.scope; })),
                   text_cell(joined(c, [](const coverage_record& r) { return r.from; })),
                   text_cell(joined(
                       c, [&](const coverage_record& r) { return r.until.empty() ? dated : r.until; }))});
    }
    return std::move(t).build();
}

table to_table(std::span<const first_statement> rows, const listing_options& options, const view* heard) {
    told_table t({{"about", category},
                  {"type", category},
                  {"source", category},
                  {"truth", category},
                  {"date", category},
                  {"earliest", days},
                  {"latest", days},
                  {"others", integer},
                  {"relation", integer},
                  {"locator", text}},
                 heard, options, rows.size());
    for (const first_statement& f : rows) {
        t.rests_on(f.about);
        t.add_row({label(f.about), type_name(f.about), f.by.id(), f.truth, text_cell(f.when.text),
                   day_cell(f.when.earliest), day_cell(f.when.latest), f.others, relation_cell(f.about),
                   text_cell(f.said.locator())});
    }
    return std::move(t).build();
}

table to_table(std::span<const party> rows, const listing_options& options, const view* heard) {
    told_table t({{"type", category},
                  {"where", category},
                  {"id", category},
                  {"name", text},
                  {"kind", category},
                  {"bloc", flags},
                  {"in_first", category},
                  {"in_other", category},
                  {"by_first", text},
                  {"by_other", text},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    const auto told = [](truth x) { return is_possible(x) ? cell(x) : cell(); };
    for (const party& p : rows) {
        std::vector<statement> statements;
        for (const std::vector<relation>* by : {&p.by_first, &p.by_other})
            if (!by->empty())
                for (const statement& s : t.statements_on(by->front())) statements.push_back(s);
        t.rests_on(p.by_first, p.by_other);
        const relation& any = p.by_first.empty() ? p.by_other.front() : p.by_first.front();
        t.add_row({any.type_name(), to_string(p.where), p.who.id(), p.who.name(options.language),
                   p.who.kind_name(), p.is_bloc(), told(p.first), told(p.other),
                   text_cell(labels_of(p.by_first)), text_cell(labels_of(p.by_other)),
                   text_cell(sources_of(statements)), text_cell(stated_by(statements))});
    }
    return std::move(t).build();
}

} // namespace comity
