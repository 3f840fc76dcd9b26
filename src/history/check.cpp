#include "history/admissions.hpp"
#include "history/circles.hpp"
#include "history/draft.hpp"
#include "history/side_by_side.hpp"
#include "history/sorting.hpp"
#include "words.hpp"

#include <comity/schema/detail/nearest_name.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace comity::detail {
namespace {

template <class Offer>
std::string did_you_mean(std::string_view wanted, Offer&& offer_all) {
    nearest_name nearest(wanted);
    offer_all(nearest);
    return nearest.question();
}

/// Looking for the id that was meant reads all ids; a file without its nodes must not take for ever.
constexpr std::size_t most_hints = 100;

/// What ids of nodes stand for: ends of relations, or what statements are about.
class node_uses {
public:
    explicit node_uses(const draft& d) : draft_(d), is_end_(d.node_count()), stated_by_(d.node_count()) {
        for (const auto* ends : {&d.relations.from, &d.relations.to})
            for (const std::uint32_t n : *ends) is_end_[n] = 1;
        for (const draft::statement_row& s : d.statements)
            if (!s.about.is_relation()) stated_by_[s.about.number()] = s.source + 1;
    }
    /// Why there must be a node of that id.
    [[nodiscard]] std::string demand(std::uint32_t node) const {
        if (is_end_[node] != 0) return "a relation's ends must be nodes of this history";
        if (stated_by_[node] == 0) return "what is named must be added to this history";
        return "what source " + in_quotes(draft_.strings[draft_.sources[stated_by_[node] - 1].id]) +
               " makes a statement about must be a node of this history";
    }

private:
    const draft& draft_;
    std::vector<std::uint8_t> is_end_;
    std::vector<std::uint32_t> stated_by_; ///< source number + 1
};

void check_declared(draft& d, pulse& beat) {
    std::size_t unknown = 0;
    std::optional<node_uses> uses; // most histories lack no node
    for (std::uint32_t n = 0; n < d.node_count(); ++n) {
        beat.now_and_then();
        if (d.nodes.declared[n] != 0) continue;
        const std::string_view id = d.strings[d.nodes.id[n]];
        const std::string hint = did_you_mean(id, [&](nearest_name& nearest) {
            if (++unknown > most_hints) return;
            for (std::uint32_t m = 0; m < d.node_count(); ++m)
                if (d.nodes.declared[m] != 0) nearest.offer(d.strings[d.nodes.id[m]]);
        });
        if (!uses) uses.emplace(d);
        d.find(severity::error, "unknown-node", std::string(id), d.nodes.places[n],
               "unknown node " + in_quotes(id) + hint + "; " + uses->demand(n));
    }
    for (const draft::source_row& row : d.sources) {
        if (row.declared) continue;
        const std::string_view id = d.strings[row.id];
        const std::string hint = did_you_mean(id, [&](nearest_name& nearest) {
            if (++unknown > most_hints) return;
            for (const draft::source_row& other : d.sources)
                if (other.declared) nearest.offer(d.strings[other.id]);
        });
        d.find(severity::error, "unknown-source", std::string(id), row.at,
               "unknown source " + in_quotes(id) + hint + "; a statement must name a source of this history");
    }
}

/// Which relation types there are relations of.
class types_in_use {
public:
    explicit types_in_use(const draft& d) : used_(occurring(d.relations.type)) {}
    [[nodiscard]] bool has(std::uint16_t type) const noexcept { return used_[type] != 0; }
    [[nodiscard]] bool all_in(const comity::schema& s) const {
        for (std::size_t t = 0; t < used_.size(); ++t)
            if (used_[t] != 0 && !s.contains(relation_type(static_cast<std::uint16_t>(t)))) return false;
        return true;
    }

private:
    growing<char> used_;
};

/// Kinds and types come as numbers; those of another schema name nothing here.
void check_types(draft& d, const types_in_use& used) {
    const auto tell = [&d](const char* code, subject about, place at, const char* what, unsigned number) {
        const std::string label = d.label(about);
        d.find(severity::error, code, label, at,
               in_quotes(label) + " has " + what + " number " + std::to_string(number) +
                   ", which is not of this builder's schema");
    };
    for (std::uint32_t n = 0; n < d.node_count(); ++n)
        if (d.nodes.declared[n] != 0 && !d.schema.contains(kind(d.nodes.kind[n])))
            tell("unknown-kind", node_id{n}, d.nodes.places[n], "kind", d.nodes.kind[n]);
    const std::size_t suspects = used.all_in(d.schema) ? 0 : d.relation_count();
    for (std::uint32_t r = 0; r < suspects; ++r)
        if (!d.schema.contains(relation_type(d.relations.type[r])))
            tell("unknown-relation-type", relation_id{r}, d.relations.places[r], "relation type",
                 d.relations.type[r]);
    for (std::size_t i = 0; i < d.attributes.size(); ++i)
        if (!d.schema.contains(attribute_type(d.attributes[i].type)))
            tell("unknown-attribute-type", d.attributes[i].about, d.attribute_places[i], "attribute type",
                 d.attributes[i].type);
}

/// A document is called one thing in one language.
void check_titles(draft& d, const draft::source_row& row) {
    const auto& titles = row.record.titles;
    for (auto at = titles.begin(); at != titles.end(); ++at) {
        const auto first =
            std::find_if(titles.begin(), at, [at](const auto& t) { return t.first == at->first; });
        if (first == at) continue;
        const std::string id(d.strings[row.id]);
        d.find(severity::error, "duplicate-title", id, row.at,
               "source " + in_quotes(id) + " has two titles in " + in_quotes(at->first) + ", " +
                   in_quotes(first->second) + " and " + in_quotes(at->second) + "; expected one a language");
    }
}

/// What a source says of itself: how it is called, whom it copies, and what it claims to list.
void check_sources(draft& d) {
    const auto node_of = [&d](std::uint32_t i) { return d.strings[d.nodes.id[i]]; };
    const auto source_of = [&d](std::uint32_t i) { return d.strings[d.sources[i].id]; };
    for (const draft::source_row& row : d.sources) {
        const std::string id(d.strings[row.id]);
        const auto tell = [&](const char* code, const std::string& message) {
            d.find(severity::error, code, id, row.at, message);
        };
        check_titles(d, row);
        for (const coverage_record& c : row.record.coverage) {
            const bool known =
                c.what.empty() || d.schema.find_kind(c.what) || d.schema.find_relation_type(c.what);
            if (!known)
                tell("unknown-type", "the coverage of " + in_quotes(id) + " names " + in_quotes(c.what) +
                                         ", which is neither a relation type nor a kind");
            if (!c.scope.empty() && !d.nodes.index.find(c.scope, node_of))
                tell("unknown-node", "the coverage of " + in_quotes(id) + " is of " + in_quotes(c.scope) +
                                         ", which is no node of this history");
            for (const std::string* text : {&c.from, &c.until})
                if (const auto read = date::try_parse(*text); !text->empty() && !read)
                    tell("bad-date", "coverage of " + in_quotes(id) + ": " + describe(*text, read.failure()));
        }
        for (const std::string& root : row.record.derived_from)
            if (!d.source_index.find(root, source_of))
                tell("unknown-source", in_quotes(id) + " is derived from " + in_quotes(root) +
                                           ", which is no source of this history");
    }
}

/// Whether the row's type takes its ends.
bool takes_ends(const draft& d, admissions& admits, std::size_t row) {
    const auto& r = d.relations;
    if (d.nodes.declared[r.from[row]] == 0 || d.nodes.declared[r.to[row]] == 0) return true;
    return admits(relation_type(r.type[row]), kind(d.nodes.kind[r.from[row]]), kind(d.nodes.kind[r.to[row]]));
}

/// Whether all of them do, as in most data.
bool all_take_ends(const draft& d, pulse& beat) {
    return holds_in_halves(d.relation_count(), beat, [&d](std::size_t first, std::size_t last) {
        admissions admits(d.schema);
        while (first != last && takes_ends(d, admits, first)) ++first;
        return first == last;
    });
}

void check_ends(draft& d, pulse& beat) {
    if (all_take_ends(d, beat)) return;
    admissions admits(d.schema);
    const auto& r = d.relations;
    for (std::uint32_t row = 0; row < d.relation_count(); ++row) {
        beat.now_and_then();
        if (takes_ends(d, admits, row)) continue;
        const auto shown = [&d](std::uint32_t node, const char* after) {
            return in_quotes(d.strings[d.nodes.id[node]]) + ", a " +
                   std::string(d.schema.name(kind(d.nodes.kind[node]))) + after;
        };
        d.find(severity::error, "wrong-end", d.label(relation_id{row}), r.places[row],
               not_admitted(d.schema, relation_type(r.type[row]), shown(r.from[row], ","),
                            shown(r.to[row], "")));
    }
}

/// `where` gives the place; it is asked only where something is wrong.
template <class Where>
void check_order(draft& d, subject about, date_id begin, date_id end, Where&& where) {
    if (d.dates.state(begin) != date_state::known || d.dates.state(end) != date_state::known) return;
    if (d.dates.last(end) >= d.dates.first(begin)) return;
    d.find(severity::warning, "ends-before-it-begins", d.label(about), where(),
           in_quotes(d.label(about)) + " ends " + std::string(d.dates.text_of(end)) + ", before it begins " +
               std::string(d.dates.text_of(begin)) + "; kept as it is, and seen on no day");
}

/// Nothing ends before it begins, whoever says so.
void check_orders(draft& d, pulse& beat) {
    const auto check_given = [&](subject about) {
        beat.now_and_then();
        check_order(d, about, d.begin_of(about), d.end_of(about), [&] { return d.place_of(about); });
    };
    for (std::uint32_t n = 0; n < d.node_count(); ++n) check_given(node_id{n});
    if (!d.relations.end.empty())
        for (std::uint32_t r = 0; r < d.relation_count(); ++r)
            if (d.relations.end[r] != no_date) check_given(relation_id{r});
    for (std::size_t i = 0; i < d.statements.size(); ++i) {
        beat.now_and_then();
        const draft::statement_row& row = d.statements[i];
        check_order(d, row.about, row.begin, row.end, [&] { return d.statement_places[i]; });
    }
}

void check_circles(draft& d, const types_in_use& used, pulse& beat) {
    const auto must_have_none = [&used](const relation_type_definition& def) {
        return has(def.flags, relation_flags::acyclic) && used.has(to_index(def.id));
    };
    const auto types = d.schema.relation_types();
    if (std::ranges::none_of(types, must_have_none)) return;
    const std::vector<word_of> words = words_of_relations(d);
    for (const relation_type_definition& def : types) {
        beat.look();
        if (must_have_none(def)) check_circles(d, def.id, words);
    }
}

/// A value of a type that takes a date must be one; any EDTF expression is.
void check_date(draft& d, std::size_t attribute) {
    const draft::attribute_row& a = d.attributes[attribute];
    const std::string_view text = d.strings[a.text];
    const auto read = parse_bounds(text);
    if (read) return;
    const std::string label = d.label(a.about);
    d.find(severity::error, "bad-date", label, d.attribute_places[attribute],
           std::string(d.schema.name(attribute_type(a.type))) + " of " + in_quotes(label) + ": " +
               describe(text, read.failure()));
}

void check_attributes(draft& d, pulse& beat) {
    for (std::size_t i = 0; i < d.attributes.size(); ++i) {
        beat.now_and_then();
        const draft::attribute_row& a = d.attributes[i];
        if (!d.schema.contains(attribute_type(a.type))) continue;
        const auto& def = d.schema.definition(attribute_type(a.type));
        const auto given = static_cast<value_type>(a.value);
        if (given == value_type::date && def.value == value_type::date) check_date(d, i);
        if (given == def.value) continue;
        d.find(severity::error, "wrong-value", d.label(a.about), d.attribute_places[i],
               "attribute " + in_quotes(def.name) + " of " + in_quotes(d.label(a.about)) + " takes a " +
                   std::string(to_string(def.value)) + ", not a " + std::string(to_string(given)));
    }
}

/// Premises are of an inference, and an inference has a rule.
void check_premises(draft& d) {
    for (std::size_t i = 0; i < d.premises.size(); ++i) {
        const std::uint32_t number = d.premises[i].first;
        if (d.statements[number].rule != 0 || (i != 0 && d.premises[i - 1].first == number)) continue;
        const std::string label = d.label(d.statements[number].about);
        d.find(severity::error, "missing-rule", label, d.statement_places[number],
               "a statement about " + in_quotes(label) +
                   " has premises, but no rule: why it follows from them");
    }
}

} // namespace

void check(draft& d, pulse& beat) {
    check_declared(d, beat);
    const types_in_use used(d);
    check_types(d, used);
    check_sources(d);
    beat.look();
    check_ends(d, beat);
    check_orders(d, beat);
    check_attributes(d, beat);
    check_premises(d);
    check_circles(d, used, beat);
}

} // namespace comity::detail
