#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/told.hpp"

#include <comity/analysis/first_statements.hpp>
#include <comity/analysis/label.hpp>
#include <comity/error.hpp>

#include <map>

using namespace comity;

namespace {

std::string told(const listing<first_statement>& found) {
    std::string all;
    for (const first_statement& f : found)
        all += label(f.about) + ' ' + std::string(f.by.id()) + ' ' + std::string(to_string(f.truth)) + '\n';
    return all;
}

} // namespace

TEST_CASE("first_statements: the earlier document, and ties that stay open", "[analysis]") {
    maker m; // the article is of 2021-09-24
    m.add_source("year", "2021");
    m.add_source("old", "1999-01-01");
    m.add_source("day", "2021-09-24");
    m.add_source("undated", "");
    for (const char* other : {"year", "old", "day", "undated"}) {
        const node_id n = m.node(other, kind::treaty);
        m.stated(n, "p1");
        m.stated(n, "p2", modality::reported, other);
    }
    const history h = m.made();
    CHECK(told(first_statements(h.all())) == "year article possible\n"
                                             "year year possible\n"
                                             "old old certain\n"
                                             "day article possible\n"
                                             "day day possible\n"
                                             "undated article possible\n"
                                             "undated undated possible\n");
    CHECK(told(first_statements(h.all(), "old")) == "old old certain\n");
    CHECK(first_statements(h.all(), "old")[0].others == 1);
    CHECK(told(first_statements(h.all().without_sources({"old"}), "article")).find("old article certain") !=
          std::string::npos);
    CHECK_THROWS_AS(first_statements(h.all(), "odl"), error);
}

TEST_CASE("first_statements: a copy is never before what it copies", "[analysis]") {
    maker m;
    source_record copy;
    copy.derived_from = {"article"};
    m.builder().add_source("copy", copy);
    const node_id n = m.node("n", kind::treaty);
    m.stated(n, "p1", modality::reported, "copy");
    m.stated(n, "p1");
    CHECK(told(first_statements(m.made().all())) == "n article certain\n");
}

TEST_CASE("first_statements: each fact that is stated has a first, and at most one is certain",
          "[analysis]") {
    std::mt19937 random(23);
    for (int round = 0; round < 20; ++round) {
        const view all = test::make_up(random).build().all();
        std::map<std::pair<bool, std::uint32_t>, std::pair<int, int>> firsts;
        for (const first_statement& f : first_statements(all)) {
            auto& [possible, certain] = firsts[{f.about.subject().is_relation(), f.about.subject().number()}];
            ++possible;
            if (is_certain(f.truth)) ++certain;
        }
        const auto check = [&](const fact& f) {
            bool stated = false;
            for (const statement& s : f.statements()) stated = stated || !s.denies();
            const auto at = firsts.find({f.subject().is_relation(), f.subject().number()});
            CHECK((at != firsts.end()) == stated);
            if (at != firsts.end() && at->second.second != 0) CHECK(at->second == std::pair(1, 1));
        };
        for (const auto& n : all.nodes()) check(n);
        for (const auto& r : all.relations()) check(r);
    }
}
