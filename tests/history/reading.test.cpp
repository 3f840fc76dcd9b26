#include "catch.hpp"

#include "support/telling.hpp"

#include <comity/comity.hpp>

using namespace comity;
using namespace comity::test;

namespace {

/// One summit that two sources put on different days, and one that a second source refines.
history two_voices() {
    builder b;
    source_record article;
    article.kind = "article";
    article.date = "2021";
    source_record communique;
    communique.kind = "communique";
    communique.date = "2010-05";
    const source_id a = b.add_source("article", article);
    const source_id c = b.add_source("communique", communique);
    source_record copy = article;
    copy.date = "2022";
    copy.derived_from = {"article"};
    const source_id d = b.add_source("copy", copy);
    const auto state = [&b](node_id n, source_id s, const char* day) {
        statement_record r;
        r.source = s;
        r.period = period_record::of(day);
        b.add_statement(n, r);
    };
    const node_id moved = b.add_node("moved", kind::summit);
    state(moved, a, "2020-10-11");
    state(moved, c, "2020-11-10");
    state(moved, d, "2020-10-11");
    const node_id refined = b.add_node("refined", kind::summit);
    state(refined, a, "2009");
    state(refined, c, "2009-06-16");
    return std::move(b).build();
}

} // namespace

TEST_CASE("reading: what one refines is agreement, not dispute", "[history]") {
    const history h = two_voices();
    CHECK_FALSE(h["refined"].disputed());
    CHECK(h.at("2009-06-16").shows(h["refined"]) == truth::certain);
}

TEST_CASE("reading: the default decides nothing, marks, and shows each value as possible", "[history]") {
    const history h = two_voices();
    CHECK(h["moved"].disputed());
    CHECK(h.at("2020-10-11").shows(h["moved"]) == truth::possible);
    CHECK(h.at("2020-11-10").shows(h["moved"]) == truth::possible);
    CHECK(h.at("2020-10-20").shows(h["moved"]) == truth::no);
    CHECK(h.all().period_of(h["moved"]).text() == "[2020-10-11,2020-11-10]");
}

TEST_CASE("reading: by source, only what that source states counts", "[history]") {
    const history h = two_voices();
    const view said = h.all().sources({"article"});
    CHECK_FALSE(said.disputed(h["moved"]));
    CHECK(said.at("2020-10-11").shows(h["moved"]) == truth::certain);
    CHECK(said.at("2009-06-16").shows(h["refined"]) == truth::possible);
}

TEST_CASE("reading: what nobody states who counts is not seen", "[history]") {
    const history h = two_voices();
    CHECK(h.all().sources({"copy"}).shows(h["refined"]) == truth::no);
}

TEST_CASE("reading: stated_by leaves out sources that may be later", "[history]") {
    const history h = two_voices();
    CHECK(h.all().stated_by("2015").period_of(h["moved"]).text() == "2020-11-10");
    CHECK_THROWS_AS(h.all().stated_by("2015").stated_by("2016"), error);
}

TEST_CASE("reading: nothing is stated by a year before all that can be counted", "[history]") {
    const history h = two_voices();
    CHECK(h.all().stated_by("Y-99999999999999999999").node_count() == count{});
    CHECK(h.all().stated_by("Y99999999999999999999").node_count() == h.all().node_count());
}

TEST_CASE("reading: what was stated by takes one range of days that ends", "[history]") {
    const history h = two_voices();
    for (const char* day : {"1990/..", "2001/2003", "[2001,2003]", "2001-XX-15", "[2001..]"}) {
        INFO(day);
        CHECK(code_of([&] { (void)h.all().stated_by(day); }) == static_cast<int>(errc::invalid_argument));
        reading r;
        r.stated_by = date::parse(day);
        CHECK(code_of([&] { (void)h.all().read_as(r); }) == static_cast<int>(errc::invalid_argument));
    }
    CHECK(h.all().stated_by("[..2015]").node_count() == h.all().stated_by("2015").node_count());
}

TEST_CASE("reading: each policy decides by its own rule", "[history]") {
    const history h = two_voices();
    const auto decided = [&h](const policy& p) {
        const view v = h.all().settled_by(p);
        return v.period_of(h["moved"]).text() + (v.disputed(h["moved"]) ? " disputed" : "");
    };
    CHECK(decided(policy::by_source({"communique", "article"})) == "2020-11-10");
    CHECK(decided(policy::by_source_kind({"article"})) == "2020-10-11");
    CHECK(decided(policy::newest()) == "2020-10-11");
    CHECK(decided(policy::most_precise()) == "[2020-10-11,2020-11-10] disputed");
    CHECK(decided(policy::none()) == "[2020-10-11,2020-11-10] disputed");
}

TEST_CASE("reading: a statement that agrees with all sides does not keep a policy from deciding",
          "[history]") {
    builder b;
    const node_id n = b.add_node("summit", kind::summit);
    const auto state = [&b, n](const char* id, const char* written, const char* day) {
        source_record source;
        source.date = written;
        statement_record r;
        r.source = b.add_source(id, source);
        r.period = period_record::of(day);
        b.add_statement(n, r);
    };
    state("a", "1991", "1990-01-02");
    state("b", "1992", "1990-01-03");
    state("c", "2000", "1990");
    const history h = std::move(b).build();
    const auto decided = [&h](const policy& p) {
        return h.all().settled_by(p).period_of(h["summit"]).text();
    };
    CHECK(decided(policy::by_source({"c", "a"})) == "1990-01-02");
    CHECK(decided(policy::newest()) == "1990-01-03");
    CHECK(decided(policy::by_source({"c"})) == "[1990-01-02,1990-01-03]");
}

TEST_CASE("reading: the text of a period has the dates that a policy upholds, marked ones or open ones too",
          "[history]") {
    builder b;
    for (const auto& [id, day] : {std::pair("older", "2010"), std::pair("newer", "2020")}) {
        source_record r;
        r.date = day;
        b.add_source(id, r);
    }
    const auto say = [&b](node_id n, const char* source, const char* begin, const char* end) {
        statement_record r;
        r.source = b.source(source);
        r.period = {begin, end};
        b.add_statement(n, r);
    };
    const node_id marked = b.add_node("marked", kind::organisation);
    say(marked, "older", "1990", "1999");
    say(marked, "newer", "1990-05-06?", "2000?");
    const node_id open = b.add_node("open", kind::organisation);
    say(open, "older", "1991", "2001-02-03");
    say(open, "newer", "1991", "..");
    const history h = std::move(b).build();
    const auto read = [&h](const char* id, const policy& p) {
        return h.all().settled_by(p).period_of(h[id]).text();
    };
    CHECK(read("marked", policy::none()) == "1990-05-06?/[1999,2000?]");
    CHECK(read("marked", policy::newest()) ==
          "1990-05-06?/2000?"); // a mark leaves room for 1999, the policy not
    CHECK(read("marked", policy::by_source({"older"})) == "1990-05-06?/1999");
    CHECK(read("marked", policy::hull()) == "1990-05-06?/[1999-01-01..2000-12-31]");
    CHECK(h["open"].disputed()); // one that looked in 2020 found no end
    CHECK(read("open", policy::none()) == "1991/[2001-02-03,2020-01-01..]");
    CHECK(read("open", policy::newest()) == "1991/..");
    CHECK(read("open", policy::by_source({"older"})) == "1991/2001-02-03");
}

TEST_CASE("reading: a policy decides whether something is so at all", "[history]") {
    builder b;
    for (const auto& [id, day] : {std::pair("older", "2010"), std::pair("newer", "2020")}) {
        source_record r;
        r.date = day;
        b.add_source(id, r);
    }
    const node_id n = b.add_node("doubtful", kind::summit);
    statement_record says;
    says.source = b.source("older");
    says.period = period_record::of("2009");
    b.add_statement(n, says);
    statement_record denies;
    denies.source = b.source("newer");
    denies.denies = true;
    b.add_statement(n, denies);
    const history h = std::move(b).build();
    const auto read = [&h](const policy& p) {
        const view v = h.all().settled_by(p);
        return std::string(to_string(v.by("2021").shows(h["doubtful"]))) +
               (v.disputed(h["doubtful"]) ? " disputed" : "");
    };
    CHECK(read(policy::none()) == "possible disputed");
    CHECK(read(policy::most_attested()) == "possible disputed");
    CHECK(read(policy::hull()) == "possible disputed");
    CHECK(read(policy::by_source({"older"})) == "certain");
    CHECK(read(policy::newest()) == "no");
}

TEST_CASE("reading: the text of a dispute leaves out what another says more precisely", "[history]") {
    builder b;
    const node_id n = b.add_node("measures", kind::summit);
    for (const char* day : {"2012", "2012-03", "2012-03-27", "2013-03-29"}) {
        const source_id s = b.add_source(day, {});
        statement_record r;
        r.source = s;
        r.period = period_record::of(day);
        b.add_statement(n, r);
    }
    const history h = std::move(b).build();
    CHECK(h.all().period_of(h["measures"]).text() == "[2012-03-27,2013-03-29]");
    CHECK(h.all().settled_by(policy::hull()).period_of(h["measures"]).text() == "[2012-03-27..2013-03-29]");
}

TEST_CASE("reading: copies of one source count once", "[history]") {
    const history h = two_voices();
    // Two attest 11 October, but one copies the other: one root against one.
    CHECK(h.all().settled_by(policy::most_attested()).disputed(h["moved"]));
}

TEST_CASE("reading: sources that derive from each other in a ring count once", "[history]") {
    builder b;
    for (const auto& [id, from] : {std::pair("a", "b"), {"b", "c"}, {"c", "b"}, {"other", ""}}) {
        source_record r;
        if (*from != 0) r.derived_from = {from};
        b.add_source(id, r);
    }
    const node_id n = b.add_node("n", kind::state);
    b.add_statement(n, says(b.source("a"), "1990/"));
    b.add_statement(n, says(b.source("b"), "1990/"));
    b.add_statement(n, says(b.source("other"), "2000/"));
    const history h = std::move(b).build();
    CHECK(h.all().settled_by(policy::most_attested()).disputed(h["n"])); // one root against one
}

TEST_CASE("reading: a hull is possible throughout and certain nowhere within", "[history]") {
    const history h = two_voices();
    const view merged = h.all().settled_by(policy::hull());
    CHECK(merged.at("2020-10-20").shows(h["moved"]) == truth::possible);
    CHECK(merged.by("2020-11-10").shows(h["moved"]) == truth::certain);
}

TEST_CASE("reading: a policy is found by its name, and a wrong name lists the right ones", "[history]") {
    CHECK(policy::named("newest") == policy::newest());
    CHECK(policy::named("source: a, b") == policy::by_source({"a", "b"}));
    CHECK_THROWS_WITH(policy::named("oldest"), Catch::Contains("most-attested"));
}

TEST_CASE("reading: an unknown source names the nearest", "[history]") {
    const history h = two_voices();
    CHECK_THROWS_WITH(h.all().sources({"artikle"}), Catch::Contains("did you mean 'article'"));
    CHECK_THROWS_WITH(h.all().sources({"copy"}).sources({"copy", "artikle"}),
                      Catch::Contains("did you mean 'article'"));
}

TEST_CASE("reading: it can be asked for, stored and replayed", "[history]") {
    const history h = two_voices();
    const view v = h.all().without_sources({"copy"}).settled_by(policy::newest());
    CHECK(to_string(v.reading()) == "without copy; policy newest");
    CHECK(h.all().read_as(v.reading()).period_of(h["moved"]).text() == v.period_of(h["moved"]).text());
}

TEST_CASE("reading: in what order and how often sources are named is of no account", "[history]") {
    const history h = two_voices();
    reading r;
    r.only = {"communique", "article", "article"};
    r.without = {"copy", "article", "copy"};
    const view v = h.all().read_as(r);
    CHECK(to_string(v.reading()) == "sources article, communique; without article, copy");
    CHECK(to_string(v.sources({"article", "communique"}).reading()) == to_string(v.reading()));
    const view same = h.all().sources({"article", "communique"}).without_sources({"article", "copy"});
    CHECK(v.selection().reading == same.selection().reading);
}

TEST_CASE("reading: marks may be ignored", "[history]") {
    builder b;
    const node_id n = b.add_node("doubted", kind::summit);
    b.set_period(n, period_record::of("1985-06-03?"));
    const history h = std::move(b).build();
    CHECK(h.at("1985-06-03").shows(h["doubted"]) == truth::possible);
    CHECK(h.all().ignoring_marks().at("1985-06-03").shows(h["doubted"]) == truth::certain);
}
