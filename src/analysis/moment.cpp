#include <comity/analysis/moment.hpp>

#include "analysis/reading.hpp"

#include <comity/time/period.hpp>

#include <optional>
#include <tuple>

namespace comity {
namespace {

/// Text of a begin or end as a period writes it: `A`, `A/B`, `A/..`.
std::string_view part_of(std::string_view text, bool end) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return end ? std::string_view{} : text;
    return end ? text.substr(slash + 1) : text.substr(0, slash);
}

/// The words say more than the columns hold: a date that its source marks bounds nothing there, and days too
/// far off are none.
void read_words(moment& m, bool end) {
    const auto given = date::try_parse(m.text);
    if (!given) return;
    m.doubted = given->uncertain() || given->approximate();
    const date_window& days = end ? given->end_window() : given->begin_window();
    if (m.doubted || m.earliest.kind == bound_kind::overflow) m.earliest = days.first;
    if (m.doubted || m.latest.kind == bound_kind::overflow) m.latest = days.last;
}

} // namespace

moment begin_of(const view& v, const fact& f) {
    moment m;
    const period p = v.period_of(f);
    m.text = part_of(p.text(), false);
    if (m.text.empty()) return m;
    m.earliest = to_bound(p.bounds().b1);
    m.latest = p.bounds().b2 == unbounded_above ? bound::unknown() : to_bound(p.bounds().b2);
    read_words(m, false);
    return m;
}

moment end_of(const view& v, const fact& f) {
    moment m;
    const period p = v.period_of(f);
    if (p.one_day()) return begin_of(v, f);
    m.text = part_of(p.text(), true);
    if (m.text.empty()) return m;
    m.earliest = p.bounds().e1 == unbounded_below ? bound::unknown() : to_bound(p.bounds().e1);
    m.latest = to_bound(p.bounds().e2);
    if (m.text != "..") read_words(m, true);
    return m;
}

moment came_about(const view& v, const relation& r) {
    moment own = begin_of(v, r);
    if (own.known() || r.from().is_a(kind::actor)) return own;
    return begin_of(v, r.from());
}

moment first_stated(const view& v, const fact& f) {
    moment first;
    for (const statement& s : detail::statements_in(v, f)) {
        const std::optional<date> dated = s.source().dated();
        if (!dated || s.denies()) continue;
        const moment m{dated->earliest(), dated->latest(), dated->text(),
                       dated->uncertain() || dated->approximate()};
        if (!first.known() || listed_before(m, first)) first = m;
    }
    return first;
}

bool listed_before(const moment& a, const moment& b) noexcept {
    const auto key = [](const bound& edge, bool early) {
        if (edge.kind == bound_kind::day || edge.kind == bound_kind::overflow)
            return std::pair(1, edge.value.count());
        return std::pair(edge.kind == bound_kind::open && early ? 0 : 2, std::int64_t{0});
    };
    return std::tuple(key(a.earliest, true), key(a.latest, false)) <
           std::tuple(key(b.earliest, true), key(b.latest, false));
}

lag days_between(const moment& a, const moment& b) {
    const auto on = [](const moment& m) {
        // An open edge is a day that nobody bounds, not the lack of a day.
        const auto edge = [](const bound& e) { return e.kind == bound_kind::open ? bound::unknown() : e; };
        parsed_period p;
        p.begin = p.end = {edge(m.earliest), edge(m.latest)};
        p.kind = nature::act;
        p.one_day = true;
        p.begin_doubted = p.end_doubted = m.doubted;
        return p;
    };
    return lag_between(on(a), on(b));
}

truth before(const moment& a, const moment& b) {
    return days_between(a, b).at_least(1);
}

} // namespace comity
