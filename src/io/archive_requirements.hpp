#pragma once

#include "history/column.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace comity::detail {

// What is required of one column of an archive; what is not kept to throws error (corrupt_file).

[[noreturn]] inline void fail_column(const char* name, const std::string& what) {
    throw error(errc::corrupt_file, "column '" + std::string(name) + "': " + what);
}
[[noreturn]] inline void fail_column(const char* name, std::size_t row, const std::string& what) {
    fail_column(name, "row " + std::to_string(row) + ": " + what);
}

template <class T>
void require_size(const char* name, const column<T>& c, std::size_t size) {
    if (c.size() != size)
        fail_column(name, "it has " + std::to_string(c.size()) + " values; expected " + std::to_string(size));
}
template <class T>
void require_size_or_none(const char* name, const column<T>& c, std::size_t size) {
    if (!c.empty()) require_size(name, c, size);
}

/// Every value below `limit`.
template <class T>
void require_below(const char* name, const column<T>& c, std::size_t limit) {
    T largest = 0;
    for (const T v : c) largest = std::max(largest, v); // without a branch: compilers make it wide
    if (c.empty() || largest < limit) return;
    const auto at = std::find_if(c.begin(), c.end(), [limit](T v) { return v >= limit; });
    fail_column(name, static_cast<std::size_t>(at - c.begin()),
                std::to_string(+*at) + " is too large; expected less than " + std::to_string(limit));
}

/// From 0 to `total`, never falling.
template <class T>
void require_offsets(const char* name, const column<T>& c, std::size_t total) {
    if (c[0] != 0) fail_column(name, 0, std::to_string(c[0]) + "; expected 0");
    for (std::size_t i = 1; i < c.size(); ++i)
        if (c[i] < c[i - 1])
            fail_column(name, i,
                        std::to_string(c[i]) + " is less than the one before, " + std::to_string(c[i - 1]));
    if (c[c.size() - 1] != total)
        fail_column(name, c.size() - 1,
                    std::to_string(c[c.size() - 1]) + "; expected " + std::to_string(total));
}

template <class T>
void require_ascending(const char* name, const column<T>& c) {
    for (std::size_t i = 1; i < c.size(); ++i)
        if (c[i] <= c[i - 1])
            fail_column(name, i,
                        std::to_string(c[i]) + " is not more than the one before, " +
                            std::to_string(c[i - 1]));
}

} // namespace comity::detail
