#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace comity::detail {

/// Bytes in order, from wherever they come.
class byte_source {
public:
    virtual ~byte_source() = default;
    /// Puts up to `most` bytes at `to` and returns how many: 0 only at the end. Throws error (io_error,
    /// parse_error) that names the file.
    virtual std::size_t read(char* to, std::size_t most) = 0;
};

/// What was read so far, and how much there is of it (of a file: as it lies on the disk).
struct bytes_read {
    std::atomic<std::uint64_t> done = 0; ///< another thread may do the reading
    std::atomic<std::uint64_t> total = 0;
    /// What a packed file says that it unpacks to, modulo 2^32; 0: nothing is known of it.
    std::atomic<std::uint64_t> told = 0;
};

/// How long all of the text is of which `text` bytes (unpacked) were read so far, about: if it goes on as it
/// began, or, if that is packed, what it says itself, unless that is far from it, as where it speaks of a
/// part alone. 0 while nothing is known.
[[nodiscard]] double length_of_text(const bytes_read& read, std::uint64_t text) noexcept;

/// A file, unpacked if it is gzip. `read` is kept up to date and must outlive the source.
[[nodiscard]] std::unique_ptr<byte_source> open_bytes(const std::string& path, bytes_read& read);

/// Bytes in memory, unpacked if they are gzip; `name` stands for the file in errors. `read` as for a file.
[[nodiscard]] std::unique_ptr<byte_source> bytes_of(std::string_view bytes, std::string name,
                                                    bytes_read& read);

} // namespace comity::detail
