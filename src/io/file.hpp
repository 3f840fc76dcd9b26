#pragma once

#include <comity/history/detail/growing.hpp>
#include <comity/progress.hpp>

#include <span>
#include <string>
#include <string_view>

namespace comity::detail {

/// All bytes of a file. Throws error: io_error that names the file and the reason; cancelled.
[[nodiscard]] growing<char> read_file(const std::string& path, const progress& tell = {});

/// Puts `content` where `path` says, whole or not at all: it is written beside the old file, flushed to the
/// disk and then put in its place in one step. Throws error (io_error, cancelled); the old file is then as it
/// was.
void write_file(const std::string& path, std::string_view content, const progress& tell = {});
/// The same with content that lies in several places, one part after another.
void write_file(const std::string& path, std::span<const std::string_view> parts, const progress& tell = {});

} // namespace comity::detail
