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

TEST_CASE("date_error: a message escapes what is not ASCII and shortens what is long", "[time]") {
    const std::string message = comity::describe("\xd0\xb3" + std::string(100, '1'), {});
    CHECK(message.find("\\xd0\\xb3111") != std::string::npos);
    CHECK(message.find("...") != std::string::npos);
    CHECK(message.size() < 150);
}
