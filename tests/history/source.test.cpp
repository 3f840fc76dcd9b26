#include "catch.hpp"

#include "support/telling.hpp"

#include <comity/history/history.hpp>

using namespace comity;
using namespace comity::test;

namespace {

source_record full_record() {
    source_record r;
    r.kind = "article";
    r.titles = {{"zh-Hant", "上合組織"}, {"en", "The SCO"}};
    r.authors = {"A. Author", "B. Writer"};
    r.publisher = "Journal";
    r.date = "2021-09-24";
    r.language = "zh";
    r.uri = "https://example.org/a";
    r.note = "translated";
    r.derived_from = {"older"};
    r.coverage = {{"member-of", "sco", "2001", "2021-09"}, {"", "", "", ""}};
    return r;
}

} // namespace

TEST_CASE("source: gives back everything that it was given", "[history]") {
    builder b;
    b.add_node("sco", kind::intergovernmental_organisation);
    source_of(b, "older");
    const source_id s = b.add_source("ciis", full_record());
    const source_record r = std::move(b).build().source(s).record();
    const source_record was = full_record();
    CHECK(r.kind == was.kind);
    CHECK(r.titles == was.titles);
    CHECK(r.authors == was.authors);
    CHECK(r.publisher == was.publisher);
    CHECK(r.date == was.date);
    CHECK(r.language == was.language);
    CHECK(r.uri == was.uri);
    CHECK(r.note == was.note);
    CHECK(r.derived_from == was.derived_from);
    REQUIRE(r.coverage.size() == 2);
    CHECK(r.coverage[0].what == "member-of");
    CHECK(r.coverage[0].scope == "sco");
    CHECK(r.coverage[0].from == "2001");
    CHECK(r.coverage[0].until == "2021-09");
    CHECK(r.coverage[1].what.empty());
}

TEST_CASE("source: has its title in the language asked for, else its first", "[history]") {
    builder b;
    b.add_node("sco", kind::intergovernmental_organisation);
    source_of(b, "older");
    const source_id s = b.add_source("ciis", full_record());
    const source_id bare = source_of(b, "bare");
    const history h = std::move(b).build();
    CHECK(h.source(s).title("en") == "The SCO");
    CHECK(h.source(s).title("fr") == "上合組織");
    CHECK(h.source(s).title() == "上合組織");
    CHECK(h.source(bare).title("en").empty());
}

TEST_CASE("source: has a date only where one was given", "[history]") {
    builder b;
    const source_id dated = source_of(b, "a", "2021-09~");
    const source_id undated = source_of(b, "b");
    const history h = std::move(b).build();
    CHECK(h.source(dated).dated()->text() == "2021-09~");
    CHECK_FALSE(h.source(undated).dated());
}

TEST_CASE("source: counts what it states", "[history]") {
    builder b;
    const node_id n = b.add_node("china", kind::state);
    const source_id one = source_of(b, "one");
    const source_id none = source_of(b, "none");
    b.add_statement(n, says(one));
    b.add_statement(n, says(one, "1949/.."));
    const history h = std::move(b).build();
    CHECK(h.source(one).statement_count() == 2);
    CHECK(h.source(none).statement_count() == 0);
}

TEST_CASE("source: equal is the same source of the same history", "[history]") {
    builder b;
    source_of(b, "a");
    source_of(b, "b");
    const history h = std::move(b).build();
    builder c;
    source_of(c, "a");
    const history other = std::move(c).build();
    CHECK(h.source(source_id{0}) == *h.find_source("a"));
    CHECK_FALSE(h.source(source_id{0}) == h.source(source_id{1}));
    CHECK_FALSE(h.source(source_id{0}) == other.source(source_id{0}));
}
