#include "catch.hpp"

#include <comity/time/edtf.hpp>
#include <comity/time/lenient.hpp>

#include <tuple>
#include <vector>

using comity::lenient_note;
using comity::lenient_options;
using comity::lenient_reading;
using outcome = comity::lenient_reading::outcome;

namespace {

lenient_options month_first() {
    lenient_options options;
    options.slashes = comity::slash_order::month_first;
    return options;
}

} // namespace

TEST_CASE("lenient: EDTF passes as it stands, without a note", "[time]") {
    for (const char* text :
         {"1985-04-12", "1984?/2004-06~", "[1667,1668]", "Y17E7", "2004/..", "1985-04-12T10:00:00Z"}) {
        const lenient_reading r = comity::read_lenient(text);
        CHECK(r.kind == outcome::date);
        CHECK(r.text == text);
        CHECK(r.notes == lenient_note::none);
    }
}

TEST_CASE("lenient: each spelling is read as EDTF and noted", "[time]") {
    const std::vector<std::tuple<const char*, const char*, lenient_note>> cases{
        {" 1985\n", "1985", lenient_note::trimmed},
        {"[1667, 1668]", "[1667,1668]", lenient_note::spaces_removed},
        {"1991-01..1991-06", "[1991-01..1991-06]", lenient_note::range_as_set},
        {"1991-01-05..1991-06-02", "[1991-01-05..1991-06-02]", lenient_note::range_as_set},
        {"24/09/2021", "2021-09-24", lenient_note::slash_date},
        {"11/11/1895", "1895-11-11", lenient_note::slash_date},
        {"12/11/1895", "1895-11-12", lenient_note::slash_date | lenient_note::slash_ambiguous},
        {"1/2/2004", "2004-02-01", lenient_note::slash_date | lenient_note::slash_ambiguous},
        {"2018-01-25T00:00", "2018-01-25", lenient_note::time_dropped},
        {"2018-01-25 23:59:59", "2018-01-25", lenient_note::time_dropped},
        {"2018-01-25T10:30:15.250Z", "2018-01-25", lenient_note::time_dropped},
        {"2004/9999-12-31", "2004/..", lenient_note::far_end_opened},
        {"199u", "199X", lenient_note::draft_unspecified},
        {"196x", "196X", lenient_note::draft_unspecified},
        {"1999-uu-uu", "1999-XX-XX", lenient_note::draft_unspecified},
        {"unknown/2004", "/2004", lenient_note::draft_end},
        {"2004/unknown", "2004/", lenient_note::draft_end},
        {"2004-01-01/open", "2004-01-01/..", lenient_note::draft_end},
        {"1984?~", "1984%", lenient_note::draft_mark},
        {"1984~?", "1984%", lenient_note::draft_mark},
        {"199u?~/open", "199X%/..",
         lenient_note::draft_unspecified | lenient_note::draft_mark | lenient_note::draft_end},
        {"y170000002", "Y170000002", lenient_note::draft_year},
        {"y-17e7", "Y-17E7", lenient_note::draft_year},
        {"y17101e4p3", "Y17101E4S3", lenient_note::draft_year},
        {"2004-(06)?-11", "2004-?06-11", lenient_note::draft_group},
        {"2011-(06-04)~", "2011-~06-~04", lenient_note::draft_group},
        {"(2011)?-(06)~", "?2011-~06", lenient_note::draft_group},
        {"(-2011)?-06", "?-2011-06", lenient_note::draft_group},
    };
    for (const auto& [text, expected, notes] : cases) {
        INFO(text);
        const auto r = comity::try_read_lenient(text);
        REQUIRE(r);
        CHECK(r->kind == outcome::date);
        CHECK(r->text == expected);
        CHECK(r->notes == notes);
        CHECK(comity::date::try_parse(r->text));
        CHECK_FALSE(comity::describe(r->notes).empty());
    }
}

TEST_CASE("lenient: words for no date are absent, and noted", "[time]") {
    for (const char* text : {"", "  ", "NA", "N/A", "null", "None", "unknown"}) {
        const lenient_reading r = comity::read_lenient(text);
        CHECK(r.kind == outcome::absent);
        CHECK(has(r.notes, lenient_note::absent_word));
        CHECK(r.text.empty());
    }
}

TEST_CASE("lenient: the last day of 9999 is no end, unless the caller means it", "[time]") {
    CHECK(comity::read_lenient("9999-12-31").kind == outcome::open);
    CHECK(comity::read_lenient("9999-12-31").text == "..");
    CHECK(comity::read_lenient("9999-12-30").kind == outcome::date);
    lenient_options options;
    options.open_far_end = false;
    CHECK(comity::read_lenient("9999-12-31", options).text == "9999-12-31");
    CHECK(comity::read_lenient("2004/9999-12-31", options).text == "2004/9999-12-31");
}

TEST_CASE("lenient: the order of slashes is the caller's, and never turned round", "[time]") {
    CHECK(comity::read_lenient("1/20/2022", month_first()).text == "2022-01-20");
    CHECK_FALSE(comity::try_read_lenient("1/20/2022"));
    CHECK_FALSE(comity::try_read_lenient("24/09/2021", month_first()));
    lenient_options none;
    none.slashes = comity::slash_order::refuse;
    CHECK_FALSE(comity::try_read_lenient("24/09/2021", none));
}

TEST_CASE("lenient: a long cell of groups in groups is refused at once", "[time]") {
    std::string text(4000, '(');
    text.append(4000, '-');
    for (int i = 0; i < 4000; ++i) text += ")?";
    CHECK(text.size() <= comity::max_date_length);
    CHECK_FALSE(comity::try_read_lenient(text));
}

TEST_CASE("lenient: refuses what it can't read, about the text as given", "[time]") {
    for (const char* text : {"circa 1985",
                             "2010-XX-XX-",
                             "0014-022005",
                             "31/02/2020",
                             "1985..",
                             "1991-06..1991-01",
                             "1985 04 12",
                             "(2011)-06-04~",
                             "((2011)?)~",
                             "((2011)?-06)~",
                             "24/09/21",
                             "2018-02-30T10:00",
                             "[1667,, 1668]",
                             "2004/2003",
                             "?",
                             "-",
                             "u",
                             "199X..2004",
                             "2018-01-25Tnoon",
                             "1985/10/12/13",
                             "20040611"})
        CHECK_FALSE(comity::try_read_lenient(text));
    try {
        (void)comity::read_lenient("  1985-13");
        FAIL("not refused");
    } catch (const comity::date_error& e) {
        CHECK(e.text() == "  1985-13");
        CHECK(e.position() == 7);
    }
}
