#include "comity/version.hpp"

#include "catch.hpp"

#include <string>

TEST_CASE("version: the library is the one that the headers belong to", "[version]") {
    CHECK(comity::library_version() == comity::header_version);
}

TEST_CASE("version: the text is made of the three numbers", "[version]") {
    const std::string expected = std::to_string(COMITY_VERSION_MAJOR) + "." +
                                 std::to_string(COMITY_VERSION_MINOR) + "." +
                                 std::to_string(COMITY_VERSION_PATCH);
    CHECK(comity::header_version == expected);
}
