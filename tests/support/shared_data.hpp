#pragma once

// The large public data sets are no part of the repository. Tests on them look where COMITY_SHARED_DATA says,
// else beside the tree, and say so when they are skipped.

#include <cstdlib>
#include <filesystem>
#include <string>

namespace comity::test {

/// The path of a set, or the empty text.
inline std::string shared_set(const std::string& name) {
    const char* const said = std::getenv("COMITY_SHARED_DATA");
    const std::filesystem::path folder = (said != nullptr ? said : "../shared/data");
    std::error_code ignored;
    return std::filesystem::is_directory(folder / name, ignored) ? (folder / name).string() : std::string();
}

} // namespace comity::test

/// Ends the test case, visibly, where the set is not there; else declares `path`.
#define COMITY_NEEDS_SET(path, name)                                                                         \
    const std::string path = comity::test::shared_set(name);                                                 \
    if (path.empty()) {                                                                                      \
        WARN("skipped: no data set '" name "'; set COMITY_SHARED_DATA");                                     \
        return;                                                                                              \
    }
