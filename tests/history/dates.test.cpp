// The table of dates, which is private to the library.

#include "catch.hpp"

#include "history/dates.hpp"

#include <comity/time/day.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace comity;
using namespace comity::detail;

namespace {

day32 day_of(int year, unsigned month, unsigned d) {
    return to_day32(*day::from_civil(year, month, d));
}
run year_run(int first, int last) {
    return {day_of(first, 1, 1), day_of(last, 12, 31)};
}

struct table {
    string_interner strings;
    date_interner dates{strings};
};

/// One date, sealed.
struct sealed_date {
    explicit sealed_date(std::string_view text) {
        table t;
        id = t.dates.intern(text);
        dates = std::move(t.dates).seal();
        strings = std::move(t.strings).seal();
    }
    [[nodiscard]] std::vector<run> days() const { return days_of(dates, strings, id); }
    [[nodiscard]] bool marked() const { return dates.is_marked(id); }

    date_id id;
    date_table dates;
    string_pool strings;
};

} // namespace

TEST_CASE("date_interner: a date given twice has one number", "[history]") {
    table t;
    const date_id d = t.dates.intern("2001-06-15");
    CHECK(d != no_date);
    CHECK(t.dates.intern("2001-06") != d);
    CHECK(t.dates.intern("2001-06-15") == d);
    CHECK(t.dates.text_of(d) == "2001-06-15");
}

TEST_CASE("date_interner: knows open, unknown and known ones apart", "[history]") {
    table t;
    CHECK(t.dates.state(no_date) == date_state::none);
    CHECK(t.dates.state(t.dates.intern("..")) == date_state::open);
    CHECK(t.dates.state(t.dates.intern("")) == date_state::unknown);
    CHECK(t.dates.intern("") != no_date);
    CHECK(t.dates.state(t.dates.intern("2001")) == date_state::known);
}

TEST_CASE("date_interner: has the first and last day of each", "[history]") {
    table t;
    const date_id d = t.dates.intern("2001-02");
    CHECK(t.dates.first(d) == day_of(2001, 2, 1));
    CHECK(t.dates.last(d) == day_of(2001, 2, 28));
    CHECK(sealed_date("2001-02").days() == std::vector<run>{{day_of(2001, 2, 1), day_of(2001, 2, 28)}});
}

TEST_CASE("date_interner: sees a mark anywhere in the text", "[history]") {
    CHECK(sealed_date("2001?").marked());
    CHECK(sealed_date("2001-06~").marked());
    CHECK(sealed_date("2001-?06-15").marked());
    CHECK_FALSE(sealed_date("2001").marked());
}

TEST_CASE("date_interner: takes a set apart into runs of days", "[history]") {
    CHECK(sealed_date("[2001,2005]").days() == std::vector<run>{year_run(2001, 2001), year_run(2005, 2005)});
    CHECK(sealed_date("[2001,2002]").days() == std::vector<run>{year_run(2001, 2002)});
    CHECK(sealed_date("[2005,2001..2003]").days() ==
          std::vector<run>{year_run(2001, 2003), year_run(2005, 2005)});
}

TEST_CASE("date_interner: a set may be open on a side", "[history]") {
    const std::vector<run> runs = sealed_date("[..2001,2005]").days();
    REQUIRE(runs.size() == 2);
    CHECK(runs[0] == run{unbounded_below, day_of(2001, 12, 31)});
    CHECK(runs[1] == year_run(2005, 2005));
}

TEST_CASE("date_interner: takes unspecified digits apart into runs of days", "[history]") {
    const std::vector<run> runs = sealed_date("2001-XX-15").days();
    REQUIRE(runs.size() == 12);
    CHECK(runs[1] == run{day_of(2001, 2, 15), day_of(2001, 2, 15)});
    CHECK(sealed_date("200X").days() == std::vector<run>{year_run(2000, 2009)});
}

TEST_CASE("date_interner: of very many runs leaves one that holds them all", "[history]") {
    const sealed_date d("XXXX-12-25");
    CHECK(d.dates.has_gaps(d.id));
    CHECK(d.days() == std::vector<run>{d.dates.hull(d.id)});
    const sealed_date set("[1XXX-12-25,2001,2XXX-12-25]"); // too many together
    CHECK(set.days() == std::vector<run>{set.dates.hull(set.id)});
}

TEST_CASE("dates: two with gaps share a day where runs of theirs meet, open ones too", "[history]") {
    const auto share = [](const char* a, const char* b) {
        const bool shared = share_a_day(date::parse(a), date::parse(b));
        CHECK(share_a_day(date::parse(b), date::parse(a)) == shared);
        return shared;
    };
    CHECK_FALSE(share("[1500,1600]", "[1667,1760..]"));
    CHECK(share("[1500,1900]", "[1667,1760..]"));
    CHECK_FALSE(share("[1500,1600]", "[..1400,1450]"));
    CHECK(share("[1300,1600]", "[..1400,1450]"));
    CHECK(share("[..1400,1450]", "[..1200,1460]"));
    CHECK(share("2009-XX-15", "[2009-03,2010-03-15]"));
    CHECK_FALSE(share("2009-XX-15", "[2009-03-14,2010-03-15]"));
    CHECK_FALSE(share("[..1400,1450]", "[1500,1667..]"));
}

TEST_CASE("dates: to compare sets of as many gaps as a text holds takes no longer than of a few",
          "[history]") {
    const auto set_of = [](const std::string& member) {
        std::string text = "[" + member;
        while (text.size() + member.size() + 2 < max_date_length) text += ',' + member;
        return date::parse(text + ']');
    };
    CHECK(share_a_day(set_of("XXXX-12-XX"), set_of("XXXX-11-XX"))); // as far as anybody looks
}

TEST_CASE("dates: two share a day only if there is one, however many gaps they have", "[history]") {
    CHECK(share_a_day(date::parse("1985-12"), date::parse("XXXX-12-25")));
    CHECK_FALSE(share_a_day(date::parse("1985-11"), date::parse("XXXX-12-25")));
    CHECK_FALSE(share_a_day(date::parse("XXXX-11-25"), date::parse("XXXX-12-25")));
    CHECK_FALSE(share_a_day(date::parse("2000"), date::parse("Y99999999999999999")));
    CHECK_FALSE(share_a_day(date::parse("Y-99999999999999999999"), date::parse("[2000,2002]")));
}

TEST_CASE("date_interner: refuses what is no date, and an interval", "[history]") {
    table t;
    CHECK_THROWS_AS(t.dates.intern("then"), date_error);
    CHECK_THROWS_AS(t.dates.intern("2001/2003"), error);
    CHECK_THROWS_AS(t.dates.intern(" "), date_error);
}

TEST_CASE("date_interner: a date that was refused leaves no trace", "[history]") {
    table t;
    CHECK_THROWS(t.dates.intern("then"));
    CHECK(std::move(t.dates).seal().size() == 1);
}

TEST_CASE("date_interner: days beyond the columns' reach saturate", "[history]") {
    table t;
    const date_id d = t.dates.intern("Y170000002");
    CHECK(t.dates.first(d) == last_day32);
    CHECK(t.dates.last(d) == last_day32);
}
