#include "io/file.hpp"

#include "io/open_file.hpp"
#include "pulse.hpp"

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

/// Bytes that are read or written before it is asked whether to go on.
constexpr std::size_t piece = std::size_t{1} << 20;

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

/// Writes all of it and waits until the disk has it.
bool written(std::span<const std::string_view> parts, std::FILE* f, const progress& tell) {
    std::size_t bytes = 0, done = 0;
    for (const std::string_view part : parts) bytes += part.size();
    pulse beat(tell, "writing the file", bytes);
    for (std::string_view part : parts)
        while (!part.empty()) {
            const std::size_t size = std::min(piece, part.size());
            if (std::fwrite(part.data(), 1, size, f) != size) return false;
            part.remove_prefix(size);
            beat(done += size);
        }
    if (!flushed(f)) return false;
    beat.finish();
    return true;
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

growing<char> read_file(const std::string& path, const progress& tell) {
    const open_file file(std::fopen(path.c_str(), "rb"));
    if (!file) fail("open", path, errno);
    growing<char> content;
    std::error_code unknown;
    const auto size = fs::file_size(path, unknown);
    if (!unknown) content.reserve(size + piece);
    pulse beat(tell, "reading the file", unknown ? 0 : static_cast<std::size_t>(size));
    for (std::size_t n = piece; n != 0; beat(content.size())) {
        n = std::fread(extend(content, piece), 1, piece, file.get());
        content.resize(content.size() - piece + n);
    }
    if (std::ferror(file.get()) != 0) fail("read", path, errno);
    return content;
}

void write_file(const std::string& path, std::string_view content, const progress& tell) {
    write_file(path, std::span(&content, 1), tell);
}

void write_file(const std::string& path, std::span<const std::string_view> parts, const progress& tell) {
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
    if (!written(parts, file.get(), tell)) fail("write", path, errno);
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
