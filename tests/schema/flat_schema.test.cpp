// A schema as bytes, and one that is not read before somebody asks.

#include "schema/flat_schema.hpp"

#include "catch.hpp"

#include <comity/error.hpp>

#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace comity;
using comity::detail::flat_names;
using comity::detail::flat_schema;
using comity::detail::flatten;

namespace {

/// Additions of every sort, in an order that is not that of their names.
schema drills() {
    schema s;
    s.add_kind({"x:drill", "exercise", {{"en", "drill"}, {"zh", "演习"}}, "An exercise at short notice."});
    s.add_kind({"x:b", "event"});
    s.add_kind({"x:alarm", "x:drill"});
    s.add_relation_type({.name = "x:trains",
                         .inverse = "x:trained-by",
                         .domain = {"actor"},
                         .range = {"x:drill", "person"},
                         .nature = nature::act,
                         .mapping = "wdt:P1",
                         .labels = {{"en", "trains"}}});
    s.add_relation_type({.name = "x:meets", .flags = relation_flags::symmetric});
    s.add_attribute_type({"x:length", value_type::number, true});
    s.add_attribute_type({"x:alias"});
    return s;
}

/// The numbers from 0 in a shuffled order, as names.
schema made_up(std::mt19937& random, std::size_t most) {
    schema s;
    const auto some = [&](auto&& add) {
        for (std::size_t left = random() % most; left != 0; --left) try {
                add("m:" + std::to_string(random() % (4 * most)));
            } catch (const error&) { // the name was taken
            }
    };
    some([&](const std::string& name) { s.add_kind({name, "event"}); });
    some([&](const std::string& name) { s.add_relation_type({.name = name}); });
    some([&](const std::string& name) { s.add_attribute_type({.name = name}); });
    return s;
}

template <class Definition>
void check_names(const flat_names& names, std::span<const Definition> all) {
    REQUIRE(names.size() == all.size());
    for (std::uint32_t n = 0; n < all.size(); ++n) {
        CHECK(names[n] == all[n].name);
        CHECK(names.find(all[n].name) == n);
        CHECK_FALSE(names.find(all[n].name + "-"));
    }
    CHECK_FALSE(names.find(""));
    CHECK_FALSE(names.find("person"));
}

bool is_corrupt(const flat_schema& flat) {
    try {
        (void)read(flat);
    } catch (const error& e) {
        return e.code() == errc::corrupt_file;
    }
    return false;
}

} // namespace

TEST_CASE("flat schema: what was added comes back with the same numbers", "[schema]") {
    CHECK(read(flatten(drills())) == drills());
    CHECK(read(flatten(schema())) == schema());
    CHECK(flatten(schema()).bytes.empty());
}

TEST_CASE("flat schema: names are found where they lie", "[schema][property]") {
    std::mt19937 random(7);
    for (const std::size_t most : {1u, 2u, 3u, 10u, 100u}) {
        const schema s = made_up(random, most);
        const flat_schema flat = flatten(s);
        check_names(flat.kinds, s.added_kinds());
        check_names(flat.relation_types, s.added_relation_types());
        check_names(flat.attribute_types, s.added_attribute_types());
    }
}

TEST_CASE("flat schema: unread it says which names and numbers there are", "[schema]") {
    const schema whole = drills();
    const schema unread(flatten(whole));
    for (const char* name : {"x:drill", "x:b", "x:alarm", "exercise", "x:none"})
        CHECK(unread.find_kind(name) == whole.find_kind(name));
    for (const char* name : {"x:trains", "x:meets", "member-of", "x:trained-by"})
        CHECK(unread.find_relation_type(name) == whole.find_relation_type(name));
    for (const char* name : {"x:length", "x:alias", "title", "x:none"})
        CHECK(unread.find_attribute_type(name) == whole.find_attribute_type(name));
    CHECK(unread.kind_limit() == whole.kind_limit());
    CHECK(unread.relation_type_limit() == whole.relation_type_limit());
    CHECK(unread.attribute_type_limit() == whole.attribute_type_limit());
    for (std::uint16_t n = 0; n < schema::first_added + 5; ++n) {
        CHECK(unread.contains(kind(n)) == whole.contains(kind(n)));
        CHECK(unread.contains(relation_type(n)) == whole.contains(relation_type(n)));
        CHECK(unread.contains(attribute_type(n)) == whole.contains(attribute_type(n)));
    }
}

TEST_CASE("flat schema: it is read when somebody asks for a definition", "[schema]") {
    const schema whole = drills();
    const kind drill = *whole.find_kind("x:drill");
    const relation_type trains = *whole.find_relation_type("x:trains");
    CHECK(schema(flatten(whole)) == whole);
    CHECK(schema(flatten(whole)).definition(trains) == whole.definition(trains));
    CHECK(schema(flatten(whole)).find_inverse("x:trained-by") == trains);
    CHECK(schema(flatten(whole)).admits(trains, kind::person, drill));
    CHECK_FALSE(schema(flatten(whole)).admits(trains, drill, drill));
    CHECK(schema(flatten(whole)).is_a(*whole.find_kind("x:alarm"), kind::event));
    CHECK(schema(flatten(whole)).kinds_under(kind::event) == whole.kinds_under(kind::event));
    CHECK(schema(flatten(whole)).nearest_kind("x:dril") == "x:drill");
    CHECK(schema(flatten(whole)).kind_named("x:drill") == drill);
    CHECK_THROWS_AS((void)schema(flatten(whole)).kind_named("x:dril"), error);
    CHECK(schema(flatten(whole)).added_kinds().size() == 3);
    CHECK(schema(flatten(whole)).relation_types().size() == whole.relation_types().size());
}

TEST_CASE("flat schema: an unread schema is extended like any other", "[schema]") {
    schema unread(flatten(drills()));
    const schema before = unread;
    schema whole = drills();
    CHECK(unread.add_kind({"x:c", "x:drill"}) == whole.add_kind({"x:c", "x:drill"}));
    CHECK_THROWS_AS(unread.add_kind({"x:b", "event"}), error);
    CHECK(unread == whole);
    CHECK(before == drills());
}

TEST_CASE("flat schema: several threads may be the first to ask", "[schema][threads]") {
    const schema whole = drills();
    const schema unread(flatten(whole));
    std::vector<std::string_view> found(4);
    std::vector<std::thread> threads;
    for (std::string_view& name : found)
        threads.emplace_back([own = unread, &name] { name = own.name(*own.find_kind("x:alarm")); });
    for (std::thread& t : threads) t.join();
    CHECK(found == std::vector<std::string_view>(4, "x:alarm"));
}

TEST_CASE("flat schema: bytes that end too early are refused and crash nobody", "[schema]") {
    const flat_schema whole = flatten(drills());
    for (std::size_t size = 1; size < whole.bytes.size(); ++size) {
        flat_schema cut = whole;
        cut.bytes = whole.bytes.substr(0, size);
        cut.kinds = {cut.bytes, whole.kinds.at(), whole.kinds.by_name()};
        for (const char* name : {"", "x:a", "x:alarm", "x:z"}) (void)cut.kinds.find(name);
        if (!is_corrupt(cut)) FAIL("cut to " << size << " bytes");
    }
}

TEST_CASE("flat schema: names that are not those of the definitions are refused", "[schema]") {
    const flat_schema whole = flatten(drills());
    const auto altered = [&](std::vector<std::uint32_t> at, std::vector<std::uint32_t> by_name) {
        flat_schema flat = whole;
        flat.kinds = {whole.bytes, at, by_name};
        return is_corrupt(flat);
    };
    const std::vector<std::uint32_t> at(whole.kinds.at().begin(), whole.kinds.at().end());
    const std::vector<std::uint32_t> by_name(whole.kinds.by_name().begin(), whole.kinds.by_name().end());
    CHECK_FALSE(altered(at, by_name));
    CHECK_FALSE(altered({}, {})); // as in files of the first builds
    CHECK(altered({at[0], at[1]}, {0, 1}));
    CHECK(altered({at[1], at[0], at[2]}, by_name));
    CHECK(altered({at[0], at[1], ~0u}, by_name));
    CHECK(altered(at, {0, 1, 2}));
    CHECK(altered(at, {2, 1, 1}));
    CHECK(altered(at, {2, 1, 9}));
}
