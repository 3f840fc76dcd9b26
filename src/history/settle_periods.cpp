#include "history/seal.hpp"
#include "history/slots.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace comity::detail {
namespace {

/// The days of one source, as far as they bound what it says.
struct source_days {
    day32 first = unbounded_above; ///< an open end is certain up to here
    day32 last = unbounded_above;  ///< nothing that it reports happened later
};

/// Works out the periods of one draft.
class settler {
public:
    settler(const draft& d, const store& s) : draft_(d), store_(s) {
        for (const draft::source_row& row : d.sources) {
            const bool dated = row.date != no_date && d.dates.state(row.date) == date_state::known;
            sources_.push_back(dated ? source_days{d.dates.first(row.date), d.dates.last(row.date)}
                                     : source_days{});
        }
    }

    /// The alternatives and flags of one node or relation.
    std::pair<std::vector<bounds>, std::uint8_t> settle(subject about) const;

private:
    struct standing {
        modality strongest = modality::alleged;
        bool asserted = false;
        bool denied = false;
        bool stated = false; ///< asserted outright, not only inferred
    };

    [[nodiscard]] standing standing_of(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::vector<claim> claims_of(subject about, std::uint32_t first, std::uint32_t last,
                                               slot which, modality strongest) const;
    [[nodiscard]] claim claim_of(date_id d, bool is_end, day32 known_until) const;
    [[nodiscard]] day32 known_until(std::uint32_t source, subject about) const;
    [[nodiscard]] bool is_assessment(subject about) const;
    [[nodiscard]] comity::nature nature_of(subject about) const;
    /// Days of the earliest source that asserts it, among the statements [first, last).
    [[nodiscard]] source_days first_source(std::uint32_t first, std::uint32_t last) const;

    const draft& draft_;
    const store& store_;
    std::vector<source_days> sources_;
};

comity::nature settler::nature_of(subject about) const {
    return about.is_relation()
               ? draft_.schema.definition(relation_type{draft_.relations.type[about.number()]}).nature
               : draft_.schema.definition(kind{draft_.nodes.kind[about.number()]}).nature;
}

bool settler::is_assessment(subject about) const {
    return !about.is_relation() &&
           draft_.schema.is_a(kind{draft_.nodes.kind[about.number()]}, kind::assessment);
}

settler::standing settler::standing_of(std::uint32_t first, std::uint32_t last) const {
    const statement_columns& st = store_.statements;
    standing result;
    for (std::uint32_t i = first; i < last; ++i) {
        if (!covers(static_cast<slot>(st.slots[i]), slot::existence)) continue;
        if ((st.flags[i] & statement_columns::denies) != 0) {
            result.denied = true;
            continue;
        }
        result.asserted = true;
        result.strongest = std::min(result.strongest, modality_in(st.flags[i]));
        result.stated |= st.rule[i] == 0;
    }
    return result;
}

day32 settler::known_until(std::uint32_t source, subject about) const {
    const draft::source_row& row = draft_.sources[source];
    const auto concerns = [&](const coverage_record& c) {
        const std::string_view name =
            about.is_relation() ? draft_.schema.name(relation_type{draft_.relations.type[about.number()]})
                                : draft_.schema.name(kind{draft_.nodes.kind[about.number()]});
        if (!c.what.empty() && c.what != name) return false;
        if (c.scope.empty() || !about.is_relation()) return true;
        const auto id_of = [&](std::uint32_t n) { return draft_.strings[draft_.nodes.id[n]]; };
        return id_of(draft_.relations.from[about.number()]) == c.scope ||
               id_of(draft_.relations.to[about.number()]) == c.scope;
    };
    for (const coverage_record& c : row.record.coverage) {
        if (c.until.empty() || !concerns(c)) continue;
        if (const auto until = date::try_parse(c.until); until && until->earliest().is_day())
            return to_day32(until->earliest().value);
    }
    return sources_[source].first;
}

claim settler::claim_of(date_id d, bool is_end, day32 known_until) const {
    const date_interner& dates = draft_.dates;
    switch (dates.state(d)) {
    case date_state::open:
        // No end that the source knows of: it lasted at least as long as the source looked.
        return {{is_end ? run{known_until, unbounded_above} : run{unbounded_below, unbounded_below}}, false};
    case date_state::known:
        return {dates.days(d), dates.marked(d)};
    case date_state::unknown:
    case date_state::none:
        break;
    }
    return {{run{}}, false};
}

std::vector<claim> settler::claims_of(subject about, std::uint32_t first, std::uint32_t last, slot which,
                                      modality strongest) const {
    const statement_columns& st = store_.statements;
    const bool is_end = which == slot::end;
    std::vector<claim> claims;
    for (std::uint32_t i = first; i < last; ++i) {
        const bool speaks = covers(static_cast<slot>(st.slots[i]), which) &&
                            (st.flags[i] & statement_columns::denies) == 0 &&
                            modality_in(st.flags[i]) == strongest;
        if (!speaks) continue;
        const date_id d = is_end ? st.end[i] : st.begin[i];
        claims.push_back(claim_of(d, is_end, known_until(st.source[i], about)));
    }
    const date_id given = is_end ? draft_.end_of(about) : draft_.begin_of(about);
    if (claims.empty() && given != no_date) claims.push_back(claim_of(given, is_end, unbounded_above));
    return claims;
}

source_days settler::first_source(std::uint32_t first, std::uint32_t last) const {
    source_days earliest;
    for (std::uint32_t i = first; i < last; ++i) {
        const source_days& days = sources_[store_.statements.source[i]];
        if (days.last < earliest.last) earliest = days;
    }
    return earliest;
}

std::pair<std::vector<bounds>, std::uint8_t> settler::settle(subject about) const {
    const auto key = about.is_relation() ? static_cast<std::uint32_t>(draft_.node_count()) + about.number()
                                         : about.number();
    const auto [first, last] = store_.statements.of.of(key);
    const standing stand =
        first == last ? standing{modality::reported, true, false, true} : standing_of(first, last);
    auto flags = static_cast<std::uint8_t>(stand.asserted ? stand.strongest : modality::reported);
    if (stand.denied) flags |= stand.asserted ? flag::doubtful : flag::denied;
    if (stand.asserted && !stand.stated) flags |= flag::inferred;

    verdict begin = resolve(claims_of(about, first, last, slot::begin, stand.strongest));
    verdict end = resolve(claims_of(about, first, last, slot::end, stand.strongest));
    if (!begin.choices.empty() || !end.choices.empty()) flags |= flag::dated;
    if (begin.disputed || end.disputed) flags |= flag::disputed;

    const source_days said = first_source(first, last);
    if ((flags & flag::dated) == 0 && is_assessment(about) && said.last != unbounded_above) {
        // An assessment holds from the day on which its author made it, as far as that author looked.
        begin = resolve(std::vector<claim>{{{run{said.first, said.last}}, false}});
        end = resolve(std::vector<claim>{{{run{said.first, unbounded_above}}, false}});
    }
    std::vector<bounds> alternatives = combine(begin, end, {nature_of(about), said.last});
    if (alternatives.size() > 1) flags |= flag::inexact;
    if ((flags & flag::doubtful) != 0)
        for (bounds& b : alternatives) {
            b.b2 = unbounded_above;
            b.e1 = unbounded_below;
        }
    return {std::move(alternatives), flags};
}

} // namespace

own_periods settle_periods(const draft& d, store& s) {
    const settler settler(d, s);
    own_periods result;
    growing<std::uint32_t> keys;
    growing<day32> b1, b2, e1, e2;
    const auto settle = [&](subject about, std::uint32_t key, own_periods::rows& rows) {
        auto [alternatives, flags] = settler.settle(about);
        const auto [first, last] = s.attributes.of.of(key);
        for (std::uint32_t i = first; i < last; ++i)
            flags |= static_cast<std::uint8_t>(s.attributes.flags[i] & flag::disputed);
        rows.push(hull(alternatives), flags);
        if (alternatives.size() == 1) return;
        for (const bounds& a : alternatives) {
            keys.push_back(key);
            b1.push_back(a.b1);
            b2.push_back(a.b2);
            e1.push_back(a.e1);
            e2.push_back(a.e2);
        }
    };
    const auto nodes = static_cast<std::uint32_t>(d.node_count());
    for (std::uint32_t n = 0; n < nodes; ++n) settle(node_id{n}, n, result.nodes);
    const auto rows = static_cast<std::uint32_t>(d.relation_count());
    for (std::uint32_t r = 0; r < rows; ++r) settle(relation_id{r}, nodes + r, result.relations);
    result.alternatives = {lists_of(keys), {std::move(b1), std::move(b2), std::move(e1), std::move(e2)}};
    return result;
}

} // namespace comity::detail
