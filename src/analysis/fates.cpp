#include <comity/analysis/fates.hpp>

#include "analysis/reading.hpp"
#include "pulse.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace comity {
namespace {

using detail::asserted_as;

constexpr std::array refusing{relation_type::opposes, relation_type::objected_to,
                              relation_type::voted_against, relation_type::vetoed};
constexpr std::array agreeing{relation_type::decided,      relation_type::agreed_on, relation_type::adopted,
                              relation_type::signed_,      relation_type::endorsed,  relation_type::launched,
                              relation_type::provides_for, relation_type::ratified};
constexpr std::array founding{relation_type::established, relation_type::founded};
constexpr std::array echoing{relation_type::calls_for, relation_type::proposes,   relation_type::supports,
                             relation_type::reaffirms, relation_type::holds,      relation_type::expresses,
                             relation_type::answers,   relation_type::discussed,  relation_type::sponsored,
                             relation_type::submitted, relation_type::modelled_on};
/// By which a body is seen at work.
constexpr std::array working{relation_type::organised,       relation_type::hosted,
                             relation_type::coordinated,     relation_type::carried_out,
                             relation_type::participated_in, relation_type::chaired};

template <class Types>
bool among(const Types& types, relation_type t) {
    return std::find(types.begin(), types.end(), t) != types.end();
}

class fate_search {
public:
    fate_search(const view& v, const listing<proposed>& all, const progress& tell)
        : view_(v),
          wide_(v.modalities({modality::reported, modality::planned, modality::proposed})),
          pulse_(tell, "fates", all.size()) {
        for (const proposed& p : all) put_forward_.emplace(p.what.number(), p.when);
    }

    fate of(const proposed& p) {
        pulse_();
        fate f{p, {}, {}, {}};
        origins_.clear();
        for (const relation& r : p.by)
            if (!is_possible(before(p.when, said_on(r)))) origins_.insert(r.number());
        thing_itself(f);
        std::vector<node> asked{p.what};
        for (const relation& r : p.by)
            if (r.from().is_a(kind::proposal)) asked.push_back(r.from());
        collect_voices(p, asked);
        for (const node& n : asked) {
            fulfilled(f, n);
            for (const auto& r : wide_.in(n)) look_at(f, r);
        }
        std::stable_sort(f.signs.begin(), f.signs.end(),
                         [](const sign& a, const sign& b) { return a.shows > b.shows; });
        for (const sign& s : f.signs) {
            f.reached = std::max(f.reached, s.shows);
            if (is_certain(s.truth) && !s.inferred) f.stated = std::max(f.stated, s.shows);
        }
        return f;
    }
    [[nodiscard]] std::size_t relation_count() const noexcept { return relations_.size(); }

private:
    static void add(fate& f, stage shows, const fact& by, truth t, bool inferred) {
        if (!is_possible(t)) return;
        const bool there = std::any_of(f.signs.begin(), f.signs.end(),
                                       [&](const sign& s) { return s.by == by && s.shows == shows; });
        if (!there) f.signs.push_back({shows, by, t, inferred});
    }

    /// Whose word the proposal is: sources that state what is asked for, or that it is.
    void collect_voices(const proposed& p, const std::vector<node>& asked) {
        voices_.clear();
        const auto hear = [this](const fact& f) {
            for (const statement& s : detail::statements_in(view_, f))
                if (!s.denies() && s.modality() != modality::reported) voices_.insert(s.source().number());
        };
        hear(p.what);
        for (const node& n : asked)
            if (n.is_a(kind::proposal))
                for (const statement& s : detail::statements_in(view_, n))
                    voices_.insert(s.source().number());
    }

    /// What was proposed or planned, and is reported since; or is planned.
    void thing_itself(fate& f) {
        const node& n = f.what.what;
        if (n.is_a(kind::proposal)) return;
        const bool was_ahead =
            asserted_as(view_, n, modality::proposed) || asserted_as(view_, n, modality::planned);
        if (was_ahead && asserted_as(view_, n, modality::reported)) {
            const truth there = view_.shows(n);
            if (is_possible(there)) real(f, n, n, there, detail::inferred_in(view_, n));
        } else if (asserted_as(view_, n, modality::planned)) {
            add(f, stage::planned, n, truth::certain, detail::inferred_in(view_, n));
        }
    }

    /// What fulfils or implements it, or is the same under another name.
    void fulfilled(fate& f, const node& n) {
        for (const relation_type t : {relation_type::fulfils, relation_type::implements})
            for (const auto& r : wide_.in(n, t)) fulfils(f, r, r.from());
        for (const auto& r : wide_.out(n, relation_type::same_as)) fulfils(f, r, r.to());
    }

    void fulfils(fate& f, const seen<relation>& r, const node& by) {
        relations_.insert(r.number());
        const bool judged = detail::inferred_in(view_, r);
        if (is_reported(r, by))
            real(f, r, by, r.truth(), judged);
        else if (asserted_as(view_, r, modality::planned) || asserted_as(view_, by, modality::planned))
            add(f, stage::planned, r, r.truth(), judged);
    }

    /// `n` is reported, and is what was asked for because of `by`.
    void real(fate& f, const fact& by, const node& n, truth t, bool inferred) {
        if (n.is_a(kind::instrument)) return add(f, stage::agreed, by, t, inferred);
        if (n.is_a(kind::event)) return add(f, stage::operating, by, t, inferred);
        add(f, stage::established, by, t, inferred);
        for (const auto& r : view_.in(n, relation_type::meeting_of)) at_work(f, r, inferred);
        for (const relation_type w : working)
            for (const auto& r : view_.out(n, w)) at_work(f, r, inferred);
    }
    void at_work(fate& f, const seen<relation>& r, bool inferred) {
        relations_.insert(r.number());
        add(f, stage::operating, r, r.truth(), inferred || detail::inferred_in(view_, r));
    }

    void look_at(fate& f, const seen<relation>& r) {
        pulse_.look();
        relations_.insert(r.number());
        const bool judged = detail::inferred_in(view_, r);
        const relation_type t = r.type();
        if (is_reported(r, r.from())) {
            if (among(refusing, t)) return add(f, stage::refused, r, r.truth(), judged);
            if (among(agreeing, t)) return add(f, stage::agreed, r, r.truth(), judged);
            if (among(founding, t)) return add(f, stage::established, r, r.truth(), judged);
            if (t == relation_type::meeting_of) return add(f, stage::operating, r, r.truth(), judged);
        }
        if (among(echoing, t) && !origins_.contains(r.number()) && spoken_by_another(r))
            add(f, stage::echoed, r, r.truth() & not_before(f.what, r), judged);
    }

    [[nodiscard]] bool spoken_by_another(const relation& r) const {
        const auto said = detail::statements_in(view_, r);
        return std::any_of(said.begin(), said.end(), [this](const statement& s) {
            return !s.denies() && !voices_.contains(s.source().number());
        });
    }

    /// A row may be reported though it runs to what is only proposed: a treaty provides for a body to be.
    [[nodiscard]] bool is_reported(const relation& r, const node& end) const {
        return asserted_as(view_, r, modality::reported) &&
               detail::modality_in(view_, end) == modality::reported;
    }

    /// When that was said: of what is itself proposed or planned, when it was put forward.
    [[nodiscard]] moment said_on(const relation& r) const {
        moment own = begin_of(wide_, r);
        if (own.known()) return own;
        if (const auto at = put_forward_.find(r.from().number()); at != put_forward_.end()) return at->second;
        const moment there = came_about(wide_, r);
        return there.known() ? there : first_stated(wide_, r);
    }
    /// Whether the echo came no earlier than what it echoes.
    [[nodiscard]] truth not_before(const proposed& p, const relation& r) const {
        return !before(said_on(r), p.when);
    }

    view view_;
    view wide_;
    std::map<node_id, moment> put_forward_;
    std::set<source_id> voices_;
    std::set<relation_id> origins_; // by which it was first put forward
    std::set<relation_id> relations_;
    detail::pulse pulse_;
};

} // namespace

std::string_view to_string(stage s) noexcept {
    static constexpr std::array<std::string_view, 7> names{"none-found", "echoed",      "refused",  "planned",
                                                           "agreed",     "established", "operating"};
    return names[static_cast<std::size_t>(s)];
}

listing<fate> fates(const view& v, const progress& tell) {
    const listing<proposed> all = proposals(v, tell);
    fate_search s(v, all, tell);
    listing<fate> found{{}, all.searched};
    for (const proposed& p : all) found.rows.push_back(s.of(p));
    found.searched.relations = std::max(found.searched.relations, s.relation_count());
    return found;
}

} // namespace comity
