#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/firsts.hpp>

#include <array>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace comity;

namespace {

std::string told(const claimed_first& c) {
    std::string all = std::string(c.thing.id()) + ' ' + std::string(to_string(c.preceded())) + ':';
    for (const precedent& p : c.earlier)
        all += ' ' + std::string(p.what.id()) + (is_certain(p.truth) ? "" : "?");
    return all;
}

std::string day_of(int d) {
    return "2001-01-" + std::string(d < 10 ? "0" : "") + std::to_string(d);
}

} // namespace

TEST_CASE("firsts: what precedes certainly, possibly, or is not dated", "[analysis]") {
    maker m;
    m.node("security", kind::issue);
    m.attribute(m.node("second", kind::statement, "2006-06-15/.."), attribute_type::claimed_first,
                "the first");
    m.node("earlier", kind::statement, "2005/..");
    m.node("same-year", kind::statement, "2006/..");
    m.node("later", kind::statement, "2007/..");
    m.node("undated", kind::statement);
    m.node("other-kind", kind::declaration, "2001/..");
    m.node("other-subject", kind::statement, "2001/..");
    for (const char* id : {"second", "earlier", "same-year", "later", "undated", "other-kind"})
        m.relation(id, relation_type::about, "security");
    const history h = m.made();
    const auto found = firsts(h.all());
    REQUIRE(found.size() == 1);
    CHECK(told(found[0]) == "second certain: earlier same-year?");
    CHECK(found[0].undated == 1);
    CHECK(found[0].words == "the first");
}

TEST_CASE("firsts: a claim that names a topic is held against all texts on it", "[analysis]") {
    maker m;
    m.node("rules", kind::norm);
    m.node("declaration", kind::declaration, "2013-09-13/..");
    m.node("code", kind::code_of_conduct, "2011-09-12/..");
    const node_id claim = m.node("claim", kind::claim);
    comity::attribute_record name{attribute_type::name, "a new understanding"};
    name.language = "en";
    m.builder().add_attribute(claim, name);
    m.relation("claim", relation_type::about, "declaration");
    m.relation("claim", relation_type::about, "rules");
    m.relation("code", relation_type::about, "rules");
    m.relation("declaration", relation_type::about, "rules");
    const history h = m.made();
    const auto found = firsts(h.all());
    REQUIRE(found.size() == 1);
    CHECK(told(found[0]) == "declaration certain: code");
    CHECK(found[0].earlier[0].subject->id() == "rules");
    CHECK(found[0].claim.id() == "claim");
}

TEST_CASE("firsts: agree with all pairs of days", "[analysis]") {
    std::mt19937 random(8);
    const auto any = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const std::array kinds{kind::statement, kind::workshop};
    for (int round = 0; round < 60; ++round) {
        maker m;
        struct thing {
            int kind, from, to;
            std::set<int> subjects;
        };
        std::vector<thing> things;
        for (int t = 0; t < 2; ++t) m.node("topic" + std::to_string(t), kind::issue);
        for (int i = 0; i < 5; ++i) {
            thing t{any(2), 1 + any(20), 0, {}};
            t.to = t.from + any(5);
            const std::string id = "t" + std::to_string(i);
            const std::string when = '[' + day_of(t.from) + ".." + day_of(t.to) + ']';
            const node_id n =
                m.node(id, kinds[static_cast<std::size_t>(t.kind)], t.kind == 0 ? when + "/.." : when);
            if (i == 0) m.attribute(n, attribute_type::claimed_first, "the first");
            for (int s = 0; s < 2; ++s)
                if (any(2) == 0) {
                    m.relation(id, relation_type::about, "topic" + std::to_string(s));
                    t.subjects.insert(s);
                }
            things.push_back(t);
        }
        std::string expected;
        for (std::size_t i = 1; i < things.size(); ++i) {
            bool shared = false, some = false, all = true;
            for (const int s : things[i].subjects) shared = shared || things[0].subjects.contains(s);
            for (int a = things[i].from; a <= things[i].to; ++a)
                for (int b = things[0].from; b <= things[0].to; ++b) (a < b ? some : all) = a < b;
            if (shared && some && things[i].kind == things[0].kind)
                expected += " t" + std::to_string(i) + (all ? "" : "?");
        }
        const history h = m.made();
        const std::string found = told(firsts(h.all())[0]);
        CHECK(found.substr(found.find(':') + 1) == expected);
    }
}

TEST_CASE("firsts: what the article calls the first", "[analysis][sco]") {
    std::set<std::string> things;
    for (const claimed_first& c : firsts(sco().all()))
        if (c.value) things.emplace(c.thing.id());
    CHECK(things == std::set<std::string>{"code-2011", "commitment-2005-information-terrorism",
                                          "declaration-2005-astana", "exercise-xiamen-2015",
                                          "exercise-xiamen-2017", "statement-2006"});
    for (const claimed_first& c : firsts(sco().all())) {
        if (c.thing.id() == "exercise-xiamen-2015" && c.value) CHECK(c.preceded() == truth::no);
        if (c.claim.id() == "claim-new-2013") CHECK(c.preceded() == truth::certain); // the code of 2011
    }
}
