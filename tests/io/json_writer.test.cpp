#include "catch.hpp"

#include <comity/io/json.hpp>

#include <filesystem>
#include <string>

using namespace comity;

namespace {

const std::string data_file = std::string(COMITY_DATA_DIR) + "/sco-information-security.json";

} // namespace

TEST_CASE("json_writer: what is written reads back to the same text", "[io]") {
    const std::string once = to_json_text(read_json(data_file));
    CHECK(to_json_text(read_json_text(once, "once")) == once);
}

TEST_CASE("json_writer: every fact comes back with its period, standing and statements", "[io]") {
    const history a = read_json(data_file);
    const history b = read_json_text(to_json_text(a), "written");
    REQUIRE(a.node_count() == b.node_count());
    REQUIRE(a.relation_count() == b.relation_count());
    CHECK(a.attribute_count() == b.attribute_count());
    CHECK(a.statement_count() == b.statement_count());
    const auto same = [](const fact& x, const fact& y) {
        bool equal = x.period().text() == y.period().text() && x.period().bounds() == y.period().bounds() &&
                     x.modality() == y.modality() && x.existence() == y.existence() &&
                     x.inferred() == y.inferred() && x.disputed() == y.disputed();
        const auto p = x.statements();
        const auto q = y.statements();
        equal = equal && p.size() == q.size();
        for (std::size_t i = 0; equal && i < p.size(); ++i)
            equal = p[i].source().id() == q[i].source().id() && p[i].locator() == q[i].locator() &&
                    p[i].slots() == q[i].slots() && p[i].rule() == q[i].rule() &&
                    p[i].begin() == q[i].begin();
        return equal;
    };
    std::string differing;
    for (std::uint32_t i = 0; i < a.node_count(); ++i)
        if (!same(a.node(node_id{i}), b.node(node_id{i})))
            differing += std::string(a.node(node_id{i}).id()) + ' ';
    for (std::uint32_t i = 0; i < a.relation_count(); ++i)
        if (!same(a.relation(relation_id{i}), b.relation(relation_id{i})))
            differing += std::to_string(i) + ' ';
    CHECK(differing.empty());
}

TEST_CASE("json_writer: a file that can't be written leaves what was there", "[io]") {
    const history h = read_json(data_file);
    const std::string folder = (std::filesystem::temp_directory_path() / "comity-no-such-folder").string();
    CHECK_THROWS_AS(write_json(h, folder + "/file.json"), error);
}

TEST_CASE("json_writer: a written file replaces the old one and leaves nothing beside it", "[io]") {
    const auto folder = std::filesystem::temp_directory_path() / "comity-json-writer-test";
    std::filesystem::create_directories(folder);
    const std::string path = (folder / "history.json").string();
    const history h = read_json(data_file);
    write_json(h, path);
    write_json(h, path);
    CHECK(read_json(path).node_count() == h.node_count());
    CHECK(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()) ==
          1);
    std::filesystem::remove_all(folder);
}
