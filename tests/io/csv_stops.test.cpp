#include "io/csv_stops.hpp"

#include "catch.hpp"

#include <random>
#include <string>
#include <string_view>

using comity::detail::csv_stops;

namespace {

constexpr std::string_view stops = ";\n\r";

/// Text whose last character is a stop, with as much behind it as a block may read.
std::string random_text(std::mt19937& random) {
    std::string text(random() % 300, 'x');
    for (char& c : text) c = random() % 8 == 0 ? stops[random() % 3] : static_cast<char>(random());
    return text + '\n' + std::string(csv_stops::block_size, ';');
}

} // namespace

TEST_CASE("csv stops: found are those that a look at each character finds", "[io]") {
    std::mt19937 random(1);
    for (int round = 0; round < 500; ++round) {
        const std::string text = random_text(random);
        const std::size_t end = text.size() - csv_stops::block_size;
        csv_stops found(';');
        found.seek(text.data());
        for (std::size_t at = text.find_first_of(stops); at < end; at = text.find_first_of(stops, at + 1))
            REQUIRE(found.next() == text.data() + at);
    }
}

TEST_CASE("csv stops: from any place sought it goes on behind that", "[io]") {
    std::mt19937 random(2);
    csv_stops found(';');
    for (int round = 0; round < 500; ++round) {
        const std::string text = random_text(random);
        for (int jump = 0; jump < 5; ++jump) {
            const std::size_t from = random() % (text.size() - csv_stops::block_size);
            found.seek(text.data() + from);
            REQUIRE(found.next() == text.data() + text.find_first_of(stops, from));
        }
    }
}
