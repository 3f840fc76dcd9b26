#pragma once

#include "io/byte_source.hpp"

#include <memory>
#include <string>

namespace comity::detail {

/// Unpacks gzip, also of several members; `name` stands for the file in errors.
[[nodiscard]] std::unique_ptr<byte_source> unpacked_gzip(std::unique_ptr<byte_source> packed,
                                                         std::string name);

} // namespace comity::detail
