#include <comity/io/load_report.hpp>

#include "catch.hpp"

using namespace comity;

TEST_CASE("load_report: adds up over its files and leaves as tables", "[io]") {
    load_report r;
    r.files.push_back({"a.csv", "s", 10, 7, 1, 2, 16, 3, 1, {"x", "y"}});
    r.files.push_back({"b.csv", "", 5, 5, 0, 0, 0, 0, 0, {}});
    r.choices.push_back({"missing end", "member-of", "open", 4});
    r.lenient.push_back({"a.csv", lenient_note::slash_date, 2, 3, "01/02/2003", "2003-02-01"});
    r.rejected.push_back({"a.csv", 4, 5, "end", "oops", "no date"});
    CHECK(r.rows() == 15);
    CHECK(r.rejected_rows() == 2);
    const table counts = load_counts_table(r);
    CHECK(counts.row_count() == 2);
    CHECK(counts["rows"].integer(0) == 10);
    CHECK(counts["separate"].integer(0) == 1);
    CHECK(counts["unused_columns"].text(0) == "x, y");
    CHECK(load_choices_table(r)["made"].text(0) == "open");
    CHECK(lenient_uses_table(r)["cells"].integer(0) == 2);
    CHECK(lenient_uses_table(r)["read_as"].text(0) == "2003-02-01");
    const table rejected = rejected_rows_table(r);
    CHECK(rejected["line"].integer(0) == 4);
    CHECK(rejected["reason"].text(0) == "no date");
    CHECK(rejected.note("rejected") == "2");
}
