#include "io/atomic_file.hpp"

#include <comity/error.hpp>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <random>

// The one file that knows how this system flushes a file to the device.
#if defined(_WIN32)
#include <io.h>
#else
#include <unistd.h>
#endif

namespace comity::detail {
namespace {

bool flush_to_device(std::FILE* file) {
    if (std::fflush(file) != 0) return false;
#if defined(_WIN32)
    return _commit(_fileno(file)) == 0;
#else
    return ::fsync(::fileno(file)) == 0;
#endif
}

/// Removes the new file unless it has taken the old one's place.
struct temporary {
    std::string path;
    bool kept = false;
    temporary(const temporary&) = delete;
    temporary& operator=(const temporary&) = delete;
    explicit temporary(std::string p) : path(std::move(p)) {}
    ~temporary() {
        std::error_code ignored;
        if (!kept) std::filesystem::remove(path, ignored);
    }
};

[[noreturn]] void fail(const std::string& path, const std::string& why) {
    throw error(errc::io_error, "can't write '" + path + "': " + why + "; what was there is untouched");
}

} // namespace

void write_atomically(const std::string& path, std::string_view content) {
    std::random_device random;
    temporary fresh(path + ".new-" + std::to_string(random()));
    {
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(fresh.path.c_str(), "wb"),
                                                                   std::fclose);
        if (!file) fail(path, std::strerror(errno));
        const bool written = std::fwrite(content.data(), 1, content.size(), file.get()) == content.size();
        if (!written || !flush_to_device(file.get())) fail(path, std::strerror(errno));
    }
    std::error_code failed;
    std::filesystem::rename(fresh.path, path, failed);
    if (failed) fail(path, failed.message());
    fresh.kept = true;
}

} // namespace comity::detail
