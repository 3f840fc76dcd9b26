#include "catch.hpp"

#include <comity/schema/schema.hpp>

#include <algorithm>
#include <concepts>
#include <string>
#include <vector>

using namespace comity;
using Catch::Matchers::Contains;
using Catch::Matchers::Equals;

static_assert(std::regular<schema>);

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

TEST_CASE("schema: finds by name, and nothing for an unknown one", "[schema]") {
    const schema s;
    CHECK(s.find_kind("summit") == kind::summit);
    CHECK(s.find_relation_type("implements") == relation_type::implements);
    CHECK(s.find_attribute_type("ordinal") == attribute_type::ordinal);
    CHECK_FALSE(s.find_kind("sumit"));
    CHECK_FALSE(s.find_kind(""));
    CHECK_FALSE(s.find_kind("working_group"));
}

TEST_CASE("schema: finds a relation type by its inverse", "[schema]") {
    const schema s;
    CHECK(s.find_inverse("has-member") == relation_type::member_of);
    CHECK(s.find_inverse("same-as") == relation_type::same_as);
    CHECK_FALSE(s.find_inverse("member-of"));
    CHECK_FALSE(s.find_inverse(""));
}

TEST_CASE("schema: an unknown name is an error that says what was probably meant", "[schema]") {
    const schema s;
    CHECK_THAT(message_of(errc::unknown_id, [&] { (void)s.kind_named("sumit"); }),
               Equals("unknown kind 'sumit', did you mean 'summit'?"));
    CHECK_THAT(message_of(errc::unknown_id, [&] { (void)s.kind_named("working_group"); }),
               Equals("unknown kind 'working_group', did you mean 'working-group'?"));
    CHECK_THAT(message_of(errc::unknown_id, [&] { (void)s.relation_type_named("implement"); }),
               Equals("unknown relation type 'implement', did you mean 'implements'?"));
    CHECK_THAT(message_of(errc::unknown_id, [&] { (void)s.attribute_type_named("tittle"); }),
               Equals("unknown attribute type 'tittle', did you mean 'title'?"));
    CHECK_THAT(message_of(errc::unknown_id, [&] { (void)s.kind_named("qwertyuiop"); }),
               Equals("unknown kind 'qwertyuiop'"));
}

TEST_CASE("schema: an inverse used as a relation type is told so", "[schema]") {
    const schema s;
    CHECK_THAT(
        message_of(errc::unknown_id, [&] { (void)s.relation_type_named("signed-by"); }),
        Equals("'signed-by' is the inverse of relation type 'signed': use that one, with source and target "
               "exchanged"));
}

TEST_CASE("schema: is_a follows the tree upwards only", "[schema]") {
    const schema s;
    CHECK(s.is_a(kind::convention, kind::convention));
    CHECK(s.is_a(kind::framework_convention, kind::instrument));
    CHECK(s.is_a(kind::council_session, kind::meeting));
    CHECK_FALSE(s.is_a(kind::instrument, kind::convention));
    CHECK_FALSE(s.is_a(kind::organ, kind::organisation));
    CHECK(s.root_of(kind::council_session) == kind::event);
    CHECK(s.root_of(kind::actor) == kind::actor);
}

TEST_CASE("schema: kinds_under is the set of which is_a holds", "[schema]") {
    schema s;
    s.add_kind({"cyber-exercise", "exercise"});
    for (const auto& ancestor : s.kinds()) {
        const kind_set under = s.kinds_under(ancestor.id);
        for (const auto& d : s.kinds()) CHECK(under.contains(d.id) == s.is_a(d.id, ancestor.id));
    }
}

TEST_CASE("schema: admits what domain and range admit, with the kinds under them", "[schema]") {
    const schema s;
    CHECK(s.admits(relation_type::signed_, kind::state, kind::convention));
    CHECK(s.admits(relation_type::signed_, kind::bloc, kind::memorandum));
    CHECK_FALSE(s.admits(relation_type::signed_, kind::summit, kind::convention));
    CHECK_FALSE(s.admits(relation_type::signed_, kind::state, kind::summit));
    CHECK(s.admits(relation_type::about, kind::claim, kind::topic)); // admits any
    CHECK(s.admits(relation_type::organ_of, kind::expert_group, kind::organ));
}

TEST_CASE("schema: admits agrees with is_a over domain and range, added kinds and types among them",
          "[schema]") {
    schema s;
    s.add_kind({"cyber-exercise", "exercise"});
    s.add_relation_type({.name = "rehearses", .domain = {"exercise"}, .range = {"threat", "practice"}});
    s.add_relation_type({.name = "x:any"});
    s.add_kind({"x:drill", "cyber-exercise"});
    const auto among = [&](kind k, const std::vector<kind>& wanted) {
        return wanted.empty() ||
               std::any_of(wanted.begin(), wanted.end(), [&](kind w) { return s.is_a(k, w); });
    };
    std::size_t differences = 0;
    for (const auto& t : s.relation_types())
        for (const auto& k : s.kinds()) {
            differences +=
                s.admits(t.id, k.id, kind::treaty) != (among(k.id, t.domain) && among(kind::treaty, t.range));
            differences +=
                s.admits(t.id, kind::summit, k.id) != (among(kind::summit, t.domain) && among(k.id, t.range));
        }
    CHECK(differences == 0);
}

TEST_CASE("schema: an id of another schema is an error, not a no", "[schema]") {
    const schema s;
    schema larger;
    const kind k = larger.add_kind({"cyber-exercise", "exercise"});
    CHECK_FALSE(s.contains(k));
    CHECK_FALSE(s.contains(kind{}));
    CHECK_FALSE(s.contains(kind(1023)));
    CHECK_THAT(message_of(errc::unknown_id, [&] { (void)s.is_a(k, kind::event); }),
               Equals("kind number 1024 is not of this schema"));
    CHECK_THROWS_AS((void)s.is_a(kind::event, k), error);
    CHECK_THROWS_AS((void)s.kinds_under(k), error);
    CHECK_THROWS_AS((void)s.definition(kind{}), error);
    CHECK_THROWS_AS((void)s.admits(relation_type::about, k, kind::topic), error);
    CHECK_THROWS_AS((void)s.definition(relation_type{}), error);
    CHECK_THROWS_AS((void)s.definition(attribute_type{}), error);
    CHECK_THROWS_AS(s.require(k), error);
    CHECK_THROWS_AS(s.require(relation_type{}), error);
    CHECK_THROWS_AS(s.require(attribute_type{}), error);
    CHECK_NOTHROW(larger.require(k));
}

TEST_CASE("schema: a label is given in the language nearest to the one asked for", "[schema]") {
    schema s;
    const kind k =
        s.add_kind({"cyber-exercise", "exercise", {{"en", "cyber exercise"}, {"zh-Hans", "网络演习"}}});
    CHECK(s.label(k) == "cyber exercise");
    CHECK(s.label(k, "zh-Hans") == "网络演习");
    CHECK(s.label(k, "zh-Hant") == "网络演习");
    CHECK(s.label(k, "ru") == "cyber exercise");
    CHECK(s.label(s.add_kind({"x:only-chinese", "event", {{"zh", "事"}}}), "ru") == "事");
    CHECK(s.label(s.add_kind({"x:unlabelled", "event"})) == "x:unlabelled");
    CHECK(s.label(relation_type::part_of) == "part of");
    CHECK(s.label(attribute_type::uri) == "web address");
}

TEST_CASE("schema: an unknown revision is refused", "[schema]") {
    CHECK(schema(1) == schema());
    CHECK_THAT(message_of(errc::unsupported, [] { schema s(2); }),
               Contains("revision 2 of the built-in ontology is not known"));
    CHECK_THROWS_AS(schema(0), error);
}
