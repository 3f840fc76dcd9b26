#pragma once

#include <comity/history/detail/growing.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>

namespace comity::detail {

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
