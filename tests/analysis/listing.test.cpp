#include "catch.hpp"

#include <comity/analysis/listing.hpp>
#include <comity/history/builder.hpp>

#include <span>

using namespace comity;

TEST_CASE("listing: is a range, a span and says how far was searched", "[analysis]") {
    builder b;
    source_record article;
    article.date = "2021-09-24";
    b.add_source("ciis-2021", article);
    const listing<int> found{{1, 2, 3}, {std::move(b).build().all(), 7, 1}};
    int sum = 0;
    for (const int i : found) sum += i;
    CHECK(sum == 6);
    CHECK(std::span<const int>(found).size() == 3);
    CHECK(found.searched.to_string() ==
          "7 nodes and 1 relation, at any time; 1 source, dated up to 2021-09-24");
}
