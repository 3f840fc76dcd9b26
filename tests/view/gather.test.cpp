// Values fetched many at a time against one at a time.

#include "view/gather.hpp"

#include "catch.hpp"

#include <cstdint>
#include <random>
#include <vector>

using namespace comity;

TEST_CASE("gather: fetches what is at each place, whether places follow each other or not", "[view]") {
    std::mt19937 random(1);
    std::vector<std::int32_t> values(1000);
    for (std::int32_t& v : values) v = static_cast<std::int32_t>(random());
    for (const unsigned one_in : {1u, 2u, 30u}) { // all of them, runs of them, hardly any
        std::vector<std::uint32_t> places;
        for (std::uint32_t p = 0; p < values.size(); ++p)
            if (one_in == 1 || random() % 30 >= one_in - 1) places.push_back(p);
        for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{8}, places.size()}) {
            if (size > places.size()) continue;
            std::vector<std::int64_t> fetched(size), expected;
            for (std::size_t i = 0; i < size; ++i) expected.push_back(values[places[i]]);
            detail::gather(std::span(places).first(size), values, fetched.data());
            CHECK(fetched == expected);
        }
    }
}
