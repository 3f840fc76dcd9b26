#include "io/numbered_texts.hpp"

#include "catch.hpp"

#include <cstdint>
#include <string>
#include <string_view>

using namespace comity::detail;

TEST_CASE("numbered_texts: numbers each text once, in the order in which they are met", "[io]") {
    numbered_texts<std::string> texts;
    CHECK(texts.number("b") == 0);
    CHECK(texts.number("b") == 0);
    CHECK(texts.number("") == 1);
    CHECK(texts.number("a") == 2);
    CHECK(texts.number("b") == 0);
    CHECK(texts.size() == 3);
    CHECK(texts[1].empty());
}

TEST_CASE("numbered_texts: numbers the cells of columns that share them as it numbers texts", "[io]") {
    numbered_texts<std::string> texts;
    std::uint32_t begin = 7, end = 7; // of nothing: there is no text yet
    CHECK(texts.number("2005", begin) == 0);
    CHECK(texts.number("", end) == 1);
    CHECK(texts.number("2005", begin) == 0);
    CHECK(texts.number("2006", begin) == 2);
    CHECK(texts.number("2005", end) == 0);
    CHECK(begin == 2);
    CHECK(end == 0);
}

TEST_CASE("numbered_texts: begins again once it is cleared", "[io]") {
    numbered_texts<std::string_view> texts;
    CHECK(texts.number("a") == 0);
    CHECK(texts.number("b") == 1);
    texts.clear();
    CHECK(texts.size() == 0);
    CHECK(texts.number("b") == 0);
}
