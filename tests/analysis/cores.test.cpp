#include "comity/analysis/cores.hpp"

#include "analysis/graph_cases.hpp"
#include "catch.hpp"
#include "support/stages.hpp"

using namespace comity;
using namespace comity::test;

namespace {

/// By the definition: for each k, take away all that have fewer than k neighbours left.
std::vector<std::uint32_t> peeled(const std::vector<std::vector<int>>& joined) {
    std::vector<std::uint32_t> core(joined.size(), 0);
    for (std::uint32_t k = 1; k < joined.size(); ++k) {
        std::vector<bool> in(joined.size(), true);
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t v = 0; v < joined.size(); ++v) {
                std::uint32_t left = 0;
                for (std::size_t u = 0; u < joined.size(); ++u) left += in[u] && joined[v][u] != 0 ? 1u : 0u;
                if (in[v] && left < k) {
                    in[v] = false;
                    changed = true;
                }
            }
        }
        for (std::size_t v = 0; v < joined.size(); ++v)
            if (in[v]) core[v] = k;
    }
    return core;
}

} // namespace

TEST_CASE("cores: numbers are those that peeling gives", "[analysis]") {
    for_random_graphs(6, [](const snapshot& g, const arcs& all) {
        CHECK(core_numbers(g) == peeled(joined(g.vertex_count(), all, true)));
    });
}

TEST_CASE("cores: tell how far they are, and can be stopped", "[analysis]") {
    const snapshot g = graph_of_many_edges();
    check_stops("core numbers", [&](const progress& tell) { return core_numbers(g, tell); });
}
