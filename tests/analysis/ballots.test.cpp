#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/ballots.hpp>

#include <array>
#include <random>
#include <string>

using namespace comity;

namespace {

std::string told(const vote_cast& c) {
    return std::string(c.vote.id()) + ' ' + std::string(c.who.id()) + ' ' + std::string(to_string(c.ballot)) +
           ' ' + std::string(to_string(c.truth)) + ' ' + std::string(to_string(c.member)) + '\n';
}

std::string told(const listing<vote_cast>& found) {
    std::string all;
    for (const vote_cast& c : found) all += told(c);
    return all;
}

std::string day_of(std::size_t d) {
    return "2001-01-" + std::string(d < 10 ? "0" : "") + std::to_string(d);
}

} // namespace

TEST_CASE("ballots: absent, abstained, not a member and not recorded are four things", "[analysis]") {
    maker m;
    m.node("body", kind::organisation, "2001/..");
    for (const char* id : {"a", "b", "c", "d"}) m.node(id, kind::state);
    m.relation("a", relation_type::member_of, "body", "2001-06-15/..");
    m.relation("b", relation_type::member_of, "body", "2001-06-15/..");
    m.relation("c", relation_type::member_of, "body", "2017-06-09/..");
    m.relation("d", relation_type::member_of, "body", "2001-06-15/..");
    m.node("call", kind::roll_call, "2005-12-08");
    m.node("text", kind::resolution, "2005-12-08");
    m.relation("call", relation_type::vote_on, "text");
    m.relation("a", relation_type::abstained_on, "call", "2005-12-08");
    m.relation("b", relation_type::absent_from, "call", "2005-12-08");
    m.relation("c", relation_type::voted_for, "call", "2005-12-08");
    const history h = m.made();
    const auto found = ballots(h.all(), h["body"]);
    CHECK(told(found) == "call a abstained certain certain\n"
                         "call b absent certain certain\n"
                         "call c yes certain no\n"
                         "call d unknown no certain\n");
    REQUIRE(found[0].on.size() == 1);
    CHECK(found[0].on[0].id() == "text");
    CHECK_FALSE(found[3].by);
    CHECK(found.searched.nodes > 0);
}

TEST_CASE("ballots: two ballots of one actor leave each possible; a vote on a text needs no event",
          "[analysis]") {
    maker m;
    m.node("body", kind::organisation);
    m.node("a", kind::state);
    m.relation("a", relation_type::member_of, "body", "2001/..");
    m.node("text", kind::resolution, "2005-12-08");
    m.relation("a", relation_type::voted_for, "text", "2005-12-08");
    m.relation("a", relation_type::abstained_on, "text", "2005-12-08");
    const history h = m.made();
    CHECK(told(ballots(h.all(), h["body"])) ==
          "text a yes possible certain\ntext a abstained possible certain\n");
    const auto together = cohesion_of(h.all(), h["body"]);
    REQUIRE(together.size() == 1);
    CHECK(together[0].yes == count{0, 1});
    CHECK(together[0].alike == truth::possible);
}

TEST_CASE("ballots: who voted against and vetoed said no once, and surely", "[analysis]") {
    maker m;
    m.node("body", kind::organisation);
    m.node("text", kind::resolution, "2005-12-08");
    for (const char* id : {"a", "b"}) {
        m.node(id, kind::state);
        m.relation(id, relation_type::member_of, "body", "2001/..");
        m.relation(id, relation_type::voted_against, "text", "2005-12-08");
    }
    m.relation("a", relation_type::vetoed, "text", "2005-12-08");
    const history h = m.made();
    CHECK(told(ballots(h.all(), h["body"])) == "text a no certain certain\n"
                                               "text a vetoed certain certain\n"
                                               "text b no certain certain\n");
    const auto together = cohesion_of(h.all(), h["body"]);
    CHECK(together[0].no == count{2, 2});
    CHECK(together[0].alike == truth::certain);
}

TEST_CASE("ballots: a membership that begins some day of the month of the vote is possible", "[analysis]") {
    maker m;
    m.node("body", kind::organisation);
    m.node("a", kind::state);
    m.relation("a", relation_type::member_of, "body", "2005-12/..");
    m.node("call", kind::roll_call, "2005-12-08");
    m.relation("a", relation_type::voted_against, "call", "2005-12-08");
    const history h = m.made();
    CHECK(told(ballots(h.all(), h["body"])) == "call a no certain possible\n");
    CHECK(cohesion_of(h.all(), h["body"])[0].members == count{0, 1});
}

TEST_CASE("ballots: agree with plain loops over who voted and who was in", "[analysis]") {
    std::mt19937 random(20261122);
    const auto any = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    const std::array types{relation_type::voted_for, relation_type::voted_against,
                           relation_type::abstained_on, relation_type::absent_from};
    const std::array<std::string, 5> words{"yes", "no", "abstained", "absent", "unknown"};
    for (int round = 0; round < 40; ++round) {
        maker m;
        m.node("body", kind::organisation);
        std::array<std::size_t, 4> from{}, to{};
        std::array<std::size_t, 3> held{};
        for (std::size_t s = 0; s < 4; ++s) {
            from[s] = 1 + any(20);
            to[s] = from[s] + any(8);
            const std::string id = "s" + std::to_string(s);
            m.node(id, kind::state);
            m.relation(id, relation_type::member_of, "body", day_of(from[s]) + '/' + day_of(to[s]));
        }
        std::string expected, alike;
        for (std::size_t v = 0; v < 3; ++v) {
            held[v] = 1 + v * 9 + any(8);
            const std::string call = "v" + std::to_string(v);
            m.node(call, kind::roll_call, day_of(held[v]));
            unsigned sides = 0; // a bit each for yes, no, abstained
            bool silent = false;
            for (std::size_t s = 0; s < 4; ++s) {
                const std::size_t way = any(5);
                const bool in = from[s] <= held[v] && held[v] <= to[s];
                const std::string id = "s" + std::to_string(s);
                if (way < 4) m.relation(id, types[way], call, day_of(held[v]));
                if (in && way < 3) sides |= 1u << way;
                if (in && way == 4) silent = true;
                expected += call + ' ' + id + ' ' + words[way] + (way < 4 ? " certain " : " no ") +
                            (in ? "certain\n" : "no\n");
            }
            const bool one = sides == 1 || sides == 2 || sides == 4;
            alike += one && !silent ? "certain " : one || sides == 0 ? "possible " : "no ";
        }
        const history h = m.made();
        CHECK(told(ballots(h.all(), h["body"])) == expected);
        std::string found;
        for (const cohesion& c : cohesion_of(h.all(), h["body"]))
            found += std::string(to_string(c.alike)) + ' ';
        CHECK(found == alike);
    }
}

TEST_CASE("ballots: the members of the SCO on two resolutions that all are said to support",
          "[analysis][sco]") {
    std::string missing;
    for (const vote_cast& c : ballots(sco().all(), sco()["sco"]))
        if (is_certain(c.member) && c.ballot != ballot::yes &&
            (c.vote.id() == "roll-call-60-45" || c.vote.id() == "roll-call-62-17"))
            missing += told(c);
    CHECK(missing == "roll-call-62-17 uzbekistan absent certain certain\n");
    const auto together = cohesion_of(sco().all(), sco()["sco"]);
    REQUIRE(together.size() == 11);
    CHECK(together[0].members == count{6, 6});
}
