#include "comity/io/csv_estimate.hpp"

#include "catch.hpp"
#include "support/shared_data.hpp"
#include "watched.hpp"

#include <comity/error.hpp>
#include <comity/io/csv.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <random>
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
    std::filesystem::path folder_ = std::filesystem::temp_directory_path() /
                                    ("comity-csv-estimate-" + std::to_string(std::random_device{}()));
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

#if defined(__linux__) && !COMITY_WATCHED

namespace {

/// A number of kilobytes that the system tells of this process, in bytes.
std::uint64_t told_of_process(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name + ':')) return std::stoull(line.substr(name.size() + 1)) * 1024;
    return 0;
}

/// Bytes of memory that work takes at most, beside what there is before.
template <class Work>
std::uint64_t peak_of(Work&& work) {
    std::ofstream("/proc/self/clear_refs") << "5"; // the peak begins anew
    const std::uint64_t before = told_of_process("VmRSS");
    work();
    return told_of_process("VmHWM") - before;
}

/// A file of relations that last, with dates of a century, as random as data are.
void write_lasting(const std::string& path, int nodes, int relations) {
    std::ofstream out(path);
    out << "source,relation,target,start,end\n";
    std::mt19937 random(1);
    for (int i = 0; i < relations; ++i) {
        const day begin(static_cast<std::int64_t>(random() % 36'000) - 20'000);
        out << 'n' << random() % static_cast<unsigned>(nodes) << ",has-relations-with,n"
            << random() % static_cast<unsigned>(nodes) << ',' << begin << ',';
        if (random() % 3 != 0) out << begin + 2000;
        out << '\n';
    }
}

} // namespace

TEST_CASE("csv_estimate: the peak holds for plain files of relations that last", "[io]") {
    const int relations = GENERATE(10'000, 60'000, 250'000);
    const int nodes = GENERATE(100, 20'000);
    CAPTURE(relations, nodes);
    const two_files files(nodes, 0);
    write_lasting(files.relations(), nodes, relations);
    const csv_estimate e = estimate_csv(files.nodes(), files.relations());
    csv_options how;
    how.missing_end = missing_end::open;
    std::uint64_t held = 0;
    const std::uint64_t peak =
        peak_of([&] { held = read_csv(files.nodes(), files.relations(), how).history.memory(); });
    CAPTURE(e.held, held, e.peak, peak);
    CHECK(is_near(e.held, held, 0.05));
    CHECK(e.peak >= peak);
}

#endif

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
