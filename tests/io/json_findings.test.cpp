// What the reader says of each kind of mistake: where it stands, what is there and what was expected. The
// example's own lines begin on line 2.

#include "catch.hpp"

#include <comity/io/json.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace comity;

namespace {

/// All findings about a text that must not be read, one a line.
std::string told(std::string_view text) {
    std::vector<finding> findings;
    CHECK_FALSE(try_read_json_text(text, "f", findings).has_value());
    std::string all;
    for (const finding& f : findings) all += (all.empty() ? "" : "\n") + to_string(f);
    return all;
}

/// The same about a file with these members.
std::string told_of(const std::string& members) {
    return told("{\"format\": \"comity-history\", \"version\": 1,\n" + members + "}");
}

/// The same about a file with these nodes and relations, on a line each.
std::string told_of(const std::string& nodes, const std::string& relations) {
    return told_of("\"nodes\": [" + nodes + "],\n\"relations\": [" + relations + "]");
}

const std::string two_states = R"({"id": "a", "kind": "state"}, {"id": "b", "kind": "state"})";

} // namespace

TEST_CASE("json: text that is no JSON is told by line and column", "[io]") {
    CHECK(told("") == "f:1:1: error: the text is empty [not-json]");
    CHECK(told("{\"format\":\n \"comity-hist") ==
          "f:2:14: error: the text ends before its JSON does [not-json]");
    CHECK(told("{\"format\": \"comity-history\"\n \"version\": 1}") ==
          "f:2:2: error: Missing a comma or '}' after an object member [not-json]");
    CHECK(told_of("\"nodes\": [],") == "f:2:13: error: a comma before '}', where nothing follows [not-json]");
    CHECK(told_of("\"nodes\": [1,]") ==
          "f:2:13: error: a comma before ']', where nothing follows [not-json]");
    CHECK(told_of("\"title\": \"\xff\"") == "f:2:11: error: Invalid encoding in string [not-json]");
    CHECK(told_of("\"title\": \"\xE4\xB8\xAD\" x") ==
          "f:2:14: error: Missing a comma or '}' after an object member [not-json]");
    CHECK(told_of("\"title\": \"x\n\"") == "f:2:12: error: a line break or other control character in a "
                                           "string; is its closing quote missing? [not-json]");
    CHECK(told("{}\n{}") ==
          "f:2:1: error: The document root must not be followed by other values [not-json]");
    CHECK(told(std::string_view("{}\n\0", 4)) ==
          "f:2:1: error: a NUL byte, where the text should end [not-json]");
    CHECK(told_of("\"title\": 1e999") == "f:2:10: error: Number too big to be stored in double [not-json]");
}

TEST_CASE("json: too deep nesting is refused, not overrun", "[io]") {
    CHECK(told("\n" + std::string(65, '[')) == "f:2:65: error: nested deeper than 64 levels [not-json]");
    CHECK(told(std::string(1'000'000, '[')) == "f:1:65: error: nested deeper than 64 levels [not-json]");
}

TEST_CASE("json: a member that stands twice is told where it stands again", "[io]") {
    CHECK(told_of("\"nodes\": [], \"title\": \"x\",\n\"nodes\": []") ==
          "f:3:1: error: 'nodes' stands twice in one object [not-json]");
}

TEST_CASE("json: a text of another format or version is refused", "[io]") {
    CHECK(told("[]") == "f:1:1: error: a history file should be an object, not a list [wrong-json-type]");
    CHECK(told("{}") == "f:1:1: error: a history file says \"format\": \"comity-history\" [wrong-format]\n"
                        "f:1:1: error: this library reads \"version\": 1 of the format [wrong-version]");
    CHECK(told("{\"format\": \"comity-history\",\n\"version\": 2}") ==
          "f:2:12: error: this library reads \"version\": 1 of the format [wrong-version]");
    CHECK(told("{\"format\": 1,\n\"version\": \"1\"}") ==
          "f:1:12: error: a history file says \"format\": \"comity-history\" [wrong-format]\n"
          "f:2:12: error: this library reads \"version\": 1 of the format [wrong-version]");
}

TEST_CASE("json: an unknown member is told with the one that was meant", "[io]") {
    CHECK(told_of("\"noeds\": []") ==
          "f:2:1: error: unknown member 'noeds' of a history file, did you mean 'nodes'? [unknown-member]");
    CHECK(told_of(R"({"id": "a", "kind": "state", "priod": "2001/.."})", "") ==
          "f:2:40: error: unknown member 'priod' of a node, did you mean 'period'? [unknown-member]");
    CHECK(told_of(R"({"id": "a", "kind": "state", "colour": "red"})", "") ==
          "f:2:40: error: unknown member 'colour' of a node [unknown-member]");
}

TEST_CASE("json: a value of the wrong JSON type is told with the right one", "[io]") {
    CHECK(told_of("\"nodes\": {}") ==
          "f:2:10: error: 'nodes' should be a list, not an object [wrong-json-type]");
    CHECK(told_of("7", "") == "f:2:11: error: a node should be an object, not a number [wrong-json-type]");
    CHECK(told_of(R"({"id": 7, "kind": "state"})", "") ==
          "f:2:18: error: 'id' should be a string, not a number [wrong-json-type]");
    CHECK(told_of(R"({"id": "a", "kind": null})", "") ==
          "f:2:31: error: 'kind' should be a string, not null [wrong-json-type]");
    CHECK(told_of(R"({"id": "a", "kind": "state", "on": 2006})", "") ==
          "f:2:46: error: 'on' should be a string, not a number [wrong-json-type]");
    CHECK(told_of(R"({"id": "a", "kind": "state", "names": {"en": [true]}})", "") ==
          "f:2:57: error: 'names' should be a string, not true or false [wrong-json-type]");
    CHECK(told_of(R"({"id": "a", "kind": "state", "attributes": {"ordinal": null}})", "") ==
          "f:2:66: error: an attribute's value is a string, a number, true or false, not null "
          "[wrong-json-type]");
    CHECK(told_of(two_states, R"({"type": 1, "from": [], "to": "b"})") ==
          "f:3:24: error: 'type' should be a string, not a number [wrong-json-type]\n"
          "f:3:35: error: 'from' should be a string, not a list [wrong-json-type]");
    CHECK(told_of(R"({"id": "a", "kind": "state", "stated": {"source": 1}})", "") ==
          "f:2:61: error: 'source' should be a string, not a number [wrong-json-type]");
}

TEST_CASE("json: a missing id, type, end, source or rule is told", "[io]") {
    CHECK(told_of(R"({"kind": "state"})", "") == "f:2:11: error: a node needs an 'id' [missing-id]");
    CHECK(told_of(R"({"id": "", "kind": "state"})", "") ==
          "f:2:18: error: the 'id' of a node is empty [missing-id]");
    CHECK(told_of(R"({"id": "a"})", "") == "f:2:11: error: node 'a' needs a 'kind' [unknown-kind]");
    CHECK(told_of("\"sources\": [{}]") == "f:2:13: error: a source needs an 'id' [missing-id]");
    CHECK(told_of(two_states, R"({"from": "a", "to": "b"})") ==
          "f:3:15: error: a relation needs a 'type' [unknown-relation-type]");
    CHECK(told_of(two_states, R"({"type": "about", "from": "a"})") ==
          "f:3:15: error: a relation needs 'to' [missing-end]");
    CHECK(told_of(R"({"id": "a", "kind": "state", "stated": [{"at": "p1"}]})", "") ==
          "f:2:51: error: a statement needs a 'source' [missing-source]");
    CHECK(
        told_of("\"sources\": [{\"id\": \"s\"}],\n\"nodes\": [" +
                std::string(R"({"id": "a", "kind": "state", "stated": {"source": "s", "inferred": {}}}])")) ==
        "f:3:78: error: an inference needs a 'rule': why it follows [missing-rule]");
    CHECK(told_of(R"({"id": "a", "kind": "state", "attributes": {"ordinal": {"unit": "x"}}})", "") ==
          "f:2:66: error: an attribute value needs a 'value' [missing-value]");
}

TEST_CASE("json: unknown kinds and types are told with what was meant", "[io]") {
    CHECK(told_of(R"({"id": "a", "kind": "sumit"})", "") ==
          "f:2:31: error: unknown kind 'sumit' of node 'a', did you mean 'summit'? [unknown-kind]");
    CHECK(told_of(two_states, R"({"type": "alied-with", "from": "a", "to": "b"})") ==
          "f:3:24: error: unknown relation type 'alied-with', did you mean 'allied-with'? "
          "[unknown-relation-type]");
    CHECK(told_of(R"({"id": "a", "kind": "state", "attributes": {"ordinall": 1}})", "") ==
          "f:2:55: error: unknown attribute 'ordinall', did you mean 'ordinal'? [unknown-attribute]");
    CHECK(told_of(R"("kinds": [{"id": "x", "parent": "stat"}])") ==
          "f:2:33: error: unknown kind 'stat', did you mean 'state'? [unknown-kind]");
    CHECK(told_of(R"("kinds": [{"id": "X y", "parent": "state"}, {"id": "state", "parent": "actor"}])") ==
          "f:2:11: error: 'X y' can't name a kind: expected lower-case words joined by hyphens, perhaps "
          "after a prefix and a colon, such as 'cyber-exercise' or 'un:roll-call' [bad-kind]\n"
          "f:2:45: error: kind 'state': the name is built in; use it as it is, or give yours a prefix such "
          "as 'x:state' [bad-kind]");
    CHECK(told_of(R"("relation-types": [{"id": "x", "domain": ["stat"]}])") ==
          "f:2:20: error: relation type 'x', domain: unknown kind 'stat', did you mean 'state'? "
          "[bad-relation-type]");
    CHECK(told_of(R"("relation-types": [{"id": "x", "nature": "deed", "flags": ["loopy"]}])") ==
          "f:2:42: error: unknown nature 'deed'; expected act, state or timeless [bad-nature]\n"
          "f:2:59: error: unknown flag 'loopy'; expected symmetric, transitive, acyclic or functional "
          "[bad-flag]");
    CHECK(told_of(R"("attribute-types": [{"id": "x", "value": "int"}])") ==
          "f:2:42: error: unknown value type 'int'; expected text, number, date or flag [bad-value-type]");
}

TEST_CASE("json: an unknown kind does not make its relations wrong as well", "[io]") {
    CHECK(
        told_of(R"({"id": "a", "kind": "sumit"}, {"id": "b", "kind": "place"})",
                R"({"type": "member-of", "from": "a", "to": "b", "stated": {"source": "s"}})") ==
        "f:2:31: error: unknown kind 'sumit' of node 'a', did you mean 'summit'? [unknown-kind]\n"
        "f:3:82: error: unknown source 's'; a statement must name a source of this history [unknown-source]");
}

TEST_CASE("json: unknown nodes and sources are told with what was meant", "[io]") {
    CHECK(told_of(R"({"id": "china", "kind": "state"}, {"id": "sco", "kind": "organisation"})",
                  R"({"type": "member-of", "from": "chnia", "to": "sco"})") ==
          "f:3:45: error: unknown node 'chnia', did you mean 'china'?; a relation's ends must be nodes of "
          "this history [unknown-node]");
    CHECK(told_of("\"sources\": [{\"id\": \"ciis-2021\"}],\n\"nodes\": [" +
                  std::string(R"({"id": "a", "kind": "state", "stated": {"source": "ciis-2012"}}])")) ==
          "f:3:61: error: unknown source 'ciis-2012', did you mean 'ciis-2021'?; a statement must name a "
          "source of this history [unknown-source]");
    CHECK(
        told_of(
            R"("sources": [{"id": "s", "derived-from": "t", "coverage": [{"kind": "x", "scope": "y"}]}])") ==
        "f:2:13: error: the coverage of 's' names 'x', which is neither a relation type nor a kind "
        "[unknown-type]\n"
        "f:2:13: error: the coverage of 's' is of 'y', which is no node of this history [unknown-node]\n"
        "f:2:13: error: 's' is derived from 't', which is no source of this history [unknown-source]");
}

TEST_CASE("json: an id that is used twice is told with its first place", "[io]") {
    CHECK(told_of("{\"id\": \"a\", \"kind\": \"state\"},\n {\"id\": \"a\", \"kind\": \"state\"}", "") ==
          "f:3:2: error: node 'a' is declared twice; first at f:2:11 [duplicate-id]");
    CHECK(told_of(two_states, "{\"id\": \"r\", \"type\": \"about\", \"from\": \"a\", \"to\": \"b\"},\n "
                              "{\"id\": \"r\", \"type\": \"about\", \"from\": \"b\", \"to\": \"a\"}") ==
          "f:4:2: error: relation id 'r' is used twice; ids must be unique [duplicate-id]");
    CHECK(told_of("\"sources\": [{\"id\": \"s\"},\n {\"id\": \"s\"}]") ==
          "f:3:2: error: source 's' is declared twice; first at f:2:13 [duplicate-id]");
}

TEST_CASE("json: a bad date is told with what is wrong in it", "[io]") {
    CHECK(told_of(R"({"id": "a", "kind": "state", "on": "2006-13"})", "") ==
          "f:2:46: error: begin of 'a': not an EDTF date: '2006-13' at byte 5: expected a month 01 to 12 or "
          "a season 21 to 41 [bad-date]");
    CHECK(told_of(R"({"id": "a", "kind": "state", "period": "2001/soon"})", "") ==
          "f:2:50: error: end of 'a': not an EDTF date: 'soon' at byte 0: expected a digit of the year, or X "
          "[bad-date]");
    CHECK(told_of(R"({"id": "a", "kind": "state", "attributes": {"ordinal": {"value": 1, "on": "x"}}})",
                  "") == "f:2:54: error: begin of an attribute of 'a': not an EDTF date: 'x' at byte 0: "
                         "expected a year of four digits [bad-date]");
    CHECK(told_of(R"("sources": [{"id": "s", "date": "2021-02-30", "coverage": [{"until": "never"}]}])") ==
          "f:2:33: error: date of 's': not an EDTF date: '2021-02-30' at byte 8: expected a day that is in "
          "the calendar [bad-date]\n"
          "f:2:33: error: coverage of 's': not an EDTF date: 'never' at byte 0: expected a digit of the "
          "year, or X [bad-date]");
}

TEST_CASE("json: of 'on', 'period' and 'begin' with 'end', one is enough", "[io]") {
    CHECK(told_of(R"({"id": "a", "kind": "state", "on": "2006", "period": "2006/.."})", "") ==
          "f:2:46: error: give either 'on', or 'period', or 'begin' and 'end' [two-periods]");
    CHECK(told_of(R"({"id": "a", "kind": "state", "begin": "2006", "period": "2006/.."})", "") ==
          "f:2:67: error: give either 'on', or 'period', or 'begin' and 'end' [two-periods]");
}

TEST_CASE("json: what the schema does not admit is told", "[io]") {
    CHECK(told_of(two_states, R"({"type": "member-of", "from": "a", "to": "b"})") ==
          "f:3:15: error: 'member-of' runs from actor to organisation or organ or working-group or bloc, not "
          "from 'a', a state, to 'b', a state [wrong-end]");
    CHECK(told_of(R"({"id": "a", "kind": "place"}, {"id": "b", "kind": "organisation"})",
                  R"({"type": "member-of", "from": "a", "to": "b"})") ==
          "f:3:15: error: 'member-of' runs from actor to organisation or organ or working-group or bloc, not "
          "from 'a', a place, to 'b', a organisation [wrong-end]");
    CHECK(told_of(R"({"id": "a", "kind": "state", "attributes": {"ordinal": "six"}})", "") ==
          "f:2:54: error: attribute 'ordinal' of 'a' takes a number, not a text [wrong-value]");
    CHECK(told_of(two_states, "{\"type\": \"part-of\", \"from\": \"a\", \"to\": \"b\"},\n "
                              "{\"type\": \"part-of\", \"from\": \"b\", \"to\": \"a\"}") ==
          "f:4:2: error: 'b part-of a' closes a circle; 'part-of' must never lead back to where it started "
          "[cycle]");
}

TEST_CASE("json: an unknown modality or bound is told with the known ones", "[io]") {
    CHECK(told_of("\"sources\": [{\"id\": \"s\"}],\n\"nodes\": [" +
                  std::string(
                      R"({"id": "a", "kind": "state", "stated": {"source": "s", "modality": "said"}}])")) ==
          "f:3:78: error: unknown modality 'said'; expected reported, planned, proposed or alleged "
          "[unknown-modality]");
    CHECK(
        told_of(R"({"id": "a", "kind": "state", "attributes": {"ordinal": {"value": 1, "bound": "circa"}}})",
                "") == "f:2:88: error: unknown bound 'circa'; expected exact, at-least, at-most, more-than, "
                       "less-than or about [bad-bound]");
}

TEST_CASE("json: a statement of a value gives no values of its own", "[io]") {
    CHECK(told_of("\"sources\": [{\"id\": \"s\"}],\n\"nodes\": [" +
                  std::string(R"({"id": "a", "kind": "state", "attributes": {"ordinal":
 {"value": 1, "stated": {"source": "s", "on": "2006"}}}}])")) ==
          "f:4:41: error: unknown member 'on' of a statement of a value [unknown-member]");
}
