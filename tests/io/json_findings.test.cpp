// What the reader says of each mistake: the exact words, with line and column.

#include "catch.hpp"

#include <comity/io/json.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace comity;

namespace {

std::vector<finding> findings_in(std::string_view text) {
    std::vector<finding> findings;
    (void)try_read_json_text(text, "f.json", findings);
    return findings;
}

/// All findings, one a line.
std::string told(std::string_view text) {
    std::string all;
    for (const finding& f : findings_in(text)) all += (all.empty() ? "" : "\n") + to_string(f);
    return all;
}

/// A history file whose second line is this.
std::string file(std::string_view second_line) {
    return R"({"format": "comity-history", "version": 1,)"
           "\n" +
           std::string(second_line) + "}";
}
std::string with(std::string_view second_line) {
    return told(file(second_line));
}
/// A file with one node, whose members after id and kind are these; they begin in column 1 of line 3.
std::string in_node(std::string_view members) {
    return with(R"("sources": [{"id": "s"}], "nodes": [{"id": "a", "kind": "state",)"
                "\n" +
                std::string(members) + "}]");
}
/// Two states, one organisation and a relation of these members; the relation begins in column 1 of line 3.
std::string in_relation(std::string_view members) {
    return with(
        R"("nodes": [{"id": "a", "kind": "state"}, {"id": "o", "kind": "organisation"}], "relations": [)"
        "\n{" +
        std::string(members) + "}]");
}

} // namespace

TEST_CASE("json: text that is not JSON is told with what was expected and what was found", "[io]") {
    CHECK(told("") == "f.json:1:1: error: expected a value, but the text ends here [not-json]");
    CHECK(told("{\"a\": 1\n \"b\": 2}") ==
          "f.json:2:2: error: expected ',' or '}' after a member, found '\"' [not-json]");
    CHECK(told("{\"a\": [1,\n  2,\n]}") ==
          "f.json:3:1: error: expected a value, found ']' after a comma that should not be there [not-json]");
    CHECK(told("{\"a\": 1,\n}") ==
          "f.json:2:1: error: expected the name of a member in quotation marks, found '}' after a comma that "
          "should not be there [not-json]");
    CHECK(told("{\"a\" 1}") ==
          "f.json:1:6: error: expected ':' after the name of a member, found '1' [not-json]");
    CHECK(told("{\"a\": [1 2]}") ==
          "f.json:1:10: error: expected ',' or ']' after an item of a list, found '2' [not-json]");
    CHECK(told("{} x") == "f.json:1:4: error: expected nothing more after the end of the outermost value, "
                          "found 'x' [not-json]");
    CHECK(told("{\"a\": nul}") == "f.json:1:10: error: expected a value, found '}' [not-json]");
    CHECK(told("{a: 1}") ==
          "f.json:1:2: error: expected the name of a member in quotation marks, found 'a' [not-json]");
}

TEST_CASE("json: a file cut short is told with what it leaves open", "[io]") {
    CHECK(
        told("{\"nodes\": [\n  {\"id\": \"a\",") ==
        "f.json:2:14: error: expected the name of a member in quotation marks, but the text ends here; what "
        "begins at f.json:2:3 is not closed [not-json]");
    CHECK(told("{\"nodes\": [\n  {\"id\": \"a\"}") == "f.json:2:14: error: expected ',' or ']' after an item "
                                                      "of a list, but the text ends here; what begins "
                                                      "at f.json:1:11 is not closed [not-json]");
}

TEST_CASE("json: strings and numbers that are none are told", "[io]") {
    CHECK(
        told("{\"a\": \"b\nc\"}") ==
        "f.json:1:9: error: expected UTF-8 without control characters in a string, found the end of the line "
        "[not-json]");
    CHECK(told("{\"a\": \"b") ==
          "f.json:1:9: error: expected the closing quotation mark of a string, but the text ends here; what "
          "begins at f.json:1:1 is not closed [not-json]");
    CHECK(told("{\"a\": \"\xff\"}").starts_with("f.json:1:"));
    CHECK(told(R"({"a": "\q"})") ==
          R"(f.json:1:8: error: expected one of " \ / b f n r t u after a backslash, found '\' [not-json])");
    CHECK(
        told(R"({"a": "\ud800"})").starts_with("f.json:1:8: error: expected the second half of a surrogate"));
    for (const char* size : {"1e999", "-1e999", "1e-999", "-0.1e-400"})
        CHECK(
            told(std::string(R"({"a": )") + size + '}')
                .starts_with("f.json:1:7: error: expected 0 or a number between about 4.9e-324 and 1.8e308"));
    const std::string four_hundred_digits = std::string("9") + std::string(399, '0');
    CHECK(told("{\"a\": " + four_hundred_digits + '}')
              .starts_with("f.json:1:7: error: expected 0 or a number"));
    CHECK(told(R"({"a": "\udfff"})")
              .starts_with(R"(f.json:1:7: error: expected \uD800 to \uDBFF, the first half)"));
    CHECK(told(R"({"\uDC00a": 1})")
              .starts_with(R"(f.json:1:2: error: expected \uD800 to \uDBFF, the first half)"));
    CHECK(told(R"({"a": 1.})").starts_with("f.json:1:9: error: expected a digit after the decimal point"));
    CHECK(told(R"({"a": 1e})").starts_with("f.json:1:9: error: expected a digit in the exponent"));
    CHECK(told(std::string("{}\0", 3)) ==
          "f.json:1:3: error: a NUL byte, where the text should end [not-json]");
}

TEST_CASE("json: a member given twice in one object is told", "[io]") {
    CHECK(with(R"("nodes": [], "nodes": [])") ==
          "f.json:2:14: error: 'nodes' stands twice in one object [not-json]");
    std::string many = "{\"m\": 0";
    for (int i = 0; i < 40; ++i) many += ",\n\"n" + std::to_string(i) + "\": 0";
    CHECK(told(many + ",\n\"n30\": 1}") == "f.json:42:1: error: 'n30' stands twice in one object [not-json]");
}

TEST_CASE("json: nesting without end is told, not followed", "[io]") {
    CHECK(told(std::string(100000, '[')) == "f.json:1:65: error: nested deeper than 64 levels [not-json]");
}

TEST_CASE("json: columns count characters, and a byte order mark is no mistake", "[io]") {
    CHECK(with(R"("title": {"zh": "上海"}, "nodes": 1)") ==
          "f.json:2:33: error: 'nodes' should be a list, not a number [wrong-json-type]");
    CHECK(told("\xEF\xBB\xBF" + file("\"nodes\": []")).empty());
}

TEST_CASE("json: a file of another format or a later version is told", "[io]") {
    CHECK(told("[]") ==
          "f.json:1:1: error: a history file should be an object, not a list [wrong-json-type]");
    CHECK(told("{}") ==
          "f.json:1:1: error: a history file says \"format\": \"comity-history\" [wrong-format]");
    CHECK(told(R"({"format": "comity-history"})") ==
          "f.json:1:1: error: a history file says which version of the format it is of: \"version\": 1 "
          "[wrong-version]");
    CHECK(told(R"({"format": "comity-history", "version": "1"})").starts_with("f.json:1:41: error: "));
    CHECK(told(R"({"format": "comity-history", "version": 7, "new": 1})") ==
          "f.json:1:41: error: this file is of version 7 of the format; this library reads version 1 "
          "[newer-version]");
    CHECK(told(R"({"format": "comity-history", "version": 1e80})")
              .starts_with("f.json:1:41: error: this file is of version 1e+80 of the format"));
    CHECK(with(R"("ontology": 99)") == "f.json:2:13: error: this file was written with revision 99 of the "
                                       "ontology; this library knows those "
                                       "up to 1 [newer-version]");
}

TEST_CASE("json: a misspelt member is told with what was meant", "[io]") {
    CHECK(
        with(R"("node": [])") ==
        "f.json:2:1: error: unknown member 'node' of a history file, did you mean 'nodes'? [unknown-member]");
    CHECK(in_node(R"("nmaes": {})") ==
          "f.json:3:1: error: node 'a': unknown member 'nmaes' of a node, did you mean 'names'? "
          "[unknown-member]");
    CHECK(in_node(R"("stated": {"source": "s", "locator": "p1"})")
              .ends_with("node 'a': unknown member 'locator' of a statement [unknown-member]"));
}

TEST_CASE("json: a kind that is missing or unknown is told once, not for every relation", "[io]") {
    const std::string rest =
        R"({"id": "b", "kind": "treaty"}], "relations": [{"type": "signed", "from": "a", "to": "b"}])";
    CHECK(with(R"("nodes": [{"id": "a", "kind": "sumit"}, )" + rest) ==
          "f.json:2:31: error: node 'a': unknown kind 'sumit', did you mean 'summit'? [unknown-kind]");
    CHECK(with(R"("nodes": [{"id": "a"}, )" + rest) ==
          "f.json:2:11: error: node 'a': a node needs a 'kind' [unknown-kind]");
    CHECK(with(R"("nodes": [{"id": "a", "kind": 1}, )" + rest) ==
          "f.json:2:31: error: node 'a': 'kind' should be a string, not a number [wrong-json-type]");
}

TEST_CASE("json: ids that are missing, empty, unreadable or given twice are told", "[io]") {
    CHECK(with(R"("nodes": [{"kind": "state"}])") == "f.json:2:11: error: a node needs an 'id' [missing-id]");
    CHECK(with(R"("nodes": [{"id": "", "kind": "state"}])") ==
          "f.json:2:18: error: the 'id' of a node is empty [missing-id]");
    CHECK(with(R"("nodes": [{"id": "a\n", "kind": "state"}])")
              .ends_with("the 'id' of a node holds a control character [missing-id]"));
    CHECK(with(R"("nodes": [{"id": "a", "kind": "state"}, {"id": "a", "kind": "state"}])") ==
          "f.json:2:41: error: node 'a' is declared twice; first at f.json:2:11 [duplicate-id]");
    CHECK(with(R"("sources": [{"id": "s"}, {"id": "s"}])") ==
          "f.json:2:26: error: source 's' is declared twice; first at f.json:2:13 [duplicate-id]");
}

TEST_CASE("json: relations between what is not there are told", "[io]") {
    CHECK(in_relation(R"("type": "member-of", "from": "a", "to": "oo")") ==
          "f.json:3:42: error: unknown node 'oo', did you mean 'o'?; a relation's ends must be nodes of this "
          "history [unknown-node]");
    CHECK(
        in_relation(R"("type": "member-of", "from": "a")") ==
        "f.json:3:1: error: relation 'a member-of ': a relation needs 'to', the id of a node [missing-end]");
    CHECK(in_relation(R"("type": "member-of", "from": 1, "to": "o")") ==
          "f.json:3:31: error: relation ' member-of o': 'from' should be a string, not a number "
          "[wrong-json-type]");
    CHECK(in_relation(R"("type": "memberof", "from": "a", "to": "o")")
              .starts_with(
                  "f.json:3:10: error: relation 'a memberof o': unknown relation type 'memberof', did you "
                  "mean 'member-of'?"));
    CHECK(in_relation(R"("from": "a", "to": "o")") ==
          "f.json:3:1: error: relation 'a  o': a relation needs a 'type' [unknown-relation-type]");
}

TEST_CASE("json: an inverse where the type itself is wanted is told as such", "[io]") {
    CHECK(in_relation(R"("type": "has-member", "from": "o", "to": "a")").find("member-of") !=
          std::string::npos);
}

TEST_CASE("json: ends of the wrong kind are told", "[io]") {
    CHECK(in_relation(R"("type": "member-of", "from": "o", "to": "a")") ==
          "f.json:3:1: error: 'member-of' runs from actor to organisation or organ or working-group or bloc, "
          "not "
          "from 'o', a organisation, to 'a', a state [wrong-end]");
}

TEST_CASE("json: a date that is none is told at the very character", "[io]") {
    CHECK(in_node(R"("on": "2011-13")")
              .starts_with("f.json:3:13: error: node 'a': 'on': not an EDTF date: '2011-13' at byte 5: "));
    CHECK(in_node(R"("period": "2001/20xx")")
              .starts_with("f.json:3:19: error: node 'a': 'period': not an EDTF date: '20xx' at byte 2: "));
    CHECK(
        in_node(R"("begin": "2001", "end": "2002/2003")")
            .ends_with("'end': '2002/2003' is an interval; a begin or an end takes one date, '..' or nothing "
                       "[bad-date]"));
    CHECK(in_node(R"("begin": 2001)")
              .ends_with("node 'a': 'begin' should be a string, not a number [wrong-json-type]"));
    CHECK(in_node(R"("on": "2001", "period": "2001/2002")") ==
          "f.json:3:7: error: node 'a': give either 'on', or 'period', or 'begin' and 'end' [two-periods]");
    CHECK(
        with(R"("sources": [{"id": "s", "date": "yesterday"}])")
            .starts_with("f.json:2:34: error: source 's': 'date': not an EDTF date: 'yesterday' at byte 0"));
}

TEST_CASE("json: statements of nobody, in no known way, for no reason, are told", "[io]") {
    CHECK(in_node(R"("stated": {"source": "t"})") ==
          "f.json:3:22: error: unknown source 't', did you mean 's'?; a statement must name a source of this "
          "history [unknown-source]");
    CHECK(in_node(R"("stated": {"at": "p1"})") ==
          "f.json:3:11: error: node 'a': a statement needs a 'source', the id of one [missing-source]");
    CHECK(
        in_node(R"("stated": {"source": "s", "modality": "rumoured"})") ==
        "f.json:3:39: error: node 'a': unknown modality 'rumoured'; expected reported, planned, proposed or "
        "alleged [unknown-modality]");
    CHECK(in_node(R"("stated": {"source": "s", "inferred": {"from": ["x"]}})") ==
          "f.json:3:39: error: node 'a': an inference needs a 'rule': why it follows [missing-rule]");
    CHECK(in_node(R"("stated": "s")") ==
          "f.json:3:11: error: node 'a': 'stated' should be an object, not a string [wrong-json-type]");
    CHECK(in_node(R"("stated": {"source": "s", "denies": "no"})")
              .ends_with("node 'a': 'denies' should be true or false, not a string [wrong-json-type]"));
}

TEST_CASE("json: attributes of no known type or without a fitting value are told", "[io]") {
    CHECK(in_node(R"("attributes": {"ordinel": 6})") ==
          "f.json:3:16: error: node 'a': unknown attribute 'ordinel', did you mean 'ordinal'? "
          "[unknown-attribute]");
    CHECK(in_node(R"("attributes": {"ordinal": null})") ==
          "f.json:3:27: error: node 'a': an attribute's value is a string, a number, true or false, not null "
          "[wrong-json-type]");
    CHECK(in_node(R"("attributes": {"ordinal": {"unit": "x"}})") ==
          "f.json:3:27: error: node 'a': an attribute value given as an object needs a 'value' "
          "[missing-value]");
    CHECK(in_node(R"("attributes": {"ordinal": "sixth"})") ==
          "f.json:3:27: error: attribute 'ordinal' of 'a' takes a number, not a text [wrong-value]");
    CHECK(in_node(R"("attributes": {"ordinal": {"value": 1, "bound": "over"}})")
              .ends_with(
                  "node 'a': unknown bound 'over'; expected exact, at-least, at-most, more-than, less-than "
                  "or about [unknown-bound]"));
    CHECK(in_node(R"("attributes": {"ordinal": 9007199254740993})") ==
          "f.json:3:27: error: node 'a': a whole number is kept exactly up to 9007199254740991; write a "
          "greater "
          "one as 1e20 [number-too-big]");
    CHECK(in_node(R"("names": {"en": [1]})") ==
          "f.json:3:18: error: node 'a': 'names' should be a string, not a number [wrong-json-type]");
}

TEST_CASE("json: a statement of a value gives no values of its own", "[io]") {
    CHECK(in_node(R"("attributes": {"ordinal": {"value": 1, "stated": {"source": "s", "on": "2006"}}})") ==
          "f.json:3:66: error: node 'a': unknown member 'on' of a statement of a value [unknown-member]");
}

TEST_CASE("json: relations that can't be added are read for their other mistakes", "[io]") {
    CHECK(in_relation(R"("type": "x", "from": "a", "to": "o", "on": "x", "stated": {"source": "s"})") ==
          "f.json:3:10: error: relation 'a x o': unknown relation type 'x' [unknown-relation-type]\n"
          "f.json:3:46: error: relation 'a x o': 'on': not an EDTF date: 'x' at byte 0: expected a year of "
          "four "
          "digits [bad-date]\n"
          "f.json:3:71: error: unknown source 's'; a statement must name a source of this history "
          "[unknown-source]");
}

TEST_CASE("json: a circle where there must be none is told", "[io]") {
    CHECK(with(R"("nodes": [{"id": "a", "kind": "state"}, {"id": "b", "kind": "state"}], "relations": [
 {"type": "part-of", "from": "a", "to": "b"},
 {"type": "part-of", "from": "b", "to": "a"}])") == "f.json:4:2: error: 'b part-of a' closes a circle; "
                                                    "'part-of' must never lead back to where it started "
                                                    "[cycle]");
}

TEST_CASE("json: additions to the ontology that can't be made are told", "[io]") {
    CHECK(with(R"("kinds": [{"id": "x", "parent": "evnt"}])") ==
          "f.json:2:33: error: kind 'x': unknown parent 'evnt', did you mean 'event'? [unknown-kind]");
    CHECK(with(R"("kinds": [{"id": "x"}])") ==
          "f.json:2:11: error: kind 'x': a kind needs a 'parent' [missing-parent]");
    CHECK(with(R"("kinds": [{"id": "state", "parent": "event"}])")
              .starts_with("f.json:2:11: error: kind 'state': "));
    CHECK(with(R"("relation-types": [{"id": "x", "nature": "eternal"}])") ==
          "f.json:2:42: error: relation type 'x': unknown nature 'eternal'; expected act, state or timeless "
          "[unknown-nature]");
    CHECK(with(R"("relation-types": [{"id": "x", "flags": ["odd"]}])") ==
          "f.json:2:41: error: relation type 'x': unknown flag 'odd'; expected symmetric, transitive, "
          "acyclic or "
          "functional [unknown-flag]");
    CHECK(with(R"("relation-types": [{"id": "x", "domain": ["stat"]}])")
              .starts_with("f.json:2:20: error: relation type 'x': "));
    CHECK(
        with(R"("attribute-types": [{"id": "x", "value": "colour"}])") ==
        "f.json:2:42: error: attribute type 'x': unknown value 'colour'; expected text, number, date or flag "
        "[unknown-value-type]");
}

TEST_CASE("json: kinds may stand before their parents", "[io]") {
    CHECK(
        with(R"("kinds": [{"id": "c", "parent": "b"}, {"id": "d", "parent": "b"}, {"id": "b", "parent": "a"},
                {"id": "a", "parent": "event"}], "nodes": [{"id": "n", "kind": "d"}])")
            .empty());
}

TEST_CASE("json: a coverage of what is not there is told", "[io]") {
    CHECK(with(R"("sources": [{"id": "s", "coverage": [{"scope": "nobody"}]}])")
              .starts_with("f.json:2:13: error: the coverage of 's' is of 'nobody'"));
    CHECK(with(R"("sources": [{"id": "s", "coverage": [{"until": "x"}]}])")
              .starts_with("f.json:2:49: error: source 's': 'until': not an EDTF date: 'x'"));
}

TEST_CASE("json: all mistakes are told in one go, in the order of their places", "[io]") {
    std::string codes;
    for (const finding& f : findings_in(file(R"("nodes": [{"id": "a", "kind": "state", "on": "20x"},
            {"id": "a", "kind": "state", "nmaes": {}}],
            "relations": [{"type": "member-of", "from": "a", "to": "b"}])")))
        codes += f.code + ' ';
    CHECK(codes == "bad-date duplicate-id unknown-member unknown-node ");
}

TEST_CASE("json: findings carry the id of what they are about", "[io]") {
    const auto f = findings_in(file(R"("nodes": [{"id": "a", "kind": "sumit"}])"));
    REQUIRE(f.size() == 1);
    CHECK(f[0].subject == "a");
    CHECK(f[0].place == "f.json:2:31");
}

TEST_CASE("json: after a thousand mistakes the rest are counted", "[io]") {
    std::string nodes = "\"nodes\": [0";
    for (int i = 0; i < 1500; ++i) nodes += ",\n0";
    const auto f = findings_in(file(nodes + "]"));
    REQUIRE(f.size() == 1001);
    CHECK(f.back().message == "501 more mistakes were found; the first 1000 are listed");
}

TEST_CASE("json: a file in one long line is read as fast as any other", "[io]") {
    std::string nodes = R"("nodes": [{"id": "n", "kind": "state"})";
    for (int i = 0; i < 20000; ++i) nodes += R"(,{"id": "n)" + std::to_string(i) + R"(", "kind": "state"})";
    CHECK(told(file(nodes + "]")).empty()); // counted from its start for each node, this took a minute
}
