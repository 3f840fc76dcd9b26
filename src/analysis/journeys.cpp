#include <comity/analysis/journeys.hpp>

#include "analysis/journey_search.hpp"
#include "pulse.hpp"
#include "time/days_apart.hpp"
#include "view/reading.hpp"

#include <algorithm>
#include <utility>

namespace comity {
namespace {

using detail::days_apart;
using detail::journey_search;

relation relation_at(const detail::store_ptr& s, std::uint32_t place) {
    return {s, relation_id{s->out.row[place]}};
}

listing<arrival> listed(const view& v, const journey_search& search, bool backwards) {
    const detail::store_ptr& s = v.history().store();
    listing<arrival> found{{}, {v}};
    for (const std::uint32_t n : search.reached()) {
        const auto& stop = search.at(n);
        const std::int64_t clock = backwards ? -stop.clock : stop.clock;
        std::optional<relation> by;
        if (stop.hops != 0) by = relation_at(s, stop.place);
        found.rows.push_back({node(s, node_id{n}), day(clock), stop.hops, std::move(by)});
    }
    std::stable_sort(found.rows.begin(), found.rows.end(), [&](const arrival& a, const arrival& b) {
        if (a.on != b.on) return backwards ? a.on > b.on : a.on < b.on;
        if ((a.hops == 0) != (b.hops == 0)) return a.hops == 0;
        return a.at.number() < b.at.number();
    });
    found.searched.nodes = search.reached().size();
    found.searched.relations = search.tested();
    return found;
}

} // namespace

listing<arrival> earliest_arrivals(const view& v, const node& from, day start,
                                   const journey_options& options) {
    detail::require_same(v.history().store(), from.store());
    journey_search search(v, options, false);
    detail::pulse pulse(options.tell, "earliest arrivals", v.history().node_count());
    search.run(from.number(), detail::clock_on(start), pulse);
    pulse.finish();
    return listed(v, search, false);
}

listing<arrival> latest_departures(const view& v, const node& to, day end, const journey_options& options) {
    detail::require_same(v.history().store(), to.store());
    journey_search search(v, options, true);
    detail::pulse pulse(options.tell, "latest departures", v.history().node_count());
    search.run(to.number(), -detail::clock_on(end), pulse);
    pulse.finish();
    return listed(v, search, true);
}

std::optional<journey> fastest_journey(const view& v, const node& from, const node& to,
                                       const journey_options& options) {
    detail::require_same(v.history().store(), from.store());
    detail::require_same(v.history().store(), to.store());
    if (from == to) return std::nullopt;
    journey_search search(v, options, false);
    const std::vector<std::int64_t> departures = search.departures(from.number());
    std::optional<journey> best;
    detail::pulse pulse(options.tell, "fastest journey", departures.size());
    for (std::size_t i = 0; i < departures.size(); ++i) {
        pulse(i);
        detail::pulse silent({}, "", 0);
        const std::int64_t start = departures[i];
        search.run(from.number(), start, silent);
        if (!search.has_reached(to.number())) continue;
        const std::int64_t end = search.at(static_cast<std::uint32_t>(to.number())).clock;
        if (best && best->arrival - best->departure <= end - start) continue;
        best = journey{day(start), day(end), {}};
        for (const std::uint32_t place : search.way_to(to.number()))
            best->steps.push_back(relation_at(v.history().store(), place));
        if (end == start) break;
    }
    pulse.finish();
    return best;
}

std::vector<double> temporal_closeness(const view& v, day start, const journey_options& options) {
    std::vector<double> closeness(v.history().node_count());
    journey_search search(v, options, false);
    detail::pulse pulse(options.tell, "temporal closeness", closeness.size());
    detail::pulse silent({}, "", 0);
    const std::int64_t clock = detail::clock_on(start);
    for (std::uint32_t n = 0; n < closeness.size(); ++n) {
        pulse(n);
        search.run(node_id{n}, clock, silent);
        for (const std::uint32_t other : search.reached())
            if (other != n)
                closeness[n] += 1 / (1 + static_cast<double>(days_apart(clock, search.at(other).clock)));
    }
    pulse.finish();
    return closeness;
}

} // namespace comity
