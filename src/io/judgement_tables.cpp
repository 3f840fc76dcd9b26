#include <comity/io/analysis_tables.hpp>

#include "io/told_table.hpp"

// Tables of what is proposed, held, disputed, counted and judged.

namespace comity {

using namespace detail;
using namespace detail::column_types;

table to_table(std::span<const proposed> rows, const listing_options& options, const view* heard) {
    told_table t({{"id", category},
                  {"name", text},
                  {"kind", category},
                  {"thing", flags},
                  {"modality", category},
                  {"date", category},
                  {"earliest", days},
                  {"latest", days},
                  {"proposers", text},
                  {"by", text},
                  {"within", text},
                  {"modelled_on", text},
                  {"home", text},
                  {"concerns", text},
                  {"realised_by", text},
                  {"parts", integer},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    for (const proposed& p : rows) {
        const std::vector<statement> statements = t.statements_on(p.what);
        t.rests_on(p.what, p.by, p.within, p.modelled_on, p.home, p.concerns, p.realised_by);
        t.add_row({p.what.id(), p.what.name(options.language), p.what.kind_name(), p.is_thing(),
                   to_string(p.stated_as), text_cell(p.when.text), day_cell(p.when.earliest),
                   day_cell(p.when.latest), text_cell(froms_of(p.by)), text_cell(labels_of(p.by)),
                   text_cell(tos_of(p.within)), text_cell(tos_of(p.modelled_on)),
                   text_cell(labels_of(p.home)), text_cell(labels_of(p.concerns)),
                   text_cell(labels_of(p.realised_by)), p.parts, text_cell(sources_of(statements)),
                   text_cell(stated_by(statements))});
    }
    return std::move(t).build();
}

table to_table(std::span<const position> rows, const listing_options& options, const view* heard) {
    told_table t({{"who", category},
                  {"name", text},
                  {"stance", category},
                  {"on", category},
                  {"on_name", text},
                  {"truth", category},
                  {"denied", flags},
                  {"date", category},
                  {"earliest", days},
                  {"latest", days},
                  {"first_year", integer},
                  {"last_year", integer},
                  {"as_of_source", flags},
                  {"of_bloc", category},
                  {"through", text},
                  {"relation", integer},
                  {"inferred", flags},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    for (const position& p : rows) {
        const std::vector<statement> statements = t.statements_on(p.stance);
        t.rests_on(p.stance, p.through);
        const node on = p.stance.to();
        t.add_row({p.who.id(), p.who.name(options.language), p.stance.type_name(), on.id(),
                   on.name(options.language), p.truth, p.denied, text_cell(p.when.text),
                   day_cell(p.when.earliest), day_cell(p.when.latest), p.first_year(), p.last_year(),
                   p.as_of_source, p.through.empty() ? cell() : cell(p.stance.from().id()),
                   text_cell(labels_of(p.through)), number_of(p.stance), t.inferred(p.stance),
                   text_cell(sources_of(statements)), text_cell(stated_by(statements))});
    }
    return std::move(t).build();
}

namespace {

told_table values(const view* heard, const listing_options& options, std::size_t rows) {
    return {{{"disagreement", integer},
             {"about", category},
             {"slot", category},
             {"how", category},
             {"truth", category},
             {"value", text},
             {"sources", category},
             {"stated", text}},
            heard,
            options,
            rows};
}

void add_rows(told_table& t, std::span<const disagreement> rows, std::size_t first) {
    for (const disagreement& d : rows) {
        for (const competing_value& v : d.values) {
            t.set_history(d.about.store());
            v.statements.empty() ? t.rests_on(d.about) : t.rests_on(v.statements);
            t.add_row({first, label(d.about), d.slot, to_string(d.how), d.truth, v.value,
                       text_cell(sources_of(v.statements)), text_cell(stated_by(v.statements))});
        }
        ++first;
    }
}

} // namespace

table to_table(std::span<const disagreement> rows, const listing_options& options, const view* heard) {
    told_table t = values(heard, options, rows.size());
    add_rows(t, rows, 0);
    return std::move(t).build();
}

table to_table(const disagreement_report& report, const listing_options& options) {
    told_table t = values(&report.searched.seen, options, report.disputed.size() + report.refined.size());
    add_rows(t, report.disputed, 0);
    add_rows(t, report.refined, report.disputed.size());
    t.set_note("searched", report.searched.to_string());
    return std::move(t).build();
}

table to_table(const settlement_report& report, const listing_options& options) {
    told_table t({{"about", category}, {"slot", category}, {"how", category}}, &report.searched.seen, options,
                 report.rows.size());
    for (const policy& p : report.policies) t.add_column(p.name, text);
    for (const settlement& s : report.rows) {
        t.set_history(s.of.about.store());
        for (const competing_value& v : s.of.values)
            v.statements.empty() ? t.rests_on(s.of.about) : t.rests_on(v.statements);
        const std::string about = label(s.of.about);
        std::vector<cell> cells{about, s.of.slot, to_string(s.of.how)};
        for (const std::string& answer : s.answers) cells.push_back(text_cell(answer));
        t.add_row(cells);
    }
    t.set_note("searched", report.searched.to_string());
    return std::move(t).build();
}

table to_table(std::span<const audit_finding> rows, const listing_options& options, const view* heard) {
    told_table t({{"rule", category},
                  {"level", category},
                  {"subjects", text},
                  {"message", text},
                  {"count", integer},
                  {"explained", text},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    for (const audit_finding& f : rows) {
        t.rests_on(f.subjects);
        t.add_row({to_string(f.rule), to_string(f.level), labels_of(f.subjects), f.message, f.count,
                   text_cell(explanation(f)), text_cell(sources_of(f.statements)),
                   text_cell(stated_by(f.statements))});
    }
    return std::move(t).build();
}

table to_table(std::span<const quantity> rows, const listing_options& options, const view* heard) {
    told_table t({{"id", category},
                  {"name", text},
                  {"number", number},
                  {"bound", category},
                  {"unit", category},
                  {"date", category},
                  {"earliest", days},
                  {"latest", days},
                  {"truth", category},
                  {"of", text},
                  {"about", text},
                  {"reporters", text},
                  {"evidence_for", text},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    for (const quantity& q : rows) {
        const auto statements = q.value ? t.statements_on(*q.value) : t.statements_on(q.observation);
        t.rests_on(q.observation, q.value, q.of, q.about, q.reported_by, q.evidence_for);
        std::string date = q.from.text;
        if (q.to.known() && q.to.text != q.from.text) date += '/' + q.to.text;
        t.add_row({q.observation.id(), q.observation.name(options.language),
                   q.value ? cell(q.value->number_value()) : cell(),
                   q.value ? cell(to_string(q.value->bound())) : cell(),
                   q.value ? text_cell(q.value->unit()) : cell(), text_cell(date), day_cell(q.from.earliest),
                   day_cell(q.to.latest), q.truth, text_cell(tos_of(q.of)), text_cell(tos_of(q.about)),
                   text_cell(froms_of(q.reported_by)), text_cell(tos_of(q.evidence_for)),
                   text_cell(sources_of(statements)), text_cell(stated_by(statements))});
    }
    return std::move(t).build();
}

table to_table(std::span<const influence> rows, const listing_options& options, const view* heard) {
    told_table t({{"from", category},
                  {"from_name", text},
                  {"from_kind", category},
                  {"effect", category},
                  {"to", category},
                  {"to_name", text},
                  {"truth", category},
                  {"about", text},
                  {"within", text},
                  {"answered_by", text},
                  {"relation", integer},
                  {"inferred", flags},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    for (const influence& i : rows) {
        const std::vector<statement> statements = t.statements_on(i.effect);
        t.rests_on(i.effect, i.about, i.within, i.answered_by);
        const node from = i.effect.from();
        const node to = i.effect.to();
        t.add_row({from.id(), from.name(options.language), from.kind_name(), i.effect.type_name(), to.id(),
                   to.name(options.language), i.truth, text_cell(tos_of(i.about)),
                   text_cell(tos_of(i.within)), text_cell(froms_of(i.answered_by)), number_of(i.effect),
                   t.inferred(i.effect), text_cell(sources_of(statements)),
                   text_cell(stated_by(statements))});
    }
    return std::move(t).build();
}

table to_table(std::span<const difference> rows, const listing_options& options, const view* heard) {
    told_table t({{"what", category},
                  {"id", category},
                  {"name", text},
                  {"type", category},
                  {"change", category},
                  {"before", category},
                  {"after", category},
                  {"slot", category},
                  {"value", text},
                  {"language", category},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    for (const difference& d : rows) {
        const history h(d.about.store());
        const subject about = d.about.subject();
        const std::vector<statement> statements = t.statements_on(d.about);
        t.rests_on(d.about);
        const bool relates = about.is_relation();
        const std::string name =
            relates ? label(d.about) : std::string(h.node(about.as_node()).name(options.language));
        const std::string_view type =
            relates ? h.relation(about.as_relation()).type_name() : h.node(about.as_node()).kind_name();
        t.add_row({relates ? "relation" : "node", label(d.about), name, type, to_string(d.how), d.before,
                   d.after, text_cell(d.slot), text_cell(d.value), text_cell(d.language),
                   text_cell(sources_of(statements)), text_cell(stated_by(statements))});
    }
    return std::move(t).build();
}

namespace {

void add_notes(table_builder& t, const view_summary& s) {
    const auto note = [&t](std::string_view key, std::size_t n) { t.set_note(key, std::to_string(n)); };
    note("nodes", s.nodes.possible);
    note("nodes_certain", s.nodes.certain);
    note("relations", s.relations.possible);
    note("relations_certain", s.relations.certain);
    t.set_note("first", s.first.text);
    t.set_note("last", s.last.text);
    note("sources", s.sources);
    note("statements", s.statements);
    note("dated", s.dated);
    note("inferred", s.inferred);
    note("disputed", s.disputed);
    note("unsourced", s.unsourced);
    note("denied", s.denied);
    for (std::size_t m = 0; m < modality_count; ++m)
        note(to_string(static_cast<modality>(m)), s.modalities[m]);
    t.set_note("searched", s.searched.to_string());
}

} // namespace

table to_table(const view_summary& summary, const listing_options& options) {
    table_builder t{{"what", category},
                    {"name", category},
                    {"label", text},
                    {"root", category},
                    {"certain", integer},
                    {"possible", integer},
                    {"with_subkinds_certain", integer},
                    {"with_subkinds_possible", integer}};
    const schema& types = summary.searched.seen.history().schema();
    for (const kind_count& k : summary.kinds)
        t.add_row({"kind", types.name(k.kind), types.label(k.kind, options.language), types.name(k.root),
                   k.exact.certain, k.exact.possible, k.with_subkinds.certain, k.with_subkinds.possible});
    for (const type_count& r : summary.types)
        t.add_row({"relation type", types.name(r.type), types.label(r.type, options.language), cell(),
                   r.relations.certain, r.relations.possible, cell(), cell()});
    add_notes(t, summary);
    return std::move(t).build();
}

} // namespace comity
