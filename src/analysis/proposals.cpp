#include <comity/analysis/proposals.hpp>

#include "analysis/pulse_over.hpp"
#include "analysis/reading.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace comity {
namespace {

using detail::asserted_as;
using detail::modality_in;

constexpr std::array putting_forward{relation_type::proposes, relation_type::calls_for};
constexpr std::array concerning{relation_type::about, relation_type::aims_at, relation_type::answers,
                                relation_type::addressed_to};

/// The view, with what is proposed and planned beside what is reported.
view widened(const view& v) {
    std::vector<modality> all{modality::reported, modality::planned, modality::proposed};
    if (detail::looks_for(v, modality::alleged)) all.push_back(modality::alleged);
    return v.modalities(all);
}

class proposal_search {
public:
    proposal_search(const view& v, const progress& tell)
        : view_(widened(v)),
          any_(view_.at_any_time()),
          reported_(any_.modalities({modality::reported})),
          found_{{}, {view_}},
          pulse_(detail::pulse_over(v, tell, "proposals")) {}

    listing<proposed> run() && {
        for (const auto& n : view_.nodes()) look_at(n);
        std::sort(found_.rows.begin(), found_.rows.end(), detail::stoppable(in_order, pulse_));
        return std::move(found_);
    }

private:
    static bool in_order(const proposed& a, const proposed& b) {
        if (a.is_thing() != b.is_thing()) return a.is_thing();
        if (listed_before(a.when, b.when)) return true;
        if (listed_before(b.when, a.when)) return false;
        return a.what.id() < b.what.id();
    }

    void look_at(const node& n) {
        pulse_();
        ++found_.searched.nodes;
        const bool not_yet = asserted_as(view_, n, modality::proposed) ||
                             asserted_as(view_, n, modality::planned) ||
                             modality_in(view_, n) == modality::alleged;
        const bool bare = n.is_a(kind::proposal) && !names_a_thing(n);
        if (!not_yet && !bare && relations_in(n, relation_type::proposes).empty()) return;
        found_.rows.push_back(described(n));
    }

    [[nodiscard]] bool names_a_thing(const node& proposal) {
        for (const relation_type t : putting_forward)
            for (const relation& r : relations_out(proposal, t))
                if (t == relation_type::proposes || modality_in(view_, r.to()) != modality::reported)
                    return true;
        return false;
    }

    proposed described(const node& n) {
        proposed p{n, modality_in(view_, n), {}, {}, {}, {}, {}, {}, {}, 0};
        for (const relation_type t : putting_forward) append(p.by, relations_in(n, t));
        // Of what was planned: who took on the commitment that it was to fulfil.
        for (const relation& r : relations_out(n, relation_type::fulfils))
            for (const relation_type t : {relation_type::decided, relation_type::commits_to})
                append(p.by, relations_in(r.to(), t));
        for (const relation& r : p.by)
            if (r.from().is_a(kind::proposal))
                append(p.within, relations_out(r.from(), relation_type::part_of));
        append(p.within, relations_out(n, relation_type::part_of));
        p.modelled_on = relations_out(n, relation_type::modelled_on);
        append(p.home, relations_out(n, relation_type::organ_of));
        append(p.home, relations_in(n, relation_type::responsible_for));
        for (const relation_type t : concerning) append(p.concerns, relations_out(n, t));
        for (const relation& r : relations_in(n, relation_type::part_of))
            if (r.from().is_a(kind::proposal)) ++p.parts;
        p.when = put_forward(p);
        p.realised_by = realisation(p);
        return p;
    }

    [[nodiscard]] moment put_forward(const proposed& p) const {
        moment first;
        const auto offer = [&first](const moment& m) {
            if (m.known() && (!first.known() || listed_before(m, first))) first = m;
        };
        for (const relation& r : p.by) {
            const moment own = came_about(view_, r);
            offer(own.known() ? own : first_stated(view_, r));
        }
        // An author's proposal is put forward by its source, whoever takes it up.
        if (!first.known() || p.what.is_a(kind::proposal)) offer(first_stated(view_, p.what));
        return first;
    }

    [[nodiscard]] std::vector<fact> realisation(const proposed& p) {
        std::vector<fact> real;
        const bool was_ahead =
            asserted_as(view_, p.what, modality::proposed) || asserted_as(view_, p.what, modality::planned);
        if (was_ahead && asserted_as(view_, p.what, modality::reported)) real.push_back(p.what);
        const auto look = [&](const node& n) {
            for (const relation_type t : {relation_type::fulfils, relation_type::implements})
                for (const auto& r : reported_.in(n, t)) real.push_back(r);
        };
        look(p.what);
        for (const relation& r : p.by)
            if (r.from().is_a(kind::proposal)) look(r.from());
        for (const auto& r : any_.out(p.what, relation_type::same_as))
            if (modality_in(view_, r.to()) == modality::reported) real.push_back(r);
        return real;
    }

    std::vector<relation> relations_in(const node& n, relation_type t) { return all_of(any_.in(n, t)); }
    std::vector<relation> relations_out(const node& n, relation_type t) { return all_of(any_.out(n, t)); }
    std::vector<relation> all_of(const relation_range& range) {
        std::vector<relation> all;
        for (const auto& r : range) {
            pulse_.now_and_then();
            seen_.insert(r.number());
            all.push_back(r);
        }
        found_.searched.relations = seen_.size();
        return all;
    }
    static void append(std::vector<relation>& to, std::vector<relation> from) {
        to.insert(to.end(), from.begin(), from.end());
    }

    view view_;
    view any_;
    view reported_;
    listing<proposed> found_;
    std::set<relation_id> seen_;
    detail::pulse pulse_;
};

} // namespace

listing<proposed> proposals(const view& v, const progress& tell) {
    return proposal_search(v, tell).run();
}

} // namespace comity
