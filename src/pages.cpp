#include "pages.hpp"

#include <cstddef>
#include <cstdint>
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

constexpr std::size_t page = std::size_t{1} << 12;
constexpr std::size_t huge = std::size_t{1} << 21;

/// Where most of a huge page would be used, all of it is taken: it comes in one step instead of hundreds.
std::size_t size_for(std::size_t bytes) noexcept {
    const std::size_t rest = bytes % huge;
    return rest >= huge / 4 * 3 ? bytes - rest + huge : bytes;
}

/// Asks for all of them at once: one by one they cost twice as much. Only a wish.
std::byte* populated(std::byte* pages, std::size_t bytes) noexcept {
#ifdef MADV_POPULATE_WRITE
    (void)madvise(pages, bytes, MADV_POPULATE_WRITE);
#endif
    static_cast<void>(bytes);
    return pages;
}

std::byte* map(std::size_t bytes) {
    void* const pages = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) throw std::bad_alloc();
    return static_cast<std::byte*>(pages);
}

/// Begins where a huge page can begin.
std::byte* map_huge(std::size_t bytes) {
    const std::size_t room = bytes + huge;
    std::byte* const all = map(room);
    const std::size_t before = (huge - reinterpret_cast<std::uintptr_t>(all) % huge) % huge;
    std::byte* const pages = all + before;
    const std::size_t end = before + (bytes + page - 1) / page * page;
    if (before != 0) (void)munmap(all, before);
    (void)munmap(all + end, room - end);
    return pages;
}

} // namespace

void* take_pages(std::size_t bytes) {
    const std::size_t size = size_for(bytes);
    if (size < huge) return populated(map(size), size);
    std::byte* const pages = map_huge(size);
#ifdef MADV_HUGEPAGE
    (void)madvise(pages, size, MADV_HUGEPAGE);
#endif
    // What no huge page covers would come page by page.
    (void)populated(pages + size / huge * huge, size % huge);
    return pages;
}

void give_back_pages(void* pages, std::size_t bytes) noexcept {
    (void)munmap(pages, size_for(bytes));
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
