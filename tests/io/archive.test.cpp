#include <comity/io/archive.hpp>

#include "catch.hpp"
#include "support/everything.hpp"
#include "support/questions.hpp"
#include "support/same_history.hpp"
#include "support/sco.hpp"
#include "support/stages.hpp"
#include "support/telling.hpp"
#include "support/told.hpp"

#include <comity/comity.hpp>
#include <comity/version.hpp>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace comity;
using test::code_of;
using test::everything_in;
using test::message_of;

namespace {

/// A folder that goes away with the test.
struct scratch {
    std::filesystem::path folder = std::filesystem::temp_directory_path() /
                                   ("comity-archive-test-" + std::to_string(std::random_device{}()));
    scratch() {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
    }
    ~scratch() { std::filesystem::remove_all(folder); }
    [[nodiscard]] std::string file(const char* name) const { return (folder / name).string(); }
};

history stored(const history& h, const archive_options& options = {}) {
    const scratch s;
    write_archive(h, s.file("a.comity"));
    return read_archive(s.file("a.comity"), options); // mapped files outlive their names
}

void check_same(const history& a, const history& b) {
    CHECK(everything_in(a) == everything_in(b));
    CHECK(a.schema() == b.schema());
    CHECK(a.memory() >= b.memory()); // columns that share their memory may have a section each
    CHECK(to_json_text(a) == to_json_text(b));
}

/// An archive as this library's first version wrote it: made once by the case "archive: makes the file of the
/// present format" from tests/support/everything.hpp, and never again.
const char* const version_1 = "tests/io/format-1.comity";

} // namespace

TEST_CASE("archive: the history of the SCO is the same after it was written and opened", "[io][archive]") {
    check_same(stored(sco()), sco());
    check_same(stored(sco(), {true, false}), sco());
    check_same(stored(sco(), {false, true}), sco());
}

TEST_CASE("archive: data of another folder makes the same bytes, and they name no folder", "[io][archive]") {
    const auto archives_of_files_in = [](const scratch& s) {
        const auto put = [&s](const char* name, const std::string& text) {
            std::ofstream(s.file(name), std::ios::binary) << text;
            return s.file(name);
        };
        const std::string nodes = put("nodes.csv", "id,type\nfr,state\nde,state\n");
        const std::string relations =
            put("relations.csv", "source,relation,target,start\nfr,signed-with,de,1963\n");
        csv_options adding;
        adding.add_types = true;
        adding.missing_end = missing_end::unknown;
        csv_register rows;
        rows.path = relations;
        rows.source = "list";
        rows.nodes = {{"source", "state", "", "", attribute_type::name},
                      {"target", "state", "", "", attribute_type::name}};
        rows.relations = {{"recognises", 0, 1, "start", "", missing_end::unknown, false}};
        const std::string json = put("h.json", to_json_text(sco()));
        std::string all;
        for (const history& h : {read_csv(nodes, relations, adding).history,
                                 read_csv_registers(std::span(&rows, 1)).history, read_json(json)}) {
            write_archive(h, s.file("a.comity"));
            std::ifstream in(s.file("a.comity"), std::ios::binary);
            all.append(std::istreambuf_iterator<char>(in), {});
        }
        CHECK(all.find(s.folder.string()) == std::string::npos);
        return all;
    };
    const scratch one, other;
    CHECK((archives_of_files_in(one) == archives_of_files_in(other))); // not shown: megabytes
}

TEST_CASE("archive: whatever a builder takes can be written and opened", "[io][archive]") {
    const history h = test::everything();
    const history again = stored(h);
    check_same(again, h);
    check_same(stored(h, {true, false}), h);
    CHECK(again.find_relation("china-in-sco"));
    CHECK(again["drill"].kind_name() == "cyber-exercise");
}

TEST_CASE("archive: ends that are the begins, as those of acts, take no room", "[io][archive]") {
    const auto made = [](const char* end) {
        builder b;
        const node_id state = b.add_node("a", kind::state);
        const node_id body = b.add_node("b", kind::organisation);
        for (int i = 0; i < 1000; ++i)
            b.set_period(b.add_relation(state, relation_type::member_of, body), {{"2001-06-15"}, {end}});
        return std::move(b).build();
    };
    const history days = made("2001-06-15"), longer = made("2001-06-16");
    const scratch s;
    write_archive(days, s.file("days"));
    write_archive(longer, s.file("longer"));
    CHECK(longer.memory() >= days.memory() + 8000); // of two columns
    CHECK(std::filesystem::file_size(s.file("longer")) >= std::filesystem::file_size(s.file("days")) + 8000);
    const auto tells_of_ends = [&s](const char* name) {
        std::ifstream in(s.file(name), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(in), {});
        return bytes.find("typed.ends") != std::string::npos;
    };
    CHECK_FALSE(tells_of_ends("days"));
    CHECK(tells_of_ends("longer"));
    const history again = read_archive(s.file("days"));
    CHECK(again.at("2001-06-15").relation_count().certain == 1000);
    CHECK(again.at("2001-06-16").relation_count().possible == 0);
    check_same(again, days);
}

TEST_CASE("archive: an empty history is stored too", "[io][archive]") {
    const history h = builder().build();
    check_same(stored(h), h);
}

TEST_CASE("archive: trusted it knows the names that data added, and a copy of it extends them",
          "[io][archive]") {
    const history again = stored(test::everything(), {true, false});
    CHECK(again.schema().find_kind("cyber-exercise") ==
          test::everything().schema().find_kind("cyber-exercise"));
    CHECK(message_of([&] { (void)again.schema().kind_named("cyber-exercis"); }) ==
          message_of([&] { (void)test::everything().schema().kind_named("cyber-exercis"); }));
    builder larger(again);
    larger.schema().add_kind({"x:drill", "cyber-exercise"});
    CHECK(std::move(larger).build().schema().find_kind("x:drill"));
    CHECK_FALSE(again.schema().find_kind("x:drill"));
}

TEST_CASE("archive: made-up histories answer as before", "[io][archive][property]") {
    std::mt19937 random(20260118);
    for (int i = 0; i < 20; ++i) {
        const history h = i % 2 == 0 ? test::make_up(random).build() : test::make_up_precise(random).build();
        const history again = stored(h);
        REQUIRE(everything_in(again) == everything_in(h));
        std::mt19937 same = random;
        const auto questions = test::ask(h.all(), random);
        const auto asked_again = test::ask(again.all(), same);
        for (std::size_t q = 0; q < questions.size(); ++q) {
            INFO(questions[q].name);
            CHECK(questions[q].seen.relation_count() == asked_again[q].seen.relation_count());
            CHECK(questions[q].seen.snapshot().edge_count() == asked_again[q].seen.snapshot().edge_count());
        }
        CHECK(everything_in(builder(again).build()) == everything_in(h));
    }
}

TEST_CASE("archive: a history outlives the name of its file", "[io][archive]") {
    const scratch s;
    const std::string file = s.file("a.comity");
    write_archive(test::everything(), file);
    const history first = read_archive(file);
    write_archive(builder().build(), file);
    CHECK(read_archive(file).node_count() == 0);
    CHECK(first["sco"].id() == "sco");
    std::filesystem::remove(file);
    check_same(first, test::everything());
}

TEST_CASE("archive: equal histories have equal files", "[io][archive]") {
    const history opened = stored(test::everything());
    const scratch s;
    const auto written = [&s](const history& h) {
        write_archive(h, s.file("x"));
        std::ifstream in(s.file("x"), std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    CHECK(written(test::everything()) == written(test::everything()));
    CHECK(written(opened) == written(test::everything()));
}

TEST_CASE("archive: writing, opening and verifying can be watched and stopped", "[io][archive][progress]") {
    using stages = std::vector<std::string>;
    const scratch s;
    const std::string path = s.file("a.comity");
    const history h = test::everything();
    const auto write = [&](const progress& tell) { write_archive(h, path, tell); };
    CHECK(test::stages_of(write) == stages{"checksums", "writing the file"});
    const auto verify = [&](const progress& tell) { (void)verify_archive(path, tell); };
    CHECK(test::stages_of(verify) == stages{"checksums", "checking columns"});
    const auto open = [&](const progress& tell) { (void)read_archive(path, {false, true, tell}); };
    CHECK(test::stages_of(open) == stages{"reading the file", "checking columns"});
    test::check_stops(write);
    test::check_stops(verify);
    test::check_stops(open);
}

TEST_CASE("archive: where writing is stopped the old file is as it was, and nothing lies beside it",
          "[io][archive][progress]") {
    const scratch s;
    const std::string path = s.file("a.comity");
    write_archive(test::everything(), path);
    const auto write = [&](const progress& tell) { write_archive(builder().build(), path, tell); };
    CHECK(test::stops_at(write, "writing the file", 0));
    CHECK(test::stops_at(write, "writing the file", 1));
    CHECK(everything_in(read_archive(path)) == everything_in(test::everything()));
    CHECK(std::distance(std::filesystem::directory_iterator(s.folder), {}) == 1);
}

TEST_CASE("archive: verify tells what the header says", "[io][archive]") {
    const scratch s;
    write_archive(test::everything(), s.file("a"));
    const archive_info info = verify_archive(s.file("a"));
    CHECK(info.format == archive_format);
    CHECK(info.written_by == library_version());
    CHECK(info.bytes == std::filesystem::file_size(s.file("a")));
    CHECK(info.columns > 60);
}

TEST_CASE("archive: what is no archive is told as such", "[io][archive]") {
    const scratch s;
    const auto refusal = [](const std::string& file) {
        return message_of([&] { (void)read_archive(file); });
    };
    CHECK(code_of([&] { (void)read_archive(s.file("none")); }) == static_cast<int>(errc::io_error));
    CHECK(refusal(s.file("none")).find("can't open") == 0);
    CHECK(code_of([&] { (void)read_archive(s.folder.string()); }) == static_cast<int>(errc::io_error));
    write_json(sco(), s.file("sco.json"));
    CHECK(code_of([&] { (void)read_archive(s.file("sco.json")); }) == static_cast<int>(errc::parse_error));
    CHECK(refusal(s.file("sco.json")) ==
          "'" + s.file("sco.json") + "' is no comity archive: it begins with other bytes");
    std::ofstream(s.file("short")) << "cmty";
    CHECK(refusal(s.file("short")).find("it has 4 bytes, the header alone takes 128") != std::string::npos);
    std::ofstream(s.file("empty"));
    CHECK(refusal(s.file("empty")).find("it has 0 bytes") != std::string::npos);
    CHECK(code_of([&] { write_archive(sco(), s.file("no/such/folder")); }) ==
          static_cast<int>(errc::io_error));
}

TEST_CASE("archive: a file of format 1 is read by every later version", "[io][archive]") {
    const archive_info info = verify_archive(version_1);
    CHECK(info.format == 1);
    CHECK(info.written_by == "0.1.0");
    CHECK(everything_in(read_archive(version_1)) == everything_in(test::everything()));
    CHECK(everything_in(read_archive(version_1, {true, false})) == everything_in(test::everything()));
    CHECK(read_archive(version_1).schema() == test::everything().schema());
}

// Run by hand when the format gets a new number: build/dev/tests/comity_tests "archive: makes*"
TEST_CASE("archive: makes the file of the present format", "[.make]") {
    const std::string file = "tests/io/format-" + std::to_string(archive_format) + ".comity";
    REQUIRE_FALSE(std::filesystem::exists(file)); // what an older build wrote tells what this one must read
    write_archive(test::everything(), file);
}
