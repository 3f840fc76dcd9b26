#include "io/byte_source.hpp"

#include "catch.hpp"

#include <cstdint>

using namespace comity::detail;

namespace {

double length(std::uint64_t done, std::uint64_t total, std::uint64_t told, std::uint64_t text) {
    bytes_read read;
    read.done = done;
    read.total = total;
    read.told = told;
    return length_of_text(read, text);
}

} // namespace

TEST_CASE("length_of_text: without more to go by the text goes on as it began", "[io]") {
    CHECK(length(100, 400, 0, 300) == Approx(1200));
    CHECK(length(0, 400, 0, 0) == 0);
}

TEST_CASE("length_of_text: is what a packed file says itself", "[io]") {
    CHECK(length(100, 400, 1500, 300) == Approx(1500));
}

TEST_CASE("length_of_text: what is far from how it began speaks of a part alone", "[io]") {
    CHECK(length(100, 400, 500, 300) == Approx(1200));
    CHECK(length(100, 400, 90'000, 300) == Approx(1200));
}

TEST_CASE("length_of_text: what a file says is known but for multiples of 4 GiB", "[io]") {
    const std::uint64_t limit = std::uint64_t{1} << 32;
    CHECK(length(1'000'000, 4'000'000'000, 5000, 2'200'000) ==
          Approx(2.0 * static_cast<double>(limit) + 5000));
}
