#include <comity/analysis/quantities.hpp>

#include "analysis/pulse_over.hpp"
#include "analysis/reading.hpp"

#include <algorithm>

namespace comity {
namespace {

bool quantities_in_order(const quantity& a, const quantity& b) {
    if (listed_before(a.from, b.from)) return true;
    if (listed_before(b.from, a.from)) return false;
    return a.observation.id() < b.observation.id();
}

} // namespace

listing<quantity> quantities(const view& v, const progress& tell) {
    detail::pulse pulse = detail::pulse_over(v, tell, "quantities");
    listing<quantity> found{{}, {v}};
    const view any = v.at_any_time();
    for (const auto& n : v.nodes(kind::observation)) {
        pulse();
        ++found.searched.nodes;
        quantity q{n,
                   n.truth(),
                   {},
                   begin_of(v, n),
                   end_of(v, n),
                   detail::all_of(any.out(n, relation_type::quantity_of)),
                   detail::all_of(any.out(n, relation_type::about)),
                   detail::all_of(any.in(n, relation_type::reports)),
                   detail::all_of(any.out(n, relation_type::observed_by)),
                   detail::all_of(any.out(n, relation_type::evidence_for))};
        found.searched.relations += q.of.size() + q.about.size() + q.reported_by.size() +
                                    q.observed_by.size() + q.evidence_for.size();
        const std::vector<attribute> values = detail::attributes_in(v, n, attribute_type::value);
        if (values.empty()) found.rows.push_back(q);
        for (const attribute& value : values) {
            q.value = value;
            found.rows.push_back(q);
        }
    }
    std::stable_sort(found.rows.begin(), found.rows.end(), detail::stoppable(quantities_in_order, pulse));
    return found;
}

} // namespace comity
