// What must hold between one view and another, whatever the history.

#include "catch.hpp"
#include "support/print.hpp"
#include "support/questions.hpp"
#include "support/told.hpp"

#include <comity/view/snapshot.hpp>
#include <comity/view/view.hpp>

#include <algorithm>
#include <cstdio>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace comity;
using namespace comity::test;

namespace {

template <class Law>
void for_histories(unsigned first_seed, unsigned count, Law&& law) {
    for (unsigned seed = first_seed; seed < first_seed + count; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        const history h = make_up(random).build();
        law(h, random);
    }
}

/// How surely each relation and each node is there.
std::vector<truth> shown_by(const view& v) {
    std::vector<truth> all;
    const history& h = v.history();
    for (std::uint32_t r = 0; r < h.relation_count(); ++r) all.push_back(v.shows(h.relation(relation_id{r})));
    for (std::uint32_t n = 0; n < h.node_count(); ++n) all.push_back(v.shows(h.node(node_id{n})));
    return all;
}

bool never_more(const std::vector<truth>& less, const std::vector<truth>& more) {
    for (std::size_t i = 0; i < less.size(); ++i)
        if (less[i] > more[i]) return false;
    return true;
}

std::string month_text(unsigned month) {
    char text[16];
    std::snprintf(text, sizeof text, "%u-%02u", 2000 + month / 12 % 5, month % 12 + 1);
    return text;
}

/// Two months of the years told of, the earlier first.
std::pair<std::string, std::string> two_months(std::mt19937& random) {
    auto a = static_cast<unsigned>(random() % 60);
    auto b = static_cast<unsigned>(random() % 60);
    if (b < a) std::swap(a, b);
    return {month_text(a), month_text(b)};
}

} // namespace

TEST_CASE("view: a wider window never shows less", "[view][property]") {
    for_histories(1, 80, [](const history& h, std::mt19937& random) {
        const auto [from, to] = two_months(random);
        CHECK(never_more(shown_by(h.window(from, to)), shown_by(h.window("2000", to))));
        CHECK(never_more(shown_by(h.window(from, to)), shown_by(h.window(from, "2005"))));
        CHECK(never_more(shown_by(h.window(from, to)), shown_by(h.window("..", ".."))));
    });
}

TEST_CASE("view: what has begun by a day has begun by any later one", "[view][property]") {
    for_histories(2, 80, [](const history& h, std::mt19937& random) {
        const auto [early, late] = two_months(random);
        if (early != late) CHECK(never_more(shown_by(h.by(early)), shown_by(h.by(late))));
    });
}

TEST_CASE("view: what is there on a day has begun by it, and touches the window of that day",
          "[view][property]") {
    for_histories(3, 80, [](const history& h, std::mt19937& random) {
        const std::string day = two_months(random).first + "-17";
        CHECK(never_more(shown_by(h.at(day)), shown_by(h.by(day))));
        CHECK(shown_by(h.at(day)) == shown_by(h.window(day)));
    });
}

TEST_CASE("view: at a month is possible on some day of it, certain on every day", "[view][property]") {
    for_histories(4, 60, [](const history& h, std::mt19937& random) {
        const std::string month = two_months(random).first;
        const date d = date::parse(month);
        std::vector<truth> some(h.relation_count() + h.node_count(), truth::no);
        std::vector<truth> every(some.size(), truth::certain);
        for (day on = d.earliest().value; on <= d.latest().value; on = on + 1) {
            const std::vector<truth> then = shown_by(h.at(on.to_string()));
            for (std::size_t i = 0; i < then.size(); ++i) {
                some[i] = some[i] | then[i];
                every[i] = every[i] & then[i];
            }
        }
        const std::vector<truth> whole = shown_by(h.at(month));
        for (std::size_t i = 0; i < whole.size(); ++i) {
            CHECK(is_possible(whole[i]) == is_possible(some[i]));
            CHECK(is_certain(whole[i]) == is_certain(every[i]));
        }
    });
}

TEST_CASE("view: what possibly touches a window is possible on some day of it", "[view][property]") {
    for_histories(5, 60, [](const history& h, std::mt19937& random) {
        const std::string month = two_months(random).first;
        const std::vector<truth> window = shown_by(h.window(month));
        const std::vector<truth> at = shown_by(h.at(month));
        for (std::size_t i = 0; i < at.size(); ++i) CHECK(is_possible(window[i]) == is_possible(at[i]));
        CHECK(never_more(at, window));
    });
}

TEST_CASE("view: narrowing to what is certain leaves exactly that", "[view][property]") {
    for_histories(6, 40, [](const history& h, std::mt19937& random) {
        for (const question& q : ask(h.all(), random)) {
            std::vector<truth> expected = shown_by(q.seen);
            for (truth& t : expected) t = is_certain(t) ? t : truth::no;
            CHECK(shown_by(q.seen.certain()) == expected);
            CHECK(shown_by(q.seen.certain().certain()) == expected);
        }
    });
}

TEST_CASE("view: the order in which views derive from each other does not matter", "[view][property]") {
    for_histories(7, 40, [](const history& h, std::mt19937& random) {
        const std::string month = two_months(random).first;
        const relation_type state = h.schema().relation_type_named("x:state");
        const view all = h.all();
        const auto expected = shown_by(all.at(month).kinds({kind::actor}).types({state}).certain());
        CHECK(shown_by(all.certain().types({state}).kinds({kind::actor}).at(month)) == expected);
        CHECK(shown_by(all.kinds({kind::actor}).certain().at(month).types({state})) == expected);
        const auto heard = shown_by(all.sources({"s1", "s2"}).at(month).ignoring_marks());
        CHECK(shown_by(all.ignoring_marks().at(month).sources({"s2", "s1"})) == heard);
    });
}

TEST_CASE("view: relations come by from, type and begin, in and out by type and begin", "[view][property]") {
    for_histories(8, 60, [](const history& h, std::mt19937&) {
        const auto key = [](const relation& r) {
            return std::tuple(r.from().number(), r.type(), r.effective_bounds().b1);
        };
        const auto by_type = [](const relation& r) { return std::tuple(r.type(), r.effective_bounds().b1); };
        std::vector<decltype(key(h.relation({})))> all;
        for (const relation& r : h.all().relations()) all.push_back(key(r));
        CHECK(std::is_sorted(all.begin(), all.end()));
        for (const node& n : h.all().nodes())
            for (const relation_range& list : {h.all().out(n), h.all().in(n)}) {
                std::vector<decltype(by_type(h.relation({})))> some;
                for (const relation& r : list) some.push_back(by_type(r));
                CHECK(std::is_sorted(some.begin(), some.end()));
            }
    });
}

TEST_CASE("snapshot: has exactly the view's relations as edges, in their order", "[view][property]") {
    for_histories(9, 60, [](const history& h, std::mt19937& random) {
        for (const question& q : ask(h.all(), random)) {
            INFO(q.name);
            const snapshot g = q.seen.snapshot();
            std::vector<std::pair<relation_id, truth>> edges, relations;
            std::vector<bool> wanted(h.node_count());
            for (const auto& n : q.seen.nodes()) wanted[to_index(n.number())] = true;
            for (const auto& r : q.seen.relations()) {
                relations.emplace_back(r.number(), r.truth());
                wanted[to_index(r.from().number())] = wanted[to_index(r.to().number())] = true;
            }
            for (std::uint32_t v = 0; v < g.vertex_count(); ++v)
                for (std::uint32_t e = g.columns().offsets[v]; e < g.columns().offsets[v + 1]; ++e) {
                    const graph::edge edge{v, g.columns().targets[e], e};
                    edges.emplace_back(g.relation(edge).number(), g.truth(edge));
                    CHECK(g.relation(edge).from() == g.node(v));
                    CHECK(g.relation(edge).to() == g.node(edge.to));
                }
            CHECK(edges == relations);
            std::vector<bool> there(h.node_count());
            for (std::uint32_t v = 0; v < g.vertex_count(); ++v) {
                there[to_index(g.node(v).number())] = true;
                CHECK(g.find(g.node(v)) == v);
            }
            CHECK(there == wanted);
        }
    });
}
