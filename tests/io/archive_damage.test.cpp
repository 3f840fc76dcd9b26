// What becomes of archives whose bytes are not those written.

#include "history/columns_of_store.hpp"
#include "io/archive_format.hpp"
#include "io/archive_reader.hpp"

#include "catch.hpp"
#include "support/aligned_copy.hpp"
#include "support/ask_everything.hpp"
#include "support/crowded.hpp"
#include "support/everything.hpp"
#include "support/same_history.hpp"
#include "support/telling.hpp"

#include <comity/version.hpp>
#include <comity/view/neighbours.hpp>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

using namespace comity;
using namespace comity::detail;
using test::code_of;
using test::message_of;

namespace {

std::string bytes_of_archive(const history& h) {
    const auto file = std::filesystem::temp_directory_path() /
                      ("comity-archive-damage-" + std::to_string(std::random_device{}()));
    write_archive(h, file.string());
    std::ifstream in(file, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    std::filesystem::remove(file);
    return bytes;
}

const std::string& small() {
    static const std::string bytes = bytes_of_archive(test::everything());
    return bytes;
}

store_ptr open(const std::string& bytes, trust how) {
    archive_info ignored;
    return open_archive(test::aligned_copy(bytes), "a", how, ignored);
}

bool refused(const std::string& bytes, trust how) {
    return code_of([&] { (void)open(bytes, how); }) != 0;
}

template <class T>
T at(const std::string& bytes, std::size_t offset) {
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}
template <class T>
void put(std::string& bytes, std::size_t offset, const T& value) {
    std::memcpy(bytes.data() + offset, &value, sizeof value);
}

archive_header header_of(const std::string& bytes) {
    return at<archive_header>(bytes, 0);
}
void put_header(std::string& bytes, archive_header h) {
    h.checksum = checksum_of(h);
    put(bytes, 0, h);
}

std::vector<archive_section> table_of(const std::string& bytes) {
    std::vector<archive_section> table(header_of(bytes).sections);
    std::memcpy(table.data(), bytes.data() + sizeof(archive_header), table.size() * sizeof(archive_section));
    return table;
}
/// Puts a table in place, and the checksums of it and the header.
void put_table(std::string& bytes, const std::vector<archive_section>& table) {
    const auto raw = std::as_bytes(std::span(table));
    std::memcpy(bytes.data() + sizeof(archive_header), raw.data(), raw.size());
    archive_header h = header_of(bytes);
    h.table_checksum = checksum_of(raw);
    put_header(bytes, h);
}

constexpr char masks[] = {'\x01', '\x80', '\xff'};

} // namespace

TEST_CASE("archive: verify detects every single byte that is changed", "[io][archive]") {
    REQUIRE_FALSE(refused(small(), trust::nothing));
    std::string bytes = small();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<char>(bytes[i] ^ masks[i % 3]);
        if (!refused(bytes, trust::nothing)) FAIL("byte " << i << " of " << bytes.size());
        bytes[i] = small()[i];
    }
}

TEST_CASE("archive: every length but the right one is refused", "[io][archive]") {
    // The header is checked first whatever the trust.
    for (std::size_t n = 0; n < small().size(); ++n)
        if (!refused(small().substr(0, n), trust::whole)) FAIL("cut to " << n << " bytes");
    for (const trust how : {trust::whole, trust::structure, trust::nothing}) {
        CHECK(refused(small() + '\0', how));
        CHECK(refused(small().substr(0, small().size() - 1), how));
    }
}

TEST_CASE("archive: a missing byte anywhere is detected", "[io][archive]") {
    for (std::size_t i = 0; i < small().size(); ++i) {
        std::string bytes = small();
        bytes.erase(i, 1);
        if (!refused(bytes, trust::whole)) FAIL("without byte " << i);
    }
}

TEST_CASE("archive: a changed byte never crashes the default open or what follows", "[io][archive]") {
    std::string bytes = small();
    std::size_t opened = 0;
    std::size_t turn = 0;
    // Every third byte, beginning elsewhere in each section: what follows an opening takes a while.
    for (const archive_section& s : table_of(small()))
        for (std::uint64_t i = s.offset + turn % 3; i < s.offset + s.bytes; i += 3) {
            const auto at = static_cast<std::size_t>(i);
            bytes[at] = static_cast<char>(bytes[at] ^ masks[++turn % 3]);
            store_ptr store;
            test::may_fail([&] { store = open(bytes, trust::structure); });
            if (store) {
                ++opened;
                test::ask_everything(history(std::move(store)));
            }
            bytes[at] = small()[at];
        }
    CHECK(opened > 30); // texts, days and numbers, which structure says nothing of
}

TEST_CASE("archive: an index of days that does not agree with the days of its rows is refused",
          "[io][archive]") {
    std::string bytes = small();
    std::size_t columns = 0;
    for (const archive_section& s : table_of(small())) {
        if (!s.name_text().starts_with("index.")) continue;
        ++columns;
        for (std::uint64_t i = s.offset; i < s.offset + s.bytes; ++i) {
            const auto at = static_cast<std::size_t>(i);
            bytes[at] = static_cast<char>(bytes[at] ^ masks[i % 3]);
            if (!refused(bytes, trust::structure)) FAIL("byte " << i << " of " << s.name_text());
            bytes[at] = small()[at];
        }
    }
    CHECK(columns > 10);
}

TEST_CASE("archive: where the types of hubs begin is checked, and can be done without", "[io][archive]") {
    std::mt19937 random(1);
    const history h = test::acts(random);
    const std::string whole = bytes_of_archive(h);
    std::string bytes = whole;
    std::size_t columns = 0;
    for (const archive_section& s : table_of(whole)) {
        if (!is_dispensable(s.name_text())) continue;
        ++columns;
        CHECK(s.optional == 1);
        for (std::uint64_t i = s.offset; i < s.offset + s.bytes; ++i) {
            const auto at = static_cast<std::size_t>(i);
            bytes[at] = static_cast<char>(bytes[at] ^ masks[i % 3]);
            if (!refused(bytes, trust::structure)) FAIL("byte " << i << " of " << s.name_text());
            bytes[at] = whole[at];
        }
    }
    CHECK(columns == 6);
    auto table = table_of(whole); // under other names they are not known, as to readers of the first builds
    for (archive_section& s : table)
        if (is_dispensable(s.name_text())) s.name[0] = '-';
    put_table(bytes, table);
    const history without(open(bytes, trust::structure));
    CHECK(test::everything_in(without) == test::everything_in(h));
    for (const relation_type type : {relation_type::founded, relation_type::sponsored})
        for (std::uint32_t n = 0; n < h.node_count(); ++n) {
            const node_id node{n};
            const auto on = [](const history& in) { return in.at(test::day_text(7)); };
            CHECK(out_neighbours(on(without), {&node, 1}, type) == out_neighbours(on(h), {&node, 1}, type));
            CHECK(in_neighbours(on(without), {&node, 1}, type) == in_neighbours(on(h), {&node, 1}, type));
        }
}

TEST_CASE("archive: a column that is missing, cut or doubled is refused or answered", "[io][archive]") {
    const auto table = table_of(small());
    for (std::size_t i = 0; i < table.size(); ++i) {
        INFO(table[i].name_text());
        auto renamed = table;
        renamed[i].name[0] = 'X';
        renamed[i].optional = 0;
        std::string bytes = small();
        put_table(bytes, renamed);
        CHECK(code_of([&] { (void)open(bytes, trust::whole); }) == static_cast<int>(errc::unsupported));

        // Passed over: to the reader it is empty.
        renamed[i].optional = 1;
        put_table(bytes, renamed);
        test::may_fail([&] { test::ask_everything(history(open(bytes, trust::structure))); });

        auto wider = table;
        wider[i].width = 16;
        put_table(bytes, wider);
        CHECK(refused(bytes, trust::whole));

        auto twice = table;
        twice[i].name = twice[i == 0 ? 1 : i - 1].name;
        put_table(bytes, twice);
        CHECK(refused(bytes, trust::whole));
    }
}

TEST_CASE("archive: columns in another order are found by their names", "[io][archive]") {
    const auto table = table_of(small());
    std::vector<archive_section> turned(table.rbegin(), table.rend());
    std::string bytes = small().substr(0, sizeof(archive_header) + table.size() * sizeof(archive_section));
    for (archive_section& s : turned) {
        bytes.resize(static_cast<std::size_t>(aligned(bytes.size())));
        const std::string_view column = std::string_view(small()).substr(static_cast<std::size_t>(s.offset),
                                                                         static_cast<std::size_t>(s.bytes));
        s.offset = bytes.size();
        bytes += column;
    }
    archive_header h = header_of(bytes);
    h.bytes = bytes.size();
    put_header(bytes, h);
    put_table(bytes, turned);
    for (const trust how : {trust::whole, trust::structure, trust::nothing})
        CHECK(test::everything_in(history(open(bytes, how))) == test::everything_in(test::everything()));
}

TEST_CASE("archive: a table that leads out of the file is refused", "[io][archive]") {
    const auto table = table_of(small());
    for (std::size_t i = 0; i < table.size(); ++i)
        for (const std::uint64_t wrong : {std::uint64_t{0}, ~std::uint64_t{0}, ~std::uint64_t{63},
                                          table[i].offset + 64, table[i].bytes + 64}) {
            std::string bytes = small();
            auto moved = table;
            moved[i].offset = wrong;
            put_table(bytes, moved);
            CHECK(refused(bytes, trust::whole));
            moved = table;
            moved[i].bytes = wrong;
            put_table(bytes, moved);
            CHECK(refused(bytes, trust::whole));
        }
    std::string bytes = small();
    archive_header h = header_of(bytes);
    for (const std::uint32_t sections : {0u, h.sections - 1, h.sections + 1, ~0u}) {
        h.sections = sections;
        put_header(bytes, h);
        CHECK(refused(bytes, trust::whole));
    }
}

TEST_CASE("archive: errors say who wrote the file and what was expected", "[io][archive]") {
    const auto told = [](auto&& change) {
        std::string bytes = small();
        archive_header h = header_of(bytes);
        change(h);
        put_header(bytes, h);
        return message_of([&] { (void)open(bytes, trust::whole); });
    };
    const std::string newer = told([](archive_header& h) {
        h.format = 7;
        h.written_by = {'3', '.', '1'};
    });
    CHECK(newer == "'a' (written by comity 3.1 in format 7; this is comity " +
                       std::string(library_version()) +
                       ", which reads formats up to 1): its format is newer than this library; it takes a "
                       "newer one to read it");
    CHECK(told([](archive_header& h) { h.byte_order = 0x04030201; }).find("byte order") != std::string::npos);
    CHECK(told([](archive_header& h) { h.widths[0] = 4; }).find("other widths") != std::string::npos);
    CHECK(told([](archive_header& h) { h.bytes += 1; }).find("were written") != std::string::npos);
    CHECK(told([](archive_header& h) { h.schema_revision = 9; }).find("revision 9") != std::string::npos);
    CHECK(told([](archive_header& h) { h.format = 0; }).find("no format 0") != std::string::npos);

    std::string bytes = small();
    for (const archive_section& s : table_of(bytes))
        if (s.name_text() == "out.to") put(bytes, static_cast<std::size_t>(s.offset) + 4, 0x00ffffffu);
    CHECK(message_of([&] {
              (void)open(bytes, trust::structure);
          }).find("column 'out.to': row 1: 16777215 is too large; expected less than 3") !=
          std::string::npos);
    CHECK(message_of([&] { (void)open(bytes, trust::nothing); }).find("column 'out.to' is damaged") !=
          std::string::npos);
    CHECK(code_of([&] { (void)open(bytes, trust::structure); }) == static_cast<int>(errc::corrupt_file));
}
