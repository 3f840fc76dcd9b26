#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/follow_through.hpp>

#include <array>
#include <functional>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace comity;

namespace {

std::string told(const followed& f) {
    std::string all = std::string(f.commitment.id()) + ' ' + std::string(to_string(f.what)) + ':';
    for (const step& s : f.first) all += ' ' + std::string(s.to.id());
    if (f.since) all += ' ' + f.since->to_string();
    return all + (f.inferred ? " inferred\n" : "\n");
}

std::string told(const listing<followed>& found) {
    std::string all;
    for (const followed& f : found) all += told(f);
    return all;
}

std::string day_of(int d) {
    return "2001-01-" + std::string(d < 10 ? "0" : "") + std::to_string(d);
}

} // namespace

TEST_CASE("follow_through: the first text, body and deed, and none found", "[analysis]") {
    maker m;
    m.node("promise", kind::pledge, "2006-06-15/..");
    m.node("plan", kind::action_plan, "2007-08-16/..");
    m.node("treaty", kind::agreement, "2009-06-16/..");
    m.node("drill", kind::exercise, "2015-10");
    m.relation("treaty", relation_type::fulfils, "promise");
    m.inferred(m.relation("plan", relation_type::fulfils, "promise"), "it bears the name");
    m.relation("drill", relation_type::implements, "plan");
    const history h = m.made();
    const auto found = follow_through(h.all());
    CHECK(told(found) == "promise text: plan [427, 427] inferred\n"
                         "promise body:\n"
                         "promise deed: drill [3395, 3425] inferred\n");
    CHECK(found[2].way.size() == 2); // plan fulfils promise, drill implements plan
    CHECK_FALSE(found[1].since);
    CHECK(found.searched.relations > 0);
    CHECK(told(follow_through(h.by("2008-12-31"))).find("deed:\n") != std::string::npos);
}

TEST_CASE("follow_through: what came before, possibly came, or is not dated bounds nothing", "[analysis]") {
    maker m;
    m.node("promise", kind::pledge, "2006-06-15/..");
    m.node("older", kind::statement, "2005-01-01/..");
    m.node("undated", kind::statement);
    m.node("later", kind::statement, "2008-06-14/..");
    for (const char* id : {"older", "undated", "later"}) m.relation(id, relation_type::fulfils, "promise");
    const history h = m.made();
    const followed f = follow_through(h.all())[0];
    CHECK(told(f) == "promise text: later undated [0, 730]\n"); // whichever was the first
}

TEST_CASE("follow_through: what hangs on a step that some deny bounds nothing and precedes nothing",
          "[analysis]") {
    const auto body = [](bool another) {
        maker m;
        m.add_source("other", "2020");
        m.node("promise", kind::pledge, "2006-06-15/..");
        m.node("plan", kind::action_plan);
        m.node("early", kind::committee, "2007-06-15/..");
        m.node("late", kind::committee, "2008-06-14/..");
        const relation_id doubted = m.relation("plan", relation_type::implements, "promise");
        m.stated(doubted, "p1");
        m.denied(doubted, "p1", "other");
        m.relation("plan", relation_type::provides_for, "early");
        if (another) m.relation("late", relation_type::implements, "promise");
        return follow_through(m.made().all())[1];
    };
    const followed alone = body(false);
    CHECK(told(alone) == "promise body: early [365, ..]\n");
    CHECK(alone.first[0].truth == truth::certain);
    CHECK(alone.first[0].way_truth == truth::possible);
    CHECK(told(body(true)) == "promise body: late early [365, 730]\n"); // late, if none had the plan
}

TEST_CASE("follow_through: agrees with every way in which the days may have fallen and steps been taken",
          "[analysis]") {
    std::mt19937 random(5);
    const auto any = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (int round = 0; round < 90; ++round) {
        maker m;
        m.add_source("other", "2020");
        const int made = 10;
        m.node("promise", kind::pledge, day_of(made) + "/..");
        std::vector<std::pair<int, int>> windows;
        std::array<bool, 3> doubted{}; // a step on the way, of which there are one or two
        for (std::size_t i = 0; i < 3; ++i) {
            const int from = 6 + any(14);
            windows.emplace_back(from, from + any(4));
            const std::string id = "t" + std::to_string(i);
            m.node(id, kind::summit, '[' + day_of(from) + ".." + day_of(windows.back().second) + ']');
            std::string through = "promise";
            std::vector<relation_id> way;
            if (any(2) == 0) {
                through = "plan" + std::to_string(i);
                m.node(through, kind::action_plan);
                way.push_back(m.relation(through, relation_type::implements, "promise"));
            }
            way.push_back(m.relation(id, relation_type::implements, through));
            for (const relation_id step : way) {
                m.stated(step, "p1");
                if (any(3) != 0) continue;
                doubted[i] = true;
                m.denied(step, "p1", "other");
            }
        }
        // Every assignment of days on which nothing precedes what it came of, those aside that surely do,
        // and of doubted ways that were taken: which may be the first, and after how many days?
        std::set<std::string> firsts;
        std::set<int> lags;
        bool none = false; // nothing may have come of it
        std::array<std::optional<int>, 3> days{};
        const std::function<void(std::size_t)> fall = [&](std::size_t i) {
            if (i < 3) {
                for (int d = windows[i].first; d <= windows[i].second; ++d) {
                    days[i] = d;
                    if (d >= made || windows[i].second < made) fall(i + 1); // else it came of the promise
                }
                days[i].reset();
                if (doubted[i]) fall(i + 1);
                return;
            }
            std::optional<int> first;
            for (const auto& d : days)
                if (d && *d >= made && (!first || *d < *first)) first = d;
            for (std::size_t k = 0; first && k < 3; ++k)
                if (days[k] == first) firsts.insert("t" + std::to_string(k));
            if (first) lags.insert(*first - made);
            none = none || !first;
        };
        fall(0);
        const history h = m.made();
        const followed f = follow_through(h.all())[2];
        std::set<std::string> found;
        for (const step& s : f.first) found.emplace(s.to.id());
        CHECK(found == firsts);
        if (firsts.empty()) {
            CHECK_FALSE(f.since);
            continue;
        }
        REQUIRE(f.since);
        CHECK(f.since->min == *lags.begin());
        CHECK(f.since->unbounded_above == none);
        if (!none) CHECK(f.since->max == *lags.rbegin());
    }
}

TEST_CASE("follow_through: what came of the commitments of the SCO, by 2008 and at any time",
          "[analysis][sco]") {
    const auto told_of = [](const view& v, std::string_view id) {
        std::string all;
        for (const followed& f : follow_through(v))
            if (f.commitment.id() == id) all += told(f);
        return all;
    };
    CHECK(told_of(sco().by("2007-01-01"), "commitment-2006-action-plan").find("text:\n") !=
          std::string::npos);
    CHECK(told_of(sco().all(), "commitment-2006-action-plan").find("text: plan-2007 [427, 427] inferred") !=
          std::string::npos);
    CHECK(told_of(sco().all(), "commitment-2009-interference") ==
          "commitment-2009-interference text:\ncommitment-2009-interference body:\n"
          "commitment-2009-interference deed:\n");
}
