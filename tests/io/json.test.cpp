#include "catch.hpp"

#include <comity/io/json.hpp>

#include <string>

using namespace comity;

namespace {

std::vector<finding> findings_of(const std::string& text) {
    std::vector<finding> findings;
    CHECK_FALSE(try_read_json_text(text, "f.json", findings).has_value());
    return findings;
}

const std::string head = R"({"format": "comity-history", "version": 1)";

} // namespace

TEST_CASE("json: reads the history of the SCO", "[io]") {
    const history sco = read_json(std::string(COMITY_DATA_DIR) + "/sco-information-security.json");
    CHECK(sco["statement-2006"].period().text() == "2006-06-15/..");
    CHECK(sco.find("code-2011").has_value());
}

TEST_CASE("json: an unknown kind names line, column and what was meant", "[io]") {
    const auto f = findings_of(head + ",\n \"nodes\": [{\"id\": \"a\", \"kind\": \"sumit\"}]}");
    REQUIRE(f.size() == 1);
    CHECK(to_string(f[0]) ==
          "f.json:2:32: error: unknown kind 'sumit' of node 'a', did you mean 'summit'? [unknown-kind]");
}

TEST_CASE("json: a missing comma names the place", "[io]") {
    const auto f = findings_of(head + "\n \"nodes\": []}");
    REQUIRE(f.size() == 1);
    CHECK(f[0].place == "f.json:2:2");
}

TEST_CASE("json: all mistakes are reported in one go", "[io]") {
    const auto f = findings_of(head + R"(, "nodes": [{"id": "a", "kind": "state", "on": "20x"},
        {"id": "a", "kind": "state", "nmaes": {}}],
        "relations": [{"type": "member-of", "from": "a", "to": "b"}]})");
    std::string codes;
    for (const finding& x : f) codes += x.code + ' ';
    CHECK(codes == "bad-date duplicate-id unknown-member unknown-node ");
}
