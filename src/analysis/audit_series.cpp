#include "analysis/audit_rules.hpp"

#include "analysis/reading.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>

namespace comity::detail {
namespace {

/// One numbered event of a series.
struct numbered_event {
    node event;
    attribute ordinal;
    moment when;

    [[nodiscard]] double number() const { return ordinal.number_value(); }
    [[nodiscard]] double first_day() const { return static_cast<double>(when.earliest.value.count()); }
    [[nodiscard]] double last_day() const { return static_cast<double>(when.latest.value.count()); }
    [[nodiscard]] bool bounded() const { return when.earliest.is_day() && when.latest.is_day(); }
    [[nodiscard]] std::string text() const {
        return label(event) + ", " + ordinal.to_string() + " (" + when.text + ')';
    }
};

/// Events of one kind and one body are a series.
using series_key = std::pair<kind, std::string>;

std::string bodies_of(const view& any, const node& event) {
    std::string ids;
    for (const auto& r : any.out(event, relation_type::meeting_of)) ids += std::string(r.to().id()) + ' ';
    return ids;
}

std::map<series_key, std::vector<numbered_event>> series_in(const audit_log& log) {
    const view any = log.seen().at_any_time();
    std::map<series_key, std::vector<numbered_event>> all;
    for (const node& n : log.nodes()) {
        log.heartbeat()();
        if (!n.is_a(kind::event)) continue;
        const std::vector<attribute> ordinals = attributes_in(any, n, attribute_type::ordinal);
        if (!ordinals.empty())
            all[{n.kind(), bodies_of(any, n)}].push_back({n, ordinals.front(), log.begin(n)});
    }
    const auto earlier = [](const numbered_event& a, const numbered_event& b) {
        return listed_before(a.when, b.when);
    };
    for (auto& [key, events] : all)
        std::stable_sort(events.begin(), events.end(), stoppable(earlier, log.heartbeat()));
    return all;
}

void report(audit_log& log, audit_rule rule, std::initializer_list<const numbered_event*> events,
            std::string message) {
    audit_finding f{rule, severity::warning, {}, std::move(message), {}, 1};
    for (const numbered_event* e : events) {
        f.subjects.push_back(e->event);
        for (const statement& s : counting(log.seen(), e->ordinal.statements())) f.statements.push_back(s);
    }
    log.add(std::move(f));
}

void check_order_of(audit_log& log, const std::vector<numbered_event>& events) {
    for (std::size_t i = 0; i + 1 < events.size(); ++i) {
        const numbered_event& a = events[i];
        const numbered_event& b = events[i + 1];
        if (a.number() == b.number())
            report(log, audit_rule::ordinal_order, {&b, &a}, b.text() + " has the number of " + a.text());
        else if (a.number() > b.number() && is_certain(before(a.when, b.when)))
            report(log, audit_rule::ordinal_order, {&b, &a},
                   b.text() + " comes after " + a.text() + ", and its number does not");
    }
}

/// The numbers that an even pace from `a` to `c` gives for the days on which `b` may have been.
std::optional<std::pair<double, double>> paced(const numbered_event& a, const numbered_event& b,
                                               const numbered_event& c) {
    if (!a.bounded() || !b.bounded() || !c.bounded() || a.number() >= c.number()) return std::nullopt;
    if (a.last_day() >= b.first_day() || b.last_day() >= c.first_day()) return std::nullopt;
    const double steps = c.number() - a.number();
    const double slow = (b.first_day() - a.last_day()) / (c.last_day() - a.last_day());
    const double fast = (b.last_day() - a.first_day()) / (c.first_day() - a.first_day());
    return std::pair(a.number() + steps * slow, a.number() + steps * fast);
}

/// More than one number off, wherever in their windows the days lie.
bool off_pace(const numbered_event& a, const numbered_event& b, const numbered_event& c) {
    const auto expected = paced(a, b, c);
    return expected && (b.number() < expected->first - 1 || b.number() > expected->second + 1);
}

std::string rounded(double n) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", n);
    return text.data();
}

/// A number is off if it breaks the pace of its neighbours and these keep pace without it. Three others are
/// needed for that: two alone have no pace to break.
void check_pace_of(audit_log& log, const std::vector<numbered_event>& events) {
    if (events.size() < 4) return;
    for (std::size_t i = 1; i + 1 < events.size(); ++i) {
        const numbered_event& a = events[i - 1];
        const numbered_event& b = events[i];
        const numbered_event& c = events[i + 1];
        if (!off_pace(a, b, c)) continue;
        const bool others_agree = (i < 2 || !off_pace(events[i - 2], a, c)) &&
                                  (i + 2 >= events.size() || !off_pace(a, c, events[i + 2]));
        if (!others_agree) continue;
        const auto expected = paced(a, b, c);
        report(log, audit_rule::ordinal_pace, {&b, &a, &c},
               b.text() + " stands between " + a.text() + " and " + c.text() +
                   ", whose pace would give it a number from " + rounded(expected->first) + " to " +
                   rounded(expected->second));
    }
}

} // namespace

void check_series(audit_log& log) {
    for (const auto& [key, events] : series_in(log)) {
        check_order_of(log, events);
        check_pace_of(log, events);
    }
}

} // namespace comity::detail
