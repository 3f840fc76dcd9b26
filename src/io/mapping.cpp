#include "io/mapping.hpp"

#include "io/file.hpp"

#include <comity/error.hpp>

#include <cerrno>
#include <cstdint>
#include <limits>
#include <system_error>

#ifndef _WIN32
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace comity::detail {

file_bytes load_file(const std::string& path, const progress& tell) {
    const auto owner = std::make_shared<const growing<char>>(read_file(path, tell));
    return {std::as_bytes(std::span(*owner)), owner};
}

#ifdef _WIN32

file_bytes map_file(const std::string& path) {
    return load_file(path);
}

#else

namespace {

/// An open file, closed again: a mapping does not need it.
struct descriptor {
    int number;
    ~descriptor() {
        if (number >= 0) (void)close(number);
    }
};

} // namespace

file_bytes map_file(const std::string& path) {
    const descriptor file{open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat about {};
    if (file.number < 0 || fstat(file.number, &about) != 0)
        throw error(errc::io_error, "can't open '" + path + "': " + std::generic_category().message(errno));
    // A pipe, a device or an empty file has nothing that could be mapped.
    if (!S_ISREG(about.st_mode) || about.st_size <= 0) return load_file(path);
    if (static_cast<std::uintmax_t>(about.st_size) > std::numeric_limits<std::size_t>::max())
        throw error(errc::limit_exceeded, "'" + path + "' is larger than this machine can address");
    const auto size = static_cast<std::size_t>(about.st_size);
    void* const at = mmap(nullptr, size, PROT_READ, MAP_SHARED, file.number, 0);
    if (at == MAP_FAILED) return load_file(path);
    std::shared_ptr<const void> owner(at, [size](void* mapped) { (void)munmap(mapped, size); });
    return {{static_cast<const std::byte*>(at), size}, std::move(owner)};
}

#endif

} // namespace comity::detail
