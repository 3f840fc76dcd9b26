// What views show of made-up histories, against a naive reading of the rules.

#include "catch.hpp"
#include "support/naive.hpp"
#include "support/print.hpp"
#include "support/questions.hpp"
#include "support/told.hpp"

#include <comity/view/view.hpp>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace comity;
using namespace comity::test;

namespace {

using number_and_truth = std::pair<std::uint32_t, truth>;

template <class Range>
std::vector<number_and_truth> listed(Range&& range) {
    std::vector<number_and_truth> all;
    for (const auto& x : range) all.emplace_back(static_cast<std::uint32_t>(x.number()), x.truth());
    return all;
}

std::vector<number_and_truth> sorted(std::vector<number_and_truth> all) {
    std::sort(all.begin(), all.end());
    return all;
}

/// Numbers whose truth is not `no`, of those that pass.
template <class Passes>
std::vector<number_and_truth> shown(const std::vector<truth>& truths, Passes&& passes) {
    std::vector<number_and_truth> all;
    for (std::uint32_t i = 0; i < truths.size(); ++i)
        if (truths[i] != truth::no && passes(i)) all.emplace_back(i, truths[i]);
    return all;
}

count counted(const std::vector<truth>& truths) {
    count c;
    for (const truth t : truths) {
        c.possible += t != truth::no ? 1u : 0u;
        c.certain += t == truth::certain ? 1u : 0u;
    }
    return c;
}

const auto any = [](std::uint32_t) { return true; };

/// The first thing that a view gets wrong; empty if nothing.
std::string fault_of(const view& v, const told_history& told, const truths& e) {
    const history& h = v.history();
    for (std::uint32_t n = 0; n < told.nodes.size(); ++n)
        if (v.shows(h.node(node_id{n})) != e.nodes[n])
            return "node " + std::to_string(n) + " is " +
                   std::string(to_string(v.shows(h.node(node_id{n})))) + ", not " +
                   std::string(to_string(e.nodes[n]));
    for (std::uint32_t r = 0; r < told.relations.size(); ++r)
        if (v.shows(h.relation(relation_id{r})) != e.relations[r])
            return "relation " + std::to_string(r) + " is " +
                   std::string(to_string(v.shows(h.relation(relation_id{r})))) + ", not " +
                   std::string(to_string(e.relations[r]));
    if (listed(v.nodes()) != shown(e.nodes, any)) return "nodes()";
    if (sorted(listed(v.relations())) != shown(e.relations, any)) return "relations()";
    const auto is_actor = [&](std::uint32_t n) { return told.schema.is_a(told.nodes[n].is, kind::actor); };
    if (listed(v.nodes(kind::actor)) != shown(e.nodes, is_actor)) return "nodes(actor)";
    const auto is_state = [&](std::uint32_t r) { return told.relations[r].type == told.state; };
    if (sorted(listed(v.relations(told.state))) != shown(e.relations, is_state)) return "relations(state)";
    for (std::uint32_t n = 0; n < told.nodes.size(); ++n) {
        const node at = h.node(node_id{n});
        const auto goes_out = [&](std::uint32_t r) { return told.relations[r].from == n; };
        const auto comes_in = [&](std::uint32_t r) { return told.relations[r].to == n; };
        if (sorted(listed(v.out(at))) != shown(e.relations, goes_out))
            return "out(" + std::to_string(n) + ")";
        if (sorted(listed(v.in(at))) != shown(e.relations, comes_in)) return "in(" + std::to_string(n) + ")";
        const auto both = [](auto f, auto g) { return [f, g](std::uint32_t r) { return f(r) && g(r); }; };
        if (sorted(listed(v.out(at, told.state))) != shown(e.relations, both(goes_out, is_state)))
            return "out(" + std::to_string(n) + ", state)";
        if (sorted(listed(v.in(at, told.state))) != shown(e.relations, both(comes_in, is_state)))
            return "in(" + std::to_string(n) + ", state)";
    }
    if (!(v.node_count() == counted(e.nodes))) return "node_count()";
    if (!(v.relation_count() == counted(e.relations))) return "relation_count()";
    return {};
}

/// Views that derive from `all` against the reference: each question through one in `every` of the
/// narrowings.
void check_views(const view& all, const told_history& told, const naive_history& naive, std::mt19937& random,
                 unsigned every) {
    const std::vector<narrowing> ways = narrowings(told);
    for (const question& q : ask(all, random)) {
        const truths shown = expect(told, naive, q.when);
        for (std::size_t i = 0; i < ways.size(); ++i) {
            if (random() % every != 0) continue;
            const std::string fault =
                fault_of(ways[i].of(q.seen), told, narrowed(shown, told, naive, ways[i]));
            if (fault.empty()) continue;
            INFO(all.describe() << ", " << q.name << ", narrowing " << i);
            FAIL(fault);
        }
    }
}

/// The same in several readings of the statements.
void check_readings(const told_history& told, std::mt19937& random, unsigned every) {
    const view all = told.build().all();
    const auto check = [&](const view& v, heard how) {
        check_views(v, told, naive_history(told, std::move(how)), random, every);
    };
    check(all.sources({"s1", "s3"}), {[](std::size_t s) { return s == 1 || s == 3; }});
    check(all.without_sources({"s2"}), {[](std::size_t s) { return s != 2; }});
    check(all.ignoring_marks(), {{}, true});
    const auto written_by = [&told](std::size_t s) {
        return told.sources[s].date && told.sources[s].date->days.back().last <= day_number(2002, 6, 30);
    };
    check(all.stated_by("2002-06").ignoring_marks(), {written_by, true});
}

template <class Invent>
void check_many(unsigned first_seed, unsigned last_seed, unsigned every, Invent&& invent) {
    for (unsigned seed = first_seed; seed < last_seed; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        const told_history told = invent(random);
        check_views(told.build().all(), told, naive_history(told), random, every);
    }
}

} // namespace

TEST_CASE("view: shows what the rules say of made-up histories", "[view][property]") {
    check_many(0, 250, 12, make_up);
}

TEST_CASE("view: shows what the rules say of precise histories", "[view][property]") {
    check_many(0, 40, 12, make_up_precise);
}

TEST_CASE("view: shows what the rules say of those sources that count", "[view][property]") {
    for (unsigned seed = 500; seed < 560; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        check_readings(make_up(random), random, 20);
    }
}

TEST_CASE("view: shows what the rules say of very many histories", "[.][long]") {
    check_many(10000, 14000, 6, make_up);
    check_many(10000, 10400, 3, make_up_precise);
    for (unsigned seed = 20000; seed < 21000; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        check_readings(make_up(random), random, 10);
    }
}

TEST_CASE("fact: is settled as the rules say", "[view][property]") {
    for (unsigned seed = 1000; seed < 1100; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        const told_history told = make_up(random);
        const history h = told.build();
        const naive_history naive(told);
        for (std::uint32_t n = 0; n < told.nodes.size(); ++n) {
            INFO("node " << n);
            CHECK(h.node(node_id{n}).modality() == naive.node_modality(n));
            CHECK(h.node(node_id{n}).disputed() == naive.node_disputed(n));
            CHECK(h.node(node_id{n}).inferred() == naive.node_inferred(n));
        }
        for (std::uint32_t r = 0; r < told.relations.size(); ++r) {
            INFO("relation " << r);
            CHECK(h.relation(relation_id{r}).disputed() == naive.relation_disputed(r));
        }
    }
}
