#pragma once

#include "pages.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace comity::detail {

/// Columns start on cache lines, so that the bytes in memory are the bytes of the archive and of Arrow.
inline constexpr std::size_t column_alignment = 64;

/// Memory for columns: large ones lie on pages of their own.
template <class T>
struct aligned_allocator {
    using value_type = T;
    aligned_allocator() = default;
    template <class U>
    aligned_allocator(const aligned_allocator<U>&) noexcept {}
    [[nodiscard]] T* allocate(std::size_t n) {
        if (n >= worth_pages / sizeof(T)) return static_cast<T*>(take_pages(n * sizeof(T)));
        return static_cast<T*>(::operator new (n * sizeof(T), std::align_val_t{column_alignment}));
    }
    /// What is only made room for is not filled with zeros: it is about to be written.
    template <class U>
    void construct(U* p) noexcept(std::is_nothrow_default_constructible_v<U>) {
        ::new (static_cast<void*>(p)) U;
    }
    void deallocate(T* p, std::size_t n) noexcept {
        if (n >= worth_pages / sizeof(T)) return give_back_pages(p, n * sizeof(T));
        ::operator delete (p, std::align_val_t{column_alignment});
    }
    friend bool operator==(const aligned_allocator&, const aligned_allocator&) noexcept { return true; }
};

/// A column while it is being filled. Numbers that are not given mean nothing until they are written.
template <class T>
using growing = std::vector<T, aligned_allocator<T>>;

/// A sealed column: flat values without pointers, on the heap or inside a mapping that somebody else keeps
/// alive. Copying shares.
template <class T>
class column {
public:
    using value_type = T;
    column() = default;
    column(growing<T>&& values) {
        constexpr std::size_t spare = 8; // a little too much room costs less than to move all of it
        if (values.capacity() - values.size() > values.size() / spare) values.shrink_to_fit();
        auto held = std::make_shared<const growing<T>>(std::move(values));
        values_ = {held->data(), held->size()};
        owner_ = std::move(held);
    }
    column(std::span<const T> values, std::shared_ptr<const void> owner) noexcept
        : values_(values), owner_(std::move(owner)) {}

    [[nodiscard]] const T& operator[](std::size_t i) const noexcept { return values_[i]; }
    [[nodiscard]] std::size_t size() const noexcept { return values_.size(); }
    [[nodiscard]] bool empty() const noexcept { return values_.empty(); }
    [[nodiscard]] const T* data() const noexcept { return values_.data(); }
    [[nodiscard]] auto begin() const noexcept { return values_.begin(); }
    [[nodiscard]] auto end() const noexcept { return values_.end(); }
    [[nodiscard]] std::span<const T> span() const noexcept { return values_; }
    [[nodiscard]] std::size_t bytes() const noexcept { return values_.size_bytes(); }
    /// What keeps the values alive; for buffers that leave the library.
    [[nodiscard]] const std::shared_ptr<const void>& owner() const noexcept { return owner_; }

private:
    std::span<const T> values_;
    std::shared_ptr<const void> owner_;
};

} // namespace comity::detail
