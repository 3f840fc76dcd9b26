// One history read by several threads at once; run it under ThreadSanitizer too.

#include "catch.hpp"

#include "support/told.hpp"

#include <comity/history/reading.hpp>
#include <comity/view/snapshot.hpp>
#include <comity/view/view.hpp>

#include <atomic>
#include <functional>
#include <numeric>
#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace comity;
using namespace comity::test;

namespace {

/// A number that depends on all that a view shows.
std::size_t digest(const view& v) {
    std::size_t sum = v.node_count().possible * 3 + v.relation_count().certain * 5;
    for (const auto& n : v.nodes()) {
        sum = sum * 31 + n.id().size() + n.name().size() + static_cast<std::size_t>(n.truth());
        for (const auto& r : v.out(n)) sum = sum * 31 + to_index(r.number()) + r.period().text().size();
        for (const auto& r : v.in(n)) sum = sum * 31 + r.statements().size() + r.from().id().size();
    }
    const snapshot g = v.snapshot();
    sum += g.edge_count() * 7 + graph::undirected(g).both_ways().neighbours.size();
    return sum + v.describe().size();
}

/// Everything that one thread asks; each starts somewhere else, so that they meet.
std::vector<std::size_t> ask_all(const history& h, std::size_t start) {
    const std::vector<std::function<view()>> views{
        [&h] { return h.all(); },
        [&h] { return h.at("2002-05"); },
        [&h] { return h.by("2002").certain(); },
        [&h] { return h.window("2001", "2003-02"); },
        [&h] { return h.all().kinds({kind::actor}); },
        [&h] {
            return h.at("2002").sources({"s1", "s2"});
        },
        [&h] { return h.all().stated_by("2002-12"); },
        [&h] { return h.all().settled_by(policy::newest()).ignoring_marks(); },
    };
    std::vector<std::size_t> answers(views.size());
    for (std::size_t i = 0; i < views.size(); ++i) {
        const std::size_t at = (i + start) % views.size();
        answers[at] = digest(views[at]());
    }
    return answers;
}

} // namespace

TEST_CASE("history: may be read from several threads at once", "[view][threads]") {
    std::mt19937 random(11);
    const told_history told = make_up(random);
    const std::vector<std::size_t> alone = ask_all(told.build(), 0);
    const history shared = told.build(); // nothing of it has been asked for yet
    std::vector<std::vector<std::size_t>> answers(4);
    std::atomic<int> ready{0};
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < answers.size(); ++t)
        threads.emplace_back([&, t] {
            ++ready;
            while (ready < static_cast<int>(answers.size())) std::this_thread::yield();
            for (int round = 0; round < 5; ++round) answers[t] = ask_all(shared, t * 2);
        });
    for (std::thread& t : threads) t.join();
    for (const auto& a : answers) CHECK(a == alone);
}

TEST_CASE("history: the last of several threads to let go of it frees it", "[view][threads][lifetime]") {
    std::mt19937 random(12);
    std::vector<std::thread> threads;
    std::vector<std::size_t> answers(4);
    {
        const history h = make_up(random).build();
        for (std::size_t& answer : answers)
            threads.emplace_back([v = h.at("2002"), &answer] { answer = digest(v); });
    }
    for (std::thread& t : threads) t.join();
    for (const std::size_t a : answers) CHECK(a == answers.front());
}
