#include <comity/io/bulk_columns.hpp>

#include "catch.hpp"
#include "support/same_history.hpp"

#include <comity/error.hpp>
#include <comity/io/csv.hpp>
#include <comity/io/table_builder.hpp>
#include <comity/view/view.hpp>

#include <string>
#include <vector>

using namespace comity;
using Catch::Matchers::Contains;

namespace {

table nodes() {
    table_builder t{{"id", column_type::text}, {"type", column_type::category}, {"name", column_type::text}};
    t.add_row({"fr", "state", "France"});
    t.add_row({"de", "state", "Germany"});
    t.add_row({"un", "organisation", std::nullopt});
    return std::move(t).build();
}

const std::string nodes_csv = "id,type,name\nfr,state,France\nde,state,Germany\nun,organisation,\n";
const std::string relations_csv = "source,relation,target,start,end\n"
                                  "fr,member-of,un,1945-10-24,\n"
                                  "de,member-of,un,1973-09-18,2050-01-01\n"
                                  "fr,founded,un,1945-06-26,\n"
                                  "de,has-relations-with,fr,,\n";

/// The rows of `relations_csv`, whatever the types of their columns.
table relations(column_type ends, column_type words, column_type dates) {
    table_builder t{
        {"source", ends}, {"relation", words}, {"target", ends}, {"start", dates}, {"end", dates}};
    const auto end = [&](const char* id, std::int64_t row) {
        return ends == column_type::integer ? cell(row) : cell(id);
    };
    const auto date = [&](std::string_view text) {
        if (text.empty()) return cell();
        const day d = date::parse(text).earliest().value;
        return dates == column_type::day       ? cell(d)
               : dates == column_type::integer ? cell(d.count())
                                               : cell(text);
    };
    t.add_row({end("fr", 0), "member-of", end("un", 2), date("1945-10-24"), date("")});
    t.add_row({end("de", 1), "member-of", end("un", 2), date("1973-09-18"), date("2050-01-01")});
    t.add_row({end("fr", 0), "founded", end("un", 2), date("1945-06-26"), date("")});
    t.add_row({end("de", 1), "has-relations-with", end("fr", 0), date(""), date("")});
    return std::move(t).build();
}

csv_options open_ended() {
    csv_options o;
    o.missing_end = missing_end::open;
    o.types = {{"founded", "", missing_end::instantaneous}};
    return o;
}

csv_options keeping_the_rest() {
    csv_options o = open_ended();
    o.all_or_nothing = false;
    return o;
}

std::string line_of(const rejected_row& r) {
    return r.file + ' ' + std::to_string(r.line) + ' ' + r.name + ' ' + r.value + ": " + r.reason;
}

} // namespace

TEST_CASE("bulk columns: the same history as of the same rows in CSV files", "[io]") {
    const auto ends = GENERATE(column_type::category, column_type::text, column_type::integer);
    const auto words = GENERATE(column_type::category, column_type::text);
    const auto dates =
        GENERATE(column_type::day, column_type::integer, column_type::text, column_type::category);
    CAPTURE(to_string(ends), to_string(words), to_string(dates));
    csv_options options = open_ended();
    if (dates == column_type::text) {
        options.source = "list";
        options.language = "en";
    }
    const loaded_history of_files = read_csv_text(nodes_csv, relations_csv, options);
    const loaded_history made = read_columns(nodes(), relations(ends, words, dates), options);
    if (options.source.empty())
        CHECK(test::everything_in(made.history) == test::everything_in(of_files.history));
    CHECK(made.history.relation_count() == 4);
    CHECK(made.history.statement_count() == of_files.history.statement_count());
    CHECK(made.history.at("1980").relation_count() == of_files.history.at("1980").relation_count());
    const std::size_t numbers = dates == column_type::integer ? 2 : 0; // starts and ends
    REQUIRE(made.report.choices.size() == of_files.report.choices.size() + numbers);
    for (std::size_t i = 0, k = 0; i < made.report.choices.size(); ++i, ++k) {
        if (made.report.choices[i].what == "number read as day") {
            --k;
            continue;
        }
        CHECK(made.report.choices[i].text == of_files.report.choices[k].text);
        CHECK(made.report.choices[i].rows == of_files.report.choices[k].rows);
    }
    REQUIRE(made.report.files.size() == 2);
    CHECK(made.report.files[1].file == "relations");
    CHECK(made.report.files[1].accepted == 4);
}

TEST_CASE("bulk columns: numbers that were read as days are reported, column by column", "[io]") {
    const table rows = relations(column_type::text, column_type::text, column_type::integer);
    const load_report report = read_columns(nodes(), rows, open_ended()).report;
    std::vector<std::string> lines;
    for (const load_choice& c : report.choices)
        if (c.what == "number read as day")
            lines.push_back(c.text + " -> " + c.made + " x" + std::to_string(c.rows));
    CHECK(lines == std::vector<std::string>{"-8835 -> 1945-10-24 x3", "29220 -> 2050-01-01 x1"});
}

TEST_CASE("bulk columns: a row that is wrong is named with column, value and reason", "[io]") {
    table_builder t{{"source", column_type::category}, {"relation", column_type::category},
                    {"target", column_type::integer},  {"start", column_type::text},
                    {"end", column_type::day},         {"weight", column_type::number}};
    t.add_row({"xx", "member-of", 2, "1945", std::nullopt, 1.0});
    t.add_row({"fr", "membr-of", 2, "1945", std::nullopt, 1.0});
    t.add_row({"fr", "member-of", 3, "1945", std::nullopt, 1.0});
    t.add_row({"fr", "member-of", -1, "1945", std::nullopt, 1.0});
    t.add_row({"fr", "member-of", 2, "1945-13", std::nullopt, 1.0});
    t.add_row({"fr", "member-of", 1, "1945", std::nullopt, 1.0});
    t.add_row({std::nullopt, "member-of", 2, "1945", std::nullopt, 1.0});
    t.add_row({"fr", "member-of", 2, "1945~", day(0), 1.0});
    const table rows = std::move(t).build();
    const loaded_history made = read_columns(nodes(), rows, keeping_the_rest());
    const load_count& count = made.report.files[1];
    CHECK(count.rows == 8);
    CHECK(count.accepted == 1);
    CHECK(count.rejected == 7);
    CHECK(count.unused_columns == std::vector<std::string>{"weight"});
    REQUIRE(made.report.rejected.size() == 7);
    const auto& rejected = made.report.rejected;
    CHECK(line_of(rejected[0]) == "relations 1 source xx: no node is called 'xx'");
    CHECK_THAT(line_of(rejected[1]),
               Contains("relations 2 relation membr-of: unknown relation type 'membr-of', "
                        "did you mean 'member-of'?"));
    CHECK_THAT(line_of(rejected[2]),
               Contains("relations 3 target 3: there is no row 3 of nodes; expected 0 to 2"));
    CHECK_THAT(line_of(rejected[3]), Contains("relations 4 target -1: there is no row -1 of nodes"));
    CHECK_THAT(line_of(rejected[4]), Contains("relations 5 start 1945-13"));
    CHECK_THAT(line_of(rejected[5]), Contains("'member-of' runs from actor to"));
    CHECK(line_of(rejected[6]) == "relations 7 source : no node is named");
    CHECK_THROWS_AS(read_columns(nodes(), rows, open_ended()), findings_error);
}

TEST_CASE("bulk columns: rows of nodes that were rejected are nobody's ends", "[io]") {
    table_builder n{{"id", column_type::text}, {"type", column_type::text}};
    n.add_row({"fr", "state"});
    n.add_row({"fr", "state"});
    n.add_row({"", "state"});
    n.add_row({"un", "organisation"});
    table_builder r{
        {"source", column_type::integer}, {"relation", column_type::text}, {"target", column_type::integer}};
    r.add_row({0, "member-of", 3});
    r.add_row({1, "member-of", 3});
    const loaded_history made = read_columns(std::move(n).build(), std::move(r).build(), keeping_the_rest());
    CHECK(made.history.node_count() == 2);
    CHECK(made.history.relation_count() == 1);
    REQUIRE(made.report.rejected.size() == 3);
    CHECK(line_of(made.report.rejected[0]) == "nodes 2 id fr: node 'fr' stands here twice");
    CHECK(line_of(made.report.rejected[1]) == "nodes 3 id : the id is empty");
    CHECK_THAT(line_of(made.report.rejected[2]),
               Contains("relations 2 source 1: row 1 of nodes was rejected"));
}

TEST_CASE("bulk columns: words that are not UTF-8 are rejected as in files", "[io]") {
    const auto words = GENERATE(column_type::category, column_type::text);
    table_builder t{{"source", column_type::integer}, {"relation", words}, {"target", column_type::integer}};
    t.add_row({0, "met\xff with", 1});
    csv_options o = keeping_the_rest();
    o.add_types = true;
    const loaded_history made = read_columns(nodes(), std::move(t).build(), o);
    REQUIRE(made.report.rejected.size() == 1);
    CHECK(line_of(made.report.rejected[0]) ==
          "relations 1 relation 'met? with': the relation type is not UTF-8");
}

TEST_CASE("bulk columns: what a missing end means must be said", "[io]") {
    const table rows = relations(column_type::text, column_type::text, column_type::day);
    CHECK_THROWS_AS(read_columns(nodes(), rows), findings_error);
    csv_options unknown;
    unknown.missing_end = missing_end::unknown;
    unknown.types = {{"founded", "", missing_end::instantaneous}};
    const history h = read_columns(nodes(), rows, unknown).history;
    CHECK(h.at("2000").types({relation_type::member_of}).relation_count() == count{1, 2});
}

TEST_CASE("bulk columns: a column that is missing or holds something else is an error", "[io]") {
    table_builder t{{"id", column_type::flag}};
    const table flags = std::move(t).build();
    table_builder u{{"id", column_type::text}};
    const table alone = std::move(u).build();
    const table rows = relations(column_type::text, column_type::text, column_type::day);
    CHECK_THROWS_WITH(read_columns(flags, rows),
                      Contains("column 'id' of nodes holds flag; expected one of category, text"));
    CHECK_THROWS_WITH(read_columns(alone, rows), Contains("nodes have no column 'type'; they have 'id'"));
    CHECK_THROWS_WITH(read_columns(nodes(), alone), Contains("relations have no column 'source'"));
}

TEST_CASE("bulk columns: sooner stopped than finished", "[io]") {
    csv_options o = open_ended();
    o.tell = [](double, std::string_view) { return false; };
    const table rows = relations(column_type::text, column_type::text, column_type::day);
    try {
        (void)read_columns(nodes(), rows, o);
        FAIL("was not stopped");
    } catch (const error& e) {
        CHECK(e.code() == errc::cancelled);
    }
}

TEST_CASE("bulk columns: a table of edges makes the relations again", "[io]") {
    // What one history lists, another is made of: dates that are known to the day survive.
    const history h = read_csv_text(nodes_csv, relations_csv, open_ended()).history;
    const table rows = relations(column_type::category, column_type::category, column_type::day);
    const history again = read_columns(nodes(), rows, open_ended()).history;
    for (const char* on : {"1945-06-26", "1945-10-24", "1980-01-01", "2051-01-01"})
        CHECK(again.at(on).relation_count() == h.at(on).relation_count());
}
