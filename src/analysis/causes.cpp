#include <comity/analysis/causes.hpp>

#include "analysis/pulse_over.hpp"
#include "analysis/reading.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace comity {
namespace {

constexpr std::array influence_relations{relation_type::drives,    relation_type::hinders,
                                         relation_type::causes,    relation_type::poses,
                                         relation_type::threatens, relation_type::pressures};

bool influences_in_order(const influence& a, const influence& b) {
    const auto key = [](const relation& r) {
        const auto rank = std::find(influence_relations.begin(), influence_relations.end(), r.type()) -
                          influence_relations.begin();
        return std::tuple(rank, r.from().id(), r.to().id());
    };
    return key(a.effect) < key(b.effect);
}

} // namespace

std::span<const relation_type> influence_types() noexcept {
    return influence_relations;
}

listing<influence> causes(const view& v, const progress& tell) {
    detail::pulse pulse = detail::pulse_over(v, tell, "causes");
    listing<influence> found{{}, {v}};
    for (const relation_type t : influence_relations)
        for (const auto& r : v.relations(t)) {
            pulse();
            found.searched.nodes += 2;
            influence i{r, r.truth(), detail::all_of(v.out(r.from(), relation_type::about)),
                        detail::all_of(v.out(r.from(), relation_type::part_of)),
                        detail::all_of(v.in(r.from(), relation_type::answers))};
            found.searched.relations += 1 + i.about.size() + i.within.size() + i.answered_by.size();
            found.rows.push_back(std::move(i));
        }
    std::stable_sort(found.rows.begin(), found.rows.end(), detail::stoppable(influences_in_order, pulse));
    return found;
}

} // namespace comity
