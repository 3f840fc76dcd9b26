#include <comity/analysis/ballots.hpp>

#include <comity/analysis/members.hpp>

#include "analysis/voting.hpp"
#include "pulse.hpp"

#include <array>
#include <map>
#include <set>

namespace comity {
namespace {

/// What is known of one member in one vote: in which ways he surely voted, and in which he may have.
struct in_sum {
    std::array<truth, 6> ways{};
    truth member = truth::no;
};

void add(count& n, truth t) {
    if (is_possible(t)) ++n.possible;
    if (is_certain(t)) ++n.certain;
}

count& count_of(cohesion& c, ballot b) {
    switch (b) {
    case ballot::yes:
        return c.yes;
    case ballot::abstained:
        return c.abstained;
    case ballot::absent:
        return c.absent;
    case ballot::unknown:
        return c.unknown;
    case ballot::no:
    case ballot::vetoed:
        break;
    }
    return c.no;
}

/// Yes, no and abstention are ways to vote.
bool takes_part(ballot b) {
    return b != ballot::absent && b != ballot::unknown;
}

class vote_sum {
public:
    explicit vote_sum(const vote_cast& first)
        : c_{first.vote, first.on, first.when, {}, {}, {}, {}, {}, {}, {}} {}

    void add_ballot(const vote_cast& b) {
        in_sum& one = members_[b.who.number()];
        one.member = b.member;
        truth& way = one.ways[static_cast<std::size_t>(detail::counted_as(b.ballot))];
        way = way | (b.ballot == ballot::unknown ? truth::certain : b.truth);
    }

    [[nodiscard]] cohesion made() {
        std::set<ballot> sure, perhaps;
        bool open = false; // somebody may have been there whose vote is not known
        for (const auto& [number, one] : members_) {
            add(c_.members, one.member);
            for (std::size_t i = 0; i < one.ways.size(); ++i) {
                const auto way = static_cast<ballot>(i);
                const truth t = one.member & one.ways[i];
                add(count_of(c_, way), t);
                if (way == ballot::unknown && is_possible(t)) open = true;
                if (!takes_part(way)) continue;
                if (is_possible(t)) perhaps.insert(way);
                if (is_certain(t)) sure.insert(way);
            }
        }
        c_.alike = truth_of(sure.size() <= 1, perhaps.size() == 1 && sure.size() == 1 && !open);
        return c_;
    }

private:
    cohesion c_;
    std::map<node_id, in_sum> members_;
};

} // namespace

std::string_view to_string(ballot b) noexcept {
    static constexpr std::array<std::string_view, 6> names{"yes",    "no",     "abstained",
                                                           "absent", "vetoed", "unknown"};
    return names[static_cast<std::size_t>(b)];
}

listing<vote_cast> ballots(const view& v, const node& group, const progress& tell) {
    const detail::voting held(v, tell);
    const listing<membership> ever = members_of(v.at_any_time(), group, standing::member, tell);
    detail::pulse pulse(tell, "ballots", held.votes().size() * ever.size());
    detail::membership_by_day by_day(v, pulse.within());
    listing<vote_cast> found{{}, {v}};
    found.rows.reserve(held.votes().size() * ever.size());
    for (const detail::vote_held& h : held.votes()) {
        const auto& members = by_day.on(group, h.when);
        const auto cast = held.cast_in(h.vote);
        for (const membership& m : ever) {
            pulse();
            if (m.is_bloc()) continue;
            const truth member = detail::membership_by_day::of(m.who, members);
            held.each_ballot(cast, m.who, [&](ballot how, truth t, const std::optional<relation>& by) {
                found.rows.push_back({h.vote, h.on, h.when, m.who, how, t, member, by});
            });
        }
    }
    found.searched.nodes = held.votes().size() + ever.searched.nodes;
    found.searched.relations = held.relation_count() + ever.searched.relations + by_day.relation_count();
    return found;
}

listing<cohesion> cohesion_of(const view& v, const node& group, const progress& tell) {
    const listing<vote_cast> all = ballots(v, group, tell);
    listing<cohesion> found{{}, all.searched};
    detail::pulse pulse(tell, "cohesion", all.size());
    for (std::size_t i = 0; i < all.size();) {
        pulse(i);
        vote_sum s(all[i]);
        const node vote = all[i].vote;
        for (; i < all.size() && all[i].vote == vote; ++i) {
            pulse.now_and_then();
            s.add_ballot(all[i]);
        }
        found.rows.push_back(s.made());
    }
    return found;
}

} // namespace comity
