#pragma once

#include "io/byte_source.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace comity::detail {

/// Unpacks gzip, also of several members; `name` stands for the file in errors.
[[nodiscard]] std::unique_ptr<byte_source> unpacked_gzip(std::unique_ptr<byte_source> packed,
                                                         std::string name);

/// How many bytes a gzip file says that it unpacks to, modulo 2^32: its last four bytes (RFC 1952, 2.3.1),
/// which speak of the last member alone. Nothing for a file that is not gzip.
[[nodiscard]] std::optional<std::uint32_t> told_size(const std::string& path);

} // namespace comity::detail
