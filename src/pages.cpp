#include "pages.hpp"

#include "watched.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <mutex>
#include <new>

#if defined(__linux__) && !COMITY_WATCHED
#include <sys/mman.h>
#define COMITY_HAS_PAGES 1
#else
#define COMITY_HAS_PAGES 0
#endif

namespace comity::detail {

#if COMITY_HAS_PAGES

namespace {

/// Lengths are rounded up to one of eight between two powers of two, so that answers of about the same size
/// can use each other's pages. What is more than was asked for is never touched, and so takes no memory.
std::size_t rounded_length(std::size_t bytes) noexcept {
    const std::size_t step = std::bit_floor(bytes) / 8;
    return (bytes + step - 1) / step * step;
}

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

/// Pages that were given back, the last ones last. No thread waits for another, since the system is asked as
/// soon: who finds them busy does without, as does a process that was split off while they were.
class kept_pages {
public:
    /// Some of just that length; null if there are none.
    void* take(std::size_t length) noexcept {
        const std::unique_lock lock(busy_, std::try_to_lock);
        if (!lock) return nullptr;
        for (std::size_t i = size_; i-- > 0;)
            if (kept_[i].length == length) return remove(i);
        return nullptr;
    }
    /// Says whether it took them.
    bool keep(void* pages, std::size_t length) noexcept {
        if (length > most_kept_pages) return false;
        const std::unique_lock lock(busy_, std::try_to_lock);
        if (!lock) return false;
        while (size_ == kept_.size() || bytes_ + length > most_kept_pages) let_go_of_first();
        kept_[size_++] = {pages, length};
        bytes_ += length;
        return true;
    }
    void let_go() noexcept {
        const std::unique_lock lock(busy_, std::try_to_lock);
        while (lock && size_ != 0) let_go_of_first();
    }
    [[nodiscard]] std::size_t bytes() noexcept {
        const std::unique_lock lock(busy_, std::try_to_lock);
        return lock ? bytes_ : 0;
    }

private:
    struct run {
        void* pages;
        std::size_t length;
    };

    void* remove(std::size_t i) noexcept {
        const run found = kept_[i];
        for (--size_; i < size_; ++i) kept_[i] = kept_[i + 1];
        bytes_ -= found.length;
        return found.pages;
    }
    void let_go_of_first() noexcept {
        const std::size_t length = kept_[0].length;
        (void)munmap(remove(0), length);
    }

    std::mutex busy_;
    std::array<run, 64> kept_{};
    std::size_t size_ = 0;
    std::size_t bytes_ = 0;
};

kept_pages kept;

} // namespace

void* take_pages(std::size_t bytes) {
    const std::size_t length = rounded_length(bytes);
    if (void* const before = kept.take(length)) return before;
    void* const pages = mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) throw std::bad_alloc();
    populate(pages, bytes);
    return pages;
}

void give_back_pages(void* pages, std::size_t bytes) noexcept {
    const std::size_t length = rounded_length(bytes);
    if (!kept.keep(pages, length)) (void)munmap(pages, length);
}

void let_go_of_kept_pages() noexcept {
    kept.let_go();
}

std::size_t kept_page_bytes() noexcept {
    return kept.bytes();
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

void let_go_of_kept_pages() noexcept {}

std::size_t kept_page_bytes() noexcept {
    return 0;
}

#endif

} // namespace comity::detail
