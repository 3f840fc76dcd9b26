#include <comity/io/csv_register.hpp>

#include "catch.hpp"
#include "support/shared_data.hpp"

#include <comity/analysis/audit.hpp>
#include <comity/analysis/disagreements.hpp>
#include <comity/error.hpp>
#include <comity/view/view.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

using namespace comity;
using Catch::Matchers::Contains;

namespace {

/// A file for the length of a test.
class file_of {
public:
    file_of(const std::string& name, const std::string& text)
        : path_((std::filesystem::temp_directory_path() / ("comity-" + name)).string()) {
        std::ofstream(path_, std::ios::binary) << text;
    }
    ~file_of() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    file_of(const file_of&) = delete;
    file_of& operator=(const file_of&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

csv_register parties(const std::string& path, const std::string& source) {
    csv_register r;
    r.path = path;
    r.source = source;
    r.nodes = {{"state", "state", "state:", "", attribute_type::name},
               {"treaty", "treaty", "", "title", attribute_type::alias}};
    r.relations = {{"ratified", 0, 1, "ratified", "", missing_end::unknown, false},
                   {"party-to", 0, 1, "force", "end", missing_end::unknown, false}};
    return r;
}

const std::string head = "state,treaty,title,ratified,force,end\n";

loaded_history load(const std::vector<csv_register>& registers, bool all_or_nothing = true) {
    csv_register_options o;
    o.all_or_nothing = all_or_nothing;
    return read_csv_registers(registers, o);
}

std::size_t disputes(const history& h) {
    return disagreements(h.all()).disputed.size();
}

template <class Range>
std::size_t size_of(const Range& range) {
    std::size_t n = 0;
    for ([[maybe_unused]] const auto& each : range) ++n;
    return n;
}

} // namespace

TEST_CASE("csv_register: what missing ends were taken for is reported", "[io]") {
    const file_of a("a.csv", head + "FRA,T1,,1990,1991,\nDEU,T1,,1990,1991,\nITA,T1,,1990,1991,2000\n"
                                    "ESP,T1,,1990,1991,no\n");
    csv_register r = parties(a.path(), "a");
    const auto choices = [&r] {
        std::vector<std::string> lines;
        for (const load_choice& c : load({r}, false).report.choices)
            lines.push_back(c.what + ", " + c.text + ": " + c.made + " x" + std::to_string(c.rows));
        return lines;
    };
    // Acts have no end, which is nobody's choice.
    CHECK(choices() == std::vector<std::string>{"missing end, party-to: unknown x2"});
    r.relations[1].missing_end = missing_end::open;
    CHECK(choices() == std::vector<std::string>{"missing end, party-to: open x2"});
}

TEST_CASE("csv_register: rows become statements of their source, with the line as locator", "[io]") {
    const file_of a("a.csv", head + "FRA,T1,\"A treaty,\n\"\"so\"\"\",1990-01-02,1991,\nDEU,T1,,,,\n");
    const auto l = load({parties(a.path(), "a")});
    const history& h = l.history;
    CHECK(h.node_count() == 3);
    CHECK(h["state:FRA"].kind_name() == "state");
    REQUIRE(h.relation_count() == 2);
    CHECK(h.relation(relation_id{0}).period().text() == "1990-01-02");
    CHECK(h.relation(relation_id{1}).period().text() == "1991");
    std::set<std::string> locators;
    for (const statement& s : h.relation(relation_id{0}).statements())
        locators.insert(std::string(s.locator()));
    CHECK(locators == std::set<std::string>{"line 2"});
    CHECK(l.report.files[0].rows == 2);
    CHECK(l.report.files[0].accepted == 2);
    CHECK(l.report.files[0].statements == h.statement_count());
}

TEST_CASE("csv_register: sources that name one relation speak of one fact, and their differences are found",
          "[io]") {
    const file_of a("a.csv", head + "FRA,T1,,1990-01-02,,\nDEU,T1,,1990,,\n");
    const file_of b("b.csv", head + "FRA,T1,,1990-01-03,,\nDEU,T1,,1990-05-06,,\n");
    const history h = load({parties(a.path(), "a"), parties(b.path(), "b")}).history;
    REQUIRE(h.relation_count() == 2);
    CHECK(h.relation(relation_id{0}).disputed());
    CHECK_FALSE(h.relation(relation_id{1}).disputed()); // a day refines a year
    CHECK(disputes(h) == 1);
    CHECK(h.all().sources({"a"}).relation_count().possible == 2);
}

TEST_CASE("csv_register: what one file says twice is counted, and what it says otherwise stands apart",
          "[io]") {
    const file_of a("a.csv", head + "FRA,T1,,1990-01-02,,\nFRA,T1,,1990,,\nFRA,T1,,1999-09-09,,\n");
    const file_of b("b.csv", head + "FRA,T1,,1999-09-09,,\n");
    const auto l = load({parties(a.path(), "a"), parties(b.path(), "b")});
    CHECK(l.history.relation_count() == 2);
    CHECK(l.report.files[0].repeated == 1);
    CHECK(l.report.files[0].separate == 1);
    CHECK_FALSE(l.history.relation(relation_id{0}).disputed());
    CHECK(l.history.relation(relation_id{1}).statements().size() == 2); // b's row found the one that agrees
    // In the other order the single row meets the same fact.
    const history other = load({parties(b.path(), "b"), parties(a.path(), "a")}).history;
    CHECK(other.relation_count() == 2);
    CHECK(other.relation(relation_id{0}).statements().size() == 2);
    csv_register contradicts = parties(a.path(), "a");
    contradicts.repeats = csv_repeats::dispute;
    const auto one = load({contradicts});
    CHECK(one.history.relation_count() == 1);
    CHECK(one.history.relation(relation_id{0}).disputed());
    CHECK(one.report.files[0].repeated == 2);
}

TEST_CASE("csv_register: rejects a row as a whole at the cell that can't be read", "[io]") {
    const file_of a("a.csv",
                    head + "FRA,T1,,1990-13,1991,\nFRA,T1,,NA,1991,9999-12-31\n,T1,,,,\nT1,FRA,,1990,,\n");
    CHECK_THROWS_WITH(load({parties(a.path(), "a")}), Contains(a.path() + ":2:9: error: column 'ratified'"));
    csv_register lenient = parties(a.path(), "a");
    lenient.lenient = lenient_options{};
    const auto l = load({lenient}, false);
    const load_count& c = l.report.files[0];
    CHECK(c.rows == 4);
    CHECK(c.accepted == 1);
    CHECK(c.leniently == 1);
    CHECK(c.rejected == 2);
    REQUIRE(l.report.rejected.size() == 2);
    CHECK(l.report.rejected[1].reason == "the cell that names the node is empty");
    const file_of b("b.csv", head + "\"F\nR\",T1,,1990,,\n");
    CHECK(load({parties(b.path(), "b")}, false).report.rejected.at(0).reason ==
          "the cell that names the node holds a control character");
    CHECK(l.report.lenient.size() == 2);
    CHECK(l.history.find("state:T1")); // "T1" with the prefix is another node than the treaty
    // The same id as two kinds is a mistake.
    csv_register clash = parties(a.path(), "b");
    clash.nodes[0].prefix.clear();
    clash.lenient = lenient_options{};
    CHECK_THAT(load({lenient, clash}, false).report.rejected.back().reason, Contains("elsewhere"));
}

TEST_CASE("csv_register: a row may name one new node twice, if both times it is of one kind", "[io]") {
    const file_of a("a.csv", "from,to,on\nFRA,FRA,1990\nDEU,FRA,1991\n");
    csv_register r;
    r.path = a.path();
    r.source = "a";
    r.nodes = {{"from", "state", "", "", attribute_type::name},
               {"to", "state", "", "", attribute_type::name}};
    r.relations = {{"recognises", 0, 1, "on", "", missing_end::unknown, false}};
    const auto l = load({r});
    CHECK(l.history.node_count() == 2);
    REQUIRE(l.history.relation_count() == 2);
    CHECK(l.history.relation(relation_id{0}).from() == l.history.relation(relation_id{0}).to());
    CHECK(l.report.files[0].statements == l.history.statement_count());
    // Another kind is a mistake of that row.
    r.nodes[1].kind = "bloc";
    const auto other = load({r}, false);
    REQUIRE(other.report.rejected.size() == 1);
    CHECK(other.report.rejected[0].name == "to");
    CHECK(other.report.rejected[0].reason ==
          "'FRA' is a 'state' before in this row; here it would be a 'bloc'");
    CHECK(other.history["FRA"].kind_name() == "bloc"); // of the row that was taken
    CHECK(other.history.node_count() == 2);
}

TEST_CASE("csv_register: a mapping that makes no sense is refused", "[io]") {
    const file_of a("a.csv", head);
    const auto refused = [&](auto change) {
        csv_register r = parties(a.path(), "a");
        change(r);
        CHECK_THROWS_AS(load({r}), error);
    };
    refused([](csv_register& r) { r.source.clear(); });
    refused([](csv_register& r) { r.nodes[0].column = "stat"; });
    refused([](csv_register& r) { r.nodes[0].kind = "stat"; });
    refused([](csv_register& r) { r.relations[0].type = "ratify"; });
    refused([](csv_register& r) { r.relations[0].to = 7; });
    refused([](csv_register& r) { std::swap(r.relations[0].from, r.relations[0].to); });
    refused([](csv_register& r) { r.relations[0].missing_end = missing_end::open; });
    refused([](csv_register& r) { r.attributes = {{"title", "ordinal", 1}}; });
    refused([](csv_register& r) { r.path = "no such file"; });
}

TEST_CASE("csv_register: real registers disagree where a century was lost and where a day was added",
          "[io]") {
    const std::string folder = COMITY_SOURCE_DIR "/tests/data/treaties/";
    std::vector<csv_register> registers;
    for (const char* name : {"ggo", "ecolex", "ieadb"}) {
        const bool is_ggo = std::string(name) == "ggo";
        csv_register r;
        r.path = folder + name + ".csv";
        r.source = name;
        r.nodes = {{"stateID", "state", "state:", "", attribute_type::name},
                   {"treatyID", "treaty", "treaty:", "Title", attribute_type::alias}};
        r.relations = {
            {"signed", 0, 1, is_ggo ? "StateSignature" : "stateSignature", "", missing_end::unknown, false},
            {"ratified", 0, 1, is_ggo ? "StateRatification" : "Rat", "", missing_end::unknown, false},
            {"party-to", 0, 1, is_ggo ? "StateForce" : "Force", "", missing_end::unknown, false}};
        registers.push_back(std::move(r));
    }
    const auto l = load(registers);
    CHECK(l.report.files[0].rows == 10);
    CHECK(l.report.files[0].repeated == 2); // two treaties that one register lists under one id
    CHECK(l.report.files[0].separate == 0);
    std::set<std::string> disputed;
    const history& h = l.history;
    for (const disagreement& d : disagreements(h.all()).disputed) {
        const relation r = h.relation(d.about.subject().as_relation());
        disputed.insert(std::string(r.from().id()) + ' ' + std::string(r.type_name()));
    }
    CHECK(disputed == std::set<std::string>{"state:GIN signed", "state:AGO party-to"});
}

TEST_CASE("csv_register: the lists of environmental treaties load, every row accounted for", "[io][data]") {
    COMITY_NEEDS_SET(folder, "environment-treaties");
    csv_register ggo;
    ggo.path = folder + "/parties_GGO.csv.gz";
    ggo.source = "ggo";
    ggo.nodes = {{"stateID", "state", "state:", "", attribute_type::name},
                 {"treatyID", "treaty", "treaty:", "Title", attribute_type::alias}};
    ggo.relations = {{"signed", 0, 1, "StateSignature", "", missing_end::unknown, false},
                     {"ratified", 0, 1, "StateRatification", "", missing_end::unknown, false},
                     {"party-to", 0, 1, "StateForce", "StateEnd", missing_end::unknown, false}};
    ggo.lenient = lenient_options{};
    const auto l = load({ggo}, false);
    const load_count& c = l.report.files[0];
    CHECK(c.rows == 98'320);
    CHECK(c.rows == c.accepted + c.leniently + c.rejected);
    CHECK(c.rejected < 100);
    CHECK(size_of(l.history.all().in(l.history["treaty:CBD_1992A"], relation_type::party_to)) > 150);
    CHECK(l.history.memory() < 200 * l.history.statement_count());
}

TEST_CASE("csv_register: the dirt of real lists is named, by the report or by the audit", "[io]") {
    // Made up, in the manner of lists of treaties: a century lost, a year without one, 1192 for 1992, a
    // malformed text, an empty name; and the same, but within reason.
    std::string rows = head;
    for (int i = 10; i < 60; ++i) {
        const std::string n = std::to_string(i);
        rows += "FRA,T" + n + ",,19" + n + "-06-05,19" + n + "-12-29,\n";
    }
    rows += "AND,T11,,1192-06-12,1993-12-29,\n"  // line 52
            "AND,T12,,0004-05-06,0004-05-06,\n"  // line 53
            "AND,T13,,1993-05-06,2893-09-01,\n"  // line 54
            "AND,T14,,1994-05-06,2999,\n"        // line 55
            "AND,T15,,0014-022005,1995-05-06,\n" // line 56
            "AND,T16,,2010-XX-XX-,1995-05-06,\n" // line 57
            ",T17,,1995-05-06,1995-05-06,\n"     // line 58
            "AND,T18,,1899,2024,\n"
            "AND,T19,,XXXX,196X,\n";
    const file_of a("a.csv", rows);
    const auto l = load({parties(a.path(), "a")}, false);
    std::string rejected;
    for (const rejected_row& r : l.report.rejected)
        rejected += std::to_string(r.line) + ' ' + r.name + ' ' + r.value + '\n';
    CHECK(rejected == "56 ratified 0014-022005\n57 ratified 2010-XX-XX-\n58 state \n");

    std::string found;
    for (const audit_finding& f : audit(l.history.all()))
        if (f.rule == audit_rule::far_off) found += f.message + '\n';
    CHECK(found ==
          "1 of 56 begins of 'party-to' in 'a' come a century or more before all others (0004-05-06 to "
          "0004-05-06; the others from 1910-12-29): state:AND party-to T12\n"
          "2 of 56 begins of 'party-to' in 'a' come a century or more after all others (2893-09-01 to "
          "2999-01-01; the others until 2024-12-31): state:AND party-to T14, state:AND party-to T13\n"
          "2 of 55 begins of 'ratified' in 'a' come a century or more before all others (0004-05-06 to "
          "1192-06-12; the others from 1899-01-01): state:AND ratified T12, state:AND ratified T11\n");
}
