#include <comity/analysis/positions.hpp>

#include <comity/analysis/members.hpp>

#include "analysis/reading.hpp"
#include "pulse.hpp"
#include "view/eval.hpp"

#include <algorithm>
#include <array>

namespace comity {
namespace {

constexpr std::array stances{relation_type::supports,  relation_type::opposes,    relation_type::calls_for,
                             relation_type::reaffirms, relation_type::warns_of,   relation_type::holds,
                             relation_type::expresses, relation_type::objected_to};

std::optional<std::int64_t> year_of(const bound& b) {
    return b.is_day() ? std::optional(b.value.civil().year) : std::nullopt;
}

/// The first day on which a stance certainly holds, if there is one; else the days among which it began.
moment day_of(const view& v, const relation& stance, const moment& since) {
    const period p = v.period_of(stance);
    if (p.text().empty()) return since;
    const bounds& b = p.bounds();
    if (b.b2 > b.e1 || b.b2 == unbounded_below || b.b2 == unbounded_above) return since;
    const bound first = to_bound(b.b2);
    return {first, first, since.text, since.doubted};
}

class position_collector {
public:
    position_collector(const view& v, const progress& tell)
        : view_(v),
          wider_(with_targets(v)),
          found_{{}, {v}},
          pulse_(tell, "positions", v.history().relation_count()) {}

    listing<position> run() && {
        const history& h = view_.history();
        for (std::uint32_t i = 0; i < h.relation_count(); ++i) {
            pulse_(i);
            look_at(h.relation(relation_id{i}));
        }
        std::stable_sort(found_.rows.begin(), found_.rows.end(), detail::stoppable(in_order, pulse_));
        return std::move(found_);
    }

private:
    static bool in_order(const position& a, const position& b) {
        if (a.who.id() != b.who.id()) return a.who.id() < b.who.id();
        if (listed_before(a.when, b.when)) return true;
        if (listed_before(b.when, a.when)) return false;
        if (a.stance.to().id() != b.stance.to().id()) return a.stance.to().id() < b.stance.to().id();
        return to_index(a.stance.number()) < to_index(b.stance.number());
    }

    void look_at(const relation& r) {
        if (std::find(stances.begin(), stances.end(), r.type()) == stances.end()) return;
        const truth shown = detail::looks_for(view_, detail::modality_in(view_, r)) &&
                                    detail::looks_for(view_, detail::modality_in(view_, r.from()))
                                ? wider_.shows(r)
                                : truth::no;
        if (is_possible(shown))
            add(r, shown, false);
        else if (denied(r))
            add(r, truth::no, true);
    }

    /// One may take a stand on what is not yet there: a call for a treaty is real, though the treaty is not.
    static view with_targets(const view& v) {
        return v.modalities({modality::reported, modality::planned, modality::proposed, modality::alleged});
    }

    /// A denial is shown where its stance would have been.
    [[nodiscard]] bool denied(const relation& r) const {
        const detail::selection& s = view_.selection();
        return detail::only_denied(view_, r) && s.admits(r.type()) && s.admits(r.from().kind()) &&
               s.admits(r.to().kind()) &&
               is_possible(detail::passes(s, detail::effective_bounds_in(view_, r)));
    }

    void add(const relation& r, truth shown, bool is_denied) {
        ++found_.searched.relations;
        ++found_.searched.nodes;
        position p{r.from(), r, shown, is_denied, came_about(view_, r), false, {}};
        if (!p.when.known()) {
            p.when = is_denied ? date_of_denial(r) : first_stated(view_, r);
            p.as_of_source = p.when.known();
        }
        if (p.who.is_a(kind::bloc)) add_members(p);
        found_.rows.push_back(std::move(p));
    }

    [[nodiscard]] moment date_of_denial(const relation& r) const {
        for (const statement& s : detail::statements_in(view_, r))
            if (const auto d = s.source().dated()) return {d->earliest(), d->latest(), d->text(), false};
        return {};
    }

    void add_members(const position& of_bloc) {
        const view_on_day then = on_day(view_, day_of(view_, of_bloc.stance, of_bloc.when));
        const listing<membership> members =
            members_of(then.seen, of_bloc.who, standing::member, pulse_.within());
        found_.searched.relations += members.searched.relations;
        for (const membership& m : members) {
            pulse_.now_and_then();
            position p = of_bloc;
            p.who = m.who;
            p.through = m.by;
            p.truth = of_bloc.truth & (then.exact ? m.truth : m.truth & truth::possible);
            found_.rows.push_back(std::move(p));
        }
    }

    const view& view_;
    view wider_;
    listing<position> found_;
    detail::pulse pulse_;
};

} // namespace

std::span<const relation_type> stance_types() noexcept {
    return stances;
}

std::optional<std::int64_t> position::first_year() const {
    return year_of(when.earliest);
}
std::optional<std::int64_t> position::last_year() const {
    return year_of(when.latest);
}

listing<position> positions(const view& v, const progress& tell) {
    return position_collector(v, tell).run();
}

} // namespace comity
