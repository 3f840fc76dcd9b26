#pragma once

#include "io/byte_source.hpp"

#include <memory>

namespace comity::detail {

/// Reads `source` on a thread of its own, a few blocks ahead of who reads the result; on the caller's where
/// the system grants none. What the source throws is thrown to the reader in its turn.
[[nodiscard]] std::unique_ptr<byte_source> read_ahead(std::unique_ptr<byte_source> source);

} // namespace comity::detail
