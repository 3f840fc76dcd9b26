#include "pages.hpp"

#include <cstddef>
#include <new>

#if defined(__has_feature)
#define COMITY_WATCHED                                                                                       \
    (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer))
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define COMITY_WATCHED 1
#else
#define COMITY_WATCHED 0
#endif

#if defined(__linux__) && !COMITY_WATCHED
#include <sys/mman.h>
#define COMITY_HAS_PAGES 1
#else
#define COMITY_HAS_PAGES 0
#endif

namespace comity::detail {

#if COMITY_HAS_PAGES

namespace {

/// Asks for all of them at once: one by one they cost twice as much. Only a wish. Huge pages would be fewer
/// still, but where they have to be found or backed first, a process waits for them when it loads its first
/// history.
void populate(void* pages, std::size_t bytes) noexcept {
    // Who makes room for far more than he has must not be given all of it.
    constexpr std::size_t most = std::size_t{1} << 26;
    if (bytes > most) return;
#ifdef MADV_POPULATE_WRITE
    (void)madvise(pages, bytes, MADV_POPULATE_WRITE);
#else
    static_cast<void>(pages);
#endif
}

} // namespace

void* take_pages(std::size_t bytes) {
    void* const pages = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) throw std::bad_alloc();
    populate(pages, bytes);
    return pages;
}

void give_back_pages(void* pages, std::size_t bytes) noexcept {
    (void)munmap(pages, bytes);
}

#else

namespace {

constexpr std::align_val_t line{64};

} // namespace

void* take_pages(std::size_t bytes) {
    return ::operator new(bytes, line);
}

void give_back_pages(void* pages, std::size_t) noexcept {
    ::operator delete(pages, line);
}

#endif

} // namespace comity::detail
