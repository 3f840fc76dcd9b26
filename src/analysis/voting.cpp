#include "analysis/voting.hpp"

#include <comity/analysis/members.hpp>

#include "analysis/pulse_over.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace comity::detail {
namespace {

constexpr std::array ballot_relations{relation_type::voted_for, relation_type::voted_against,
                                      relation_type::abstained_on, relation_type::absent_from,
                                      relation_type::vetoed};
constexpr std::array ways{ballot::yes, ballot::no, ballot::abstained, ballot::absent, ballot::vetoed};

} // namespace

voting::voting(const view& v, const progress& tell) : history_(v.history()) {
    pulse pulse = pulse_over(v, tell, "votes");
    std::vector<bool> met(v.history().node_count());
    const auto meet = [&](const node& vote) {
        if (met[to_index(vote.number())]) return;
        met[to_index(vote.number())] = true;
        vote_held held{vote, {}, begin_of(v, vote)};
        for (const auto& r : v.out(vote, relation_type::vote_on)) {
            ++relations_;
            held.on.push_back(r.to());
        }
        votes_.push_back(std::move(held));
    };
    for (const auto& n : v.nodes(kind::vote)) {
        pulse();
        meet(n);
    }
    for (std::size_t i = 0; i < ballot_relations.size(); ++i)
        for (const auto& r : v.relations(ballot_relations[i])) {
            pulse();
            ++relations_;
            meet(r.to());
            cast_.push_back({r.to().number(), r.from().number(), ways[i], r.truth(), r.number()});
        }
    const auto by_vote = [](const cast& a, const cast& b) {
        return std::pair(a.vote, a.who) < std::pair(b.vote, b.who);
    };
    const auto by_day = [](const vote_held& a, const vote_held& b) {
        if (listed_before(a.when, b.when)) return true;
        if (listed_before(b.when, a.when)) return false;
        return a.vote.id() < b.vote.id();
    };
    std::stable_sort(cast_.begin(), cast_.end(), stoppable(by_vote, pulse));
    std::sort(votes_.begin(), votes_.end(), stoppable(by_day, pulse));
}

std::span<const voting::cast> voting::cast_in(const node& vote) const {
    const auto [first, last] = std::equal_range(cast_.begin(), cast_.end(), cast{vote.number(), {}},
                                                [](const cast& a, const cast& b) { return a.vote < b.vote; });
    return {first, last};
}

const membership_by_day::members& membership_by_day::on(const node& group, const moment& when) {
    const auto [at, fresh] = known_.try_emplace(
        {group.number(), when.text + ' ' + when.earliest.to_string() + ' ' + when.latest.to_string()});
    if (fresh) {
        const view_on_day day = on_day(view_, when);
        const listing<membership> found = members_of(day.seen, group, standing::member, tell_);
        relations_ += found.searched.relations;
        for (const membership& m : found)
            at->second[m.who.number()] = day.exact ? m.truth : m.truth & truth::possible;
    }
    return at->second;
}

} // namespace comity::detail

namespace comity {

std::span<const relation_type> ballot_types() noexcept {
    return detail::ballot_relations;
}

} // namespace comity
