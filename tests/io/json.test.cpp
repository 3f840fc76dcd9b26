#include <comity/io/json.hpp>

#include "catch.hpp"
#include "support/stages.hpp"
#include "support/telling.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace comity;

namespace {

const std::string sco_file = std::string(COMITY_DATA_DIR) + "/sco-information-security.json";

const std::string small = R"({"format": "comity-history", "version": 1, "title": {"en": "Small"},
 "sources": [{"id": "s", "title": "A source", "date": "2021"}],
 "nodes": [{"id": "china", "kind": "state", "names": {"en": ["China", "PRC"], "zh-Hans": "中国"}},
  {"id": "sco", "kind": "intergovernmental-organisation", "period": "2001-06-15/..",
   "attributes": {"ordinal": {"value": 6, "bound": "at-least"}}, "stated": {"source": "s", "at": "p1"}}],
 "relations": [{"type": "member-of", "from": "china", "to": "sco", "begin": "2001-06-15", "end": "..",
   "stated": [{"source": "s", "quote": "a \"member\" since"}]}]})";

} // namespace

TEST_CASE("json: reads the history of the SCO without a single complaint", "[io]") {
    std::vector<finding> findings;
    const auto sco = try_read_json(sco_file, findings);
    for (const finding& f : findings) UNSCOPED_INFO(to_string(f));
    CHECK(findings.empty());
    REQUIRE(sco);
    CHECK(sco->node_count() == 381);
    CHECK(sco->relation_count() == 937);
    CHECK(sco->source_count() == 89);
    CHECK(sco->note("license") == "CC0-1.0");
    CHECK(sco->schema().added_kinds().size() == 2);
    CHECK(sco->schema().added_relation_types().size() == 2);
    CHECK((*sco)["statement-2006"].period().text() == "2006-06-15/..");
    CHECK((*sco)["sco"].name("zh-Hans") == "上海合作组织");
}

TEST_CASE("json: numbers, bounds, units, languages and inferences arrive", "[io]") {
    const history sco = read_json(sco_file);
    const auto count = sco["sco"].attribute(attribute_type::member_count);
    REQUIRE(count);
    CHECK(count->number_value() == 8);
    CHECK(count->period().text() == "2017-12-06");
    CHECK(count->statements().size() == 1);
    const auto statements = sco["sco"].statements();
    const auto derived =
        std::find_if(statements.begin(), statements.end(), [](const statement& s) { return s.inferred(); });
    REQUIRE(derived != statements.end());
    CHECK_FALSE(derived->rule().empty());
    CHECK(derived->premises().size() == 1);
    CHECK(sco["sco"].period().bounds().b1 == day::from_civil(2001, 6, 15)->count());
}

TEST_CASE("json: reads a text", "[io]") {
    const history h = read_json_text(small);
    CHECK(h["china"].name("zh") == "中国");
    CHECK(h["sco"].period().text() == "2001-06-15/..");
    CHECK(h.relation_count() == 1);
    CHECK(h.statement_count() == 2);
}

TEST_CASE("json: reading can be watched and stopped", "[io][progress]") {
    const auto read = [](const progress& tell) { (void)read_json(sco_file, tell); };
    CHECK(test::stages_of(read) ==
          std::vector<std::string>{"reading the file", "parsing", "reading records", "building the history"});
    test::check_stops(read);
}

TEST_CASE("json: a truncated text never yields a history", "[io]") {
    for (std::size_t length = 0; length < small.size(); ++length) {
        std::vector<finding> findings;
        const bool read = try_read_json_text(small.substr(0, length), "f", findings).has_value();
        if (read || findings.empty()) FAIL("read " << length << " of " << small.size() << " bytes");
    }
}

TEST_CASE("json: all mistakes are reported in one go, in the order of their places", "[io]") {
    std::vector<finding> findings;
    CHECK_FALSE(try_read_json_text(R"({"format": "comity-history", "version": 1,
        "relations": [{"type": "member-of", "from": "a", "to": "b"}, {"type": "membr-of", "from": "a", "to": "a",
          "attributes": {"x-y": 1}}],
        "sources": [{"id": "s", "date": "?"}],
        "nodes": [{"id": "a", "kind": "state", "on": "20x"},
          {"id": "a", "kind": "state", "nmaes": {}}], "kind": []})",
                                   "f", findings)
                    .has_value());
    std::string told;
    for (const finding& f : findings) told += f.place.substr(0, 4) + f.code + ' ';
    CHECK(told ==
          "f:2:unknown-node f:2:unknown-relation-type f:3:unknown-attribute f:4:bad-date f:5:bad-date "
          "f:6:duplicate-id f:6:unknown-member f:6:unknown-member ");
}

TEST_CASE("json: throws all findings at once, and says which file can't be read", "[io]") {
    CHECK_THROWS_AS(read_json_text("{}"), findings_error);
    try {
        (void)read_json("no-such-folder/history.json");
        FAIL("read what is not there");
    } catch (const error& e) {
        CHECK(e.code() == errc::io_error);
        CHECK(std::string(e.what()) == "can't open 'no-such-folder/history.json': No such file or directory");
    }
}

TEST_CASE("json: every error tells its kind by its code", "[io]") {
    const std::string head = R"({"format": "comity-history", "version": )";
    CHECK(test::code_of([&] { (void)read_json_text("{"); }) == static_cast<int>(errc::parse_error));
    CHECK(test::code_of([&] { (void)read_json_text(head + "2}"); }) == static_cast<int>(errc::unsupported));
}
