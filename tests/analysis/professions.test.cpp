#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/professions.hpp>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace comity;

namespace {

std::string told(const profession& p) {
    return std::string(p.said.stance.to().id()) + ' ' + std::string(p.cast.vote.id()) + ' ' +
           std::string(p.cast.who.id()) + ' ' + std::string(to_string(p.bears)) + ' ' +
           std::string(to_string(p.cast.ballot)) + ' ' + std::string(to_string(p.cast.member)) + '\n';
}

std::string told(const listing<profession>& found) {
    std::string all;
    for (const profession& p : found) all += told(p);
    return all;
}

} // namespace

TEST_CASE("professions: a bloc's word beside its members' votes, on the text and on its line", "[analysis]") {
    maker m;
    m.node("body", kind::organisation);
    m.node("all", kind::bloc);
    m.relation("all", relation_type::drawn_from, "body");
    for (const char* id : {"a", "b"}) m.node(id, kind::state);
    m.relation("a", relation_type::member_of, "body", "2001/..");
    m.relation("b", relation_type::member_of, "body", "2017-06-09/..");
    m.node("security", kind::issue);
    m.node("fishing", kind::issue);
    for (const char* text : {"t1", "t2", "t3"}) m.node(text, kind::resolution, "2005");
    m.relation("t1", relation_type::about, "security");
    m.relation("t2", relation_type::about, "security");
    m.relation("t3", relation_type::about, "fishing");
    int day = 1;
    for (const char* n : {"1", "2", "3"}) {
        const std::string call = std::string("v") + n;
        const std::string on = "2005-12-0" + std::to_string(day++);
        m.node(call, kind::roll_call, on);
        m.relation(call, relation_type::vote_on, std::string("t") + n);
        m.relation("a", relation_type::voted_for, call, on);
    }
    m.relation("b", relation_type::absent_from, "v1", "2005-12-01");
    m.relation("all", relation_type::supports, "t1", "2021-09-24/..");
    const history h = m.made();
    const auto found = professions(h.all());
    CHECK(told(found) == "t1 v1 a itself yes certain\n"
                         "t1 v1 b itself absent no\n"
                         "t1 v2 a line yes certain\n"
                         "t1 v2 b line unknown no\n");
    CHECK(found[0].line.empty());
    CHECK(found[2].line.size() == 2); // t2 about security, t1 about security
    CHECK_FALSE(found[0].said.through.empty());
}

TEST_CASE("professions: agree with plain loops over stances, subjects and votes", "[analysis]") {
    std::mt19937 random(11);
    const auto any = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    const auto named = [](char c, std::size_t i) { return std::string(1, c) + std::to_string(i); };
    constexpr std::size_t states = 3, texts = 4, topics = 2;
    for (int round = 0; round < 40; ++round) {
        maker m;
        for (std::size_t s = 0; s < states; ++s) m.node(named('s', s), kind::state);
        for (std::size_t p = 0; p < topics; ++p) m.node(named('p', p), kind::issue);
        std::array<std::set<std::size_t>, texts> subjects;
        for (std::size_t t = 0; t < texts; ++t) {
            m.node(named('t', t), kind::resolution, "2001");
            for (std::size_t p = 0; p < topics; ++p)
                if (any(2) == 0) {
                    m.relation(named('t', t), relation_type::about, named('p', p));
                    subjects[t].insert(p);
                }
            m.node(named('v', t), kind::roll_call, "2001-01-0" + std::to_string(t + 1));
            m.relation(named('v', t), relation_type::vote_on, named('t', t));
        }
        std::array<std::array<bool, texts>, states> yes{};
        for (std::size_t s = 0; s < states; ++s)
            for (std::size_t t = 0; t < texts; ++t) {
                yes[s][t] = any(2) == 0;
                if (yes[s][t]) m.relation(named('s', s), relation_type::voted_for, named('v', t));
            }
        std::vector<std::string> expected;
        for (std::size_t s = 0; s < states; ++s) {
            const std::size_t x = any(texts + topics); // what it stands for: a topic or a text
            const bool topic = x < topics;
            const std::string thing = topic ? named('p', x) : named('t', x - topics);
            m.relation(named('s', s), relation_type::supports, thing, "2010/..");
            for (std::size_t t = 0; t < texts; ++t) {
                bool line = topic && subjects[t].contains(x);
                if (!topic)
                    for (const std::size_t p : subjects[t]) line = line || subjects[x - topics].contains(p);
                const bool itself = !topic && t == x - topics;
                if (!itself && !line) continue;
                expected.push_back(thing + ' ' + named('v', t) + ' ' + named('s', s) +
                                   (itself ? " itself " : " line ") + (yes[s][t] ? "yes" : "unknown") +
                                   " certain\n");
            }
        }
        const history h = m.made();
        std::sort(expected.begin(), expected.end());
        std::string all;
        for (const std::string& row : expected) all += row;
        CHECK(told(professions(h.all())) == all);
    }
}

TEST_CASE("professions: the claimed unanimity of the SCO, on the resolutions themselves", "[analysis][sco]") {
    std::size_t rows = 0;
    std::string other;
    for (const profession& p : professions(sco().all())) {
        if (p.bears != bearing::itself) continue;
        ++rows;
        if (p.cast.ballot != ballot::yes) other += told(p);
    }
    CHECK(rows == 16); // eight members of 2021, two resolutions
    CHECK(other == "resolution-62-17 roll-call-62-17 uzbekistan itself absent certain\n");
}
