#include <comity/io/table.hpp>

#include "catch.hpp"
#include "support/telling.hpp"

#include <comity/error.hpp>
#include <comity/io/table_builder.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace comity;

namespace {

table small() {
    table_builder t{{"id", column_type::text},       {"kind", column_type::category},
                    {"rows", column_type::integer},  {"share", column_type::number},
                    {"inferred", column_type::flag}, {"begin", column_type::day}};
    t.add_row({"sco", "organisation", 8, 0.5, false, day(0)});
    t.add_row({"china", "state", -1, 2, true, std::nullopt});
    t.add_row({std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt, day(-1)});
    t.set_note("searched", "everything");
    return std::move(t).build();
}

std::string message_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const error& e) {
        return e.what();
    }
    return "nothing was thrown";
}

} // namespace

TEST_CASE("table: gives its cells back by column and row", "[io]") {
    const table t = small();
    REQUIRE(t.row_count() == 3);
    REQUIRE(t.column_count() == 6);
    CHECK(t["id"].text(1) == "china");
    CHECK(t["kind"].text(0) == "organisation");
    CHECK(t["kind"].category(1) == 1);
    CHECK(t["rows"].integer(1) == -1);
    CHECK(t["rows"].number(0) == 8.0);
    CHECK(t["share"].number(1) == 2.0);
    CHECK(t["inferred"].flag(1) == true);
    CHECK(t["begin"].day(0) == day(0));
    CHECK(t[5].name() == "begin");
}

TEST_CASE("table: a cell without a value is null in every type", "[io]") {
    const table t = small();
    for (const char* name : {"id", "kind", "rows", "share", "inferred"}) {
        CHECK(t[name].is_null(2));
        CHECK_FALSE(t[name].is_null(0));
        CHECK(t[name].null_count() == 1);
        CHECK(t[name].to_string(2).empty());
    }
    CHECK(t["id"].text(2).empty());
    CHECK_FALSE(t["rows"].integer(2));
    CHECK_FALSE(t["begin"].day(1));
}

TEST_CASE("table: buffers have the shape of Arrow's", "[io]") {
    const table t = small();
    const column_buffers& id = t["id"].buffers();
    CHECK(id.texts.offsets()[0] == 0);
    CHECK(id.texts.offsets()[2] == 8);
    CHECK(id.texts.offsets()[3] == 8);
    CHECK(std::string_view(id.texts.bytes(), 8) == "scochina");
    CHECK(id.validity[0] == 0b011);
    CHECK(*static_cast<const std::uint8_t*>(t["inferred"].buffers().values) == 0b010);
    CHECK(t["begin"].buffers().validity[0] == 0b101);
    CHECK(t["begin"].values<std::int32_t>()[2] == -1);
    for (const table_column& c : t.columns())
        if (c.buffers().values != nullptr)
            CHECK(reinterpret_cast<std::uintptr_t>(c.buffers().values) % 64 == 0);
}

TEST_CASE("table: a column without empty cells has no validity buffer", "[io]") {
    table_builder t{{"n", column_type::integer}};
    t.add_row({1});
    CHECK(std::move(t).build()["n"].buffers().validity == nullptr);
}

TEST_CASE("table: the error about a column that is not there names those that are", "[io]") {
    const table t = small();
    CHECK(message_of([&] { (void)t["knid"]; }) ==
          "this table has no column 'knid'; its columns are id, kind, rows, share, inferred, begin");
    CHECK(message_of([&] { (void)t[6]; }) == "this table has 6 columns, so there is no column 6");
    CHECK(message_of([&] { (void)table()["id"]; }) == "this table has no column 'id'; its columns are none");
}

TEST_CASE("table: a cell of another type or beyond the last row is an error", "[io]") {
    const table t = small();
    CHECK(message_of([&] { (void)t["kind"].integer(0); }) ==
          "column 'kind' holds values of type category, not integer");
    CHECK(message_of([&] { (void)t["kind"].values<double>(); }) ==
          "column 'kind' holds values of type category, not number");
    CHECK(message_of([&] { (void)t["kind"].text(3); }) == "column 'kind' has 3 rows, so there is no row 3");
}

TEST_CASE("table: prints itself aligned, numbers to the right", "[io]") {
    std::ostringstream out;
    out << small();
    CHECK(out.str() == "id     kind          rows  share  inferred  begin\n"
                       "-----  ------------  ----  -----  --------  ----------\n"
                       "sco    organisation     8    0.5  false     1970-01-01\n"
                       "china  state           -1      2  true\n"
                       "                                            1969-12-31\n"
                       "searched: everything\n");
}

TEST_CASE("table: prints no more rows and no wider cells than asked for", "[io]") {
    table_builder t{{"name", column_type::text}};
    t.add_row({"Shanghai\nCooperation"});
    t.add_row({"上海合作组织"});
    t.add_row({"third"});
    const table made = std::move(t).build();
    CHECK(to_string(made, {2, 12}) ==
          "name\n------------\nShanghai ...\n上海合作组织\n... and 1 more of 3 rows\n");
}

TEST_CASE("table: outlives whatever it was made of, and copies share", "[io]") {
    table copy;
    CHECK(copy.row_count() == 0);
    const table_column column = [&] {
        const table t = small();
        copy = t;
        return t["kind"];
    }();
    CHECK(column.text(1) == "state");
    CHECK(copy.note("searched") == "everything");
    CHECK(copy["kind"].buffers().values == column.buffers().values);
}

TEST_CASE("table: buffers of a stranger are checked", "[io]") {
    const std::vector<std::int32_t> codes{0, 2, 1};
    const std::uint8_t all_but_the_second = 0b101;
    const std::array<std::string_view, 2> words{"a", "b"};
    column_buffers b;
    b.type = column_type::category;
    b.rows = codes.size();
    b.values = codes.data();
    b.texts = text_list(words);
    CHECK(test::message_of([&] { (void)table_column::checked("x", b); }) ==
          "column 'x' has number 2 in row 1; its list has 2 texts, counted from 0");
    b.validity = &all_but_the_second;
    const table_column c = table_column::checked("x", b);
    CHECK(c.null_count() == 1);
    CHECK(c.text(2) == "b");
    const std::uint8_t all = 0b111;
    const std::vector<std::int32_t> sound{0, 1, 1};
    b.values = sound.data();
    b.validity = &all;
    CHECK(table_column::checked("x", b).buffers().validity == nullptr);
    b.values = nullptr;
    CHECK(test::message_of([&] { (void)table_column::checked("x", b); }) ==
          "column 'x' has rows and no values");
    b.type = column_type::text;
    CHECK(test::message_of([&] { (void)table_column::checked("x", b); }) ==
          "column 'x' has 2 texts for 3 rows");
}

TEST_CASE("table: a column can borrow memory that its owner keeps alive", "[io]") {
    auto values = std::make_shared<const std::vector<double>>(std::vector<double>{1, 2, 3});
    column_buffers b;
    b.type = column_type::number;
    b.rows = values->size();
    b.values = values->data();
    b.owner = values;
    const double* where = values->data();
    const table t({table_column("x", std::move(b))});
    values.reset();
    CHECK(t["x"].values<double>().data() == where);
    CHECK(t["x"].number(2) == 3.0);
}
