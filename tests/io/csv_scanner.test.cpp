#include "io/csv_scanner.hpp"

#include "catch.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

using namespace comity;
using namespace comity::detail;
using Catch::Matchers::Contains;

namespace {

using rows = std::vector<std::vector<std::string>>;

/// Hands out a few bytes at a time.
class dripping final : public byte_source {
public:
    dripping(std::string_view text, std::size_t most) : text_(text), most_(most) {}
    std::size_t read(char* to, std::size_t room) override {
        const std::size_t n = std::min({room, most_, text_.size()});
        std::copy_n(text_.data(), n, to);
        text_.remove_prefix(n);
        return n;
    }

private:
    std::string_view text_;
    std::size_t most_;
};

/// `bytes` are given at a time, and the text taken apart in pieces of that size: rows begin and end anywhere.
rows scanned(std::string_view text, std::size_t bytes = 1 << 20, char delimiter = ',') {
    csv_scanner scanner(std::make_unique<dripping>(text, bytes), "f", delimiter, bytes);
    rows all;
    while (scanner.next()) {
        all.emplace_back();
        for (std::size_t i = 0; i < scanner.size(); ++i) all.back().emplace_back(scanner.field(i));
    }
    return all;
}

/// RFC 4180 a character at a time, as slowly as can be read.
rows naive(const std::string& text) {
    rows all;
    std::vector<std::string> row{""};
    bool in_quotes = false, was_quoted = false;
    const auto end_row = [&] {
        if (row.size() > 1 || !row[0].empty() || was_quoted) all.push_back(row);
        row = {""};
        was_quoted = false;
    };
    bool at_start = true; // of a field
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_quotes) {
            if (c != '"')
                row.back() += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                row.back() += text[++i];
            else
                in_quotes = false;
            continue;
        }
        if (c == '"' && at_start) {
            in_quotes = was_quoted = true;
            at_start = false;
        } else if (c == ',') {
            row.emplace_back();
            at_start = true;
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
            end_row();
            at_start = true;
        } else {
            row.back() += c;
            at_start = false;
        }
    }
    end_row();
    return all;
}

/// A text of rows that a writer might write: quoted where need be, and sometimes where not.
std::string written(std::mt19937& random) {
    const auto below = [&random](unsigned n) { return random() % n; };
    static const std::string letters = "ab,\"\n\r \xc3\xa9"
                                       "1";
    static const std::vector<std::string> ends{"\n", "\r\n", "\r"};
    std::string text;
    const std::size_t count = below(6);
    for (std::size_t r = 0; r < count; ++r) {
        const std::size_t fields = 1 + below(4);
        for (std::size_t f = 0; f < fields; ++f) {
            std::string value;
            for (std::size_t n = below(7); n != 0; --n)
                value += letters[below(static_cast<unsigned>(letters.size()))];
            const bool must = value.find_first_of(",\"\n\r") != std::string::npos;
            if (f != 0) text += ',';
            if (!must && below(2) == 0) {
                text += value;
                continue;
            }
            text += '"';
            for (const char c : value) text += c == '"' ? std::string("\"\"") : std::string(1, c);
            text += '"';
        }
        if (r + 1 < count || below(2) == 0) text += ends[below(3)];
    }
    return text;
}

} // namespace

TEST_CASE("csv_scanner: takes any text apart as the naive reading does, wherever pieces end",
          "[io][property]") {
    std::mt19937 random(20240611);
    for (int i = 0; i < 4000; ++i) {
        const std::string text = written(random);
        INFO(text);
        const rows expected = naive(text);
        for (const std::size_t piece : {1u, 2u, 3u, 7u, 1000u}) CHECK(scanned(text, piece) == expected);
    }
}

TEST_CASE("csv_scanner: skips a byte-order mark and empty lines, and refuses UTF-16", "[io]") {
    CHECK(scanned("\xef\xbb\xbf"
                  "a,b\n\n1,2\r\n\r\n",
                  1) == rows{{"a", "b"}, {"1", "2"}});
    CHECK(scanned("\"\"\n") == rows{{""}});
    CHECK(scanned("") == rows{});
    CHECK(scanned("a;b,c\n", 100, ';') == rows{{"a", "b,c"}});
    CHECK_THROWS_WITH(scanned(std::string("\xff\xfe"
                                          "a\0",
                                          4)),
                      "f:1:1: the file is UTF-16; expected UTF-8");
}

TEST_CASE("csv_scanner: knows the line and the column of every field", "[io]") {
    const std::string text = "a,b\n\"x\ny\",\"p\"\"\nq\",r\nlast,\"z\"\n";
    csv_scanner scanner(std::make_unique<dripping>(text, 3), "f");
    const auto at = [&scanner](std::size_t field) {
        const csv_place p = scanner.place_of(field);
        return std::pair(p.line, p.column);
    };
    using place = std::pair<std::uint64_t, std::uint64_t>;
    REQUIRE(scanner.next());
    CHECK(at(1) == place{1, 3});
    REQUIRE(scanner.next());
    CHECK(scanner.field(0) == "x\ny");
    CHECK(scanner.field(1) == "p\"\nq");
    CHECK(at(0) == place{2, 1});
    CHECK(at(1) == place{3, 4});
    CHECK(at(2) == place{4, 4});
    CHECK(at(3) == place{4, 5});
    REQUIRE(scanner.next());
    CHECK(scanner.line() == 5);
    CHECK(at(1) == place{5, 6});
}

TEST_CASE("csv_scanner: tells of quotes that are wrong and goes on with the next row", "[io]") {
    csv_scanner scanner(std::make_unique<dripping>("\"a\"b,c\nok,1\nx,\"never", 4), "f");
    REQUIRE(scanner.next());
    CHECK(scanner.fault() == csv_fault::text_after_quote);
    CHECK(scanner.faulty_field() == 0);
    CHECK(scanner.field(1) == "c");
    REQUIRE(scanner.next());
    CHECK(scanner.fault() == csv_fault::none);
    REQUIRE(scanner.next());
    CHECK(scanner.fault() == csv_fault::unclosed_quote);
    CHECK(scanner.faulty_field() == 1);
    CHECK_FALSE(scanner.next());
}

TEST_CASE("csv_scanner: reads rows longer than a piece", "[io]") {
    const std::string field(3'000'000, 'x');
    const std::string text = "a,\"" + field + "\"\nb,c\n";
    CHECK(scanned(text, 100'000) == rows{{"a", field}, {"b", "c"}});
}

TEST_CASE("csv_scanner: counts lines over all pieces, also those that are no rows", "[io]") {
    const std::string text = "a\n" + std::string(50, '\n') + "b\n\n\"c\nd\"\ne\n";
    csv_scanner scanner(std::make_unique<dripping>(text, 5), "f", ',', 8);
    std::vector<std::uint64_t> lines;
    while (scanner.next()) lines.push_back(scanner.line());
    CHECK(lines == std::vector<std::uint64_t>{1, 52, 54, 56});
}

TEST_CASE("csv_scanner: has cells numbered from the second piece on, by whoever comes to it", "[io]") {
    std::string text = "0,0\n";
    for (int i = 1; i < 1000; ++i) text += std::to_string(i) + ',' + std::to_string(2 * i) + '\n';
    csv_scanner scanner(std::make_unique<dripping>(text, 1 << 10), "f", ',', 64);
    REQUIRE(scanner.next());
    scanner.number_cells([](csv_rows& piece) {
        piece.cells.rows.clear();
        for (const csv_rows::row& r : piece.rows)
            piece.cells.rows.push_back({static_cast<std::uint32_t>(r.line), 0, 0, 0, 0});
    });
    CHECK(scanner.numbered() == nullptr);
    const std::size_t first_piece = scanner.pieces();
    while (scanner.next()) {
        if (scanner.pieces() == first_piece) continue;
        REQUIRE(scanner.numbered() != nullptr);
        CHECK(scanner.cells().from == scanner.line());
        CHECK(scanner.field(0) == std::to_string(scanner.line() - 1));
    }
    CHECK(scanner.pieces() > first_piece + 10);
}
