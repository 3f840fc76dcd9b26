#include "io/file.hpp"

#include "io/open_file.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

// Flushing to the disk is the one thing here that the standard library can't do.
#ifdef _WIN32
#include <io.h>
#include <process.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace comity::detail {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what, const std::string& path, int reason) {
    throw error(errc::io_error,
                "can't " + what + " '" + path + "': " + std::generic_category().message(reason));
}

int process_number() {
#ifdef _WIN32
    return _getpid();
#else
    return getpid();
#endif
}

/// Waits until the disk has it.
bool flushed(std::FILE* f) {
    if (std::fflush(f) != 0) return false;
#ifdef _WIN32
    return _commit(_fileno(f)) == 0;
#else
    return fsync(fileno(f)) == 0;
#endif
}

/// Waits until the disk has the new name too. A folder that can't be flushed is no reason to fail.
void flush_folder([[maybe_unused]] const fs::path& folder) {
#ifndef _WIN32
    const int opened = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) return;
    (void)fsync(opened);
    (void)close(opened);
#endif
}

/// A name beside the file that no other thread or process uses at this time.
fs::path name_beside(const fs::path& target) {
    static std::atomic<unsigned> count = 0;
    fs::path name = target;
    name += ".new-" + std::to_string(process_number()) + '-' + std::to_string(++count);
    return name;
}

/// Removes the unfinished file unless it was put in place.
struct unfinished {
    fs::path path;
    bool placed = false;
    ~unfinished() {
        std::error_code ignored;
        if (!placed) fs::remove(path, ignored);
    }
};

} // namespace

std::string read_file(const std::string& path) {
    const open_file file(std::fopen(path.c_str(), "rb"));
    if (!file) fail("open", path, errno);
    std::string content;
    std::error_code unknown;
    if (const auto size = fs::file_size(path, unknown); !unknown) content.reserve(size + 1);
    char buffer[65536];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, file.get())) != 0;)
        content.append(buffer, n);
    if (std::ferror(file.get()) != 0) fail("read", path, errno);
    return content;
}

void write_file(const std::string& path, std::string_view content) {
    write_file(path, std::span(&content, 1));
}

void write_file(const std::string& path, std::span<const std::string_view> parts) {
    // Through a link, so that the file is replaced and the link stays.
    std::error_code none_yet;
    const fs::path resolved = fs::weakly_canonical(path, none_yet);
    const fs::path target = none_yet ? fs::path(path) : resolved;
    unfinished beside{name_beside(target)};
    open_file file(std::fopen(beside.path.string().c_str(), "wbx"));
    if (!file) {
        const int reason = errno;
        beside.placed = true; // nothing of ours to remove
        fail("write", path, reason);
    }
    const bool whole = std::all_of(parts.begin(), parts.end(), [&file](std::string_view part) {
        return part.empty() || std::fwrite(part.data(), 1, part.size(), file.get()) == part.size();
    });
    if (!whole || !flushed(file.get())) fail("write", path, errno);
    if (std::fclose(file.release()) != 0) fail("write", path, errno);
    std::error_code refused;
    if (const auto old = fs::status(target, refused); fs::exists(old))
        fs::permissions(beside.path, old.permissions(), refused);
    refused.clear();
    fs::rename(beside.path, target, refused);
    if (refused) throw error(errc::io_error, "can't replace '" + path + "': " + refused.message());
    beside.placed = true;
    flush_folder(target.parent_path());
}

} // namespace comity::detail
