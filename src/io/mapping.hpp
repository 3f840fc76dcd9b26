#pragma once

#include <comity/history/detail/growing.hpp>
#include <comity/progress.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace comity::detail {

/// The bytes of a file, at an address that column_alignment divides, and what keeps them there.
struct file_bytes {
    std::span<const std::byte> bytes;
    std::shared_ptr<const void> owner;
};

/// Maps a file for reading, so that only the pages that somebody looks at are read. Where a platform or a
/// file can't be mapped it is read whole instead. Throws error (io_error) that names the file and the reason.
[[nodiscard]] file_bytes map_file(const std::string& path);

/// Reads it into memory: for files that may change or go away while they are in use. Throws error: io_error;
/// cancelled.
[[nodiscard]] file_bytes load_file(const std::string& path, const progress& tell = {});

} // namespace comity::detail
