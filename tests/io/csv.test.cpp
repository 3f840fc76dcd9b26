#include <comity/io/csv.hpp>

#include "catch.hpp"
#include "io/csv_scanner.hpp"
#include "support/same_history.hpp"
#include "support/shared_data.hpp"
#include "support/telling.hpp"

#include <comity/error.hpp>
#include <comity/io/json.hpp>
#include <comity/view/view.hpp>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

using namespace comity;
using Catch::Matchers::Contains;

namespace {

const std::string nodes =
    "id,type,name\nfr,state,\"France, \"\"la\"\"\"\nde,state,Germany\nun,organisation,\n";

csv_options lax() {
    csv_options o;
    o.all_or_nothing = false;
    return o;
}

loaded_history load(const std::string& relations, const csv_options& options = lax(),
                    const std::string& of_nodes = nodes) {
    return read_csv_text(of_nodes, relations, options);
}

std::string line_of(const rejected_row& r) {
    return r.file + ':' + std::to_string(r.line) + ':' + std::to_string(r.column) + ' ' + r.name + " [" +
           r.value + "] " + r.reason;
}

/// All rows of both files are accounted for.
void check_sums(const load_report& report) {
    for (const load_count& c : report.files) CHECK(c.rows == c.accepted + c.leniently + c.rejected);
}

std::string only_rejection(const loaded_history& l) {
    check_sums(l.report);
    REQUIRE(l.report.rejected.size() == 1);
    CHECK(l.report.rejected_rows() == 1);
    return line_of(l.report.rejected[0]);
}

/// A gzip file with the text stored as it is: enough to be read back, without a packer.
std::string stored_gzip(const std::string& text) {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t c = i;
        for (int k = 0; k < 8; ++k) c = (c & 1) != 0 ? 0xedb88320u ^ (c >> 1) : c >> 1;
        table[i] = c;
    }
    std::uint32_t crc = 0xffffffffu;
    for (const char c : text) crc = table[(crc ^ static_cast<unsigned char>(c)) & 0xff] ^ (crc >> 8);
    crc ^= 0xffffffffu;
    const auto length = static_cast<std::uint32_t>(text.size());
    std::string gz("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    gz += '\x01';
    for (const std::uint32_t n : {length & 0xffff, ~length & 0xffff})
        for (int k = 0; k < 2; ++k) gz += static_cast<char>(n >> (8 * k));
    gz += text;
    for (const std::uint32_t n : {crc, length})
        for (int k = 0; k < 4; ++k) gz += static_cast<char>(n >> (8 * k));
    return gz;
}

} // namespace

TEST_CASE("csv: reads nodes and relations with their names and dates", "[io]") {
    const auto l = load("source,relation,target,start,end\r\nfr,member-of,un,1945-10-24,..\r\n"
                        "de,member-of,un,1973~,1990?\r\n");
    CHECK(l.history.node_count() == 3);
    CHECK(l.history["fr"].name() == "France, \"la\"");
    CHECK(l.history.attribute_count() == 2); // the last has no name
    CHECK(l.history.relation(relation_id{0}).period().text() == "1945-10-24/..");
    CHECK(l.history.relation(relation_id{1}).period().text() == "1973~/1990?");
    CHECK(l.report.rows() == 5);
    CHECK(l.report.rejected_rows() == 0);
    check_sums(l.report);
}

TEST_CASE("csv: takes columns in any order, without those that may be missing, and names the unused",
          "[io]") {
    csv_options o;
    o.missing_end = missing_end::open;
    const auto l = read_csv_text("extra;type;id\n1;state;a\n2;organisation;b\n",
                                 "target;source;relation\nb;a;member-of\n", [&] {
                                     o.delimiter = ';';
                                     return o;
                                 }());
    CHECK(l.history.relation_count() == 1);
    CHECK(l.report.files[0].unused_columns == std::vector<std::string>{"extra"});
    CHECK(l.history.relation(relation_id{0}).period().text() == "/..");
}

TEST_CASE("csv: a missing end means what the caller says, type by type, and is counted", "[io]") {
    csv_options o = lax();
    o.add_types = true;
    o.missing_end = missing_end::unknown;
    o.types = {{"Hosts", "", missing_end::open},
               {"Meets", "", missing_end::instantaneous},
               {"member-of", "", missing_end::instantaneous}};
    const auto l = load("source,relation,target,start,end\nfr,Hosts,un,2000,\nfr,Meets,de,2001-02-03,\n"
                        "fr,Knows,de,2002,\nfr,member-of,un,2003-04-05,\nfr,Hosts,de,2000,2001\n",
                        o);
    const history& h = l.history;
    CHECK(h.relation(relation_id{0}).period().text() == "2000/..");
    CHECK(h.relation(relation_id{1}).period().text() == "2001-02-03");
    CHECK(h.relation(relation_id{2}).period().text() == "2002");
    CHECK(h.relation(relation_id{3}).period().text() == "2003-04-05/2003-04-05");
    CHECK(h.schema().definition(h.schema().relation_type_named("meets")).nature == nature::act);
    CHECK(h.schema().definition(h.schema().relation_type_named("hosts")).nature == nature::state);
    std::map<std::string, std::pair<std::string, std::uint64_t>> ends;
    for (const load_choice& c : l.report.choices)
        if (c.what == "missing end") ends[c.text] = {c.made, c.rows};
    CHECK(ends == decltype(ends){{"Hosts", {"open", 1}},
                                 {"Meets", {"instantaneous", 1}},
                                 {"Knows", {"unknown", 1}},
                                 {"member-of", {"instantaneous", 1}}});
}

TEST_CASE("csv: what a missing end means is asked of an act only where its end is missing", "[io]") {
    csv_options o = lax();
    o.missing_end = GENERATE(missing_end::open, missing_end::unknown);
    const std::string head = "source,relation,target,start,end\n";
    const std::string given = head + "fr,founded,un,1990-05-04,1990-05-05\nfr,member-of,un,1945,\n";
    CHECK(load(given, o).report.rejected.empty());
    const std::string why = "relations:2:20 end [] there is no end, which is to mean " +
                            std::string(to_string(o.missing_end)) +
                            ", but 'founded' is an act; the options can say for each relation type what it "
                            "means, for this one 'instantaneous'";
    const std::string missing = head + "fr,founded,un,1990,\n";
    CHECK(only_rejection(load(missing, o)) == why);
    o.types = {{"founded", "", missing_end::instantaneous}};
    CHECK(load(missing, o).report.rejected.empty());
}

TEST_CASE("csv: rejects a row at its place and says what was expected", "[io]") {
    const std::string head = "source,relation,target,start,end\n";
    CHECK(only_rejection(load(head + "xx,member-of,un,2000,..\n")) ==
          "relations:2:1 source [xx] no node is called 'xx'");
    CHECK(only_rejection(load(head + "fr,member-of,\"u\nn\",2000,..\n")) ==
          "relations:2:14 target [u\nn] no node is called 'u\nn'");
    CHECK(only_rejection(load(head + "fr,memberof,un,2000,..\n")) ==
          "relations:2:4 relation [memberof] unknown relation type 'memberof', did you mean 'member-of'?; "
          "the options add no types");
    CHECK_THAT(only_rejection(load(head + "fr,member-of,un,2000-13-01,..\n")),
               Contains("relations:2:17 start [2000-13-01]"));
    CHECK(only_rejection(load(head + "fr,member-of,un,2000/2001,..\n")) ==
          "relations:2:17 start [2000/2001] '2000/2001' is an interval; expected one date, `..` or nothing");
    CHECK(only_rejection(load(head + "fr,member-of,un,2000,\n")) ==
          "relations:2:22 end [] there is no end, and the options don't say what that means for this "
          "relation type");
    CHECK(only_rejection(load(head + "fr,member-of,de,2000,..\n")) ==
          "relations:2:4 relation [member-of] 'member-of' runs from actor to organisation or organ or "
          "working-group or bloc, not from a state to a state");
    CHECK(only_rejection(load(head + "fr,member-of,un,2000\n")) ==
          "relations:2:21 end [] the row has 4 fields; expected 5");
    CHECK(only_rejection(load(head + "fr,member-of,un,2000,..,x,y\n")) ==
          "relations:2:25  [x] the row has 7 fields; expected 5");
    CHECK(
        only_rejection(load(head + "fr,member-of,un,\"2000\"x,..\n")) ==
        "relations:2:17 start [2000] text follows the closing quote; expected a delimiter or the line's end");
    CHECK(only_rejection(load(head + "fr,member-of,un,2000,\"..\n")) ==
          "relations:2:22 end [..\n] the quote that opens here is never closed");
    CHECK_THAT(only_rejection(load(head + "fr,member-of,un,2000-01-02T03:04:05Z,..\n")),
               Contains("has a time of day"));
    const std::string none = head;
    CHECK(only_rejection(load(none, lax(), "id,type,name\na,stat,A\n")) ==
          "nodes:2:3 type [stat] unknown kind 'stat', did you mean 'state'?; the options add no kinds");
    CHECK(only_rejection(load(none, lax(), "id,type,name\na,state,A\na,state,B\n")) ==
          "nodes:3:1 id [a] node 'a' stands here twice");
    CHECK(only_rejection(load(none, lax(), "id,type,name\n,state,A\n")) == "nodes:2:1 id [] the id is empty");
    CHECK(only_rejection(load(none, lax(), "id,type,name\n\"a\tb\",state,A\n")) ==
          "nodes:2:1 id [a\tb] the id holds a control character");
    CHECK(only_rejection(load(none, lax(), "id,type,name\na,state,\xff\n")) ==
          "nodes:2:9 name ['?'] the name is not UTF-8");
}

TEST_CASE("csv: a word that is not UTF-8 is no kind and no relation type, whatever the options add", "[io]") {
    csv_options o = lax();
    o.add_types = true;
    o.new_kinds_under = "event";
    o.missing_end = missing_end::unknown;
    CHECK(only_rejection(load("source,relation,target\nfr,met\xff with,de\n", o)) ==
          "relations:2:4 relation ['met? with'] the relation type is not UTF-8");
    const auto l = load("source,relation,target\n", o, "id,type\na,t\xe9\nb,tea\n");
    CHECK(only_rejection(l) == "nodes:2:3 type ['t?'] the kind is not UTF-8");
    CHECK_FALSE(to_json_text(l.history).empty()); // what is kept can be written
}

TEST_CASE("csv: a row whose ends don't fit names the type as which its word was read", "[io]") {
    csv_options o = lax();
    o.add_types = true;
    o.missing_end = missing_end::open;
    CHECK_THAT(only_rejection(load("source,relation,target\nfr,member_of,de\n", o)),
               Contains("'member_of' is read as 'member-of': 'member-of' runs from actor to"));
}

TEST_CASE("csv: loads all or nothing unless told otherwise, and counts beyond what it describes", "[io]") {
    const std::string two_bad =
        "source,relation,target,start,end\nx,member-of,un,1,..\nfr,member-of,un,1945,..\n"
        "y,member-of,un,1,..\n";
    CHECK_THROWS_WITH(load(two_bad, {}),
                      Contains("relations:2:1: error: column 'source': no node is called 'x'") &&
                          Contains("relations:4:1: error"));
    csv_options few = lax();
    few.most_rejected = 1;
    const auto l = load(two_bad, few);
    CHECK(l.history.relation_count() == 1);
    CHECK(l.report.rejected.size() == 1);
    CHECK(l.report.files[1].rejected == 2);
    CHECK(l.report.files[1].accepted == 1);
}

TEST_CASE("csv: adds kinds and types only as the caller says, and reports each", "[io]") {
    csv_options o;
    o.kinds = {{"roll_call", "", "event"}, {"tea_party", "", "event"}, {"country", "state", ""}};
    o.add_types = true;
    o.missing_end = missing_end::instantaneous;
    const auto l = load("source,relation,target\na,Vote: yes!,b\na,vote yes,b\n", o,
                        "id,type,name\na,country,A\nb,roll_call,B\nc,tea_party,C\n");
    const schema& s = l.history.schema();
    CHECK(l.history["a"].kind_name() == "state");
    CHECK(l.history["b"].kind_name() == "roll-call");
    CHECK(s.is_a(s.kind_named("tea-party"), kind::event));
    CHECK(s.find_relation_type("vote-yes"));
    CHECK(s.find_relation_type("vote-yes-2"));
    std::set<std::string> added;
    for (const load_choice& c : l.report.choices) added.insert(c.what + ' ' + c.text + " -> " + c.made);
    CHECK(added.count("kind added tea_party -> tea-party under event") == 1);
    CHECK(added.count("kind read as roll_call -> roll-call") == 1);
    CHECK(added.count("relation type added vote yes -> vote-yes-2, act") == 1);
    for (const load_choice& c : l.report.choices) CHECK(c.rows == 1);
    o.types = {{"Vote: yes!", "signed", missing_end::open}};
    CHECK_THROWS_WITH(
        load("source,relation,target\na,Vote: yes!,b\n", o, "id,type,name\na,country,A\nb,treaty,B\n"),
        Contains("'signed' is an act"));
}

TEST_CASE("csv: options that name what there is not are refused at once, whatever the rows", "[io]") {
    const auto refusal = [](const csv_options& o) -> std::string {
        try {
            (void)load("source,relation,target\n", o);
        } catch (const error& e) {
            return e.what();
        }
        return "none";
    };
    csv_options o = lax();
    o.types = {{"member", "membre-of", missing_end::open}};
    CHECK_THAT(refusal(o), Contains("option types, 'member': ") && Contains("did you mean 'member-of'?"));
    o.add_types = true;
    CHECK(refusal(o) == "none");
    o.types = {{"member", "Membre of", missing_end::open}};
    CHECK_THAT(refusal(o), Contains("option types, 'member': nothing can be called 'Membre of'"));
    o = lax();
    o.kinds = {{"country", "stat", ""}};
    CHECK_THAT(refusal(o), Contains("option kinds, 'country': ") && Contains("did you mean 'state'?"));
    o.kinds = {{"country", "", "stat"}};
    CHECK_THAT(refusal(o), Contains("option kinds, 'country': ") && Contains("did you mean 'state'?"));
    o.kinds = {{"country", "land", "realm"}, {"realm", "", "actor"}};
    CHECK(refusal(o) == "none");
    o.kinds = {};
    o.new_kinds_under = "stat";
    CHECK_THAT(refusal(o), Contains("option new_kinds: ") && Contains("did you mean 'state'?"));
}

TEST_CASE("csv: what was made of a word counts the accepted rows that use it", "[io]") {
    csv_options o = lax();
    o.new_kinds_under = "event";
    o.add_types = true;
    const auto l = load("source,relation,target,start,end\nfr,member_of,g,1990,..\nfr,Hosts,g,1990,..\n"
                        "fr,Hosts,g,1991,..\nfr,Hosts,g,no,..\nfr,founded,g,1990,\n",
                        o, "id,type,name\nfr,state,\ng,Working group,\na,Tea party,\nb,Tea party,\n");
    std::map<std::string, std::uint64_t> rows;
    for (const load_choice& c : l.report.choices) rows[c.what + ' ' + c.text] = c.rows;
    CHECK(rows == decltype(rows){{"kind read as Working group", 1},
                                 {"kind added Tea party", 2},
                                 {"relation type read as member_of", 1},
                                 {"relation type added Hosts", 2}}); // that an act has no end is no choice
}

TEST_CASE("csv: drops or keeps a time of day as the caller says", "[io]") {
    const std::string row = "source,relation,target,start,end\nfr,member-of,un,2000-01-02T03:04:05Z,..\n";
    csv_options o;
    o.times = time_of_day::dropped;
    const auto dropped = load(row, o);
    CHECK(dropped.history.relation(relation_id{0}).period().text() == "2000-01-02/..");
    REQUIRE(dropped.report.choices.size() == 1);
    CHECK(dropped.report.choices[0].what == "time of day");
    CHECK(dropped.report.choices[0].rows == 1);
    o.times = time_of_day::kept;
    CHECK(load(row, o).history.relation(relation_id{0}).period().text() == "2000-01-02T03:04:05Z/..");
}

TEST_CASE("csv: a fraction of a second is dropped with the time, and can't be kept", "[io]") {
    const std::string row = "source,relation,target,start,end\nfr,member-of,un,2000-01-02T03:04:05.250Z,..\n";
    CHECK_THAT(only_rejection(load(row)), Contains("has a time of day"));
    csv_options o = lax();
    o.times = time_of_day::kept;
    CHECK_THAT(only_rejection(load(row, o)), Contains("has a fraction of a second, which can't be kept"));
    o.times = time_of_day::dropped;
    const auto l = load(row, o);
    CHECK(l.history.relation(relation_id{0}).period().text() == "2000-01-02/..");
    REQUIRE(l.report.choices.size() == 1);
    CHECK(l.report.choices[0].text == "2000-01-02T03:04:05.250Z");
    for (const char* no :
         {"2000-01-02T03:04:05.", "2000-01-02T03:04:05.2x", "2000-01-02.5", "2000.5T03:04:05"})
        CHECK_THAT(only_rejection(load(
                       "source,relation,target,start,end\nfr,member-of,un," + std::string(no) + ",..\n", o)),
                   Contains("not an EDTF date"));
}

TEST_CASE("csv: reads leniently only where asked, and reports every use", "[io]") {
    const std::string rows =
        "source,relation,target,start,end\nfr,member-of,un,24/10/1945,9999-12-31\n"
        "fr,member-of,un,24/10/1945,..\nde,member-of,un,1973,NA\nde,member-of,un,1973,..\n";
    CHECK(load(rows).report.rejected_rows() == 3);
    csv_options o = lax();
    o.lenient = lenient_options{};
    o.missing_end = missing_end::unknown;
    const auto l = load(rows, o);
    check_sums(l.report);
    CHECK(l.report.files[1].accepted == 1);
    CHECK(l.report.files[1].leniently == 3);
    CHECK(l.history.relation(relation_id{0}).period().text() == "1945-10-24/..");
    std::map<lenient_note, std::uint64_t> uses;
    for (const lenient_use& u : l.report.lenient) uses[u.note] = u.cells;
    CHECK(uses[lenient_note::slash_date] == 2);
    CHECK(uses[lenient_note::far_end_opened] == 1);
    CHECK(uses[lenient_note::absent_word] == 1);
    CHECK(l.report.lenient[0].line == 2);
    CHECK(l.report.lenient[0].text == "24/10/1945");
    CHECK(l.report.lenient[0].read_as == "1945-10-24");
}

TEST_CASE("csv: one source may state the whole file", "[io]") {
    csv_options o;
    o.source = "register";
    o.about_source.date = "2020";
    o.about_source.kind = "register";
    const auto l = load("source,relation,target,start,end\nfr,member-of,un,1945-10-24,..\n", o);
    CHECK(l.history.source_count() == 1);
    CHECK(l.history.statement_count() == 4);
    CHECK(l.report.files[1].statements == 1);
    const bounds b = l.history.relation(relation_id{0}).period().bounds();
    CHECK(b.e1 == to_day32(*day::from_civil(2020, 1, 1))); // certain as far as the source looked
    CHECK(l.history.all().without_sources({"register"}).relation_count().possible == 0);
}

TEST_CASE("csv: unpacks gzip, also of several members, and tells a broken one", "[io]") {
    const std::string relations = "source,relation,target,start,end\nfr,member-of,un,1945-10-24,..\n";
    const std::string packed =
        stored_gzip(nodes.substr(0, 20)) + stored_gzip(nodes.substr(20)) + std::string(7, '\0');
    const auto plain = load(relations);
    CHECK(test::everything_in(load(stored_gzip(relations), lax(), packed).history) ==
          test::everything_in(plain.history));
    CHECK_THROWS_WITH(load(stored_gzip(relations).substr(0, 40)),
                      "can't unpack 'relations': it ends in the middle");
    for (const char* behind : {"garbage", "\x1fgarbage", "\n"})
        CHECK_THROWS_WITH(
            load(stored_gzip(relations) + behind),
            "can't unpack 'relations': after the packed data follows something that is not gzip");
    std::string wrong = stored_gzip(relations);
    wrong[20] = static_cast<char>(wrong[20] ^ 1);
    CHECK_THROWS_WITH(load(wrong), Contains("can't unpack 'relations'"));
}

TEST_CASE("csv: gzip of which a bit is wrong is told, or the bit means nothing", "[io]") {
    const std::string_view digits = // what gzip makes of three lines, in sixteens
        "1f8b08000000000002035dc9310e80201004c09eb7ec11508cf21c94c398082407fc5f6dada69856"
        "871c0ce13bf4ab16f4202777b4d70e2e512541e6bcb3504d1805d6bb85aca1c9416b15f9bfeb4cc6"
        "93ddbe7d00053506285d000000";
    std::string packed;
    for (std::size_t i = 0; i < digits.size(); i += 2)
        packed += static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16));
    const auto plain = test::everything_in(load(packed).history);
    CHECK(load(packed).history.relation_count() == 2);
    for (std::size_t bit = 16; bit < 8 * packed.size(); ++bit) {
        INFO(bit);
        std::string wrong = packed;
        wrong[bit / 8] = static_cast<char>(wrong[bit / 8] ^ (1 << bit % 8));
        auto found = plain;
        try {
            found = test::everything_in(load(wrong).history);
        } catch (const error& e) {
            CHECK_THAT(e.what(), Contains("can't unpack 'relations'"));
        }
        CHECK(found == plain);
    }
}

TEST_CASE("csv: tells of gzip that is cut off anywhere but between members", "[io]") {
    const std::string packed = stored_gzip("source,relation,target,start,end\n");
    const std::string twice = packed + stored_gzip("fr,member-of,un,1945-10-24,..\n");
    for (std::size_t n = 2; n < twice.size(); ++n) {
        INFO(n);
        if (n == packed.size()) continue;
        CHECK_THROWS_WITH(load(twice.substr(0, n)), "can't unpack 'relations': it ends in the middle");
    }
}

TEST_CASE("csv: says what is wrong with a file as a whole", "[io]") {
    CHECK_THROWS_WITH(load(""), "relations: the file is empty; expected a line of column names");
    CHECK_THROWS_WITH(
        load("source,relation,tarjet\n"),
        "relations:1: there is no column 'target', did you mean 'tarjet'?; the columns are source, "
        "relation, tarjet");
    CHECK_THROWS_WITH(load("source,source\n"), "relations:1:8: two columns are called 'source'");
    CHECK_THROWS_WITH(read_csv("no-such-file", "none"), Contains("can't read 'no-such-file'"));
    csv_options o;
    o.delimiter = '"';
    CHECK_THROWS_AS(load("a\n", o), error);
}

TEST_CASE("csv: a load can be watched and cancelled", "[io]") {
    std::string rows = "source,relation,target,start,end\n";
    for (int i = 0; i < 40000; ++i) rows += "fr,member-of,un,1945-10-24,..\n";
    csv_options o;
    std::vector<std::string> stages, done_with;
    o.tell = [&](double done, std::string_view stage) {
        CHECK((done >= 0 && done <= 1));
        if (stages.empty() || stages.back() != stage) stages.emplace_back(stage);
        if (done == 1 && (done_with.empty() || done_with.back() != stage)) done_with.emplace_back(stage);
        return true;
    };
    CHECK(load(rows, o).history.relation_count() == 40000);
    CHECK(stages == std::vector<std::string>{"reading nodes", "reading relations", "building the history"});
    CHECK(done_with == stages);
    const std::string last = GENERATE(as<std::string>(), "reading nodes", "building the history");
    o.tell = [&last](double done, std::string_view stage) { return stage != last || done != 1; };
    try {
        (void)load(rows, o);
        FAIL("was not cancelled");
    } catch (const error& e) {
        CHECK(e.code() == errc::cancelled);
    }
}

TEST_CASE("csv: warnings about rows name their lines", "[io]") {
    const auto l = load("source,relation,target,start,end\nfr,member-of,un,1945,..\nxx,member-of,un,1945,..\n"
                        "de,member-of,un,1990,1973\n");
    REQUIRE(l.report.findings.size() == 1);
    CHECK(l.report.findings[0].code == "ends-before-it-begins");
    CHECK(l.report.findings[0].place == "relations:4");
}

TEST_CASE("csv: names of types are made from words", "[io]") {
    CHECK(csv_type_name("Make statement") == "make-statement");
    CHECK(csv_type_name(" Use (force), not specified ") == "use-force-not-specified");
    CHECK(csv_type_name("2nd") == "n2nd");
    CHECK(csv_type_name("...").empty());
    for (const missing_end m :
         {missing_end::refused, missing_end::instantaneous, missing_end::open, missing_end::unknown})
        CHECK(missing_end_of(to_string(m)) == m);
    CHECK_FALSE(missing_end_of("never"));
}

TEST_CASE("csv: the votes of the United Nations answer as a naive scan of the file does", "[io][data]") {
    COMITY_NEEDS_SET(folder, "un-votes");
    csv_options o;
    o.new_kinds_under = "event";
    o.add_types = true;
    o.missing_end = missing_end::instantaneous;
    const auto l = read_csv(folder + "/nodes.csv.gz", folder + "/relations.csv.gz", o);
    CHECK(l.history.relation_count() == 875'854);
    CHECK(l.history.node_count() == 6'409);
    check_sums(l.report);
    // Counted in the file itself, a row at a time.
    std::map<std::string, std::size_t> by_type, on_day, by_of_state;
    detail::bytes_read ignored;
    detail::csv_scanner scanner(detail::open_bytes(folder + "/relations.csv.gz", ignored), "relations");
    REQUIRE(scanner.next());
    while (scanner.next()) {
        const std::string type = csv_type_name(scanner.field(1));
        ++by_type[type];
        if (scanner.field(3) == "1986-12-04") ++on_day[type];
        if (scanner.field(0) == "state:India" && scanner.field(3) <= "1986-12-04") ++by_of_state[type];
    }
    const auto counts_of = [&](const view& v) {
        std::map<std::string, std::size_t> counts;
        for (const auto& def : l.history.schema().added_relation_types()) {
            const count n = v.types({def.id}).relation_count();
            CHECK(n.certain == n.possible);
            if (n.possible != 0) counts[def.name] = static_cast<std::size_t>(n.possible);
        }
        return counts;
    };
    CHECK(counts_of(l.history.all()) == by_type);
    CHECK(counts_of(l.history.at("1986-12-04")) == on_day);
    CHECK(by_type.at("voted-yes") == 693'664);
    std::map<std::string, std::size_t> of_india;
    for (const relation& r : l.history.by("1986-12-04").out(l.history["state:India"]))
        ++of_india[std::string(r.type_name())];
    CHECK(of_india == by_of_state);
}
