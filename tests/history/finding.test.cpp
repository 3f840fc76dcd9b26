#include "catch.hpp"

#include <comity/history/finding.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace comity;

TEST_CASE("finding: is written on one line with place, level, message and code", "[history]") {
    const finding f{severity::warning, "ends-before-it-begins", "sco", "sco.json:3:7", "it ends too early"};
    CHECK(to_string(f) == "sco.json:3:7: warning: it ends too early [ends-before-it-begins]");
}

TEST_CASE("finding: leaves out a place or a code that it has not", "[history]") {
    CHECK(to_string(finding{severity::note, "", "", "", "so it is"}) == "note: so it is");
    CHECK(to_string(finding{severity::error, "cycle", "", "", "round"}) == "error: round [cycle]");
}

TEST_CASE("severity: has the names of the enumerators", "[history]") {
    CHECK(to_string(severity::note) == "note");
    CHECK(to_string(severity::warning) == "warning");
    CHECK(to_string(severity::error) == "error");
}

TEST_CASE("findings_error: lists the errors and keeps the rest", "[history]") {
    const findings_error e(errc::schema_violation, {{severity::error, "a", "", "", "first"},
                                                    {severity::warning, "b", "", "", "second"},
                                                    {severity::error, "c", "", "", "third"}});
    CHECK(e.code() == errc::schema_violation);
    CHECK(std::string(e.what()) == "error: first [a]\nerror: third [c]");
    CHECK(e.findings().size() == 3);
    CHECK(e.findings()[1].message == "second");
}

TEST_CASE("findings_error: of very many errors lists some, and says how many more there are", "[history]") {
    std::vector<finding> many(25, {severity::error, "a", "", "", "wrong"});
    many.insert(many.begin(), {severity::warning, "b", "", "", "odd"});
    const findings_error e(errc::parse_error, many);
    const std::string text = e.what();
    CHECK(std::count(text.begin(), text.end(), '\n') == 20);
    CHECK(text.ends_with("\nand 5 more errors, all among the findings"));
    CHECK(e.findings().size() == 26);
}
