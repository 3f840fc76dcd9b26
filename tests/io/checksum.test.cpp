#include "io/checksum.hpp"

#include "catch.hpp"

#include <cstddef>
#include <random>
#include <span>
#include <vector>

using namespace comity::detail;

TEST_CASE("checksum: is XXH3 of 64 bits with seed 0", "[io]") {
    CHECK(checksum_of({}) == 0x2d06800538d394c2u); // the published value of no bytes
}

TEST_CASE("checksum: piece by piece it is what it is at once", "[io]") {
    constexpr std::size_t piece = std::size_t{1} << 20;
    std::mt19937 random(7);
    std::vector<std::byte> bytes(3 * piece + 1);
    for (std::byte& b : bytes) b = static_cast<std::byte>(random());
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, piece, piece + 1, 2 * piece, bytes.size()}) {
        pulse nobody;
        const auto some = std::span<const std::byte>(bytes).first(size);
        CAPTURE(size);
        CHECK(checksum_of(some, nobody) == checksum_of(some));
    }
}
