#include <comity/io/json.hpp>

#include "catch.hpp"
#include "support/everything.hpp"
#include "support/same_history.hpp"
#include "support/stages.hpp"
#include "support/telling.hpp"

#include <comity/comity.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <limits>
#include <set>
#include <sstream>
#include <string>

using namespace comity;
using test::everything;
using test::everything_in;
using test::message_of;

namespace {

const std::string sco_file = std::string(COMITY_DATA_DIR) + "/sco-information-security.json";

/// A folder that goes away with the test.
struct scratch {
    std::filesystem::path folder = std::filesystem::temp_directory_path() / "comity-json-test";
    scratch() {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
    }
    ~scratch() { std::filesystem::remove_all(folder); }
    [[nodiscard]] std::string file(const char* name) const { return (folder / name).string(); }
    [[nodiscard]] std::size_t file_count() const {
        const std::filesystem::directory_iterator files(folder);
        return static_cast<std::size_t>(std::distance(begin(files), end(files)));
    }
};

std::string content_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("json_writer: the history of the SCO is the same after it was written and read again", "[io]") {
    const history sco = read_json(sco_file);
    const std::string written = to_json_text(sco);
    const history again = read_json_text(written);
    CHECK(everything_in(again) == everything_in(sco));
    CHECK(again.schema() == sco.schema());
    CHECK(to_json_text(again) == written);
}

TEST_CASE("json_writer: whatever a builder takes can be written and read again", "[io]") {
    const history first = everything();
    const std::string written = to_json_text(first);
    INFO(written);
    const history again = read_json_text(written);
    CHECK(again.schema() == first.schema());
    CHECK(to_json_text(again) == written);
    CHECK(again.statement_count() == first.statement_count());
    CHECK(again.attribute_count() == first.attribute_count());
    const auto sorted_lines = [](const history& h) {
        std::istringstream in(everything_in(h));
        std::vector<std::string> lines;
        for (std::string line; std::getline(in, line);) lines.push_back(line);
        std::sort(lines.begin(), lines.end());
        return lines;
    };
    CHECK(sorted_lines(again) == sorted_lines(first)); // the names come first, whatever the order was
    CHECK(everything_in(read_json_text(to_json_text(again))) == everything_in(again));
}

TEST_CASE("json_writer: texts that are empty, of no language or not for people are read back as they were",
          "[io]") {
    const std::string odd("a\0b\n\x1b\x7f\"\\", 8);
    builder b;
    b.schema().add_kind({"drill", "exercise", {{"", "no tongue"}}, odd});
    b.schema().add_kind({"dance", "exercise", {{"", ""}, {"en", odd}}, {}});
    for (const char* key : {"title", "title@", "description@en", "license", "license@en", "", "@"})
        b.set_note(key, "");
    b.set_note("description@", odd);
    b.set_note(odd, odd);
    source_record r;
    r.titles = {{"", ""}};
    r.authors = {""};
    b.add_source("s", r);
    r.titles = {{"", odd}, {"en", ""}};
    r.date = "1984?";
    r.coverage = {{}};
    const source_id t = b.add_source("t", r);
    const node_id n = b.add_node("n", *b.schema().find_kind("drill"));
    for (const char* language : {"", "en"})
        for (const std::string& name : {std::string(), odd})
            b.add_attribute(n, attribute_type::name, name, language);
    statement_record st = test::says(t);
    st.locator = st.quote = st.rule = odd;
    st.premises = {"", odd};
    b.add_statement(n, st);
    const history h = std::move(b).build();
    const std::string written = to_json_text(h);
    INFO(written);
    const history again = read_json_text(written);
    CHECK(again.schema() == h.schema());
    CHECK(to_json_text(again) == written);
    for (std::uint32_t i = 0; i < 2; ++i) {
        const source_record was = h.source(source_id{i}).record();
        const source_record is = again.source(source_id{i}).record();
        CHECK(is.titles == was.titles);
        CHECK(is.authors == was.authors);
        CHECK(is.coverage.size() == was.coverage.size());
    }
    const auto notes_of = [](const history& of) {
        std::set<std::pair<std::string, std::string>> notes;
        for (const auto& [key, text] : of.notes()) notes.emplace(key, text);
        return notes;
    };
    CHECK(notes_of(again) == notes_of(h));
    CHECK(everything_in(read_json_text(to_json_text(again))) == everything_in(again));
}

TEST_CASE("json_writer: who states a value is never taken for one who states the record", "[io]") {
    builder b;
    const source_id one = test::source_of(b, "one");
    const source_id two = test::source_of(b, "two");
    const node_id n = b.add_node("sco", kind::organisation);
    b.set_period(n, period_record::of("2001/.."));
    b.add_attribute(n, test::text_value(attribute_type::name, "SCO", "en"));
    b.add_statement(n, test::says(one));
    attribute_record value = test::number_value(attribute_type::member_count, 8);
    value.stated = {test::says(one), test::says(two)};
    b.add_attribute(n, value);
    b.add_statement(n, test::says(two, "2002/.."));
    value.value = 9.0;
    b.add_attribute(n, value);
    const history h = std::move(b).build();
    const history again = read_json_text(to_json_text(h));
    CHECK(again.statement_count() == h.statement_count());
    const auto slots = [](const history& of) {
        std::multiset<std::string> all;
        const table t = statements_table(of);
        for (std::size_t i = 0; i < t.row_count(); ++i)
            all.insert(t["slots"].to_string(i) + ' ' + t["source"].to_string(i) + ' ' +
                       t["value"].to_string(i) + ' ' + t["begin"].to_string(i));
        return all;
    };
    CHECK(slots(again) == slots(h));
}

TEST_CASE("json_writer: what is written is laid out for people", "[io]") {
    builder b;
    const source_id s = test::source_of(b, "article", "2021");
    const node_id china = b.add_node("china", kind::state);
    b.add_attribute(china, test::text_value(attribute_type::name, "China", "en"));
    b.add_attribute(china, test::text_value(attribute_type::alias, "PRC", "en"));
    const node_id code = b.add_node("code-of-conduct-for-information-security", kind::resolution);
    b.add_attribute(code, test::text_value(attribute_type::name,
                                           "International code of conduct for information security", "en"));
    const relation_id r = b.add_relation(china, relation_type::submitted, code);
    b.set_period(r, period_record::of("2011-09-12"));
    b.add_statement(r, test::says(s));
    const std::string written = to_json_text(std::move(b).build());
    CHECK(written == R"({
  "$schema": "comity-history.schema.json",
  "format": "comity-history",
  "version": 1,
  "sources": [
    {"id": "article", "kind": "article", "date": "2021"}
  ],
  "nodes": [
    {"id": "china", "kind": "state", "names": {"en": ["China", "PRC"]}},
    {
      "id": "code-of-conduct-for-information-security", "kind": "resolution",
      "names": {"en": "International code of conduct for information security"}
    }
  ],
  "relations": [
    {
      "type": "submitted", "from": "china", "to": "code-of-conduct-for-information-security", "on": "2011-09-12",
      "stated": {"source": "article"}
    }
  ]
}
)");
}

TEST_CASE("json_writer: an empty history is a file too", "[io]") {
    const history none = builder().build();
    CHECK(read_json_text(to_json_text(none)).node_count() == 0);
}

TEST_CASE("json_writer: a file is replaced whole, and nothing else is left behind", "[io]") {
    const scratch s;
    const history h = everything();
    write_json(builder().build(), s.file("h.json"));
    write_json(h, s.file("h.json"));
    CHECK(everything_in(read_json(s.file("h.json"))) == everything_in(read_json_text(to_json_text(h))));
    CHECK(s.file_count() == 1);
}

TEST_CASE("json_writer: writing can be watched and stopped", "[io][progress]") {
    const history h = test::everything();
    const auto write = [&h](const progress& tell) { (void)to_json_text(h, tell); };
    CHECK(test::stages_of(write) == std::vector<std::string>{"writing the history"});
    test::check_stops(write);
}

TEST_CASE("json_writer: a history that can't be written leaves the old file as it was", "[io]") {
    const scratch s;
    write_json(everything(), s.file("h.json"));
    const std::string before = content_of(s.file("h.json"));
    builder b;
    b.add_attribute(b.add_node("x", kind::state), test::text_value(attribute_type::name, "\xff", "en"));
    const history broken = std::move(b).build();
    CHECK(message_of([&] {
              write_json(broken, s.file("h.json"));
          }).starts_with("a text of this history is not UTF-8"));
    CHECK(content_of(s.file("h.json")) == before);
    CHECK(s.file_count() == 1);
}

TEST_CASE("json_writer: a number read again is the same to its last bit", "[io]") {
    for (const double number : {0.0, -0.0, 0.1, -1e100, 5e-324, 1.7976931348623157e308, 9007199254740991.0}) {
        builder b;
        b.add_attribute(b.add_node("x", kind::state),
                        test::number_value(attribute_type::member_count, number));
        const history h = read_json_text(to_json_text(std::move(b).build()));
        const double again = h["x"].attribute(attribute_type::member_count)->number_value();
        CHECK(std::bit_cast<std::uint64_t>(again) == std::bit_cast<std::uint64_t>(number));
    }
}

TEST_CASE("json_writer: a number that is not finite can't be written", "[io]") {
    builder b;
    b.add_attribute(
        b.add_node("x", kind::state),
        test::number_value(attribute_type::member_count, std::numeric_limits<double>::infinity()));
    const history h = std::move(b).build();
    CHECK(message_of([&] { (void)to_json_text(h); }) == "JSON can't hold a number that is not finite");
}

TEST_CASE("json_writer: a link to a file stays a link when the file is written", "[io]") {
    const scratch s;
    write_json(builder().build(), s.file("target.json"));
    std::filesystem::create_symlink("target.json", s.file("link.json"));
    write_json(everything(), s.file("link.json"));
    CHECK(std::filesystem::is_symlink(s.file("link.json")));
    CHECK(read_json(s.file("target.json")).node_count() == 3);
}

TEST_CASE("json_writer: files that can't be opened or written say so", "[io]") {
    const scratch s;
    CHECK(message_of([&] { (void)read_json("nowhere/h.json"); }) ==
          "can't open 'nowhere/h.json': No such file or directory");
    CHECK(message_of([&] { (void)read_json(s.folder.string()); }).ends_with("Is a directory"));
    CHECK(message_of([&] { write_json(builder().build(), "nowhere/h.json"); }) ==
          "can't write 'nowhere/h.json': No such file or directory");
    CHECK(test::code_of([&] { (void)read_json("nowhere/h.json"); }) == static_cast<int>(errc::io_error));
    std::vector<finding> findings;
    CHECK_THROWS_AS(try_read_json("nowhere/h.json", findings), error);
}
