#include "comity/error.hpp"

#include "catch.hpp"

#include <string>

TEST_CASE("error: carries a code to branch on and a sentence to read", "[error]") {
    const comity::error e(comity::errc::unknown_id, "no node 'sc0'");
    CHECK(e.code() == comity::errc::unknown_id);
    CHECK(std::string(e.what()) == "no node 'sc0'");
}
