#pragma once

#include <cstddef>

namespace comity::detail {

/// From this many bytes on, memory is worth pages of its own. Of less, the C library's heap mostly keeps what
/// it is given back; two columns of 35 KB at its end it gave to the system and had made anew, each time.
inline constexpr std::size_t worth_pages = std::size_t{1} << 15;

/// So many bytes of pages that were given back are kept for who asks next, the last ones: answers come one
/// after the other, and to have their pages made anew by the system takes as long as to fill them.
inline constexpr std::size_t most_kept_pages = std::size_t{16} << 20;

/// Memory straight from the system, at the start of a page; from the heap where that is not known, and under
/// sanitizers, which watch the heap. What it holds means nothing. Throws std::bad_alloc. Any thread.
[[nodiscard]] void* take_pages(std::size_t bytes);
/// Gives it back; `bytes` are those that it was taken for. Any thread.
void give_back_pages(void* pages, std::size_t bytes) noexcept;
/// Gives the system what is kept, unless another thread takes some just then: who has made a history holds
/// nothing besides.
void let_go_of_kept_pages() noexcept;
/// How much is kept now, if no other thread takes any; never more than `most_kept_pages`.
[[nodiscard]] std::size_t kept_page_bytes() noexcept;

} // namespace comity::detail
