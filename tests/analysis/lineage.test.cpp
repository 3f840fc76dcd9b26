#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/lineage.hpp>

#include <algorithm>
#include <array>

using namespace comity;

namespace {

/// `1 plan 2 agreement(inferred)`: depth and outcome of each new step.
std::string outcomes(const listing<step>& steps) {
    std::string text;
    for (const step& s : steps) {
        if (s.again) continue;
        text += (text.empty() ? "" : " ") + std::to_string(s.depth) + ' ' + std::string(s.to.id());
        if (s.inferred) text += "(inferred)";
    }
    return text;
}

const step& find(const listing<step>& steps, std::string_view id) {
    const auto at =
        std::find_if(steps.begin(), steps.end(), [id](const step& s) { return !s.again && s.to.id() == id; });
    REQUIRE(at != steps.end());
    return *at;
}

history chain() {
    maker m;
    m.node("statement", kind::statement, "2006-06-15/..");
    m.node("plan", kind::action_plan, "2007/..");
    m.node("pledge", kind::pledge, "2006-06-15/..");
    m.node("agreement", kind::agreement, "2009-06-16/..");
    m.node("topic", kind::issue);
    m.relation("plan", relation_type::implements, "statement");
    m.relation("statement", relation_type::commits_to, "pledge");
    m.inferred(m.relation("plan", relation_type::fulfils, "pledge"), "same words");
    m.relation("agreement", relation_type::based_on, "plan");
    m.relation("statement", relation_type::about, "topic");
    m.relation("agreement", relation_type::provides_for, "topic");
    return m.made();
}

} // namespace

TEST_CASE("lineage: follows each relation towards what came of it, nearest first", "[analysis]") {
    const history h = chain();
    CHECK(outcomes(lineage(h.all(), h["statement"])) == "1 pledge 1 plan 2 agreement");
    CHECK(outcomes(lineage(h.all(), h["agreement"])).empty());
}

TEST_CASE("lineage: gives the days since the root and since the step before", "[analysis]") {
    const history h = chain();
    const auto steps = lineage(h.all(), h["statement"]);
    CHECK(find(steps, "plan").since_root.to_string() == "[200, 564]");
    CHECK(find(steps, "agreement").since_root.to_string() == "[1097, 1097]");
    CHECK(find(steps, "agreement").since_previous.to_string() == "[533, 897]");
    CHECK(steps[find(steps, "agreement").previous.value()].to.id() == "plan");
    CHECK_FALSE(find(steps, "plan").previous.has_value());
}

TEST_CASE("lineage: a second way to a thing is shown and not walked again", "[analysis]") {
    const history h = chain();
    const auto steps = lineage(h.all(), h["statement"]);
    const auto again = std::find_if(steps.begin(), steps.end(), [](const step& s) { return s.again; });
    REQUIRE(again != steps.end());
    CHECK(again->to.id() == "plan");
    CHECK(again->from.id() == "pledge");
    CHECK(again->inferred);
    CHECK(again->rule == "same words");
    CHECK_FALSE(find(steps, "agreement").way_inferred);
}

TEST_CASE("lineage: ends at the depth asked for and by the rules given", "[analysis]") {
    const history h = chain();
    CHECK(outcomes(lineage(h.all(), h["statement"], lineage_rules(), 1)) == "1 pledge 1 plan");
    const std::array only_implements{lineage_rule{relation_type::implements}};
    CHECK(outcomes(lineage(h.all(), h["statement"], only_implements)) == "1 plan");
}

TEST_CASE("lineage: honours the view", "[analysis]") {
    const history h = chain();
    CHECK(outcomes(lineage(h.by("2008"), h["statement"])) == "1 pledge 1 plan");
    CHECK(lineage(h.all(), h["statement"]).searched.nodes == 4);
}

TEST_CASE("lineage: circles end", "[analysis]") {
    maker m;
    m.node("a", kind::statement);
    m.node("b", kind::statement);
    m.relation("a", relation_type::interprets, "b");
    m.relation("b", relation_type::interprets, "a");
    const history h = m.made();
    const auto steps = lineage(h.all(), h["a"]);
    CHECK(outcomes(steps) == "1 b");
    CHECK(steps.size() == 2);
    CHECK(steps[1].again);
}

TEST_CASE("lineage: the temporary of the loop in the tutorial stays alive", "[analysis]") {
    std::size_t depths = 0;
    {
        const history h = chain();
        for (const comity::step& s : comity::lineage(h.all(), h["statement"])) depths += s.depth;
    }
    CHECK(depths == 6);
    const step last = [] {
        const history h = chain();
        return lineage(h.all(), h["statement"]).rows.back();
    }();
    CHECK(last.to.id() == "agreement"); // its history is gone, but for this handle
}

TEST_CASE("lineage: what came of the statement of 2006", "[analysis][sco]") {
    const auto steps = lineage(article(), sco()["statement-2006"]);
    // The article itself says "implements" of the plan, and that the exercises put the programme into effect.
    CHECK_FALSE(find(steps, "plan-2007").inferred);
    CHECK(find(steps, "plan-2007").via.statements()[0].locator() == "1.2 p4");
    CHECK(find(steps, "plan-2007").since_root.to_string() == "[200, 564]");
    CHECK(find(steps, "expert-group").inferred);
    CHECK(find(steps, "expert-group").since_root.to_string() == "[0, 3486]");
    CHECK(find(steps, "agreement-2009").inferred);
    CHECK(find(steps, "agreement-2009").since_root.to_string() == "[931, 1295]");
    CHECK(find(steps, "measures-2012").inferred);
    CHECK(find(steps, "measures-2012").when.text == "2012-03");
    CHECK(find(steps, "measures-2012").since_root.to_string() == "[2086, 2116]");
    CHECK_FALSE(find(steps, "exercise-programme").inferred);
    CHECK(find(steps, "exercise-programme").way_inferred);
    CHECK_FALSE(find(steps, "exercise-xiamen-2015").inferred);
    CHECK(find(steps, "exercise-xiamen-2015").since_root.to_string() == "[3408, 3408]");
    CHECK(find(steps, "exercise-xiamen-2017").inferred);
    CHECK(find(steps, "exercise-xiamen-2019").since_root.to_string() == "[4928, 4928]");
    // Drawn up, not brought about by the statement: the declaration of 2013.
    CHECK(std::none_of(steps.begin(), steps.end(),
                       [](const step& s) { return s.to.id() == "declaration-2013-bishkek"; }));
}
