#include <comity/analysis/parties.hpp>

#include <comity/analysis/members.hpp>
#include <comity/analysis/moment.hpp>

#include "analysis/pulse_over.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace comity {
namespace {

class party_search {
public:
    party_search(const view& v, const progress& tell)
        : view_(v), found_{{}, {v}}, pulse_(detail::pulse_over(v, tell, "parties")) {}

    void look_at(const node& n, std::optional<relation_type> type, bool first) {
        ++found_.searched.nodes;
        for (const auto& r : type ? view_.in(n, *type) : view_.in(n)) {
            pulse_();
            ++found_.searched.relations;
            if (!r.from().is_a(kind::actor)) continue;
            add(r.from(), r.type(), r.truth(), {r}, first);
            if (r.from().is_a(kind::bloc)) add_members(r, first);
        }
    }

    [[nodiscard]] listing<party> found() && {
        for (auto& [key, p] : parties_) {
            const bool first = is_possible(p.first);
            const bool other = is_possible(p.other);
            p.where = first && other ? side_of::both : first ? side_of::first : side_of::other;
            found_.rows.push_back(std::move(p));
        }
        const schema& types = view_.history().schema();
        const auto in_order = [&types](const party& a, const party& b) {
            return std::tuple(types.name(a.type), a.where, a.who.id()) <
                   std::tuple(types.name(b.type), b.where, b.who.id());
        };
        std::sort(found_.rows.begin(), found_.rows.end(), detail::stoppable(in_order, pulse_));
        return std::move(found_);
    }

private:
    void add_members(const seen<relation>& r, bool first) {
        const relation& own = r;
        const view_on_day day = on_day(view_, came_about(view_, own));
        const listing<membership> members = members_of(day.seen, r.from(), standing::member, pulse_.within());
        found_.searched.relations += members.searched.relations;
        for (const membership& m : members) {
            std::vector<relation> by{own};
            by.insert(by.end(), m.by.begin(), m.by.end());
            const truth there = r.truth() & m.truth;
            add(m.who, r.type(), day.exact ? there : there & truth::possible, std::move(by), first);
        }
    }

    void add(const node& who, relation_type type, truth sure, std::vector<relation> by, bool first) {
        party& p =
            parties_.try_emplace({type, who.number()}, party{who, type, {}, {}, {}, {}, {}}).first->second;
        truth& known = first ? p.first : p.other;
        if (sure <= known) return;
        known = sure;
        (first ? p.by_first : p.by_other) = std::move(by);
    }

    const view& view_;
    listing<party> found_;
    std::map<std::pair<relation_type, node_id>, party> parties_;
    detail::pulse pulse_;
};

} // namespace

std::string_view to_string(side_of s) noexcept {
    static constexpr std::array<std::string_view, 3> names{"first", "other", "both"};
    return names[static_cast<std::size_t>(s)];
}

listing<party> parties(const view& v, const node& first, const node& other, std::optional<relation_type> type,
                       const progress& tell) {
    party_search c(v, tell);
    c.look_at(first, type, true);
    c.look_at(other, type, false);
    return std::move(c).found();
}

} // namespace comity
