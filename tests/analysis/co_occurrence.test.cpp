#include "comity/analysis/co_occurrence.hpp"

#include "analysis/graph_cases.hpp"
#include "catch.hpp"
#include "support/stages.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace comity;
using namespace comity::test;

namespace {

/// By the definition: for every pair, look at every group.
std::vector<tie> by_pairs(const std::vector<std::vector<int>>& in_group, const co_occurrence_options& o) {
    const std::size_t count = in_group.size();
    std::vector<std::size_t> members(count, 0);
    for (std::size_t group = 0; group < count; ++group)
        for (std::size_t v = 0; v < count; ++v) members[group] += in_group[v][group] != 0 ? 1u : 0u;
    const auto admitted = [&](std::size_t g) { return members[g] >= o.smallest && members[g] <= o.largest; };
    std::vector<tie> ties;
    for (graph::vertex a = 0; a < count; ++a)
        for (graph::vertex b = a + 1; b < count; ++b) {
            tie t{a, b, 0, 0};
            std::size_t either = 0;
            double newman = 0;
            for (std::size_t g = 0; g < count; ++g) {
                if (!admitted(g)) continue;
                const bool of_a = in_group[a][g] != 0, of_b = in_group[b][g] != 0;
                either += of_a || of_b ? 1u : 0u;
                if (!of_a || !of_b) continue;
                ++t.shared;
                newman += 1 / static_cast<double>(members[g] - 1);
            }
            if (t.shared < std::max<std::size_t>(o.least_shared, 1)) continue;
            t.weight = o.weight == tie_weight::count    ? t.shared
                       : o.weight == tie_weight::newman ? newman
                                                        : t.shared / static_cast<double>(either);
            ties.push_back(t);
        }
    return ties;
}

void check_same(const std::vector<tie>& a, const std::vector<tie>& b) {
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        REQUIRE(std::tuple(a[i].a, a[i].b, a[i].shared) == std::tuple(b[i].a, b[i].b, b[i].shared));
        REQUIRE(std::abs(a[i].weight - b[i].weight) < 1e-12);
    }
}

std::vector<std::vector<int>> turned(std::vector<std::vector<int>> m) {
    for (std::size_t a = 0; a < m.size(); ++a)
        for (std::size_t b = 0; b < a; ++b) std::swap(m[a][b], m[b][a]);
    return m;
}

} // namespace

TEST_CASE("co-occurrence: ties and weights are those of looking at every pair", "[analysis]") {
    for_random_graphs(13, [](const snapshot& g, const arcs& all) {
        const auto in_group = joined(g.vertex_count(), all, false);
        for (const tie_weight w : {tie_weight::count, tie_weight::jaccard, tie_weight::newman}) {
            co_occurrence_options o;
            o.weight = w;
            check_same(co_occurrence(g, o), by_pairs(in_group, o));
            check_same(co_occurrence_of_targets(g, o), by_pairs(turned(in_group), o));
        }
    });
}

TEST_CASE("co-occurrence: what is bilateral and what is open to all can be told apart", "[analysis]") {
    for_random_graphs(14, [](const snapshot& g, const arcs& all) {
        const auto in_group = joined(g.vertex_count(), all, false);
        co_occurrence_options bilateral, open, often;
        bilateral.largest = 2;
        open.smallest = 3;
        often.least_shared = 2;
        for (const co_occurrence_options& o : {bilateral, open, often})
            check_same(co_occurrence(g, o), by_pairs(in_group, o));
    });
}

TEST_CASE("co-occurrence: what one of two did alone lessens their share", "[analysis]") {
    builder b;
    const node_id busy = b.add_node("busy", kind::state);
    const node_id idle = b.add_node("idle", kind::state);
    for (const char* text : {"t0", "t1", "t2", "t3"})
        b.add_relation(busy, relation_type::signed_, b.add_node(text, kind::treaty));
    b.add_relation(idle, relation_type::signed_, node_id{2});
    co_occurrence_options o;
    o.weight = tie_weight::jaccard;
    const snapshot g = std::move(b).build().all().snapshot();
    CHECK(co_occurrence(g, o) == std::vector<tie>{{0, 1, 1, 0.25}});
    o.smallest = 2;
    CHECK(co_occurrence(g, o) == std::vector<tie>{{0, 1, 1, 1}});
}

TEST_CASE("co-occurrence: tells how far it is, and can be stopped", "[analysis]") {
    const snapshot g = graph_of_many_edges();
    check_stops("co-occurrence", [&](const progress& tell) { return co_occurrence(g, {.tell = tell}); });
}
