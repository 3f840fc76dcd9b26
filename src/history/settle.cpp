#include "history/claims.hpp"
#include "history/reading.hpp"
#include "history/seal.hpp"
#include "history/side_by_side.hpp"
#include "history/slots.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace comity::detail {
namespace {

/// The days of one source, as far as they bound what it says.
struct source_days {
    day32 first = unbounded_above; ///< an open end is certain up to here
    day32 last = unbounded_above;  ///< nothing that it reports happened later
};

/// The statements about one thing: a run in the sealed order.
struct statement_run {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    [[nodiscard]] bool empty() const noexcept { return first == last; }
};

/// Whether it is stated at all, and how.
struct stated_existence {
    modality strongest = modality::reported;
    bool asserted = true;
    bool denied = false;
    bool stated = true; ///< asserted outright, not only inferred
};

/// Works out the periods of one history's nodes and relations.
class settler {
public:
    settler(const store& s, const relation_ends& ends, const reading_rule& rule);

    /// Settles what is next in the order of keys: nodes, then relations.
    void settle(subject about, settled_rows& rows);
    /// Settles all relations of a history without statements in one go; false if something is not plain.
    [[nodiscard]] bool settle_all_plainly(settled_rows& rows, pulse& beat) const;
    [[nodiscard]] alternative_columns alternatives() &&;

private:
    [[nodiscard]] bool settle_range(settled_rows& rows, std::size_t first, std::size_t last,
                                    bool with_inner) const;
    [[nodiscard]] statement_run statements_of(std::uint32_t key) noexcept;
    [[nodiscard]] bool is_unsourced(statement_run run) const;
    [[nodiscard]] stated_existence existence_of(statement_run run) const;
    [[nodiscard]] std::array<std::vector<std::uint32_t>, 2> sides_of_existence(statement_run run) const;
    [[nodiscard]] std::vector<claim> claims_of(subject about, statement_run run, slot which,
                                               modality strongest) const;
    [[nodiscard]] bool marked(date_id d) const noexcept {
        return store_.dates.is_marked(d) && !rule_.how.ignore_marks;
    }
    [[nodiscard]] verdict verdict_of(subject about, statement_run run, slot which, modality strongest) const;
    [[nodiscard]] day32 known_until(std::uint32_t source, subject about) const;
    [[nodiscard]] bool is_assessment(subject about) const;
    [[nodiscard]] nature nature_of(subject about) const;
    [[nodiscard]] source_days first_source(statement_run run, modality strongest) const;
    [[nodiscard]] bool settle_plainly(subject about, settled_rows& rows) const;
    [[nodiscard]] bool settle_single(subject about, statement_run run, settled_rows& rows) const;
    [[nodiscard]] bounds plain_bounds(date_id begin, date_id end, day32 known_until,
                                      const bounds_context& context) const noexcept;
    void settle_statements(subject about, statement_run run, settled_rows& rows);
    void keep(std::uint32_t key, const std::vector<bounds>& alternatives);

    const store& store_;
    relation_ends ends_;
    const reading_rule& rule_;
    std::vector<source_days> sources_;
    std::vector<nature> natures_; ///< by number of a relation type
    std::size_t next_ = 0;        ///< into the keys that have statements
    growing<std::uint32_t> keys_;
    settled_rows alternatives_;
};

settler::settler(const store& s, const relation_ends& ends, const reading_rule& rule)
    : store_(s), ends_(ends), rule_(rule) {
    for (const date_id d : s.sources.date) {
        const bool dated = d != no_date && s.dates.state(d) == date_state::known;
        sources_.push_back(dated ? source_days{s.dates.first[d], s.dates.last[d]} : source_days{});
    }
    natures_.resize(s.schema.relation_type_limit(), nature::state);
    for (const relation_type_definition& def : s.schema.relation_types())
        natures_[to_index(def.id)] = def.nature;
}

nature settler::nature_of(subject about) const {
    return about.is_relation() ? natures_[ends_.type[about.number()]]
                               : store_.schema.definition(kind(store_.nodes.kind[about.number()])).nature;
}

bool settler::is_assessment(subject about) const {
    return !about.is_relation() &&
           store_.schema.is_a(kind(store_.nodes.kind[about.number()]), kind::assessment);
}

/// Keys come in ascending order, so the lists are walked, not searched.
statement_run settler::statements_of(std::uint32_t key) noexcept {
    const sparse_lists& lists = store_.statements.of;
    if (next_ == lists.keys.size() || lists.keys[next_] != key) return {};
    const statement_run run{lists.offsets[next_], lists.offsets[next_ + 1]};
    ++next_;
    return run;
}

/// Whether nobody speaks of its existence: then it is there by the word of the data itself. A source that
/// gives one of its values asserts no more than that value.
bool settler::is_unsourced(statement_run run) const {
    const auto slots = store_.statements.slots.span().subspan(run.first, run.last - run.first);
    return std::ranges::none_of(
        slots, [](std::uint8_t of) { return covers(static_cast<slot>(of), slot::existence); });
}

stated_existence settler::existence_of(statement_run run) const {
    const statement_columns& st = store_.statements;
    stated_existence result{modality::alleged, false, false, false};
    for (std::uint32_t i = run.first; i < run.last; ++i) {
        if (!rule_.admits(st.source[i]) || !covers(static_cast<slot>(st.slots[i]), slot::existence)) continue;
        if ((st.flags[i] & statement_columns::denies) != 0) {
            result.denied = true;
            continue;
        }
        result.asserted = true;
        result.strongest = std::min(result.strongest, modality_in(st.flags[i]));
        result.stated |= st.rule[i] == 0;
    }
    if (!result.denied || !result.asserted || rule_.how.policy.order.empty()) return result;
    const std::vector<bool> left = preferred(sides_of_existence(run), rule_);
    result.asserted = left[0];
    result.denied = left[1];
    return result;
}

/// Who asserts it, and who denies it.
std::array<std::vector<std::uint32_t>, 2> settler::sides_of_existence(statement_run run) const {
    const statement_columns& st = store_.statements;
    std::array<std::vector<std::uint32_t>, 2> sides;
    for (std::uint32_t i = run.first; i < run.last; ++i)
        if (rule_.admits(st.source[i]) && covers(static_cast<slot>(st.slots[i]), slot::existence))
            sides[(st.flags[i] & statement_columns::denies) != 0 ? 1 : 0].push_back(st.source[i]);
    return sides;
}

day32 settler::known_until(std::uint32_t source, subject about) const {
    if (!about.is_relation()) return detail::known_until(store_, source, about, {});
    const std::size_t i = about.number();
    return detail::known_until(store_, source, about, {ends_.from[i], ends_.to[i], ends_.type[i]});
}

std::vector<claim> settler::claims_of(subject about, statement_run run, slot which,
                                      modality strongest) const {
    const statement_columns& st = store_.statements;
    const bool is_end = which == slot::end;
    std::vector<claim> claims;
    for (std::uint32_t i = run.first; i < run.last; ++i) {
        if (!rule_.admits(st.source[i]) || !st.asserts(i, which, strongest)) continue;
        const date_id d = is_end ? st.end[i] : st.begin[i];
        claims.push_back(
            claim_of(store_, d, is_end, known_until(st.source[i], about), rule_.how.ignore_marks));
        claims.back().source = st.source[i];
    }
    const date_id d = store_.given(about, is_end);
    const bool unsourced = claims.empty() && d != no_date && !rule_.restricted;
    if (unsourced) claims.push_back(claim_of(store_, d, is_end, unbounded_above, rule_.how.ignore_marks));
    return claims;
}

verdict settler::verdict_of(subject about, statement_run run, slot which, modality strongest) const {
    const std::vector<claim> claims = claims_of(about, run, which, strongest);
    verdict v = resolve(claims);
    decide(v, claims, rule_);
    return v;
}

/// The earliest of the sources that assert it in that modality.
source_days settler::first_source(statement_run run, modality strongest) const {
    const statement_columns& st = store_.statements;
    source_days earliest;
    for (std::uint32_t i = run.first; i < run.last; ++i) {
        if (!rule_.admits(st.source[i]) || !st.asserts(i, slot::existence, strongest)) continue;
        const source_days& days = sources_[st.source[i]];
        if (days.last < earliest.last) earliest = days;
    }
    return earliest;
}

/// The bounds of what one source at most is quoted for: one begin and one end at most, neither with gaps.
bounds settler::plain_bounds(date_id begin, date_id end, day32 known_until,
                             const bounds_context& context) const noexcept {
    choice choices[2];
    const choice* given_choices[2] = {nullptr, nullptr};
    for (const bool is_end : {false, true}) {
        const date_id d = is_end ? end : begin;
        if (d == no_date) continue;
        const run days = store_.dates.state(d) == date_state::open
                             ? (is_end ? open_end(known_until) : open_begin())
                             : store_.dates.hull(d);
        choices[is_end ? 1 : 0] = edge_among(days, marked(d));
        given_choices[is_end ? 1 : 0] = &choices[is_end ? 1 : 0];
    }
    return combine(given_choices[0], given_choices[1], context);
}

/// The way of bulk data, which must not allocate.
bool settler::settle_plainly(subject about, settled_rows& rows) const {
    const date_id begin = store_.given(about, false);
    const date_id end = store_.given(about, true);
    if (store_.dates.has_gaps(begin) || store_.dates.has_gaps(end)) return false;
    const bool dated = begin != no_date || end != no_date;
    rows.push(plain_bounds(begin, end, unbounded_above, {nature_of(about), unbounded_above}),
              dated ? flag::dated : std::uint8_t{0});
    return true;
}

/// Settles rows, the inner bounds too if `with_inner`; false if those would have been needed.
bool settler::settle_range(settled_rows& rows, std::size_t first, std::size_t last, bool with_inner) const {
    bool precise = true;
    for (std::size_t i = first; i < last; ++i) {
        const date_id begin = store_.relations.begin[i];
        const date_id end = store_.relations.end.empty() ? no_date : store_.relations.end[i];
        const bounds b =
            plain_bounds(begin, end, unbounded_above, {natures_[ends_.type[i]], unbounded_above});
        rows.b1[i] = b.b1;
        rows.e2[i] = b.e2;
        rows.flags[i] = begin != no_date || end != no_date ? flag::dated : std::uint8_t{0};
        precise = precise && b.precise();
        if (!with_inner) continue;
        rows.b2[i] = b.b2;
        rows.e1[i] = b.e1;
    }
    return with_inner || precise;
}

bool settler::settle_all_plainly(settled_rows& rows, pulse& beat) const {
    const auto has_gaps = [this](std::uint8_t flags) { return (flags & date_table::gaps) != 0; };
    if (rule_.restricted || !store_.statements.source.empty() ||
        std::any_of(store_.dates.flags.begin(), store_.dates.flags.end(), has_gaps))
        return false;
    const std::size_t count = ends_.type.size();
    side_by_side( // to be given memory takes as long as to fill it
        count, [&] { rows.b1.resize(count); },
        [&] {
            rows.e2.resize(count);
            rows.flags.resize(count);
        });
    // Most bulk data is precise, and then half of the columns need not be written.
    const auto settle_halves = [&](bool with_inner) {
        return holds_in_halves(count, beat, [&](std::size_t first, std::size_t last) {
            return settle_range(rows, first, last, with_inner);
        });
    };
    if (settle_halves(false)) return true;
    rows.b2.resize(count);
    rows.e1.resize(count);
    return settle_halves(true);
}

/// The way of one register's data: one source states all, and nothing competes.
bool settler::settle_single(subject about, statement_run run, settled_rows& rows) const {
    const statement_columns& st = store_.statements;
    const std::uint32_t i = run.first;
    const std::uint32_t source = st.source[i];
    const auto slots = static_cast<slot>(st.slots[i]);
    if (run.last - run.first != 1 || !rule_.admits(source) || !st.asserts(i, slot::existence)) return false;
    const auto date_of = [&](slot which) {
        const bool is_end = which == slot::end;
        if (covers(slots, which)) return is_end ? st.end[i] : st.begin[i];
        return rule_.restricted ? no_date : store_.given(about, is_end);
    };
    const date_id begin = date_of(slot::begin);
    const date_id end = date_of(slot::end);
    const bool dated = begin != no_date || end != no_date;
    if (store_.dates.has_gaps(begin) || store_.dates.has_gaps(end)) return false;
    if (!dated && is_assessment(about)) return false;
    const modality m = modality_in(st.flags[i]);
    auto flags = static_cast<std::uint8_t>(m);
    if (st.rule[i] != 0) flags |= flag::inferred;
    if (dated) flags |= flag::dated;
    const bool said_open = covers(slots, slot::end) && store_.dates.state(end) == date_state::open;
    const bool happened = m == modality::reported || m == modality::alleged;
    rows.push(plain_bounds(begin, end, said_open ? known_until(source, about) : unbounded_above,
                           {nature_of(about), happened ? sources_[source].last : unbounded_above}),
              flags);
    return true;
}

void settler::keep(std::uint32_t key, const std::vector<bounds>& alternatives) {
    if (alternatives.size() == 1) return;
    for (const bounds& a : alternatives) {
        keys_.push_back(key);
        alternatives_.push(a, 0);
    }
}

void settler::settle_statements(subject about, statement_run run, settled_rows& rows) {
    const bool by_itself = !rule_.restricted && is_unsourced(run);
    const stated_existence stand = by_itself ? stated_existence{} : existence_of(run);
    auto flags = static_cast<std::uint8_t>(stand.asserted ? stand.strongest : modality::reported);
    if (stand.denied) flags |= stand.asserted ? flag::doubtful | flag::disputed : flag::denied;
    if (!stand.denied && !stand.asserted) flags |= flag::silent;
    if (stand.asserted && !stand.stated) flags |= flag::inferred;

    verdict begin = verdict_of(about, run, slot::begin, stand.strongest);
    verdict end = verdict_of(about, run, slot::end, stand.strongest);
    if (!begin.empty() || !end.empty()) flags |= flag::dated;
    if (begin.disputed() || end.disputed()) flags |= flag::disputed;

    const source_days said = first_source(run, stand.strongest);
    if ((flags & flag::dated) == 0 && is_assessment(about) && said.last != unbounded_above) {
        // An assessment holds from the day on which its author made it, as far as that author looked.
        const detail::run made{said.first, said.last};
        const detail::run held{said.first, unbounded_above};
        begin.sides = {{{{made, made}}, {}}};
        end.sides = {{{{held, held}}, {}}};
    }
    // Only what is told as having happened lies before the telling; plans and proposals lie ahead.
    const bool happened = stand.strongest == modality::reported || stand.strongest == modality::alleged;
    std::vector<bounds> alternatives =
        combine(begin, end, {nature_of(about), happened ? said.last : unbounded_above});
    if (alternatives.size() > 1) flags |= flag::inexact;
    if (stand.denied && stand.asserted)
        for (bounds& b : alternatives) {
            b.b2 = unbounded_above;
            b.e1 = unbounded_below;
        }
    rows.push(hull(alternatives), flags);
    keep(store_.key(about), alternatives);
}

void settler::settle(subject about, settled_rows& rows) {
    const statement_run run = statements_of(store_.key(about));
    if (run.empty() && !rule_.restricted && settle_plainly(about, rows)) return;
    if (!run.empty() && settle_single(about, run, rows)) return;
    settle_statements(about, run, rows);
}

alternative_columns settler::alternatives() && {
    return {lists_of(keys_), std::move(alternatives_).seal()};
}

/// Some source that counts gives the value, or nobody at all.
bool is_heard(const store& s, const reading_rule& rule, std::size_t value) {
    const bool own = (s.attributes.flags[value] & attribute_columns::own_statements) != 0;
    const auto [first, last] = s.statements.of.of(s.attributes.subject[value]);
    bool given = false;
    for (std::uint32_t i = first; i < last; ++i) {
        const auto slots = static_cast<slot>(s.statements.slots[i]);
        if (own ? s.statements.value[i] != value + 1 : !covers(slots, slot::attributes)) continue;
        if (rule.admits(s.statements.source[i])) return true;
        given = true;
    }
    return !given;
}

/// Whether two disputed values are those of one slot, and differ.
bool contradict(const attribute_columns& a, std::size_t i, std::size_t j) {
    const bool one_slot = a.type[i] == a.type[j] && a.language[i] == a.language[j] &&
                          a.begin[i] == a.begin[j] && a.end[i] == a.end[j];
    const bool in_words = static_cast<value_type>(a.value[i]) == value_type::text ||
                          static_cast<value_type>(a.value[i]) == value_type::date;
    return one_slot && (in_words ? a.text[i] != a.text[j] : a.number[i] != a.number[j]);
}

/// A value that another one contradicts makes its subject disputed too, if both are heard.
void mark_disputed_values(const store& s, const reading_rule& rule, settled& all) {
    std::vector<std::size_t> heard;
    for (std::size_t i = 0; i < s.attributes.flags.size(); ++i)
        if ((s.attributes.flags[i] & flag::disputed) != 0 && (!rule.restricted || is_heard(s, rule, i)))
            heard.push_back(i);
    const attribute_columns& a = s.attributes;
    std::stable_sort(heard.begin(), heard.end(),
                     [&a](std::size_t i, std::size_t j) { return a.subject[i] < a.subject[j]; });
    for (auto first = heard.begin(), last = first; first != heard.end(); first = last) {
        last = std::find_if(first, heard.end(),
                            [&](std::size_t i) { return a.subject[i] != a.subject[*first]; });
        const bool disputed = !rule.restricted || std::any_of(first, last, [&](std::size_t i) {
            return std::any_of(first, last, [&](std::size_t j) { return contradict(a, i, j); });
        });
        if (!disputed) continue;
        const subject about = s.subject_of(a.subject[*first]);
        (about.is_relation() ? all.relations : all.nodes).flags[about.number()] |= flag::disputed;
    }
}

} // namespace

settled settle(const store& s, const relation_ends& ends, const reading_rule& rule, pulse& beat) {
    settler settler(s, ends, rule);
    settled result;
    const auto nodes = static_cast<std::uint32_t>(s.node_count());
    const auto relations = static_cast<std::uint32_t>(ends.type.size());
    result.nodes.reserve(nodes);
    for (std::uint32_t n = 0; n < nodes; ++n) {
        beat.now_and_then();
        settler.settle(node_id{n}, result.nodes);
    }
    if (!settler.settle_all_plainly(result.relations, beat)) {
        result.relations.reserve(relations);
        for (std::uint32_t r = 0; r < relations; ++r) {
            beat.now_and_then();
            settler.settle(relation_id{r}, result.relations);
        }
    }
    result.alternatives = std::move(settler).alternatives();
    mark_disputed_values(s, rule, result);
    return result;
}

} // namespace comity::detail
