#pragma once

#include <cstddef>

namespace comity::detail {

/// From this many bytes on, memory is worth pages of its own. They go back to the system as soon as they are
/// freed; what the C library's heap is given back, it mostly keeps.
inline constexpr std::size_t worth_pages = std::size_t{1} << 17;

/// Memory straight from the system, at the start of a page; from the heap where that is not known, and under
/// sanitizers, which watch the heap. Throws std::bad_alloc.
[[nodiscard]] void* take_pages(std::size_t bytes);
/// Gives it back; `bytes` are those that it was taken for.
void give_back_pages(void* pages, std::size_t bytes) noexcept;

} // namespace comity::detail
