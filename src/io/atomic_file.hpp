#pragma once

#include <string>
#include <string_view>

namespace comity::detail {

/// Writes a whole file so that nobody ever sees half of it: to a new file in the same folder, flushed to the
/// device, then renamed over the old one, which stays as it was if anything fails. Throws error (io_error).
void write_atomically(const std::string& path, std::string_view content);

} // namespace comity::detail
