#include "analysis/voting.hpp"

#include <comity/analysis/members.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace comity::detail {
namespace {

constexpr std::array types{relation_type::voted_for, relation_type::voted_against,
                           relation_type::abstained_on, relation_type::absent_from, relation_type::vetoed};
constexpr std::array ways{ballot::yes, ballot::no, ballot::abstained, ballot::absent, ballot::vetoed};

} // namespace

voting::voting(const view& v) {
    std::set<node_id> met;
    const auto meet = [&](const node& vote) {
        if (!met.insert(vote.number()).second) return;
        vote_held held{vote, {}, begin_of(v, vote)};
        for (const auto& r : v.out(vote, relation_type::vote_on)) {
            ++relations_;
            held.on.push_back(r.to());
        }
        votes_.push_back(std::move(held));
    };
    for (const auto& n : v.nodes(kind::vote)) meet(n);
    for (std::size_t i = 0; i < types.size(); ++i)
        for (const auto& r : v.relations(types[i])) {
            ++relations_;
            meet(r.to());
            cast_[{r.to().number(), r.from().number()}].emplace_back(ways[i], r);
        }
    std::sort(votes_.begin(), votes_.end(), [](const vote_held& a, const vote_held& b) {
        if (listed_before(a.when, b.when)) return true;
        if (listed_before(b.when, a.when)) return false;
        return a.vote.id() < b.vote.id();
    });
}

bool voting::agree(const std::vector<cast>& all) {
    return std::all_of(all.begin(), all.end(),
                       [&all](const cast& c) { return c.first == all.front().first; });
}

truth membership_by_day::of(const node& who, const node& group, const moment& when) {
    const auto [at, fresh] = known_.try_emplace(
        {group.number(), when.text + ' ' + when.earliest.to_string() + ' ' + when.latest.to_string()});
    if (fresh) {
        const view_on_day day = on_day(view_, when);
        const listing<membership> members = members_of(day.seen, group);
        relations_ += members.searched.relations;
        for (const membership& m : members)
            at->second[m.who.number()] = day.exact ? m.truth : m.truth & truth::possible;
    }
    const auto found = at->second.find(who.number());
    return found == at->second.end() ? truth::no : found->second;
}

} // namespace comity::detail

namespace comity {

std::span<const relation_type> ballot_types() noexcept {
    return detail::types;
}

} // namespace comity
