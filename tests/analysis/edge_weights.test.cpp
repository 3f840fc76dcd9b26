#include "comity/analysis/edge_weights.hpp"

#include "analysis/graph_cases.hpp"
#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/stages.hpp"

#include <comity/error.hpp>

#include <algorithm>

using namespace comity;
using namespace comity::test;

namespace {

/// a contradicts b three times, of which the numbers are `weights`; nothing where there is none.
snapshot weighed(const std::vector<std::vector<double>>& weights) {
    builder h;
    h.add_node("a", kind::issue);
    h.add_node("b", kind::issue);
    for (const std::vector<double>& values : weights) {
        const relation_id r = h.add_relation(node_id{0}, relation_type::contradicts, node_id{1});
        for (const double value : values) {
            attribute_record record;
            record.type = attribute_type::weight;
            record.value = value;
            h.add_attribute(r, record);
        }
    }
    return std::move(h).build().all().snapshot();
}

} // namespace

TEST_CASE("edge_weights: by count each edge weighs as many as lead the same way", "[analysis]") {
    for_random_graphs(11, [](const snapshot& g, const arcs& all) {
        std::vector<double> expected;
        for (const auto& arc : all)
            expected.push_back(static_cast<double>(std::count(all.begin(), all.end(), arc)));
        CHECK(weights_by_count(g) == expected);
    });
}

TEST_CASE("edge_weights: by attribute each edge weighs the number of its relation", "[analysis]") {
    CHECK(weights_by_attribute(weighed({{2}, {0.5}, {3}}), attribute_type::weight) ==
          std::vector<double>{2, 0.5, 3});
}

TEST_CASE("edge_weights: a relation without the attribute weighs what the caller says", "[analysis]") {
    const snapshot g = weighed({{2}, {}, {3}});
    CHECK(weights_by_attribute(g, attribute_type::weight, 1.0) == std::vector<double>{2, 1, 3});
    CHECK_THROWS_WITH(weights_by_attribute(g, attribute_type::weight),
                      "relation 1 (a contradicts b) has no 'weight': say what such a relation weighs");
}

TEST_CASE("edge_weights: of several values that differ none is chosen", "[analysis]") {
    CHECK_THROWS_WITH(weights_by_attribute(weighed({{2, 5}}), attribute_type::weight),
                      "relation 0 (a contradicts b) has several values of 'weight': 2 and 5; expected one");
}

TEST_CASE("edge_weights: a relation weighs what those say who count in the view", "[analysis]") {
    maker m;
    m.add_source("older", "2000");
    m.node("a", kind::issue);
    m.node("b", kind::issue);
    const relation_id r = m.relation("a", relation_type::contradicts, "b");
    for (const auto& [source, weight] : {std::pair("older", 1.0), std::pair("article", 2.0)}) {
        statement_record gives;
        gives.source = m.builder().source(source);
        gives.attributes.push_back({attribute_type::weight, weight});
        m.builder().add_statement(r, gives);
    }
    const history h = m.made();
    const auto weights = [](const view& v) {
        return weights_by_attribute(v.snapshot(), attribute_type::weight);
    };
    CHECK(weights(h.all().sources({"older"})) == std::vector<double>{1});
    CHECK(weights(h.all().sources({"article"})) == std::vector<double>{2});
    CHECK(weights(h.all().settled_by(policy::newest())) == std::vector<double>{2});
    CHECK_THROWS_AS(weights(h.all()), error);
}

TEST_CASE("edge_weights: texts weigh nothing", "[analysis]") {
    CHECK_THROWS_WITH(weights_by_attribute(weighed({}), attribute_type::title),
                      "the values of 'title' are of type text; expected number");
}

TEST_CASE("edge_weights: tell how far they are, and can be stopped", "[analysis]") {
    const snapshot g = graph_of_many_edges();
    check_stops("weights", [&](const progress& tell) { return weights_by_count(g, tell); });
    check_stops("weights", [&](const progress& tell) {
        return weights_by_attribute(g, attribute_type::weight, 1.0, tell);
    });
}
