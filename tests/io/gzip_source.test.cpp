#include "io/gzip_source.hpp"

#include "catch.hpp"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

using comity::detail::told_size;

namespace {

std::optional<std::uint32_t> told_by(const std::string& bytes) {
    const auto path = std::filesystem::temp_directory_path() / "comity-told-size";
    std::ofstream(path, std::ios::binary) << bytes;
    const auto told = told_size(path.string());
    std::filesystem::remove(path);
    return told;
}

} // namespace

TEST_CASE("told_size: is what the last four bytes of a gzip file say", "[io]") {
    CHECK(told_by(std::string("\x1f\x8b...") + std::string("\x02\x01\x00\x80", 4)) == 0x80000102);
}

TEST_CASE("told_size: other files, empty ones and those that are not there say nothing", "[io]") {
    CHECK_FALSE(told_by("id,type,name\n"));
    CHECK_FALSE(told_by(""));
    CHECK_FALSE(told_by("\x1f"));
    CHECK_FALSE(told_size("nowhere/nodes.csv.gz"));
}
