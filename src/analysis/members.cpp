#include <comity/analysis/members.hpp>

#include "analysis/joined.hpp"
#include "analysis/reading.hpp"
#include "pulse.hpp"
#include "view/eval.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace comity {
namespace {

constexpr std::array<std::pair<standing, std::string_view>, 5> standings{{
    {standing::member, "member"},
    {standing::associate, "associate"},
    {standing::observer, "observer"},
    {standing::partner, "partner"},
    {standing::candidate, "candidate"},
}};

/// Follows the ways by which actors belong to a group, blocs included.
class expansion {
public:
    expansion(const view& v, standing as, const progress& tell)
        : view_(v), as_(as), pulse_(tell, "members", v.history().node_count()) {}

    /// Everyone who stands to `group` as `how`, on the way `by` that is as sure as `sure`. No group is looked
    /// into twice on ways as sure, so not within itself either.
    void expand(const node& group, standing how, truth sure, const std::vector<relation>& by) {
        const auto [at, fresh] = expanded_.try_emplace(group.number(), sure);
        if (!fresh && sure <= at->second) return;
        at->second = sure;
        ++nodes_;
        for (const auto& r : view_.in(group, type_of(how))) add(r.from(), sure & r.truth(), extended(by, r));
        if (group.is_a(kind::bloc)) expand_bloc(group, sure, by);
    }

    [[nodiscard]] listing<membership> found() && {
        listing<membership> all{{}, {view_, nodes_, relations_}};
        for (auto& [number, m] : members_) all.rows.push_back(std::move(m));
        std::sort(all.rows.begin(), all.rows.end(),
                  [](const membership& a, const membership& b) { return a.who.id() < b.who.id(); });
        return all;
    }

private:
    void expand_bloc(const node& bloc, truth sure, const std::vector<relation>& by) {
        for (const auto& r : view_.out(bloc, relation_type::drawn_from))
            expand(r.to(), standing::member, sure & r.truth(), extended(by, r));
        for (const auto& r : view_.in(bloc, relation_type::part_of)) {
            // A part is not a member of its whole; its members are.
            if (r.from().is_a(kind::bloc))
                expand(r.from(), standing::member, sure & r.truth(), extended(by, r));
        }
    }

    void add(const node& who, truth sure, const std::vector<relation>& by) {
        const auto at = members_.find(who.number());
        if (at == members_.end())
            members_.emplace(who.number(), membership{who, as_, sure, by});
        else if (at->second.truth < sure)
            at->second = {who, as_, sure, by};
        if (who.is_a(kind::bloc)) expand(who, standing::member, sure, by);
    }

    std::vector<relation> extended(std::vector<relation> by, const relation& r) {
        pulse_.now_and_then();
        ++relations_;
        by.push_back(r);
        return by;
    }

    const view& view_;
    standing as_;
    std::size_t nodes_ = 0;
    std::size_t relations_ = 0;
    std::map<node_id, membership> members_;
    detail::pulse pulse_;
    std::map<node_id, truth> expanded_; // on how sure a way
};

} // namespace

std::string_view to_string(standing s) noexcept {
    return standings[static_cast<std::size_t>(s)].second;
}

relation_type type_of(standing s) noexcept {
    switch (s) {
    case standing::associate:
        return relation_type::associate_of;
    case standing::observer:
        return relation_type::observer_of;
    case standing::partner:
        return relation_type::partner_of;
    case standing::candidate:
        return relation_type::candidate_for;
    case standing::member:
        break;
    }
    return relation_type::member_of;
}

std::string membership::role(const view* heard) const {
    return by.empty() ? std::string() : detail::joined_texts(heard, by.back(), attribute_type::role);
}

listing<membership> members_of(const view& v, const node& group, standing as, const progress& tell) {
    expansion e(v, as, tell);
    e.expand(group, as, truth::certain, {});
    return std::move(e).found();
}

count counted(std::span<const membership> members) {
    count n;
    for (const membership& m : members) {
        if (m.is_bloc()) continue;
        ++n.possible;
        if (is_certain(m.truth)) ++n.certain;
    }
    return n;
}

std::vector<attribute> stated_counts(const view& v, const node& group) {
    std::vector<attribute> counts = detail::attributes_in(v, group, attribute_type::member_count);
    std::erase_if(counts, [&v](const attribute& a) {
        return !is_possible(detail::passes(v.selection(), a.period().bounds()));
    });
    return counts;
}

view_on_day on_day(const view& v, const moment& when) {
    const view any = v.at_any_time();
    if (!when.earliest.is_day() || !when.latest.is_day() || when.latest.value < when.earliest.value)
        return {any, false};
    return {any.at(when.earliest.value, when.latest.value), !when.doubted};
}

} // namespace comity
