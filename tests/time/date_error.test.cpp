#include "catch.hpp"

#include <comity/time/date_error.hpp>
#include <comity/time/edtf.hpp>

#include <string>

using comity::date;

TEST_CASE("date_error: a failure throws an error that says what, where and why", "[time]") {
    try {
        (void)date::parse("1985-13");
        FAIL("not refused");
    } catch (const comity::date_error& e) {
        CHECK(e.code() == comity::errc::invalid_date);
        CHECK(e.position() == 5);
        CHECK(e.text() == "1985-13");
        CHECK(e.expected() == "a month 01 to 12 or a season 21 to 41");
        CHECK(std::string(e.what()) ==
              "not an EDTF date: '1985-13' at byte 5: expected a month 01 to 12 or a season 21 to 41");
    }
}

TEST_CASE("date_error: a message shows characters as they are and shortens what is long", "[time]") {
    const auto shown = [](const std::string& text) {
        const std::string message = comity::describe(text, {});
        const std::size_t quote = message.find('\'');
        return message.substr(quote, message.rfind('\'') - quote + 1);
    };
    CHECK(shown("1985–04") == "'1985–04'");
    CHECK(shown("約1985年") == "'約1985年'");
    CHECK(shown("1985\n\x7f\xc2\x85") == R"('1985\x0a\x7f\xc2\x85')");
    CHECK(shown("\xe2\x80") == R"('\xe2\x80')");                           // cut off
    CHECK(shown("\xc0\xaf\xed\xa0\x80!") == R"('\xc0\xaf\xed\xa0\x80!')"); // no UTF-8
    CHECK(shown(std::string(59, '1') + "–04") == "'" + std::string(59, '1') + "–...'");
    CHECK(shown(std::string(60, '1')) == "'" + std::string(60, '1') + "'");
}
