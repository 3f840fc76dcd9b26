#pragma once

#include <cstdio>
#include <memory>

namespace comity::detail {

struct file_closer {
    void operator()(std::FILE* f) const noexcept { (void)std::fclose(f); }
};

/// A file that is closed when it goes; who must know whether closing failed closes it before.
using open_file = std::unique_ptr<std::FILE, file_closer>;

} // namespace comity::detail
