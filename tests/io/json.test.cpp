#include <comity/io/json.hpp>

#include "catch.hpp"

#include <string>
#include <vector>

using namespace comity;

namespace {

const std::string small = R"({"format": "comity-history", "version": 1, "title": {"en": "Small"},
 "sources": [{"id": "s", "title": "A source", "date": "2021"}],
 "nodes": [{"id": "china", "kind": "state", "names": {"en": ["China", "PRC"], "zh-Hans": "中国"}},
  {"id": "sco", "kind": "intergovernmental-organisation", "period": "2001-06-15/..",
   "attributes": {"ordinal": {"value": 6, "bound": "at-least"}}, "stated": {"source": "s", "at": "p1"}}],
 "relations": [{"type": "member-of", "from": "china", "to": "sco", "begin": "2001-06-15", "end": "..",
   "stated": [{"source": "s", "quote": "a \"member\" since"}]}]})";

} // namespace

TEST_CASE("json: reads the history of the SCO", "[io]") {
    const history sco = read_json(std::string(COMITY_DATA_DIR) + "/sco-information-security.json");
    CHECK(sco["statement-2006"].period().text() == "2006-06-15/..");
    CHECK(sco.find("code-2011").has_value());
}

TEST_CASE("json: reads a text", "[io]") {
    const history h = read_json_text(small);
    CHECK(h["china"].name("zh") == "中国");
    CHECK(h["sco"].period().text() == "2001-06-15/..");
    CHECK(h.relation_count() == 1);
    CHECK(h.statement_count() == 2);
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
        CHECK(std::string(e.what()) == "can't open 'no-such-folder/history.json' for reading");
    }
}
