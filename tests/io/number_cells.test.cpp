#include "io/number_cells.hpp"

#include "catch.hpp"

#include "io/csv_splitter.hpp"

#include <memory>
#include <string>
#include <string_view>

using namespace comity;
using namespace comity::detail;

namespace {

csv_rows piece_of(std::string_view text) {
    bytes_read read;
    csv_rows piece;
    (void)csv_splitter(bytes_of(text, "f", read), "f", ',').split(piece);
    return piece;
}

constexpr bulk_load::relation_places places{0, 1, 2, 3, 4};

known_ids two_ids() {
    known_ids ids;
    ids.add("x", node_id{4});
    ids.add("y", node_id{7});
    return ids;
}

} // namespace

TEST_CASE("number_cells: names nodes by number, words and dates by their place in the piece", "[io]") {
    csv_rows piece = piece_of("x,likes,y,2001,2002\ny,hates,x,2002,\nx,likes,x,,2001\n");
    number_cells(piece, places, 5, two_ids());
    const relation_cells& cells = piece.cells;
    REQUIRE(cells.rows.size() == 3);
    CHECK(cells.rows[0].from == 4);
    CHECK(cells.rows[0].to == 7);
    CHECK(cells.types[cells.rows[0].type] == "likes");
    CHECK(cells.types[cells.rows[1].type] == "hates");
    CHECK(cells.rows[2].type == cells.rows[0].type);
    CHECK(cells.dates[cells.rows[0].end] == "2002");
    CHECK(cells.rows[1].begin == cells.rows[0].end);
    CHECK(cells.dates[cells.rows[1].end].empty());
    CHECK(cells.rows[2].end == cells.rows[0].begin);
}

TEST_CASE("number_cells: leaves a row to who looks at it if it is not well-formed or names no node", "[io]") {
    csv_rows piece = piece_of("x,likes,z,,\nz,likes,x,,\nx,likes,y\nx,\"li\"\"kes\",y,,\n\"x\"!,likes,y,,\n");
    number_cells(piece, places, 5, two_ids());
    REQUIRE(piece.cells.rows.size() == 5);
    for (const relation_cells::row& row : piece.cells.rows) CHECK(row.from == relation_cells::unknown);
}

TEST_CASE("number_cells: a column that the file does not have is empty everywhere", "[io]") {
    csv_rows piece = piece_of("x,likes,y\n");
    number_cells(piece, {0, 1, 2, csv_header::none, csv_header::none}, 3, two_ids());
    REQUIRE(piece.cells.rows.size() == 1);
    CHECK(piece.cells.rows[0].to == 7);
    CHECK(piece.cells.dates[piece.cells.rows[0].begin].empty());
}

TEST_CASE("number_cells: a piece may be numbered after another one", "[io]") {
    csv_rows piece = piece_of("x,likes,y,2001,\n");
    number_cells(piece, places, 5, two_ids());
    number_cells(piece, places, 5, two_ids());
    CHECK(piece.cells.types.size() == 1);
    CHECK(piece.cells.dates.size() == 2);
}
