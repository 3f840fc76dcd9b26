#include "comity/progress.hpp"

#include "catch.hpp"
#include "pulse.hpp"
#include "support/sco.hpp"
#include "support/telling.hpp"

#include <comity/analysis/betweenness.hpp>
#include <comity/analysis/co_occurrence.hpp>
#include <comity/analysis/cores.hpp>
#include <comity/analysis/edge_weights.hpp>
#include <comity/io/conduct_tables.hpp>
#include <comity/io/graph_tables.hpp>
#include <comity/io/source_tables.hpp>

#include <functional>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace comity;

TEST_CASE("progress: the caller hears of the work before it begins", "[progress]") {
    std::string heard;
    const progress tell = [&](double done, std::string_view stage) {
        heard = std::string(stage) + (done == 0 ? " from 0" : " later");
        return true;
    };
    detail::pulse pulse(tell, "sorting", 10);
    CHECK(heard == "sorting from 0");
}

TEST_CASE("progress: a caller who wants no more stops the work", "[progress]") {
    int left = 1;
    const progress tell = [&](double, std::string_view) { return left-- > 0; };
    detail::pulse pulse(tell, "sorting", 10);
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    try {
        pulse(5);
        FAIL("not stopped");
    } catch (const error& e) {
        CHECK(e.code() == errc::cancelled);
        CHECK(std::string(e.what()) == "sorting: stopped by the caller");
    }
}

TEST_CASE("progress: the caller hears once that all is done, and may still want no more", "[progress]") {
    std::vector<double> heard;
    bool goes_on = true;
    const progress tell = [&](double done, std::string_view) {
        heard.push_back(done);
        return goes_on;
    };
    detail::pulse pulse(tell, "sorting", 10);
    pulse(9); // too soon to be told
    pulse.finish();
    CHECK(heard == std::vector<double>{0, 1});
    goes_on = false;
    CHECK_THROWS_AS(pulse.finish(), error);
}

TEST_CASE("progress: a loop that goes round fast counts by itself and tells of many rounds at once",
          "[progress]") {
    std::vector<double> heard;
    const progress tell = [&](double done, std::string_view) {
        heard.push_back(done);
        return true;
    };
    constexpr std::size_t few = detail::rows_between_news - 1;
    detail::pulse pulse(tell, "sorting", 4 * (few + 1));
    detail::loop_pulse each(pulse);
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    each.advance(few);
    CHECK(heard == std::vector<double>{0});
    each.advance(1);
    CHECK(heard == std::vector<double>{0, 0.25});
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    each.look(few + 1); // is no progress
    CHECK(heard == std::vector<double>{0, 0.25, 0.25});
}

TEST_CASE("progress: without a caller nothing happens", "[progress]") {
    const progress nobody;
    detail::pulse pulse(nobody, "sorting", 0);
    CHECK_NOTHROW(pulse(5));
}

TEST_CASE("progress: another thread that looks is not heard, and is stopped with the caller's",
          "[progress]") {
    int heard = 0;
    const progress tell = [&](double, std::string_view) { return ++heard == 1; };
    detail::pulse pulse(tell, "sorting", 10);
    const auto code_elsewhere = [&pulse] {
        int code = 0;
        std::thread([&] { code = test::code_of([&] { pulse.look(); }); }).join();
        return code;
    };
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    CHECK(code_elsewhere() == 0);
    CHECK(heard == 1);
    CHECK(test::code_of([&] { pulse.look(); }) == static_cast<int>(errc::cancelled));
    CHECK(code_elsewhere() == static_cast<int>(errc::cancelled));
    CHECK(heard == 2);
}

TEST_CASE("progress: work within other work tells of the whole", "[progress]") {
    std::vector<std::string> heard;
    const progress tell = [&](double, std::string_view stage) {
        heard.emplace_back(stage);
        return heard.size() < 3;
    };
    detail::pulse whole(tell, "audit", 10);
    detail::pulse(whole.within(), "members", 10);
    CHECK(heard == std::vector<std::string>{"audit"}); // so soon there is no news
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    detail::pulse part(whole.within(), "members", 10);
    CHECK(heard == std::vector<std::string>{"audit", "audit"});
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    CHECK(test::code_of([&] { part(); }) == static_cast<int>(errc::cancelled));
}

TEST_CASE("progress: an order looks while something is sorted by it", "[progress]") {
    detail::pulse pulse([looks = 0](double, std::string_view) mutable { return looks++ == 0; }, "sorting", 1);
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    const auto before = detail::stoppable(std::less<int>(), pulse);
    const auto compare = [&] {
        for (int i = 0; i < 256; ++i) (void)before(i, 0);
    };
    CHECK(test::code_of(compare) == static_cast<int>(errc::cancelled));
}

namespace {

using question = std::function<table(const listing_options&)>;

/// Everything that is asked of a view as a whole, or of what may be as large.
std::vector<std::pair<std::string, question>> analyses() {
    const view all = sco().all();
    const node body = sco()["sco"];
    using how = const listing_options&;
    return {
        {"timeline", [=](how o) { return to_table(timeline(all, o.tell), o); }},
        {"audit", [=](how o) { return to_table(audit(all, {.tell = o.tell}), o); }},
        {"positions", [=](how o) { return to_table(positions(all, o.tell), o); }},
        {"supports", [=](how o) { return to_table(supports(all, {.tell = o.tell}), o); }},
        {"first statements", [=](how o) { return to_table(first_statements(all, {}, o.tell), o); }},
        {"proposals", [=](how o) { return to_table(proposals(all, o.tell), o); }},
        {"quantities", [=](how o) { return to_table(quantities(all, o.tell), o); }},
        {"causes", [=](how o) { return to_table(causes(all, o.tell), o); }},
        {"summary", [=](how o) { return to_table(summary(all, o.tell), o); }},
        {"disagreements", [=](how o) { return to_table(disagreements(all, o.tell), o); }},
        {"all disagreements", [=](how o) { return to_table(disagreements(sco(), o.tell), o); }},
        {"settlements", [=](how o) { return to_table(settlements(all, {}, o.tell), o); }},
        {"agreements", [=](how o) { return to_table(agreements(all, o.tell), o); }},
        {"differences",
         [=](how o) {
             const std::string first(sco().source(source_id{0}).id()), other(sco().source(source_id{1}).id());
             return to_table(differences(all, first, other, o.tell), o);
         }},
        {"coverage", [=](how o) { return to_table(coverage(all, 10, o.tell), o); }},
        {"series", [=](how o) { return to_table(series(all, kind::summit, o.tell), o); }},
        {"participations",
         [=](how o) { return participations_table(series(all, kind::summit, o.tell).rows, o); }},
        {"diff", [=](how o) { return to_table(diff(sco().at("2006"), sco().at("2012"), o.tell), o); }},
        {"ballots", [=](how o) { return to_table(ballots(all, body, o.tell), o); }},
        {"cohesion", [=](how o) { return to_table(cohesion_of(all, body, o.tell), o); }},
        {"professions", [=](how o) { return to_table(professions(all, o.tell), o); }},
        {"follow-through",
         [=](how o) { return to_table(follow_through(all, follow_through_rules(), o.tell), o); }},
        {"fates", [=](how o) { return to_table(fates(all, o.tell), o); }},
        {"firsts", [=](how o) { return to_table(firsts(all, o.tell), o); }},
        {"lineage", [=](how o) { return to_table(lineage(all, body, lineage_rules(), 9, o.tell), o); }},
        {"members", [=](how o) { return to_table(members_of(all, body, standing::member, o.tell), o); }},
        {"roster", [=](how o) { return to_table(roster(all, body, o.tell), o); }},
        {"parties", [=](how o) { return to_table(parties(all, body, body, {}, o.tell), o); }},
        {"nodes", [=](how o) { return nodes_table(all, {}, o); }},
        {"relations", [=](how o) { return relations_table(all, {}, o.tell); }},
        {"statements", [=](how o) { return statements_table(all, o.tell); }},
        {"all statements", [=](how o) { return statements_table(sco(), o.tell); }},
        {"attributes", [=](how o) { return attributes_table(all, o.tell); }},
        {"all attributes", [=](how o) { return attributes_table(sco(), o.tell); }},
        {"sources", [=](how o) { return sources_table(sco(), o); }},
        {"counts", [=](how o) { return summary_table(all, o); }},
    };
}

/// Stops once it was asked so often, by all stages together.
listing_options stopped_after(std::size_t looks) {
    const auto left = std::make_shared<std::size_t>(looks);
    return {.tell = [left](double, std::string_view) { return (*left)-- != 0; }};
}

} // namespace

TEST_CASE("progress: every analysis stops when its caller asks, and answers when asked again", "[progress]") {
    const auto all = analyses();
    const auto& [name, asked] = all[GENERATE_COPY(range(std::size_t{0}, all.size()))];
    const question& ask = asked;
    INFO(name);
    std::vector<std::string> stages;
    const auto hear = [&stages](double done, std::string_view stage) {
        CHECK((done >= 0 && done <= 1));
        if (stages.empty() || stages.back() != stage) stages.emplace_back(stage);
        return true;
    };
    const std::size_t rows = ask({.tell = hear}).row_count();
    REQUIRE(!stages.empty());
    for (std::size_t looks = 0; looks < stages.size(); ++looks)
        CHECK(test::code_of([&] { (void)ask(stopped_after(looks)); }) == static_cast<int>(errc::cancelled));
    CHECK(ask({}).row_count() == rows);
}

TEST_CASE("progress: what goes over many facts stops in their midst", "[progress]") {
    builder b;
    const source_id article = test::source_of(b, "article", "2020");
    const node_id hub = b.add_node("hub", kind::organisation);
    for (int i = 0; i < 4000; ++i) {
        const node_id n = b.add_node("n" + std::to_string(i), kind::state);
        const relation_id r = b.add_relation(n, relation_type::member_of, hub);
        b.add_statement(r, test::says(article, std::to_string(1900 + i % 100) + "/.."));
    }
    const view all = std::move(b).build().all();
    const auto halfway = [](double done, std::string_view) { return done == 0; };
    const int cancelled = static_cast<int>(errc::cancelled);
    CHECK(test::code_of([&] { (void)timeline(all, halfway); }) == cancelled);
    CHECK(test::code_of([&] { (void)audit(all, {.tell = halfway}); }) == cancelled);
    CHECK(test::code_of([&] { (void)disagreements(all, halfway); }) == cancelled);
    CHECK(timeline(all).size() != 0);
}

namespace {

/// Of so many edges that whatever looks at each takes longer than from one look to the next.
snapshot large_graph() {
    constexpr std::uint32_t vertices = 20'000, degree = 400;
    std::minstd_rand random(1);
    const auto c = std::make_shared<graph::snapshot_columns>();
    for (std::uint32_t v = 0; v < vertices; ++v) {
        c->offsets.push_back(v * degree);
        c->nodes.push_back(v);
    }
    c->offsets.push_back(vertices * degree);
    c->targets.resize(vertices * degree);
    for (graph::vertex& to : c->targets) to = static_cast<graph::vertex>(random() % vertices);
    return {nullptr, c};
}

} // namespace

TEST_CASE("progress: what walks many edges stops in their midst", "[progress]") {
    const snapshot g = large_graph();
    const graph::vertex from[]{0};
    const std::vector<std::pair<std::string, std::function<void(const progress&)>>> all{
        {"incoming edges", [&](const progress& p) { (void)large_graph().columns().incoming(p); }},
        {"weak components", [&](const progress& p) { (void)weak_components(g, p); }},
        {"strong components", [&](const progress& p) { (void)strong_components(g, p); }},
        {"neighbourhoods", [&](const progress& p) { (void)neighbourhoods_of(g, direction::out, p); }},
        {"core numbers", [&](const progress& p) { (void)core_numbers(g, p); }},
        {"triangles", [&](const progress& p) { (void)clustering(g, p); }},
        {"distances", [&](const progress& p) { (void)distances(g, from, direction::out, p); }},
        {"transitive closure", [&](const progress& p) { (void)transitive_closure(g, closure_limit, p); }},
        {"weights", [&](const progress& p) { (void)weights_by_count(g, p); }},
        {"pagerank", [&](const progress& p) { (void)pagerank(g, {.weights = {}, .tell = p}); }},
        {"betweenness", [&](const progress& p) { (void)betweenness(g, {.samples = 1, .tell = p}); }},
        {"co-occurrence", [&](const progress& p) { (void)co_occurrence(g, {.tell = p}); }},
    };
    for (const auto& [name, ask] : all) {
        INFO(name);
        double last = 0;
        std::size_t calls = 0;
        const auto stop_soon = [&](double done, std::string_view) {
            last = done;
            return ++calls < 2;
        };
        CHECK(test::code_of([&, &ask = ask] { ask(stop_soon); }) == static_cast<int>(errc::cancelled));
        CHECK(last < 1);
    }
}
