#include "pages.hpp"

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

void* take_pages(std::size_t bytes) {
    void* const pages = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) throw std::bad_alloc();
        // Both are only wishes: where the system can't grant them, pages come small, and when they are
        // touched.
#ifdef MADV_HUGEPAGE
    constexpr std::size_t huge = std::size_t{1} << 21;
    if (bytes >= huge) (void)madvise(pages, bytes, MADV_HUGEPAGE);
#endif
#ifdef MADV_POPULATE_WRITE
    // Made one by one, small pages cost twice as much; of more memory than this, most is huge ones.
    constexpr std::size_t most_at_once = std::size_t{1} << 23;
    if (bytes < most_at_once) (void)madvise(pages, bytes, MADV_POPULATE_WRITE);
#endif
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
