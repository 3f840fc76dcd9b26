#pragma once

#include <algorithm>
#include <cstddef>
#include <new>
#include <span>
#include <type_traits>
#include <vector>

namespace comity::detail {

/// Columns start on cache lines, so that the bytes in memory are the bytes of the archive and of Arrow.
inline constexpr std::size_t column_alignment = 64;

/// Memory for a column; a large one lies on pages of its own. Throws std::bad_alloc.
[[nodiscard]] void* take_column(std::size_t bytes);
/// Gives it back; `bytes` are those that it was taken for.
void give_back_column(void* memory, std::size_t bytes) noexcept;

template <class T>
struct column_allocator {
    using value_type = T;
    column_allocator() = default;
    template <class U>
    column_allocator(const column_allocator<U>&) noexcept {}
    [[nodiscard]] T* allocate(std::size_t n) { return static_cast<T*>(take_column(n * sizeof(T))); }
    void deallocate(T* p, std::size_t n) noexcept { give_back_column(p, n * sizeof(T)); }
    /// What is only made room for is not filled with zeros: it is about to be written.
    template <class U>
    void construct(U* p) noexcept(std::is_nothrow_default_constructible_v<U>) {
        ::new (static_cast<void*>(p)) U;
    }
    friend bool operator==(const column_allocator&, const column_allocator&) noexcept { return true; }
};

/// A column while it is being filled, and one of results: a vector like any other, whose memory serves the
/// next answer when it is given back. Numbers that are not given mean nothing until they are written.
template <class T>
using growing = std::vector<T, column_allocator<T>>;

/// Makes a column longer by so many, and returns where they are to be written.
template <class T>
[[nodiscard]] T* extend(growing<T>& column, std::size_t by) {
    const std::size_t before = column.size();
    column.resize(before + by);
    return column.data() + before;
}

/// Puts `values` at the end: all at once, where a vector of this allocator would take them one by one.
template <class T>
void append(growing<T>& column, std::span<const std::type_identity_t<T>> values) {
    std::copy(values.begin(), values.end(), extend(column, values.size()));
}

} // namespace comity::detail
