#include "analysis/audit_rules.hpp"

#include "analysis/reading.hpp"

#include <algorithm>
#include <array>

namespace comity::detail {
namespace {

/// Types whose source cannot begin before its target does.
constexpr std::array later_types{
    relation_type::implements, relation_type::fulfils,      relation_type::based_on,
    relation_type::amends,     relation_type::repeals,      relation_type::replaces,
    relation_type::updates,    relation_type::supplements,  relation_type::prolongs,
    relation_type::corrects,   relation_type::consolidates, relation_type::interprets,
    relation_type::cites,      relation_type::follows,      relation_type::modelled_on};

constexpr std::array membership_types{relation_type::member_of, relation_type::associate_of,
                                      relation_type::observer_of, relation_type::partner_of};

/// Types that speak of what may well be over: a report of what was observed, an answer to an event.
constexpr std::array later_word_types{relation_type::reports, relation_type::responded_to};

template <class Types>
bool is_one_of(relation_type t, const Types& types) {
    return std::find(types.begin(), types.end(), t) != types.end();
}

/// Their days exclude each other in every reading.
bool never_together(const bounds& a, const bounds& b) {
    return !a.inverted() && !b.inverted() && intersection(a, b).inverted();
}

void check_against(audit_log& log, const relation& r, const period& own, const node& end) {
    const period life = log.seen().period_of(end);
    if (life.text().empty() || !never_together(own.bounds(), life.bounds())) return;
    const bool event = end.is_a(kind::event);
    const severity level = is_one_of(r.type(), later_word_types) ? severity::note : severity::warning;
    log.add(event ? audit_rule::outside_event : audit_rule::outside_life, level, {r, end},
            "'" + label(r) + "' is dated " + own.text() + ", outside the " +
                (life.nature() == nature::act ? "days" : "life") + " of " + label(end) + ", " + life.text() +
                ": no view at a day shows it");
}

/// A relation without a date lasts as long as both its ends, and these may never have met.
void check_ends(audit_log& log, const relation& r) {
    const period from = log.seen().period_of(r.from());
    const period to = log.seen().period_of(r.to());
    if (from.text().empty() || to.text().empty() || !never_together(from.bounds(), to.bounds())) return;
    log.add(audit_rule::never_together, severity::note, {r},
            "'" + label(r) + "' joins " + from.text() + " and " + to.text() +
                ", which have no day in common: no view at a day shows it");
}

void check_relation(audit_log& log, const relation& r) {
    const period own = log.seen().period_of(r);
    if (!own.text().empty()) {
        check_against(log, r, own, r.from());
        if (!(r.from() == r.to())) check_against(log, r, own, r.to());
    } else {
        check_ends(log, r);
    }
    const moment& from = log.begin(r.from());
    const moment& to = log.begin(r.to());
    const moment begin = begin_of(log.seen(), r);
    if (is_one_of(r.type(), later_types) && is_certain(before(from, to)))
        log.add(audit_rule::before_origin, severity::warning, {r},
                dated_label(r.from(), from) + ' ' + std::string(r.type_name()) + ' ' +
                    dated_label(r.to(), to) + ", and is earlier");
    if (is_one_of(r.type(), membership_types) && is_certain(before(begin, to)))
        log.add(audit_rule::before_founding, severity::warning, {r, r.to()},
                "'" + label(r) + "' begins " + begin.text + ", before " + dated_label(r.to(), to));
    if (r.type() == relation_type::organ_of && is_certain(before(from, to)))
        log.add(audit_rule::organ_before_parent, severity::warning, {r.from(), r.to()},
                dated_label(r.from(), from) + " is older than " + dated_label(r.to(), to) +
                    ", of which it is an organ");
}

void check_fact(audit_log& log, const fact& f) {
    log.heartbeat()();
    const period own = log.seen().period_of(f);
    if (own.text().empty()) return;
    if (own.inverted())
        log.add(audit_rule::ends_before_begin, severity::warning, {f},
                "'" + label(f) + "' ends before it begins: " + own.text());
    for (const statement& s : statements_in(log.seen(), f)) {
        const auto begin = s.begin();
        const auto published = s.source().dated();
        const bool past = s.modality() == modality::reported && !s.denies();
        if (!begin || !published || !past || !published->latest().is_day()) continue;
        const auto given = date::try_parse(*begin);
        if (!given || !given->earliest().is_day() || given->earliest().value <= published->latest().value)
            continue;
        log.add({audit_rule::after_source,
                 severity::warning,
                 {f},
                 "'" + label(f) + "' is dated " + std::string(*begin) + " by " +
                     std::string(s.source().id()) + ", which is of " + published->text(),
                 {s},
                 1});
    }
}

} // namespace

void check_order(audit_log& log) {
    for (const node& n : log.nodes()) check_fact(log, n);
    for (const relation& r : log.relations()) {
        check_fact(log, r);
        check_relation(log, r);
    }
}

} // namespace comity::detail
