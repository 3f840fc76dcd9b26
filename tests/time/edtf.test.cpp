#include "catch.hpp"

#include <comity/time/edtf.hpp>

#include <random>
#include <sstream>
#include <string>
#include <vector>

using comity::bound;
using comity::date;
using comity::day;
using comity::qualifier;

namespace {

day on(std::int64_t y, unsigned m, unsigned d) {
    return *day::from_civil(y, m, d);
}

// The naive reading of a masked day: does this day, spelt out, fit the text digit by digit?
bool fits(const std::string& mask, const std::string& spelt) {
    if (mask[0] == '-' || spelt[0] == '-')
        return mask[0] == spelt[0] && fits(mask.substr(1), spelt.substr(1));
    for (std::size_t i = 0; i < mask.size(); ++i)
        if (mask[i] != 'X' && mask[i] != spelt[i]) return false;
    return true;
}

std::string random_mask(std::mt19937& random) {
    const auto pick = [&random](std::string from) { return from[random() % from.size()]; };
    std::string text = random() % 4 == 0 ? "-00" : "00";
    text += pick("01X");
    text += pick("0123456789XXX");
    switch (random() % 3) {
    case 0:
        return text;
    case 1:
        return text + '-' + pick("01X") + pick("0123456789XX");
    default:
        break;
    }
    return text + '-' + pick("01X") + pick("0123456789XX") + '-' + pick("0123X") + pick("0123456789XX");
}

} // namespace

TEST_CASE("edtf: masks agree with every day spelt out", "[time]") {
    std::mt19937 random(1985);
    const day first = on(-101, 1, 1);
    const day last = on(101, 12, 31);
    std::vector<std::string> spelt;
    for (day d = first; d <= last; d = d + 1) spelt.push_back(d.to_string());
    int wrong = 0;
    int read = 0;
    for (int i = 0; i < 400; ++i) {
        const std::string text = random_mask(random);
        std::vector<day> meant;
        for (std::size_t n = 0; n < spelt.size(); ++n)
            if (fits(text, spelt[n])) meant.push_back(first + static_cast<std::int64_t>(n));
        const auto result = date::try_parse(text);
        if (meant.empty() || !result) {
            INFO(text);
            CHECK(meant.empty() == !result);
            continue;
        }
        ++read;
        INFO(text);
        CHECK(result->earliest() == bound::at(meant.front()));
        CHECK(result->latest() == bound::at(meant.back()));
        CHECK(result->contiguous() ==
              (meant.back() - meant.front() + 1 == static_cast<std::int64_t>(meant.size())));
        std::size_t k = 0;
        for (day d = first; d <= last; d = d + 13) {
            while (k < meant.size() && meant[k] < d) ++k;
            const auto next = result->next(d);
            wrong += next.has_value() != (k < meant.size());
            if (next && k < meant.size()) wrong += *next != meant[k];
        }
        for (const day d : {meant.front() - 1, meant.front(), meant.back(), meant.back() + 1})
            wrong += result->contains(d) != fits(text, d.to_string());
    }
    CHECK(wrong == 0);
    CHECK(read > 100);
}

TEST_CASE("edtf: the hull of a set holds exactly what its members hold", "[time]") {
    const date set = date::parse("[1984-02,1985-XX-01,1986-06-03..1986-06-05]");
    const date a = date::parse("1984-02");
    const date b = date::parse("1985-XX-01");
    int wrong = 0;
    for (day d = on(1983, 12, 1); d < on(1987, 2, 1); d = d + 1) {
        const bool expected = a.contains(d) || b.contains(d) || (d >= on(1986, 6, 3) && d <= on(1986, 6, 5));
        wrong += set.contains(d) != expected;
    }
    CHECK(wrong == 0);
    CHECK(set.touches(on(1985, 1, 2), on(1985, 2, 1)));
    CHECK_FALSE(set.touches(on(1985, 1, 2), on(1985, 1, 31)));
}

TEST_CASE("edtf: a season that runs over the new year holds its January", "[time]") {
    const date winter = date::parse("195X-24");
    CHECK(winter.contains(on(1951, 1, 31)));
    CHECK(winter.contains(on(1960, 2, 29)));
    CHECK_FALSE(winter.contains(on(1950, 1, 31)));
    CHECK_FALSE(winter.contains(on(1955, 6, 1)));
    CHECK(winter.next(on(1955, 6, 1)) == on(1955, 12, 1));
}

TEST_CASE("edtf: an interval keeps the windows of both ends", "[time]") {
    const date d = date::parse("2004-06/2006-08-XX");
    CHECK(d.begin_window().first == bound::at(on(2004, 6, 1)));
    CHECK(d.begin_window().last == bound::at(on(2004, 6, 30)));
    CHECK(d.end_window().first == bound::at(on(2006, 8, 1)));
    CHECK(d.end_window().last == bound::at(on(2006, 8, 31)));
}

TEST_CASE("edtf: before and after move one edge of their end", "[time]") {
    const date d = date::parse("..2004-06-01/2004-06-20..");
    CHECK(d.begin_window().first == bound::open());
    CHECK(d.begin_window().last == bound::at(on(2004, 6, 1)));
    CHECK(d.end_window().first == bound::at(on(2004, 6, 20)));
    CHECK(d.end_window().last == bound::open());
}

TEST_CASE("edtf: one of a set is one window, all of a list are two", "[time]") {
    const date set = date::parse("[1960,1961-12]");
    CHECK(set.begin_window() == set.end_window());
    CHECK(set.begin_window().last == bound::at(on(1961, 12, 31)));
    const date list = date::parse("{1960,1961-12}");
    CHECK(list.begin_window().last == bound::at(on(1960, 12, 31)));
    CHECK(list.end_window().first == bound::at(on(1961, 12, 1)));
    CHECK(list.earliest() == set.earliest());
    CHECK(list.latest() == set.latest());
}

TEST_CASE("edtf: a mark reaches the components that it covers", "[time]") {
    const date d = date::parse("2004-06~-11?");
    CHECK(d.year_marks() == qualifier::both);
    CHECK(d.month_marks() == qualifier::both);
    CHECK(d.day_marks() == qualifier::uncertain);
    const date single = date::parse("2004?-06-~11");
    CHECK(single.year_marks() == qualifier::uncertain);
    CHECK(single.month_marks() == qualifier::none);
    CHECK(single.day_marks() == qualifier::approximate);
    CHECK(date::parse("?2004~").year_marks() == qualifier::both);
}

TEST_CASE("edtf: the marks of both ends of an interval are kept apart", "[time]") {
    const auto parsed = date::parse("1984?/2004-06-~11").parsed();
    CHECK(parsed.begin_marks == qualifier::uncertain);
    CHECK(parsed.end_marks == qualifier::approximate);
    CHECK(parsed.marks() == qualifier::both);
}

TEST_CASE("edtf: percent is both uncertain and approximate", "[time]") {
    const date d = date::parse("1984%");
    CHECK(d.uncertain());
    CHECK(d.approximate());
}

TEST_CASE("edtf: the canonical form says each mark once, in its widest place", "[time]") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"?2004-?06-?11", "2004-06-11?"},
        {"?2001", "2001?"},
        {"?2004~", "2004%"},
        {"2004?-06~-11", "2004?-06~-11"}, // the year is both, the month approximate
        {"2004-06~-11?", "2004-06~-11?"},
        {"2004-06%-11?", "2004-06~-11?"},
        {"2004?-06-~11", "2004?-06-~11"},
        {"?2004-06-~11", "2004?-06-~11"},
        {"?2004-%06-11", "2004-~06?-11"},
        {"?-2004", "-2004?"},
        {"[?1984,~1990]", "[1984?,1990~]"},
        {"{?1984,1990..}", "{1984?,1990..}"},
        {"?1984/~2004", "1984?/2004~"},
        {"?1984/..", "1984?/.."},
        {"/~2004", "/2004~"},
        {"..?2004/2005", "..2004?/2005"},
        {"1950S2?", "1950S2?"},
        {"1985-04-12T10:00:00Z", "1985-04-12T10:00:00Z"},
        {"1985", "1985"},
    };
    for (const auto& [text, canonical] : cases) {
        INFO(text);
        CHECK(date::parse(text).canonical() == canonical);
    }
}

TEST_CASE("edtf: members are listed as written, with what each says", "[time]") {
    const auto members = date::parse("[..1660,1667?,1670..1672,1760-12..]").members();
    REQUIRE(members.size() == 4);
    CHECK(members[0].text == "..1660");
    CHECK(members[0].value.earliest() == bound::open());
    CHECK(members[0].value.latest() == bound::at(on(1660, 12, 31)));
    CHECK(members[1].text == "1667?");
    CHECK(members[1].value.marks() == qualifier::uncertain);
    CHECK(members[2].text == "1670..1672");
    CHECK(members[2].value.earliest() == bound::at(on(1670, 1, 1)));
    CHECK(members[2].value.latest() == bound::at(on(1672, 12, 31)));
    CHECK(members[3].text == "1760-12..");
    CHECK(members[3].value.latest() == bound::open());
}

TEST_CASE("edtf: an interval lists its two ends, another date itself", "[time]") {
    const auto ends = date::parse("2004-06/").members();
    REQUIRE(ends.size() == 2);
    CHECK(ends[0].text == "2004-06");
    CHECK(ends[0].value.kind == comity::date_kind::month);
    CHECK(ends[1].text.empty());
    CHECK(ends[1].value.latest() == bound::unknown());
    const auto alone = date::parse("1985-04-12T10:00:00").members();
    REQUIRE(alone.size() == 1);
    CHECK(alone[0].value.kind == comity::date_kind::datetime);
}

TEST_CASE("edtf: an overflow is beyond every countable day", "[time]") {
    const date future = date::parse("Y1E30");
    CHECK(future.earliest() == bound::overflow(false));
    CHECK_FALSE(future.contains(comity::last_day));
    const date past = date::parse("Y-1E30/2004");
    CHECK(past.earliest() == bound::overflow(true));
    CHECK(past.contains(comity::first_day));
}

TEST_CASE("edtf: a text that is too long is refused as such", "[time]") {
    std::string longest = "[1985";
    while (longest.size() + 6 <= comity::max_date_length) longest += ",1985";
    longest += ']';
    CHECK(date::try_parse(longest));
    const auto result = date::try_parse("Y" + std::string(comity::max_date_length, '1'));
    CHECK_FALSE(result);
    CHECK(result.failure().fault == comity::date_fault::length);
}

TEST_CASE("edtf: the empty text is refused", "[time]") {
    CHECK_FALSE(date::try_parse(""));
    CHECK_FALSE(date::try_parse(std::string_view()));
}

TEST_CASE("edtf: equality is that of the text and the reading", "[time]") {
    CHECK(date::parse("1985") == date::parse("1985"));
    CHECK_FALSE(date::parse("?1985") == date::parse("1985?"));
    CHECK_FALSE(date::parse("1985-21") == date::parse("1985-21", {comity::season_policy::southern, false}));
    std::ostringstream out;
    out << date::parse("1985-XX");
    CHECK(out.str() == "1985-XX");
}
