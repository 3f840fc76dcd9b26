#include <comity/analysis/reach.hpp>

#include "make_room.hpp"
#include "pulse.hpp"

#include <comity/error.hpp>

#include <string>

namespace comity {

using graph::vertex;

std::vector<std::uint32_t> distances(const snapshot& g, std::span<const vertex> from, direction way,
                                     const progress& tell) {
    const graph::snapshot_columns& c = g.columns();
    const std::size_t times = way == direction::both ? 2 : 1; // that each vertex and edge is met
    detail::pulse pulse(tell, "distances", times * (g.vertex_count() + g.edge_count()));
    const graph::incoming_columns* const in = way == direction::out ? nullptr : &c.incoming(pulse.within());
    std::vector<std::uint32_t> distance(g.vertex_count(), unreached);
    std::vector<vertex> order;
    const auto meet = [&](vertex v, std::uint32_t at) {
        if (distance[v] != unreached) return;
        distance[v] = at;
        order.push_back(v);
    };
    for (const vertex v : from) {
        if (v >= distance.size())
            throw error(errc::invalid_argument, "there is no vertex " + std::to_string(v) +
                                                    "; the snapshot has " + std::to_string(distance.size()));
        meet(v, 0);
    }
    detail::loop_pulse each(pulse);
    const auto meet_ends = [&](vertex v, const auto& offsets, const auto& ends) {
        for (std::uint32_t e = offsets[v]; e < offsets[v + 1]; ++e) meet(ends[e], distance[v] + 1);
        each.advance(1 + offsets[v + 1] - offsets[v]);
    };
    for (std::size_t next = 0; next != order.size();) { // it grows while it is walked
        const vertex v = order[next++];
        if (way != direction::in) meet_ends(v, c.offsets, c.targets);
        if (way != direction::out) meet_ends(v, in->offsets, in->sources);
    }
    pulse.finish();
    return distance;
}

namespace {

/// Everything that one vertex reaches, nearest first.
class closure_search {
public:
    closure_search(const snapshot& g, detail::pulse& pulse)
        : c_(g.columns()), pulse_(pulse), each_(pulse), met_by_(g.vertex_count(), unreached) {}

    void from(vertex start, std::vector<reached>& pairs) {
        const std::size_t first = pairs.size();
        step(start, start, 1, pairs);
        for (std::size_t i = first; i < pairs.size(); ++i)
            if (pairs[i].to != start) step(start, pairs[i].to, pairs[i].distance + 1, pairs);
    }

private:
    void step(vertex start, vertex v, std::uint32_t distance, std::vector<reached>& pairs) {
        const std::size_t edges = c_.offsets[v + 1] - c_.offsets[v];
        each_.look(1 + edges);
        detail::make_room(pairs, edges, pulse_);
        for (std::uint32_t e = c_.offsets[v]; e < c_.offsets[v + 1]; ++e) {
            const vertex to = c_.targets[e];
            if (met_by_[to] == start) continue;
            met_by_[to] = start;
            pairs.push_back({start, to, distance});
        }
    }

    const graph::snapshot_columns& c_;
    detail::pulse& pulse_;
    detail::loop_pulse each_;
    std::vector<vertex> met_by_; // who met it last: no clearing between searches
};

} // namespace

std::vector<reached> transitive_closure(const snapshot& g, std::size_t most, const progress& tell) {
    std::vector<reached> pairs;
    detail::pulse pulse(tell, "transitive closure", g.vertex_count());
    closure_search search(g, pulse);
    for (vertex v = 0; v < g.vertex_count(); ++v) {
        pulse(v);
        search.from(v, pairs);
        if (pairs.size() > most)
            throw error(errc::limit_exceeded, "the transitive closure has more than " + std::to_string(most) +
                                                  " pairs; take fewer relation types or raise the limit");
    }
    pulse.finish();
    return pairs;
}

} // namespace comity
