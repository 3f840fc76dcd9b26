#include "analysis/audit_rules.hpp"

#include "analysis/reading.hpp"

#include <comity/analysis/members.hpp>

#include <cmath>

namespace comity::detail {
namespace {

/// The group on the first day for which the number is given; at any time where it has no day.
view on_day_of(const view& v, const attribute& number) {
    const bounds b = number.period().bounds();
    view any = v.at_any_time();
    if (b.b1 == unbounded_below || b.b2 == unbounded_above || b.b2 < b.b1) return any;
    return any.at(day(b.b1), day(b.b2));
}

bool bounds_above(number_bound b) {
    return b == number_bound::exact || b == number_bound::at_most || b == number_bound::less_than;
}
bool bounds_below(number_bound b) {
    return b == number_bound::exact || b == number_bound::at_least || b == number_bound::more_than;
}

void check_number(audit_log& log, const node& group, const attribute& number) {
    const listing<membership> members =
        members_of(on_day_of(log.seen(), number), group, standing::member, log.heartbeat().within());
    const count named = counted(members.rows);
    const double said = number.number_value();
    const auto report = [&](audit_rule rule, severity level, const std::string& names) {
        const std::string when = number.period().text();
        log.add({rule,
                 level,
                 {group},
                 "of " + label(group) + (when.empty() ? "" : " (" + when + ")") + " a source counts " +
                     number.to_string() + " members, and the record names " + names,
                 counting(log.seen(), number.statements()),
                 1});
    };
    if (bounds_above(number.bound()) && static_cast<double>(named.certain) > said)
        report(audit_rule::count_exceeded, severity::warning, "at least " + std::to_string(named.certain));
    if (bounds_below(number.bound()) && static_cast<double>(named.possible) < said)
        report(audit_rule::count_unnamed, severity::note, "at most " + std::to_string(named.possible));
}

} // namespace

void check_counts(audit_log& log) {
    for (const node& n : log.nodes()) {
        log.heartbeat()();
        if (!n.is_a(kind::actor)) continue;
        for (const attribute& number : attributes_in(log.seen(), n, attribute_type::member_count))
            check_number(log, n, number);
    }
}

} // namespace comity::detail
