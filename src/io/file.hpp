#pragma once

#include <span>
#include <string>
#include <string_view>

namespace comity::detail {

/// All bytes of a file. Throws error (io_error) that names the file and the reason.
[[nodiscard]] std::string read_file(const std::string& path);

/// Puts `content` where `path` says, whole or not at all: it is written beside the old file, flushed to the
/// disk and then put in its place in one step. Throws error (io_error); the old file is then as it was.
void write_file(const std::string& path, std::string_view content);
/// The same with content that lies in several places, one part after another.
void write_file(const std::string& path, std::span<const std::string_view> parts);

} // namespace comity::detail
