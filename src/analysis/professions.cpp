#include <comity/analysis/professions.hpp>

#include "analysis/pulse_over.hpp"
#include "analysis/voting.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>

namespace comity {
namespace {

class setting_beside {
public:
    setting_beside(const view& v, const progress& tell) : view_(v), held_(v, tell), by_day_(v) {
        detail::pulse pulse = detail::pulse_over(v, tell, "subjects");
        // Subjects are asked for at any time, and of what is only proposed: one may stand for a treaty to be.
        const view any = v.at_any_time().modalities(
            {modality::reported, modality::planned, modality::proposed, modality::alleged});
        for (const auto& r : any.relations(relation_type::about)) {
            pulse();
            about_[r.from().number()].push_back(r);
        }
    }

    listing<profession> run(const progress& tell) {
        const listing<position> all = positions(view_, tell);
        detail::pulse pulse(tell, "professions", all.size());
        listing<profession> found{{}, all.searched};
        for (const position& p : all) {
            pulse();
            if (!p.who.is_a(kind::actor) || p.who.is_a(kind::bloc)) continue;
            for (const detail::vote_held& h : held_.votes()) {
                pulse.look();
                look_at(p, h, found.rows);
            }
        }
        std::stable_sort(found.rows.begin(), found.rows.end(), detail::stoppable(in_order, pulse));
        found.searched.nodes += held_.votes().size();
        found.searched.relations += held_.relation_count() + by_day_.relation_count();
        return found;
    }

private:
    static bool in_order(const profession& a, const profession& b) {
        const auto id = [](const profession& p) { return p.said.stance.to().id(); };
        if (id(a) != id(b)) return id(a) < id(b);
        if (listed_before(a.cast.when, b.cast.when)) return true;
        if (listed_before(b.cast.when, a.cast.when)) return false;
        return std::tuple(a.cast.vote.id(), a.cast.who.id(), to_index(a.said.stance.number())) <
               std::tuple(b.cast.vote.id(), b.cast.who.id(), to_index(b.said.stance.number()));
    }

    void look_at(const position& p, const detail::vote_held& h, std::vector<profession>& rows) {
        const node thing = p.stance.to();
        const bool itself = h.vote == thing || std::find(h.on.begin(), h.on.end(), thing) != h.on.end();
        std::vector<relation> line = itself ? std::vector<relation>() : shared(thing, h);
        if (!itself && line.empty()) return;
        const bool own = p.stance.from() == p.who;
        const truth member = own ? truth::certain : member_of(p.stance.from(), p.who, h.when);
        held_.each_ballot(held_.cast_in(h.vote), p.who,
                          [&](ballot how, truth t, const std::optional<relation>& by) {
                              rows.push_back({p,
                                              itself ? bearing::itself : bearing::line,
                                              {h.vote, h.on, h.when, p.who, how, t, member, by},
                                              line});
                          });
    }

    /// Of a bloc that is drawn from a body, whether he was in the body: blocs within it are told of one day.
    [[nodiscard]] truth member_of(const node& bloc, const node& who, const moment& when) {
        truth member = truth::no;
        bool drawn = false;
        for (const auto& r : view_.at_any_time().out(bloc, relation_type::drawn_from)) {
            drawn = true;
            member = member | (r.truth() & by_day_.of(who, r.to(), when));
        }
        return drawn ? member : by_day_.of(who, bloc, when);
    }

    /// The rows by which the vote is on a subject of `thing`, or on `thing` as its subject.
    [[nodiscard]] std::vector<relation> shared(const node& thing, const detail::vote_held& h) const {
        std::vector<relation> why;
        const auto look = [&](const node& text) {
            for (const relation& r : subjects_of(text)) {
                if (r.to() == thing) why.push_back(r);
                for (const relation& own : subjects_of(thing))
                    if (own.to() == r.to()) why.insert(why.end(), {r, own});
            }
        };
        look(h.vote);
        for (const node& text : h.on) look(text);
        return why;
    }

    [[nodiscard]] const std::vector<relation>& subjects_of(const node& n) const {
        static const std::vector<relation> none;
        const auto at = about_.find(n.number());
        return at == about_.end() ? none : at->second;
    }

    const view& view_;
    detail::voting held_;
    detail::membership_by_day by_day_;
    std::map<node_id, std::vector<relation>> about_;
};

} // namespace

std::string_view to_string(bearing b) noexcept {
    static constexpr std::array<std::string_view, 2> names{"itself", "line"};
    return names[static_cast<std::size_t>(b)];
}

listing<profession> professions(const view& v, const progress& tell) {
    return setting_beside(v, tell).run(tell);
}

} // namespace comity
