#include "pages.hpp"

#include "catch.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

using namespace comity::detail;

TEST_CASE("pages: begin where columns begin, and all of them can be written", "[pages]") {
    for (const std::size_t bytes : {worth_pages, worth_pages + 1, std::size_t{5} << 20}) {
        void* const pages = take_pages(bytes);
        CHECK(reinterpret_cast<std::uintptr_t>(pages) % 64 == 0);
        std::memset(pages, 7, bytes);
        CHECK(static_cast<const unsigned char*>(pages)[bytes - 1] == 7);
        give_back_pages(pages, bytes);
    }
}
