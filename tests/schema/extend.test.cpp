// What data may add to a schema and what it may not.

#include "catch.hpp"

#include <comity/schema/schema.hpp>

#include <string>
#include <thread>
#include <vector>

using namespace comity;
using Catch::Matchers::Equals;
using Catch::Matchers::StartsWith;

namespace {

/// The message of the error that `call` throws, which must have that code.
template <class Call>
std::string message_of(errc code, Call&& call) {
    try {
        call();
    } catch (const error& e) {
        CHECK(static_cast<int>(e.code()) == static_cast<int>(code));
        return e.what();
    }
    return "nothing was thrown";
}

} // namespace

TEST_CASE("is_type_name: takes words joined by hyphens, perhaps after a prefix", "[schema]") {
    for (const char* name :
         {"a", "summit", "working-group", "b2b", "level-2", "x:foo", "cameo:010", "my-set:a-1"})
        CHECK(is_type_name(name));
    for (const char* name : {"", "-", "a-", "-a", "a--b", "2nd", "Summit", "a_b", "a b", "x:", ":a", "x:a:b",
                             "x:-a", "2:a", "é", "a\n"})
        CHECK_FALSE(is_type_name(name));
}

TEST_CASE("schema: an added kind has its parent's nature and the next number", "[schema]") {
    schema s;
    const kind exercise = s.add_kind({"cyber-exercise", "exercise", {}, "An exercise with computers."});
    const kind drill = s.add_kind({"x:drill", "cyber-exercise"});
    CHECK(to_index(exercise) == schema::first_added);
    CHECK(to_index(drill) == schema::first_added + 1);
    CHECK(s.definition(drill).nature == nature::act);
    CHECK(s.definition(drill).parent == exercise);
    CHECK(s.is_a(drill, kind::event));
    CHECK(s.find_kind("x:drill") == drill);
    CHECK(s.added_kinds().size() == 2);
    CHECK(s.kinds().size() == schema().kinds().size() + 2);
    CHECK(s.kind_limit() == schema::first_added + 2u);
    CHECK(schema().kind_limit() == schema().kinds().size());
}

TEST_CASE("schema: two labels in one language are refused", "[schema]") {
    schema s;
    const std::vector<label_text> twice{{"en", "A"}, {"fr", "B"}, {"en", "C"}};
    CHECK(message_of(errc::invalid_argument, [&] {
              s.add_kind({"drill", "exercise", twice, {}});
          }) == "kind 'drill': it has two labels in 'en'; expected one a language");
    CHECK_THAT(
        message_of(errc::invalid_argument, [&] { s.add_relation_type({.name = "likes", .labels = twice}); }),
        StartsWith("relation type 'likes': it has two labels"));
    CHECK_THAT(
        message_of(errc::invalid_argument, [&] { s.add_attribute_type({.name = "mood", .labels = twice}); }),
        StartsWith("attribute type 'mood': it has two labels"));
    CHECK(s == schema());
}

TEST_CASE("schema: a relation type under a prefix may run between any kinds", "[schema]") {
    schema s;
    const relation_type t = s.add_relation_type({.name = "cameo:010"});
    CHECK(s.admits(t, kind::person, kind::threat));
    CHECK(s.definition(t).inverse.empty());
}

TEST_CASE("schema: an added relation type keeps what it was given", "[schema]") {
    schema s;
    s.add_kind({"pipeline", "system"});
    const relation_type t = s.add_relation_type({.name = "supplies",
                                                 .inverse = "supplied-by",
                                                 .domain = {"pipeline", "state", "pipeline"},
                                                 .range = {"state"},
                                                 .nature = nature::state,
                                                 .flags = relation_flags::acyclic,
                                                 .definition = "The source sends its gas to the target."});
    const auto& d = s.definition(t);
    CHECK(d.domain == std::vector<kind>{*s.find_kind("pipeline"), kind::state});
    CHECK(d.range == std::vector<kind>{kind::state});
    CHECK(has(d.flags, relation_flags::acyclic));
    CHECK(s.find_inverse("supplied-by") == t);
    CHECK(s.admits(t, kind::state, kind::state));
    CHECK_FALSE(s.admits(t, kind::platform, kind::state));
}

TEST_CASE("schema: a symmetric relation type is its own inverse", "[schema]") {
    schema s;
    const relation_type t = s.add_relation_type(
        {.name = "borders", .domain = {"state"}, .range = {"state"}, .flags = relation_flags::symmetric});
    CHECK(s.definition(t).inverse == "borders");
}

TEST_CASE("schema: an added attribute type keeps what it was given", "[schema]") {
    schema s;
    const attribute_type t = s.add_attribute_type({.name = "sites-blocked", .value = value_type::number});
    CHECK(s.definition(t).value == value_type::number);
    CHECK_FALSE(s.definition(t).single);
    CHECK(s.find_attribute_type("sites-blocked") == t);
    CHECK(s.attribute_type_limit() == schema::first_added + 1u);
}

TEST_CASE("schema: a name that is no name is refused", "[schema]") {
    schema s;
    CHECK_THAT(message_of(errc::invalid_argument,
                          [&] {
                              s.add_kind({"Cyber Exercise", "exercise"});
                          }),
               StartsWith("'Cyber Exercise' can't name a kind: expected lower-case words joined by hyphens"));
    CHECK_THROWS_AS(s.add_relation_type({.name = ""}), error);
    CHECK_THROWS_AS(s.add_attribute_type({.name = "_"}), error);
    CHECK_THAT(
        message_of(errc::invalid_argument, [&] { s.add_relation_type({.name = "a", .inverse = "B"}); }),
        StartsWith("'B' can't name a relation type's inverse"));
}

TEST_CASE("schema: a name that is taken is refused", "[schema]") {
    schema s;
    CHECK_THAT(message_of(errc::duplicate_id,
                          [&] {
                              s.add_kind({"treaty", "event"});
                          }),
               Equals("kind 'treaty': the name is built in; use it as it is, or give yours a prefix such as "
                      "'x:treaty'"));
    s.add_kind({"drill", "exercise"});
    CHECK_THAT(message_of(errc::duplicate_id,
                          [&] {
                              s.add_kind({"drill", "exercise"});
                          }),
               Equals("kind 'drill': the name is already defined"));
    CHECK_THAT(message_of(errc::duplicate_id, [&] { s.add_relation_type({.name = "has-member"}); }),
               Equals("relation type 'has-member': the name is the inverse of 'member-of'"));
    CHECK_THROWS_AS(s.add_attribute_type({.name = "title"}), error);
    CHECK_NOTHROW(s.add_relation_type({.name = "drill"})); // the three lists are apart
}

TEST_CASE("schema: a kind needs a parent that is known", "[schema]") {
    schema s;
    CHECK_THAT(message_of(errc::invalid_argument,
                          [&] {
                              s.add_kind({"drill", ""});
                          }),
               StartsWith("kind 'drill': it needs a parent"));
    CHECK_THAT(message_of(errc::unknown_id,
                          [&] {
                              s.add_kind({"drill", "exercize"});
                          }),
               Equals("kind 'drill': unknown kind 'exercize', did you mean 'exercise'?"));
    CHECK_THROWS_AS(s.add_kind({"drill", "drill"}), error);
}

TEST_CASE("schema: domain and range must be known kinds", "[schema]") {
    schema s;
    CHECK_THAT(message_of(errc::unknown_id, [&] { s.add_relation_type({.name = "a", .domain = {"stat"}}); }),
               Equals("relation type 'a', domain: unknown kind 'stat', did you mean 'state'?"));
    CHECK_THAT(message_of(errc::unknown_id, [&] { s.add_relation_type({.name = "a", .range = {"qqqqqq"}}); }),
               Equals("relation type 'a', range: unknown kind 'qqqqqq'"));
}

TEST_CASE("schema: an inverse that is taken is refused", "[schema]") {
    schema s;
    CHECK_THAT(
        message_of(errc::duplicate_id, [&] { s.add_relation_type({.name = "a", .inverse = "signed"}); }),
        Equals("relation type 'a': its inverse 'signed' is itself a relation type"));
    CHECK_THAT(
        message_of(errc::duplicate_id, [&] { s.add_relation_type({.name = "a", .inverse = "signed-by"}); }),
        Equals("relation type 'a': its inverse 'signed-by' is already that of 'signed'"));
    CHECK_THAT(
        message_of(errc::schema_violation, [&] { s.add_relation_type({.name = "a", .inverse = "a"}); }),
        Equals("relation type 'a': only a symmetric relation type is its own inverse"));
}

TEST_CASE("schema: flags that can't be true together are refused", "[schema]") {
    schema s;
    const relation_flags symmetric = relation_flags::symmetric;
    CHECK_THAT(
        message_of(errc::schema_violation,
                   [&] { s.add_relation_type({.name = "a", .flags = symmetric | relation_flags::acyclic}); }),
        Equals("relation type 'a': it can't be symmetric and acyclic"));
    CHECK_THAT(message_of(errc::schema_violation,
                          [&] { s.add_relation_type({.name = "a", .inverse = "b", .flags = symmetric}); }),
               Equals("relation type 'a': it is symmetric, so its inverse is itself, not 'b'"));
    CHECK_THAT(message_of(errc::schema_violation,
                          [&] {
                              s.add_relation_type(
                                  {.name = "a", .domain = {"actor"}, .range = {"event"}, .flags = symmetric});
                          }),
               Equals("relation type 'a': it is symmetric, so its domain and range must be the same"));
}

TEST_CASE("schema: a refused addition leaves no trace", "[schema]") {
    schema s;
    CHECK_THROWS(s.add_kind({"drill", "nothing"}));
    CHECK_THROWS(s.add_relation_type({.name = "a", .inverse = "signed"}));
    CHECK_THROWS(s.add_attribute_type({.name = "title"}));
    CHECK(s == schema());
}

TEST_CASE("schema: adding the same to an equal schema gives the same ids", "[schema]") {
    schema s;
    s.add_kind({"drill", "exercise", {{"en", "drill"}}, "A small exercise."});
    s.add_relation_type(
        {.name = "drilled", .inverse = "drilled-by", .domain = {"actor"}, .range = {"drill"}});
    s.add_attribute_type({.name = "noise", .value = value_type::number, .single = true});

    // as an archive does it: the revision, and what was added in order
    schema again(s.revision());
    for (const auto& d : s.added_kinds())
        again.add_kind({d.name, std::string(s.name(d.parent)), d.labels, d.definition});
    for (const auto& d : s.added_relation_types()) {
        relation_type_spec spec{.name = d.name, .inverse = d.inverse, .nature = d.nature, .flags = d.flags};
        for (const kind k : d.domain) spec.domain.emplace_back(s.name(k));
        for (const kind k : d.range) spec.range.emplace_back(s.name(k));
        again.add_relation_type(spec);
    }
    for (const auto& d : s.added_attribute_types())
        again.add_attribute_type({d.name, d.value, d.single, d.labels, d.definition});
    CHECK(again == s);
}

TEST_CASE("schema: a copy is equal and apart", "[schema]") {
    schema s;
    schema copy = s;
    copy.add_kind({"drill", "exercise"});
    CHECK_FALSE(copy == s);
    CHECK_FALSE(s.find_kind("drill"));
}

TEST_CASE("schema: extending one leaves those that were copied from it, and the built-in one, as they were",
          "[schema]") {
    schema s;
    s.add_relation_type({.name = "x:drills-with"});
    const schema before = s;
    s.add_relation_type({.name = "x:trains"});
    s.add_kind({"x:drill", "exercise"});
    CHECK(before.find_relation_type("x:drills-with"));
    CHECK_FALSE(before.find_relation_type("x:trains"));
    CHECK_FALSE(before.find_kind("x:drill"));
    CHECK(schema().added_relation_types().empty());
    CHECK(schema().added_kinds().empty());
}

TEST_CASE("schema: copies may be extended by several threads at once", "[schema][threads]") {
    schema shared;
    shared.add_kind({"x:drill", "exercise"});
    std::vector<std::size_t> found(4);
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < found.size(); ++t)
        threads.emplace_back([own = shared, t, &found]() mutable {
            for (std::size_t i = 0; i <= t; ++i) own.add_kind({"x:drill-" + std::to_string(i), "x:drill"});
            found[t] = own.added_kinds().size();
        });
    for (std::thread& t : threads) t.join();
    CHECK(found == std::vector<std::size_t>{2, 3, 4, 5});
    CHECK(shared.added_kinds().size() == 1);
}

TEST_CASE("schema: holds as many types as two bytes can number, and says when it is full", "[schema]") {
    schema s;
    for (int i = 0; i < 64511; ++i) s.add_attribute_type({.name = "x:" + std::to_string(i)});
    CHECK(s.attribute_type_limit() == 65535u);
    CHECK_THAT(message_of(errc::limit_exceeded, [&] { s.add_attribute_type({.name = "x:last"}); }),
               Equals("a schema can't hold more than 64511 added attribute types: 'x:last' is one too many"));
    CHECK_FALSE(s.find_attribute_type("x:last"));
}
