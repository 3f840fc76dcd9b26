#include <comity/analysis/series.hpp>

#include "analysis/pulse_over.hpp"
#include "analysis/reading.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace comity {
namespace {

/// Who took part in one event, blocs expanded on its day.
class attendance {
public:
    attendance(const view& v, occurrence& o, detail::pulse& beat)
        : any_(v.at_any_time()), day_(on_day(v, o.when)), event_(o), pulse_(beat) {}

    /// Returns how many relations were looked at.
    std::size_t take() && {
        std::size_t looked_at = 0;
        for (const auto& r : any_.in(event_.event, relation_type::participated_in)) {
            pulse_.now_and_then();
            ++looked_at;
            add(r.from(), r.truth(), {r});
            if (r.from().is_a(kind::bloc)) looked_at += add_bloc(r);
        }
        for (auto& [number, p] : found_) event_.participants.push_back(std::move(p));
        std::sort(event_.participants.begin(), event_.participants.end(),
                  [](const participation& a, const participation& b) { return a.who.id() < b.who.id(); });
        for (const participation& p : event_.participants) {
            if (p.is_bloc()) continue;
            ++event_.named.possible;
            if (is_certain(p.truth)) ++event_.named.certain;
        }
        return looked_at;
    }

private:
    std::size_t add_bloc(const seen<relation>& r) {
        for (const attribute& a : stated_counts(day_.seen, r.from())) event_.stated_counts.push_back(a);
        const listing<membership> members =
            members_of(day_.seen, r.from(), standing::member, pulse_.within());
        const relation& taking_part = r;
        for (const membership& m : members) {
            std::vector<relation> by{taking_part};
            by.insert(by.end(), m.by.begin(), m.by.end());
            const truth there = r.truth() & m.truth;
            add(m.who, day_.exact ? there : there & truth::possible, std::move(by));
        }
        return members.searched.relations;
    }

    void add(const node& who, truth there, std::vector<relation> by) {
        const auto at = found_.find(who.number());
        if (at == found_.end())
            found_.emplace(who.number(), participation{who, there, std::move(by)});
        else if (at->second.truth < there)
            at->second = {who, there, std::move(by)};
    }

    view any_;
    view_on_day day_;
    occurrence& event_;
    std::map<node_id, participation> found_;
    detail::pulse& pulse_;
};

std::optional<attribute> first_of(const std::vector<attribute>& all) {
    return all.empty() ? std::nullopt : std::optional(all.front());
}

occurrence looked_up(const view& v, const node& event, truth shown, std::size_t& relations,
                     detail::pulse& beat) {
    occurrence o{event,
                 begin_of(v, event),
                 shown,
                 first_of(detail::attributes_in(v, event, attribute_type::ordinal)),
                 {},
                 {},
                 {},
                 {},
                 {},
                 {},
                 detail::attributes_in(v, event, attribute_type::member_count)};
    const view any = v.at_any_time();
    o.hosts = detail::all_of<seen<relation>>(any.in(event, relation_type::hosted));
    o.places = detail::all_of<seen<relation>>(any.out(event, relation_type::located_in));
    for (const relation_type t :
         {relation_type::organised, relation_type::coordinated, relation_type::chaired})
        std::ranges::move(detail::all_of<seen<relation>>(any.in(event, t)), std::back_inserter(o.organisers));
    relations += o.hosts.size() + o.places.size() + o.organisers.size();
    relations += attendance(v, o, beat).take();
    return o;
}

bool occurrences_in_order(const occurrence& a, const occurrence& b) {
    if (listed_before(a.when, b.when)) return true;
    if (listed_before(b.when, a.when)) return false;
    if (a.ordinal && b.ordinal && a.ordinal->number_value() != b.ordinal->number_value())
        return a.ordinal->number_value() < b.ordinal->number_value();
    return a.event.id() < b.event.id();
}

listing<occurrence> ordered(listing<occurrence> found, detail::pulse& beat) {
    std::sort(found.rows.begin(), found.rows.end(), detail::stoppable(occurrences_in_order, beat));
    for (std::size_t i = 1; i < found.size(); ++i)
        found.rows[i].gap = days_between(found.rows[i - 1].when, found.rows[i].when);
    return found;
}

} // namespace

listing<occurrence> series(const view& v, kind k, const progress& tell) {
    detail::pulse pulse = detail::pulse_over(v, tell, "series");
    listing<occurrence> found{{}, {v}};
    for (const auto& n : v.nodes(k)) {
        pulse();
        ++found.searched.nodes;
        found.rows.push_back(looked_up(v, n, n.truth(), found.searched.relations, pulse));
    }
    return ordered(std::move(found), pulse);
}

listing<occurrence> series(const view& v, std::span<const node> events, const progress& tell) {
    detail::pulse pulse(tell, "series", events.size());
    listing<occurrence> found{{}, {v}};
    for (const node& n : events) {
        pulse();
        ++found.searched.nodes;
        const truth shown = v.shows(n);
        if (is_possible(shown)) found.rows.push_back(looked_up(v, n, shown, found.searched.relations, pulse));
    }
    return ordered(std::move(found), pulse);
}

} // namespace comity
