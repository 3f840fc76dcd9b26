#include <comity/io/analysis_tables.hpp>

#include "io/told_table.hpp"

// Tables of what happened, who belongs and what came of what. The judgements are in judgement_tables.cpp.

namespace comity {

using namespace detail;
using namespace detail::column_types;

namespace detail {

table with_note(const table& t, std::string_view key, std::string text) {
    std::vector<std::pair<std::string, std::string>> notes(t.notes().begin(), t.notes().end());
    notes.emplace_back(key, std::move(text));
    return table({t.columns().begin(), t.columns().end()}, std::move(notes), t.grounds());
}

} // namespace detail

namespace {

std::string plain(const std::vector<seen<relation>>& relations, bool from) {
    const std::vector<relation> all(relations.begin(), relations.end());
    return from ? froms_of(all) : tos_of(all);
}

/// `china; india?`: those who took part, a mark where it is only possible.
std::string marked(const std::vector<participation>& participants) {
    std::string list;
    for (const participation& p : participants) {
        if (!list.empty()) list += "; ";
        list += p.who.id();
        if (!is_certain(p.truth)) list += '?';
    }
    return list;
}

/// Since when a condition holds, only where a source dates it.
cell truth_cell(const std::optional<text_condition>& c) {
    return c ? cell(c->truth) : cell();
}
cell stated_cell(const std::optional<text_condition>& c) {
    return c ? cell(c->stated) : cell();
}
cell since_cell(const std::optional<text_condition>& c) {
    return c ? text_cell(c->since) : cell();
}

} // namespace

table to_table(std::span<const timeline_entry> rows, const listing_options& options, const view* heard) {
    told_table t({{"date", category},
                  {"earliest", days},
                  {"latest", days},
                  {"what", category},
                  {"type", category},
                  {"id", text},
                  {"name", text},
                  {"occasion", category},
                  {"truth", category},
                  {"relation", integer},
                  {"inferred", flags},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    for (const timeline_entry& e : rows) {
        const std::vector<statement> statements = t.statements_on(e.about);
        t.rests_on(e.about);
        t.add_row({e.when.text, day_cell(e.when.earliest), day_cell(e.when.latest), to_string(e.what),
                   type_name(e.about), label(e.about), in_words(e.about, options.language),
                   e.occasion ? cell(e.occasion->id()) : cell(), e.truth, relation_cell(e.about),
                   t.inferred(e.about), text_cell(sources_of(statements)), text_cell(stated_by(statements))});
    }
    return std::move(t).build();
}

table to_table(std::span<const membership> rows, const listing_options& options, const view* heard) {
    told_table t({{"id", category},
                  {"name", text},
                  {"kind", category},
                  {"standing", category},
                  {"role", category},
                  {"truth", category},
                  {"by", text},
                  {"inferred", flags},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    for (const membership& m : rows) {
        const auto statements = m.by.empty() ? t.statements_on(m.who) : t.statements_on(m.by.back());
        t.rests_on(m.by, m.who);
        t.add_row({m.who.id(), m.who.name(options.language), m.who.kind_name(), to_string(m.as),
                   text_cell(m.role(heard)), m.truth, labels_of(m.by),
                   !m.by.empty() && t.inferred(m.by.back()), text_cell(sources_of(statements)),
                   text_cell(stated_by(statements))});
    }
    return std::move(t).build();
}

table to_table(std::span<const roster_row> rows, const listing_options& options, const view* heard) {
    told_table t({{"section", category},
                  {"id", category},
                  {"name", text},
                  {"kind", category},
                  {"truth", category},
                  {"role", category},
                  {"adopted", category},
                  {"adopted_stated", flags},
                  {"adopted_since", category},
                  {"in_force", category},
                  {"in_force_stated", flags},
                  {"in_force_since", category},
                  {"named_certain", integer},
                  {"named_possible", integer},
                  {"counted", category},
                  {"by", text},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    for (const roster_row& r : rows) {
        const std::vector<statement> statements = t.statements_on(r.who);
        t.rests_on(r.who, r.by, r.stated_counts);
        t.add_row({to_string(r.section), r.who.id(), r.who.name(options.language), r.who.kind_name(), r.truth,
                   text_cell(r.role), truth_cell(r.adopted), stated_cell(r.adopted), since_cell(r.adopted),
                   truth_cell(r.in_force), stated_cell(r.in_force), since_cell(r.in_force),
                   r.named ? cell(r.named->certain) : cell(), r.named ? cell(r.named->possible) : cell(),
                   text_cell(values_of(r.stated_counts)), text_cell(labels_of(r.by)),
                   text_cell(sources_of(statements)), text_cell(stated_by(statements))});
    }
    return std::move(t).build();
}

table to_table(std::span<const step> rows, const listing_options& options, const view* heard) {
    told_table t({{"row", integer},
                  {"previous", integer},
                  {"depth", integer},
                  {"from", category},
                  {"relation_type", category},
                  {"relation", integer},
                  {"to", category},
                  {"name", text},
                  {"kind", category},
                  {"outcome", category},
                  {"truth", category},
                  {"date", category},
                  {"earliest", days},
                  {"latest", days},
                  {"since_root_min", integer},
                  {"since_root_max", integer},
                  {"since_previous_min", integer},
                  {"since_previous_max", integer},
                  {"basis", category},
                  {"rule", text},
                  {"way_inferred", flags},
                  {"again", flags},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    std::size_t row = 0;
    for (const step& s : rows) {
        const std::vector<statement> statements = t.statements_on(s.via);
        t.rests_on(s.via, s.to);
        t.add_row({row++,
                   s.previous,
                   s.depth,
                   s.from.id(),
                   s.via.type_name(),
                   number_of(s.via),
                   s.to.id(),
                   s.to.name(options.language),
                   s.to.kind_name(),
                   s.outcome == outcome_at::to ? "to" : "from",
                   s.truth,
                   text_cell(s.when.text),
                   day_cell(s.when.earliest),
                   day_cell(s.when.latest),
                   least(s.since_root),
                   most(s.since_root),
                   least(s.since_previous),
                   most(s.since_previous),
                   s.inferred ? "inferred" : "stated",
                   text_cell(s.rule),
                   s.way_inferred,
                   s.again,
                   text_cell(sources_of(statements)),
                   text_cell(stated_by(statements))});
    }
    return std::move(t).build();
}

table to_table(std::span<const occurrence> rows, const listing_options& options, const view* heard) {
    told_table t({{"event", category},
                  {"name", text},
                  {"date", category},
                  {"earliest", days},
                  {"latest", days},
                  {"truth", category},
                  {"ordinal", number},
                  {"gap_min", integer},
                  {"gap_max", integer},
                  {"hosts", category},
                  {"places", category},
                  {"organisers", category},
                  {"participants_certain", integer},
                  {"participants_possible", integer},
                  {"counted", category},
                  {"participants", text},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    for (const occurrence& o : rows) {
        const std::vector<statement> statements = t.statements_on(o.event);
        t.rests_on(o.event, o.ordinal, o.hosts, o.places, o.organisers, o.stated_counts);
        for (const participation& p : o.participants) t.rests_on(p.by);
        t.add_row({o.event.id(), o.event.name(options.language), text_cell(o.when.text),
                   day_cell(o.when.earliest), day_cell(o.when.latest), o.truth,
                   o.ordinal ? cell(o.ordinal->number_value()) : cell(), least(o.gap), most(o.gap),
                   text_cell(plain(o.hosts, true)), text_cell(plain(o.places, false)),
                   text_cell(plain(o.organisers, true)), o.named.certain, o.named.possible,
                   text_cell(values_of(o.stated_counts)), text_cell(marked(o.participants)),
                   text_cell(sources_of(statements)), text_cell(stated_by(statements))});
    }
    return std::move(t).build();
}

namespace {

told_table participations(const view* heard, const listing_options& options, std::size_t rows) {
    return {{{"event", category},
             {"id", category},
             {"name", text},
             {"bloc", flags},
             {"truth", category},
             {"by", text},
             {"inferred", flags},
             {"sources", category},
             {"stated", text}},
            heard,
            options,
            rows};
}

void add_rows(told_table& t, std::span<const participation> rows, const listing_options& options) {
    for (const participation& p : rows) {
        const std::vector<statement> statements = t.statements_on(p.by.front());
        t.rests_on(p.by, p.who);
        t.add_row({p.by.front().to().id(), p.who.id(), p.who.name(options.language), p.is_bloc(), p.truth,
                   labels_of(p.by), t.inferred(p.by.front()), text_cell(sources_of(statements)),
                   text_cell(stated_by(statements))});
    }
}

} // namespace

table to_table(std::span<const participation> rows, const listing_options& options, const view* heard) {
    told_table t = participations(heard, options, rows.size());
    add_rows(t, rows, options);
    return std::move(t).build();
}

table participations_table(std::span<const occurrence> rows, const listing_options& options,
                           const view* heard) {
    told_table t = participations(heard, options, rows.size());
    for (const occurrence& o : rows) add_rows(t, o.participants, options);
    return std::move(t).build();
}

} // namespace comity
