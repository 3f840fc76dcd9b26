#include <comity/io/table_builder.hpp>

#include "catch.hpp"

#include <comity/error.hpp>
#include <comity/time/bounds.hpp>

#include <array>
#include <functional>
#include <string>
#include <string_view>

using namespace comity;

namespace {

std::string message_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const error& e) {
        return e.what();
    }
    return "nothing was thrown";
}

} // namespace

TEST_CASE("table_builder: takes optional values, truths and strings as cells", "[io]") {
    table_builder t{
        {"truth", column_type::category}, {"name", column_type::text}, {"n", column_type::number}};
    const std::optional<std::string> named = "sco";
    t.add_row({truth::certain, named, std::optional<int>()});
    t.add_row({truth::possible, std::optional<std::string_view>(), 3u});
    const table made = std::move(t).build();
    CHECK(made["truth"].text(0) == "certain");
    CHECK(made["name"].text(0) == "sco");
    CHECK(made["name"].is_null(1));
    CHECK(made["n"].is_null(0));
    CHECK(made["n"].number(1) == 3.0);
}

TEST_CASE("table_builder: an empty table keeps its columns", "[io]") {
    const table made = table_builder{{"id", column_type::text}, {"c", column_type::category}}.build();
    CHECK(made.row_count() == 0);
    CHECK(made["id"].type() == column_type::text);
    CHECK(made["c"].buffers().texts.size() == 0);
}

TEST_CASE("table_builder: equal texts of a category column share a number", "[io]") {
    table_builder t;
    column_builder& c = t.add_column("c", column_type::category);
    for (const char* text : {"a", "b", "a", "", "b"}) c.text(text);
    const table made = std::move(t).build();
    CHECK(made["c"].buffers().texts.size() == 3);
    CHECK(made["c"].category(2) == 0);
    CHECK(made["c"].category(4) == 1);
    CHECK(made["c"].text(3).empty());
    CHECK_FALSE(made["c"].is_null(3));
}

TEST_CASE("table_builder: categories given beforehand keep their order and admit no other", "[io]") {
    const std::array<std::string_view, 3> names{"no", "possible", "certain"};
    table_builder t;
    column_builder& c = t.add_column("c", text_list(names));
    c.category(2);
    c.text("no");
    CHECK(message_of([&] { c.text("perhaps"); }) ==
          "column 'c' has no category 'perhaps': its categories were given");
    CHECK(message_of([&] { c.category(3); }) == "column 'c' has 3 categories, so there is no category 3");
    const table made = std::move(t).build();
    REQUIRE(made.row_count() == 2);
    CHECK(made["c"].text(0) == "certain");
    CHECK(made["c"].category(1) == 0);
}

TEST_CASE("table_builder: refuses a value of another type", "[io]") {
    table_builder t{{"n", column_type::integer}};
    CHECK(message_of([&] { t.add_row({"three"}); }) == "column 'n' takes values of type integer, not text");
    CHECK(message_of([&] { t.add_row({1.5}); }) == "column 'n' takes values of type integer, not number");
    CHECK(message_of([&] { t.add_row({true}); }) == "column 'n' takes values of type integer, not flag");
}

TEST_CASE("table_builder: a row must have as many cells as there are columns", "[io]") {
    table_builder t{{"a", column_type::integer}, {"b", column_type::integer}};
    CHECK(message_of([&] { t.add_row({1, 2, 3}); }) == "a row of 3 cells for a table of 2 columns");
}

TEST_CASE("table_builder: columns of different length or one name are no table", "[io]") {
    table_builder t;
    t.add_column("a", column_type::integer).integer(1);
    t.add_column("b", column_type::integer);
    CHECK(message_of([&] { (void)std::move(t).build(); }) ==
          "columns of a table must be of one length: 'a' has 1 rows, 'b' has 0");
    table_builder twice{{"a", column_type::integer}, {"a", column_type::integer}};
    CHECK(message_of([&] { (void)std::move(twice).build(); }) == "a table can't have two columns 'a'");
}

TEST_CASE("table_builder: finished columns stand among those that are filled", "[io]") {
    table_builder first{{"a", column_type::integer}};
    first.add_row({7});
    const table made = std::move(first).build();
    table_builder t;
    t.add_column("before", column_type::text);
    t.add_column(made["a"]);
    t.add_column("after", column_type::flag);
    t.add_row({"x", true});
    const table both = std::move(t).build();
    CHECK(both.column_names() == std::vector<std::string>{"before", "a", "after"});
    CHECK(both["a"].buffers().values == made["a"].buffers().values);
}

TEST_CASE("table_builder: an unbounded day, or one that saturated, is an empty cell", "[io]") {
    column_builder c("d", column_type::day);
    c.bounded_day(unbounded_below);
    c.bounded_day(12);
    for (const day32 none : {unbounded_above, first_day32, last_day32}) c.bounded_day(none);
    const table_column made = std::move(c).build();
    CHECK(made.null_count() == 4);
    CHECK(made.day(1) == day(12));
}

TEST_CASE("table_builder: validity is right across bytes", "[io]") {
    column_builder c("n", column_type::integer);
    for (int i = 0; i < 100; ++i) {
        if (i >= 17 && i % 3 == 0)
            c.null();
        else
            c.integer(i);
    }
    const table_column made = std::move(c).build();
    for (std::size_t i = 0; i < 100; ++i) CHECK(made.is_null(i) == (i >= 17 && i % 3 == 0));
}
