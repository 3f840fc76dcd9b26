// The texts of periods whose dates are disputed.

#include "catch.hpp"

#include "support/telling.hpp"

#include <comity/comity.hpp>

#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace comity;
using namespace comity::test;

namespace {

/// One source each says a begin and an end of one state; from 2000 on, a year apart, or undated.
history told(const std::vector<period_record>& periods, bool dated, kind k = kind::organisation) {
    builder b;
    const node_id n = b.add_node("n", k);
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const std::string id = "s" + std::to_string(i);
        statement_record r = says(source_of(b, id, dated ? std::to_string(2020 + i) : std::string()));
        r.period = periods[i];
        b.add_statement(n, r);
    }
    return std::move(b).build();
}

std::string end_text(std::vector<const char*> ends, bool dated = true) {
    std::vector<period_record> periods;
    for (const char* end : ends) periods.push_back({"2000", end});
    const std::string text = told(periods, dated)["n"].period().text();
    CHECK(period::parse(text, nature::state).text() == text);
    return text.substr(text.find('/') + 1);
}

std::string begin_text(std::vector<const char*> begins) {
    std::vector<period_record> periods;
    for (const char* begin : begins) periods.push_back({begin, "2019"});
    const std::string text = told(periods, true)["n"].period().text();
    CHECK(period::parse(text, nature::state).text() == text);
    return text.substr(0, text.find('/'));
}

/// Nothing if it ends before it begins.
std::optional<period> read_again(const period& p) {
    try {
        return period::parse(p.text(), p.nature());
    } catch (const date_error& e) {
        if (e.fault() != date_fault::order) throw;
        return std::nullopt;
    }
}

} // namespace

TEST_CASE("period: an open end in a dispute is told as a day after the last that its source looked at",
          "[history]") {
    CHECK(end_text({"2009", ".."}) == "[2009,2021-01-01..]");
    CHECK(end_text({"2009", "2011?", ".."}) == "[2009,2011?,2022-01-01..]");
}

TEST_CASE("period: an open end in a dispute of which nobody knows how long it was looked for is told as any "
          "later day",
          "[history]") {
    CHECK(end_text({"2009", ".."}, false) == "[2009..]");
    CHECK(end_text({"2011?", "..", "2009"}, false) == "[2009,2011?..]");
    CHECK(end_text({"[2009,2011..2013]", ".."}, false) == "[2009,2011..]");
}

TEST_CASE("period: an open begin in a dispute is told as any earlier day", "[history]") {
    CHECK(begin_text({"..", "1990", "1980~"}) == "[..1980~,1990]");
}

TEST_CASE("period: of a dispute that is open on all sides nothing is known", "[history]") {
    CHECK(begin_text({"..", "[1980..]"}).empty());
}

TEST_CASE("period: one of what a list has is told in a dispute, and the day of a time", "[history]") {
    CHECK(end_text({"{2005,2007}", "2009"}) == "[2005,2007,2009]");
    CHECK(end_text({"2009-06-01T10:00:00Z", "2007"}) == "[2009-06-01,2007]");
    CHECK(end_text({"2009-06-01T10:00:00Z", "2009-06-02T10:00:00Z"}) == "[2009-06-01,2009-06-02]");
}

TEST_CASE("period: a dispute has one member that is open on a side, the widest", "[history]") {
    CHECK(end_text({"[..2001,2004]", "[..2002?,2006]", "[2008,2011..]", "2003"}) ==
          "[..2002?,2001,2004,2006,2008,2003,2011..]");
}

TEST_CASE("period: of the text of a dispute, what is possible stays so, and nothing more becomes certain",
          "[history]") {
    const char* const dates[] = {"..",
                                 "",
                                 "2004",
                                 "2004-06?",
                                 "2004-06-15",
                                 "2007~",
                                 "200X",
                                 "2009-XX-15",
                                 "[2005,2008]",
                                 "[..2003]",
                                 "[..2006,2008-02?]",
                                 "[2006..2008,2011]",
                                 "[2012..]",
                                 "[2003,2010-05..]",
                                 "{2002,2006}",
                                 "2005-03-04T10:00:00Z",
                                 "Y170000002",
                                 "Y-99999999999999999999",
                                 "1998-21"};
    std::mt19937 random(20210924);
    const auto some = [&]() -> std::optional<std::string> {
        const std::size_t i = random() % (std::size(dates) + 3);
        return i < std::size(dates) ? std::optional<std::string>(dates[i]) : std::nullopt;
    };
    for (int round = 0; round < 400; ++round) {
        const kind k = round % 3 == 0 ? kind::summit : kind::organisation;
        std::vector<period_record> periods(2 + random() % 3);
        for (period_record& p : periods) p = {some(), some()};
        const history h = told(periods, round % 2 == 0, k);
        const policy how = round % 5 == 0 ? policy::hull() : policy::none();
        const period told = h.all().settled_by(how).period_of(h["n"]);
        INFO("round " << round << ": " << told.text());
        const std::optional<period> again = read_again(told);
        if (!again) continue;
        const period& read = *again;
        // How far a source looked stands in no text, and a begin or end on each of several days is no claim.
        const bool surer = told.text().ends_with("..") || told.text().find('{') != std::string::npos;
        for (int i = 0; i < 200; ++i) {
            const day at = *day::from_civil(1995, 1, 1) + static_cast<std::int64_t>(random() % 9500);
            if (is_possible(told.at(at)) && !is_possible(read.at(at))) FAIL("narrower on " << at.to_string());
            if (!surer && is_certain(read.at(at)) && !is_certain(told.at(at)))
                FAIL("surer on " << at.to_string());
        }
    }
}
