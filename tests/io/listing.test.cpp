#include <comity/io/listing.hpp>

#include "catch.hpp"
#include "support/sco.hpp"
#include "support/telling.hpp"

#include <comity/comity.hpp>

#include <cstdint>
#include <string>
#include <vector>

using namespace comity;
using test::says;
using test::text_value;

namespace {

/// Two states, their organisation, a treaty that one of them only proposes, and what two sources say of it.
history small() {
    builder b;
    source_record communique;
    communique.kind = "communique";
    communique.titles = {{"en", "Communique"}, {"zh", "公报"}};
    communique.authors = {"A", "B"};
    communique.date = "2012-06-07";
    communique.coverage.push_back({"member-of", "sco", "", "2012"});
    const source_id first = b.add_source("communique", communique);
    const source_id second = b.add_source("article", {});
    const node_id china = b.add_node("china", kind::state);
    const node_id russia = b.add_node("russia", kind::state);
    const node_id sco = b.add_node("sco", kind::intergovernmental_organisation);
    b.add_attribute(sco, text_value(attribute_type::name, "Shanghai Cooperation Organisation", "en"));
    b.add_attribute(sco, text_value(attribute_type::name, "上海合作组织", "zh-Hans"));
    b.set_period(sco, period_record::of("2001-06-15/.."));
    b.add_statement(sco, says(first));
    const relation_id member = b.add_relation(china, relation_type::member_of, sco, "china-in-sco");
    b.add_statement(member, says(first, "2001/.."));
    statement_record late = says(second, "2002/..");
    late.locator = "p3";
    b.add_statement(member, late);
    const relation_id second_member = b.add_relation(russia, relation_type::member_of, sco);
    b.set_period(second_member, period_record::of("2001-06-15/.."));
    statement_record derived = says(first);
    derived.rule = "founders are members";
    derived.premises = {"p1", "sco"};
    b.add_statement(second_member, derived);
    b.add_statement(b.add_node("code", kind::treaty), says(second, modality::proposed));
    attribute_record count = test::number_value(attribute_type::member_count, 8, number_bound::at_least);
    count.unit = "state";
    count.stated.push_back(says(second));
    b.add_attribute(sco, count);
    return std::move(b).build();
}

std::string row_of(const table& t, std::size_t row) {
    std::string text;
    for (const table_column& c : t.columns()) text += c.name() + '=' + c.to_string(row) + ' ';
    return text;
}

} // namespace

TEST_CASE("listing: nodes come with kind, name, dates, bounds and standing", "[io]") {
    const table t = nodes_table(small().all());
    REQUIRE(t.row_count() == 3);
    CHECK(t.column_names() == std::vector<std::string>{"id", "kind", "name", "dates", "begin_earliest",
                                                       "begin_latest", "end_earliest", "end_latest", "truth",
                                                       "modality", "disputed", "inferred", "sources",
                                                       "statements"});
    CHECK(row_of(t, 2) == "id=sco kind=intergovernmental-organisation name=Shanghai Cooperation Organisation "
                          "dates=2001-06-15/.. begin_earliest=2001-06-15 begin_latest=2001-06-15 "
                          "end_earliest=2012-06-07 end_latest= truth=certain modality=reported "
                          "disputed=false inferred=false sources=2 statements=2 ");
    CHECK(t["name"].text(0) == "china");
    CHECK(t["sources"].integer(0) == 0);
}

TEST_CASE("listing: nodes of one kind, with its subkinds, and names in the language asked for", "[io]") {
    const history h = small();
    CHECK(nodes_table(h.all(), kind::state).row_count() == 2);
    CHECK(nodes_table(h.all(), kind::actor).row_count() == 3);
    CHECK(nodes_table(h.all(), kind::organisation, {.language = "zh"})["name"].text(0) == "上海合作组织");
}

TEST_CASE("listing: what is only proposed is listed where the view shows it", "[io]") {
    const history h = small();
    const table t = nodes_table(h.all().modalities({modality::proposed}));
    REQUIRE(t.row_count() == 1);
    CHECK(t["id"].text(0) == "code");
    CHECK(t["modality"].text(0) == "proposed");
}

TEST_CASE("listing: relations come with both ends, disputed and inferred ones marked", "[io]") {
    const history h = small();
    const table t = relations_table(h.all());
    REQUIRE(t.row_count() == 2);
    CHECK(t["number"].integer(0) == 0);
    CHECK(t["id"].text(0) == "china-in-sco");
    CHECK(t["id"].is_null(1));
    CHECK(t["from"].text(1) == "russia");
    CHECK(t["type"].text(1) == "member-of");
    CHECK(t["to"].text(1) == "sco");
    CHECK(t["dates"].text(0) == h.relation(relation_id{0}).period().text());
    CHECK(t["dates"].text(1) == "2001-06-15/..");
    CHECK(t["disputed"].flag(0) == true);
    CHECK(t["disputed"].flag(1) == false);
    CHECK(t["inferred"].flag(1) == true);
    CHECK(t["sources"].integer(0) == 2);
    CHECK(relations_table(h.all(), relation_type::signed_).row_count() == 0);
}

TEST_CASE("listing: dates and bounds are those of each thing's own period", "[io]") {
    const history h = small();
    const table t = nodes_table(h.all());
    for (std::size_t row = 0; row < t.row_count(); ++row) {
        const period own = h[t["id"].text(row)].period();
        CHECK(t["dates"].text(row) == own.text());
        const auto bounded = [](day32 d) {
            return d == unbounded_below || d == unbounded_above ? std::nullopt : std::optional(day(d));
        };
        CHECK(t["begin_earliest"].day(row) == bounded(own.bounds().b1));
        CHECK(t["end_latest"].day(row) == bounded(own.bounds().e2));
    }
}

TEST_CASE("listing: ids are numbered alike in every table of a history", "[io]") {
    const history h = small();
    const table nodes = nodes_table(h.all());
    const table relations = relations_table(h.all());
    CHECK(nodes["id"].category(2) == relations["to"].category(0));
    CHECK(static_cast<std::uint32_t>(*nodes["id"].category(2)) == to_index(h["sco"].number()));
}

TEST_CASE("listing: only kinds and types that occur become categories", "[io]") {
    const history h = small();
    CHECK(nodes_table(h.all())["kind"].buffers().texts.size() == 2);
    CHECK(relations_table(h.all())["type"].buffers().texts.size() == 1);
}

TEST_CASE("listing: a fact asked back brings its sources and locators along", "[io]") {
    const history h = small();
    const table t = statements_of(h.relation(relation_id{0}));
    REQUIRE(t.row_count() == 2);
    CHECK(row_of(t, 1) == "about=china-in-sco slots=existence begin end source=article locator=p3 "
                          "modality=reported denies=false begin=2002 end=.. attribute= value= inferred=false "
                          "rule= premises= quote= ");
    const table derived = statements_of(h.relation(relation_id{1}));
    REQUIRE(derived.row_count() == 1);
    CHECK(derived["about"].text(0) == "russia member-of sco");
    CHECK(derived["locator"].is_null(0));
    CHECK(derived["rule"].text(0) == "founders are members");
    CHECK(derived["premises"].text(0) == "p1; sco");
}

TEST_CASE("listing: statements of a history, of a view and of one value", "[io]") {
    const history h = small();
    CHECK(statements_table(h).row_count() == h.statement_count());
    CHECK(statements_table(h.all()).row_count() == h.statement_count() - 1); // the code is not reported
    const table of_sco = statements_of(h["sco"]);
    REQUIRE(of_sco.row_count() == 2);
    CHECK(of_sco["attribute"].text(1) == "member-count");
    CHECK(of_sco["value"].text(1) == "at-least 8 state");
    CHECK(of_sco["slots"].text(1) == "value");
}

TEST_CASE("listing: attributes come with number, bound, unit and who states them", "[io]") {
    const history h = small();
    CHECK(attributes_table(h).row_count() == 3);
    CHECK(attributes_table(h.all()).row_count() == 3);
    const table t = attributes_of(h["sco"]);
    REQUIRE(t.row_count() == 3);
    CHECK(row_of(t, 2) == "about=sco attribute=member-count value=at-least 8 state number=8 bound=at-least "
                          "unit=state language= begin= end= disputed=false sources=article ");
    CHECK(t["language"].text(1) == "zh-Hans");
    CHECK(t["sources"].text(0) == "communique");
    CHECK(t["number"].is_null(0));
}

TEST_CASE("listing: sources come with what they cover and how much they state", "[io]") {
    const table t = sources_table(small(), {.language = "zh"});
    REQUIRE(t.row_count() == 2);
    CHECK(row_of(t, 0) == "id=communique kind=communique title=公报 authors=A; B publisher= date=2012-06-07 "
                          "language= uri= derived_from= coverage=member-of of sco until 2012 note= "
                          "statements=3 ");
    CHECK(t["kind"].is_null(1));
}

TEST_CASE("listing: the summary counts kinds and types, the most frequent first", "[io]") {
    const table t = summary_table(small().at("2001-06"));
    REQUIRE(t.row_count() == 3);
    CHECK(row_of(t, 0) == "what=kind name=state label=state certain=0 possible=2 ");
    CHECK(t["name"].text(2) == "member-of");
    CHECK(t["possible"].integer(2) == 2);
    CHECK(t.note("seen") == small().at("2001-06").describe());
}

TEST_CASE("listing: every node and relation of the SCO brings its sources and locators along", "[io]") {
    const auto told = [](const fact& f) {
        const table t = statements_of(f);
        bool complete = t.row_count() > 0;
        for (std::size_t row = 0; row < t.row_count(); ++row)
            complete = complete && !t["source"].text(row).empty() && !t["locator"].text(row).empty();
        return complete;
    };
    std::string without;
    std::size_t asked = 0;
    const history& h = sco();
    for (std::uint32_t n = 0; n < h.node_count(); ++n, ++asked)
        if (const node one = h.node(node_id{n}); !told(one)) without += std::string(one.id()) + ' ';
    for (std::uint32_t r = 0; r < h.relation_count(); ++r, ++asked)
        if (!told(h.relation(relation_id{r}))) without += std::to_string(r) + ' ';
    CHECK(asked > 800);
    CHECK(without == "");
}
