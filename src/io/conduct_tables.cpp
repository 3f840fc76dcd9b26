#include <comity/io/conduct_tables.hpp>

#include "io/column_types.hpp"
#include "io/told_table.hpp"

#include <string>
#include <vector>

// Tables of what was said beside what was done.

namespace comity {

using namespace detail;
using namespace detail::column_types;

namespace {

std::string ids_of(const std::vector<node>& nodes) {
    std::string list;
    for (const node& n : nodes) {
        if (!list.empty()) list += "; ";
        list += n.id();
    }
    return list;
}

/// The sure truth of a ballot; of an unknown one no value, since nothing is said that could be true.
cell ballot_truth(const vote_cast& c) {
    return c.by ? cell(c.truth) : cell();
}

std::vector<statement> statements_of(const told_table& t, const std::vector<relation>& relations) {
    std::vector<statement> all;
    for (const relation& r : relations)
        for (const statement& s : t.statements_on(r)) all.push_back(s);
    return all;
}

} // namespace

table to_table(std::span<const vote_cast> rows, const listing_options& options, const view* heard) {
    told_table t({{"vote", category},
                  {"on", category},
                  {"date", category},
                  {"earliest", days},
                  {"latest", days},
                  {"who", category},
                  {"name", text},
                  {"ballot", category},
                  {"truth", category},
                  {"member", category},
                  {"relation", integer},
                  {"inferred", flags},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    for (const vote_cast& c : rows) {
        const auto statements = c.by ? t.statements_on(*c.by) : std::vector<statement>();
        c.by ? t.rests_on(*c.by, c.vote) : t.rests_on(c.vote);
        t.add_row({c.vote.id(), text_cell(ids_of(c.on)), text_cell(c.when.text), day_cell(c.when.earliest),
                   day_cell(c.when.latest), c.who.id(), c.who.name(options.language), to_string(c.ballot),
                   ballot_truth(c), c.member, c.by ? cell(number_of(*c.by)) : cell(),
                   c.by ? cell(t.inferred(*c.by)) : cell(), text_cell(sources_of(statements)),
                   text_cell(stated_by(statements))});
    }
    return std::move(t).build();
}

table to_table(std::span<const cohesion> rows, const listing_options& options, const view* heard) {
    told_table t({{"vote", category},
                  {"on", category},
                  {"date", category},
                  {"earliest", days},
                  {"latest", days},
                  {"members_certain", integer},
                  {"members_possible", integer},
                  {"yes_certain", integer},
                  {"yes_possible", integer},
                  {"no_certain", integer},
                  {"no_possible", integer},
                  {"abstained_certain", integer},
                  {"abstained_possible", integer},
                  {"absent_certain", integer},
                  {"absent_possible", integer},
                  {"unknown_certain", integer},
                  {"unknown_possible", integer},
                  {"alike", category}},
                 heard, options, rows.size());
    for (const cohesion& c : rows) {
        t.rests_on(c.vote);
        t.add_row({c.vote.id(), text_cell(ids_of(c.on)), text_cell(c.when.text), day_cell(c.when.earliest),
                   day_cell(c.when.latest), c.members.certain, c.members.possible, c.yes.certain,
                   c.yes.possible, c.no.certain, c.no.possible, c.abstained.certain, c.abstained.possible,
                   c.absent.certain, c.absent.possible, c.unknown.certain, c.unknown.possible, c.alike});
    }
    return std::move(t).build();
}

table to_table(std::span<const profession> rows, const listing_options& options, const view* heard) {
    told_table t({{"who", category},   {"name", text},        {"stance", category}, {"on", category},
                  {"on_name", text},   {"denied", flags},     {"said", category},   {"of_bloc", category},
                  {"through", text},   {"bears", category},   {"vote", category},   {"text", category},
                  {"date", category},  {"earliest", days},    {"latest", days},     {"ballot", category},
                  {"truth", category}, {"member", category},  {"line", text},       {"relation", integer},
                  {"inferred", flags}, {"sources", category}, {"stated", text},     {"voted", text}},
                 heard, options, rows.size());
    for (const profession& p : rows) {
        const vote_cast& c = p.cast;
        const node on = p.said.stance.to();
        const bool own = p.said.stance.from() == p.said.who;
        const auto said = t.statements_on(p.said.stance);
        const auto voted = c.by ? t.statements_on(*c.by) : std::vector<statement>();
        t.rests_on(p.said.stance, p.said.through, p.line, c.vote);
        if (c.by) t.rests_on(*c.by);
        t.add_row({p.said.who.id(),
                   p.said.who.name(options.language),
                   p.said.stance.type_name(),
                   on.id(),
                   on.name(options.language),
                   p.said.denied,
                   text_cell(p.said.when.text),
                   own ? cell() : cell(p.said.stance.from().id()),
                   text_cell(labels_of(p.said.through)),
                   to_string(p.bears),
                   c.vote.id(),
                   text_cell(ids_of(c.on)),
                   text_cell(c.when.text),
                   day_cell(c.when.earliest),
                   day_cell(c.when.latest),
                   to_string(c.ballot),
                   ballot_truth(c),
                   c.member,
                   text_cell(labels_of(p.line)),
                   c.by ? cell(number_of(*c.by)) : cell(),
                   t.inferred(p.said.stance),
                   text_cell(sources_of(said)),
                   text_cell(stated_by(said)),
                   text_cell(stated_by(voted))});
    }
    return std::move(t).build();
}

table to_table(std::span<const followed> rows, const listing_options& options, const view* heard) {
    told_table t({{"commitment", category},
                  {"name", text},
                  {"made", category},
                  {"what", category},
                  {"first", category},
                  {"first_name", text},
                  {"date", category},
                  {"since_min", integer},
                  {"since_max", integer},
                  {"basis", category},
                  {"way", text},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    for (const followed& f : rows) {
        std::vector<node> first;
        std::string names, dates;
        for (const step& s : f.first) {
            names += (first.empty() ? "" : "; ") + std::string(s.to.name(options.language));
            dates += (first.empty() ? "" : "; ") + s.when.text;
            first.push_back(s.to);
        }
        const bool none = first.empty();
        const auto statements = statements_of(t, f.way);
        t.rests_on(f.commitment, f.way);
        t.add_row({f.commitment.id(), f.commitment.name(options.language), text_cell(f.made.text),
                   to_string(f.what), text_cell(ids_of(first)), text_cell(names), text_cell(dates),
                   least(f.since), most(f.since), none ? cell() : cell(f.inferred ? "inferred" : "stated"),
                   text_cell(labels_of(f.way)), text_cell(sources_of(statements)),
                   text_cell(stated_by(statements))});
    }
    return std::move(t).build();
}

table to_table(std::span<const fate> rows, const listing_options& options, const view* heard) {
    told_table t({{"id", category},
                  {"name", text},
                  {"kind", category},
                  {"thing", flags},
                  {"proposers", text},
                  {"date", category},
                  {"reached", category},
                  {"reached_stated", category},
                  {"signs", text},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    for (const fate& f : rows) {
        const node& n = f.what.what;
        std::string signs;
        std::vector<statement> statements;
        t.rests_on(n, f.what.by);
        for (const sign& s : f.signs) {
            if (!signs.empty()) signs += "; ";
            signs += std::string(to_string(s.shows)) + ": " + label(s.by);
            if (s.inferred) signs += " (inferred)";
            if (!is_certain(s.truth)) signs += " (possible)";
            t.rests_on(s.by);
            for (const statement& one : t.statements_on(s.by)) statements.push_back(one);
        }
        t.add_row({n.id(), n.name(options.language), n.kind_name(), f.what.is_thing(),
                   text_cell(froms_of(f.what.by)), text_cell(f.what.when.text), to_string(f.reached),
                   to_string(f.stated), text_cell(signs), text_cell(sources_of(statements)),
                   text_cell(stated_by(statements))});
    }
    return std::move(t).build();
}

namespace {

void add_row(told_table& t, const claimed_first& c, const precedent* p, const listing_options& options) {
    const auto statements = c.value ? t.statements_on(*c.value) : t.statements_on(c.claim);
    t.rests_on(c.claim, c.thing);
    if (p != nullptr) t.rests_on(p->what);
    t.add_row({c.claim.id(), c.thing.id(), c.thing.name(options.language), c.words, text_cell(c.when.text),
               c.preceded(), p ? cell(p->what.id()) : cell(), p ? text_cell(p->when.text) : cell(),
               p ? cell(p->truth) : cell(), p && p->subject ? cell(p->subject->id()) : cell(), c.undated,
               text_cell(sources_of(statements)), text_cell(stated_by(statements))});
}

} // namespace

table to_table(std::span<const claimed_first> rows, const listing_options& options, const view* heard) {
    told_table t({{"claim", category},
                  {"thing", category},
                  {"name", text},
                  {"words", text},
                  {"date", category},
                  {"preceded", category},
                  {"earlier", category},
                  {"earlier_date", category},
                  {"truth", category},
                  {"subject", category},
                  {"undated", integer},
                  {"sources", category},
                  {"stated", text}},
                 heard, options, rows.size());
    for (const claimed_first& c : rows) {
        if (c.earlier.empty()) add_row(t, c, nullptr, options);
        for (const precedent& p : c.earlier) add_row(t, c, &p, options);
    }
    return std::move(t).build();
}

} // namespace comity
