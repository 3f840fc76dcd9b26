#include "catch.hpp"

#include <comity/error.hpp>
#include <comity/time/period.hpp>

#include <random>
#include <sstream>

using comity::bound;
using comity::bounds;
using comity::date;
using comity::date_window;
using comity::day;
using comity::nature;
using comity::period;
using comity::period_options;
using comity::truth;
using comity::unbounded_above;
using comity::unbounded_below;

namespace {

day on(std::int64_t y, unsigned m, unsigned d) {
    return *day::from_civil(y, m, d);
}
comity::day32 n(std::int64_t y, unsigned m, unsigned d) {
    return comity::to_day32(on(y, m, d));
}
period act(const char* text, const period_options& options = {}) {
    return period::act(date::parse(text), options);
}
period state(const char* text, const period_options& options = {}) {
    return period::parse(text, nature::state, options);
}

} // namespace

TEST_CASE("period: an act reads a year as one unknown day of it", "[time]") {
    const period p = act("1985");
    CHECK(p.one_day());
    CHECK(p.bounds() == bounds::one_day_of(n(1985, 1, 1), n(1985, 12, 31)));
    CHECK(p.at(on(1985, 6, 1)) == truth::possible);
    CHECK(p.window(on(1985, 1, 1), on(1985, 12, 31)) == truth::certain);
    CHECK(p.by(on(1985, 12, 31)) == truth::certain);
    CHECK(p.text() == "1985");
}

TEST_CASE("period: a state reads two years as windows, and holds between them", "[time]") {
    const period p = state("1985/1990");
    CHECK_FALSE(p.one_day());
    CHECK(p.bounds() == bounds{n(1985, 1, 1), n(1985, 12, 31), n(1990, 1, 1), n(1990, 12, 31)});
    CHECK(p.at(on(1987, 1, 1)) == truth::certain);
    CHECK(p.at(on(1985, 6, 1)) == truth::possible);
    CHECK(p.at(on(1991, 1, 1)) == truth::no);
}

TEST_CASE("period: a state without an end may hold ever after", "[time]") {
    const period p = state("2001-06-15");
    CHECK(p.text() == "2001-06-15/");
    CHECK(p.end_window().last == bound::unknown());
    CHECK(p.bounds() == bounds{n(2001, 6, 15), n(2001, 6, 15), n(2001, 6, 15), unbounded_above});
    CHECK(p.at(on(2001, 6, 15)) == truth::certain);
    CHECK(p.at(on(2001, 6, 16)) == truth::possible);
    CHECK(p.bounds() == state("2001-06-15/").bounds());
}

TEST_CASE("period: an open end is certain throughout without a dated source", "[time]") {
    const period p = state("2001-06-15/..");
    CHECK(p.text() == "2001-06-15/..");
    CHECK(p.at(on(2999, 1, 1)) == truth::certain);
    CHECK(p.end_window().last == bound::open());
}

TEST_CASE("period: an open end is certain up to the day that its source knows", "[time]") {
    period_options options;
    options.known_until = on(2021, 9, 24);
    const period p = state("2001-06-15/..", options);
    CHECK(p.at(on(2021, 9, 24)) == truth::certain);
    CHECK(p.at(on(2021, 9, 25)) == truth::possible);
    CHECK(state("2022/..", options).bounds().e1 == n(2022, 1, 1)); // begun after it: no end before the begin
}

TEST_CASE("period: what the source knows does not reach past a stated end", "[time]") {
    period_options options;
    options.known_until = on(2021, 9, 24);
    CHECK(state("2001/2004", options).bounds() == state("2001/2004").bounds());
    CHECK(state("2001/", options).bounds() == state("2001/").bounds());
    CHECK(state("2001/2004..", options).bounds().e1 == n(2004, 1, 1));
}

TEST_CASE("period: an unknown begin is possible from ever, an open one certain", "[time]") {
    CHECK(state("/1990-05-05").at(on(1000, 1, 1)) == truth::possible);
    CHECK(state("../1990-05-05").at(on(1000, 1, 1)) == truth::certain);
    period_options options;
    options.known_from = on(1980, 1, 1);
    CHECK(state("../1990-05-05", options).at(on(1979, 12, 31)) == truth::possible);
    CHECK(state("../1990-05-05", options).at(on(1980, 1, 1)) == truth::certain);
}

TEST_CASE("period: a missing begin is unknown", "[time]") {
    const period p = period::of(nature::state, std::nullopt, date::parse("1990"));
    CHECK(p.text() == "/1990");
    CHECK(p.begin_window().first == bound::unknown());
    CHECK(p.bounds() == bounds{unbounded_below, n(1990, 12, 31), n(1990, 1, 1), n(1990, 12, 31)});
}

TEST_CASE("period: a mark makes its edge never certain and moves no bound", "[time]") {
    const period p = act("1984?");
    CHECK(p.begin_doubted());
    CHECK(p.at(on(1984, 5, 1)) == truth::possible);
    CHECK(p.at(on(1985, 1, 1)) == truth::no);
    CHECK(p.by(on(1999, 1, 1)) == truth::possible);
    CHECK(p.window(on(1984, 1, 1), on(1984, 12, 31)) == truth::possible);

    const period s = state("1984~/2004-06-11");
    CHECK(s.at(on(1999, 1, 1)) == truth::possible);
    CHECK(s.at(on(2004, 6, 12)) == truth::no);
    const period e = state("1984/2004?");
    CHECK(e.by(on(1990, 1, 1)) == truth::certain);
    CHECK(e.at(on(1990, 1, 1)) == truth::possible);
}

TEST_CASE("period: marks are ignored when the caller says so", "[time]") {
    period_options options;
    options.ignore_marks = true;
    CHECK(act("1984?", options).bounds() == act("1984").bounds());
    CHECK_FALSE(act("1984?", options).begin_doubted());
}

TEST_CASE("period: an undated act lies not after its first source", "[time]") {
    period_options options;
    options.first_source = on(2021, 9, 24);
    const period p = period::of(nature::act, std::nullopt, std::nullopt, options);
    CHECK(p.at(on(2021, 9, 24)) == truth::possible);
    CHECK(p.at(on(2021, 9, 25)) == truth::no);
    CHECK(p.by(on(2021, 9, 24)) == truth::certain);
    CHECK(p.by(on(2021, 9, 23)) == truth::possible);
    CHECK(p.text().empty());
}

TEST_CASE("period: an undated state may hold on any day, what is timeless does", "[time]") {
    CHECK(period::of(nature::state, std::nullopt).bounds() == bounds::perhaps());
    CHECK(period::of(nature::timeless, std::nullopt).bounds() == bounds::always());
    CHECK(period().bounds() == bounds::perhaps());
    CHECK(period::parse("", nature::timeless).bounds() == bounds::always());
}

TEST_CASE("period: what is timeless has no end unless one is stated", "[time]") {
    const period p = period::of(nature::timeless, date::parse("2006-06-15"));
    CHECK(p.text() == "2006-06-15/..");
    CHECK(p.at(on(2999, 1, 1)) == truth::certain);
    CHECK(p.at(on(2006, 6, 14)) == truth::no);
    CHECK(period::of(nature::timeless, std::nullopt, date::parse("1990")).at(on(1000, 1, 1)) ==
          truth::certain);
}

TEST_CASE("period: an act on an interval lasts from one to the other", "[time]") {
    const period p = act("2006-06-14/2006-06-15");
    CHECK_FALSE(p.one_day());
    CHECK(p.bounds() == bounds::exactly(n(2006, 6, 14), n(2006, 6, 15)));
}

TEST_CASE("period: an act with two dates lasts from one to the other", "[time]") {
    const period p = period::of(nature::act, date::parse("2006-06-14"), date::parse("2006-06-15"));
    CHECK(p.text() == "2006-06-14/2006-06-15");
    CHECK(p.bounds() == act("2006-06-14/2006-06-15").bounds());
}

TEST_CASE("period: an act on one of several days is exact about those between", "[time]") {
    const period p = act("[1984-01,1985-01]");
    CHECK_FALSE(p.exact());
    CHECK(p.at(on(1984, 1, 5)) == truth::possible);
    CHECK(p.at(on(1984, 6, 5)) == truth::no);
    CHECK(p.window(on(1984, 2, 1), on(1984, 12, 31)) == truth::no);
    CHECK(p.window(on(1984, 1, 1), on(1985, 1, 31)) == truth::certain);
    CHECK(act("1985-XX-XX").exact());
    CHECK_FALSE(act("156X-12-25").exact());
}

TEST_CASE("period: an act on a list of days is on one of them, and never between", "[time]") {
    const period p = act("{2001-01-01,2003-01-01}");
    CHECK(p.one_day());
    CHECK_FALSE(p.exact());
    CHECK(p.bounds() == bounds::one_day_of(n(2001, 1, 1), n(2003, 1, 1)));
    CHECK(p.at(on(2001, 1, 1)) == truth::possible);
    CHECK(p.at(on(2002, 1, 1)) == truth::no);
    CHECK(p.window(on(2001, 1, 1), on(2003, 1, 1)) == truth::certain);
    CHECK(act("{1985,1986}").bounds() == act("[1985,1986]").bounds());
}

TEST_CASE("period: a state begins and ends on one of a list of days", "[time]") {
    const period p = period::state(date::parse("{2001,2003}"), date::parse("{2008,2010}"));
    CHECK(p.bounds() == bounds{n(2001, 1, 1), n(2003, 12, 31), n(2008, 1, 1), n(2010, 12, 31)});
    CHECK(p.at(on(2002, 6, 1)) == truth::possible);
    CHECK(period::state(date::parse("{..2003}")).bounds().b1 == unbounded_below);
}

TEST_CASE("period: days in reverse are refused", "[time]") {
    const period p = state("1990/2020");
    CHECK_THROWS_AS(p.at(on(2012, 1, 2), on(2012, 1, 1)), comity::error);
    CHECK_THROWS_AS(p.by(on(2012, 1, 2), on(2012, 1, 1)), comity::error);
    CHECK_THROWS_WITH(p.window(on(2012, 1, 1), on(2010, 1, 1)),
                      "the days '2012-01-01/2010-01-01' end before they begin");
}

TEST_CASE("period: an act on one of an open set is bounded on the other side alone", "[time]") {
    const period p = act("[1760-12..]");
    CHECK(p.by(on(1999, 1, 1)) == truth::possible);
    CHECK(p.at(on(1760, 11, 30)) == truth::no);
    CHECK(act("[..1760]").by(on(1760, 12, 31)) == truth::certain);
    CHECK(act("[..1760,1770..]").bounds() == bounds::perhaps());
}

TEST_CASE("period: begin and end tighten each other", "[time]") {
    const period p = state("1985/1985-03-10");
    CHECK(p.bounds().b2 == n(1985, 3, 10));
    CHECK(p.at(on(1985, 3, 10)) == truth::certain);
}

TEST_CASE("period: an end before the begin is kept and never seen", "[time]") {
    const period p = period::state(date::parse("1990"), date::parse("1985"));
    CHECK(p.inverted());
    CHECK(p.at(on(1987, 1, 1)) == truth::no);
    CHECK(p.window(on(1900, 1, 1), on(2000, 1, 1)) == truth::no);
}

TEST_CASE("period: an interval beside another date is refused", "[time]") {
    CHECK_THROWS_AS(period::state(date::parse("1985/1990"), date::parse("1991")), comity::error);
    CHECK_THROWS_AS(period::state(std::nullopt, date::parse("1985/1990")), comity::error);
    CHECK_THROWS_AS(period::parse("1985/1984", nature::state), comity::date_error);
}

TEST_CASE("period: a set or a time of day may be one of two dates", "[time]") {
    const auto same = [](const char* text, const std::optional<date>& begin, const std::optional<date>& end) {
        CHECK(state(text).text() == text);
        return state(text).bounds() == period::state(begin, end).bounds();
    };
    CHECK(same("1985/[1990,1992?]", date::parse("1985"), date::parse("[1990,1992?]")));
    CHECK(same("[1985,1987..]/1990-06-01T10:00:00Z", date::parse("[1985,1987..]"),
               date::parse("1990-06-01T10:00:00Z")));
    CHECK(state("/[1990,1992]").bounds() == period::state(std::nullopt, date::parse("[1990,1992]")).bounds());
    CHECK(state("[1990,1992]/..").end_window() == state("1990/..").end_window());
    CHECK(state("[1990,1992]/..").bounds().e1 == comity::unbounded_above);
    CHECK(state("..").begin_window() == state("../").begin_window());
    CHECK(state("/").bounds() == bounds::perhaps());
}

TEST_CASE("period: what is wrong beside a set is found at its place", "[time]") {
    const auto place = [](const char* text) {
        try {
            (void)state(text);
        } catch (const comity::date_error& e) {
            CHECK(e.text() == text);
            return static_cast<int>(e.position());
        }
        return -1;
    };
    CHECK(place("[1990,1992]/1993-13") == 17);
    CHECK(place("[1990;1992]/1993") == 5);
    CHECK(place("[1990,1992]/1993/1994") == 12);
    CHECK(place("1985/1990/[1992]") == 10);
}

TEST_CASE("period: years beyond the columns saturate", "[time]") {
    CHECK(act("Y170000002").bounds() == bounds::exactly(comity::last_day32, comity::last_day32));
    CHECK(act("Y-1E30").bounds() == bounds::exactly(comity::first_day32, comity::first_day32));
}

TEST_CASE("period: survives the way through four columns", "[time]") {
    for (const char* text :
         {"1985/1990", "1985/..", "../1985", "1985-06-01/", "/1985", "../..", "2006-06-15"}) {
        const period p = state(text);
        const period back = period::of_bounds(p.nature(), p.bounds(), p.text(), p.one_day());
        CHECK(back.bounds() == p.bounds());
        CHECK(back.text() == p.text());
    }
    const period open = period::of_bounds(nature::state, state("1985/..").bounds());
    CHECK(open.end_window().last == bound::open());
    CHECK(period::of_bounds(nature::state, bounds::perhaps()).end_window().last == bound::unknown());
    const period far = state("Y-170000002/Y170000002");
    const period back = period::of_bounds(far.nature(), far.bounds(), far.text());
    CHECK(back.begin_window() == comity::date_window{bound::overflow(true), bound::overflow(true)});
    CHECK(back.end_window() == comity::date_window{bound::overflow(false), bound::overflow(false)});
}

TEST_CASE("period: the selectors agree with every reading of its dates", "[time]") {
    // A small world: all readings of begin and end within a few months, day by day.
    std::mt19937 random(2006);
    const char* dates[] = {"2006-01",    "2006-02",    "2006-01-15",
                           "2006-01-3X", "2006-02-0X", "[2006-01-05,2006-02-10]"};
    int wrong = 0;
    for (int i = 0; i < 60; ++i) {
        const date begin = date::parse(dates[random() % 6]);
        const date end = date::parse(dates[random() % 6]);
        const period p = period::state(begin, end);
        for (int k = 0; k < 20; ++k) {
            const day first = on(2006, 1, 1) + static_cast<std::int64_t>(random() % 60);
            const day last = first + static_cast<std::int64_t>(random() % 10);
            bool some = false, every = true, any = false;
            bool some_window = false, every_window = true;
            for (day b = begin.earliest().value; b <= begin.latest().value; b = b + 1)
                for (day e = end.earliest().value; e <= end.latest().value; e = e + 1) {
                    if (e < b || !begin.contains(b) || !end.contains(e)) continue;
                    any = true;
                    some |= b <= last && e >= first;
                    every &= b <= first && e >= last;
                    some_window |= b <= last && e >= first;
                    every_window &= b <= last && e >= first;
                }
            if (!any) continue;
            // Possible is exact; certain may be weaker where the gaps of one date would tighten the other.
            wrong += comity::is_possible(p.at(first, last)) != some;
            wrong += comity::is_certain(p.at(first, last)) && !every;
            wrong += comity::is_possible(p.window(first, last)) != some_window;
            wrong += comity::is_certain(p.window(first, last)) && !every_window;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("period: prints its text or that it is undated", "[time]") {
    std::ostringstream out;
    out << act("2006-06-15") << ' ' << period();
    CHECK(out.str() == "2006-06-15 undated");
}
