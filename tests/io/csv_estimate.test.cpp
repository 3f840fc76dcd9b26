#include "comity/io/csv_estimate.hpp"

#include "catch.hpp"
#include "support/shared_data.hpp"

#include <comity/error.hpp>
#include <comity/io/csv.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

using namespace comity;

namespace {

/// A folder with two files that goes when it does.
class two_files {
public:
    two_files(int nodes, int relations) {
        std::filesystem::create_directories(folder_);
        std::ofstream n(this->nodes()), r(this->relations());
        n << "id,type,name\n";
        for (int i = 0; i < nodes; ++i) n << "n" << i << ",organisation,Organisation number " << i << '\n';
        r << "source,relation,target,start,end\n";
        for (int i = 0; i < relations; ++i)
            r << "n" << i * 7 % nodes << ",founded,n" << i * 11 % nodes << ",20" << 10 + i % 90 << "-03-0"
              << 1 + i % 9 << ",\n";
    }
    ~two_files() { std::filesystem::remove_all(folder_); }
    two_files(const two_files&) = delete;
    two_files& operator=(const two_files&) = delete;

    [[nodiscard]] std::string nodes() const { return (folder_ / "nodes.csv").string(); }
    [[nodiscard]] std::string relations() const { return (folder_ / "relations.csv").string(); }

private:
    std::filesystem::path folder_ = std::filesystem::temp_directory_path() / "comity-csv-estimate";
};

bool is_near(std::uint64_t estimate, std::uint64_t real, double share) {
    return std::abs(static_cast<double>(estimate) - static_cast<double>(real)) <=
           share * static_cast<double>(real);
}

csv_options any_ends() {
    csv_options how;
    how.missing_end = missing_end::instantaneous;
    return how;
}

} // namespace

TEST_CASE("csv_estimate: rows of small files are counted", "[io]") {
    const two_files files(20, 300);
    const csv_estimate e = estimate_csv(files.nodes(), files.relations());
    CHECK(e.nodes == 20);
    CHECK(e.relations == 300);
    CHECK(e.text ==
          std::filesystem::file_size(files.nodes()) + std::filesystem::file_size(files.relations()));
}

TEST_CASE("csv_estimate: what is held is about what the history holds", "[io]") {
    const two_files files(2000, 120'000); // more text than is looked at
    const std::string source = GENERATE(as<std::string>(), "", "register");
    const csv_estimate e = estimate_csv(files.nodes(), files.relations(), !source.empty());
    csv_options how = any_ends();
    how.source = source;
    const history h = read_csv(files.nodes(), files.relations(), how).history;
    CHECK(e.nodes == h.node_count());
    CHECK(is_near(e.relations, h.relation_count(), 0.05));
    CHECK(is_near(e.held, h.memory(), 0.35)); // these are acts alone
    CHECK(e.peak > e.held);
}

TEST_CASE("csv_estimate: a packed file that packs better further on says how long it is", "[io]") {
    COMITY_NEEDS_SET(folder, "icews18");
    const csv_estimate e = estimate_csv(folder + "/nodes.csv.gz", folder + "/relations.csv.gz");
    CHECK(e.nodes == 23'033);
    CHECK(is_near(e.relations, 468'558, 0.02)); // by the megabyte that is looked at 416,856
}

TEST_CASE("csv_estimate: files without rows hold nothing", "[io]") {
    const two_files files(1, 0);
    const csv_estimate e = estimate_csv(files.relations(), files.relations());
    CHECK(e.nodes == 0);
    CHECK(e.relations == 0);
    CHECK(e.held < 100);
}

TEST_CASE("csv_estimate: a file that is not there is named", "[io]") {
    CHECK_THROWS_WITH(estimate_csv("nowhere/nodes.csv", "nowhere/relations.csv"),
                      Catch::Matchers::Contains("nowhere/nodes.csv"));
}
