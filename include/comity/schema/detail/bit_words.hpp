#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace comity::detail {

/// Words of bits, of which those from the first to the last that is not zero are kept. A few lie in place:
/// most sets are small or close together, and copying them then asks for no memory.
class bit_words {
public:
    /// The number of the first word kept.
    [[nodiscard]] std::size_t first() const noexcept { return first_; }
    /// The words kept: no zero at either end.
    [[nodiscard]] std::span<const std::uint64_t> kept() const noexcept {
        return {many_.empty() ? few_.data() : many_.data(), size_};
    }
    /// Any word: those that are not kept are zero. O(1).
    [[nodiscard]] std::uint64_t operator[](std::size_t n) const noexcept {
        return n - first_ < size_ ? kept()[n - first_] : 0; // one below the first wraps round
    }

    /// Sets bits of a word. O(1) between the first word kept and the last, else O(words).
    void set(std::size_t n, std::uint64_t bits) {
        if (bits == 0) return;
        if (n - first_ >= size_) stretch_to(n);
        data()[n - first_] |= bits;
    }
    /// Sets what `other` has. O(words).
    void join(const bit_words& other) {
        if (other.size_ == 0) return;
        set(other.first_, other.kept().front());
        set(other.first_ + other.size_ - 1, other.kept().back());
        for (std::size_t n = other.first_; n < other.first_ + other.size_; ++n)
            data()[n - first_] |= other[n];
    }
    /// Clears bits of a word. O(1), unless words at an end become zero.
    void clear(std::size_t n, std::uint64_t bits) noexcept {
        if (n - first_ >= size_) return;
        data()[n - first_] &= ~bits;
        trim();
    }
    /// Clears what `other` has not. O(words).
    void keep(const bit_words& other) noexcept {
        for (std::size_t i = 0; i < size_; ++i) data()[i] &= other[first_ + i];
        trim();
    }

    [[nodiscard]] friend bool operator==(const bit_words& a, const bit_words& b) noexcept {
        return a.first_ == b.first_ && std::ranges::equal(a.kept(), b.kept());
    }

private:
    static constexpr std::size_t in_place = 4;

    [[nodiscard]] std::uint64_t* data() noexcept { return many_.empty() ? few_.data() : many_.data(); }

    void stretch_to(std::size_t n) {
        const std::size_t first = size_ == 0 ? n : std::min(n, first_);
        const std::size_t size = size_ == 0 ? 1 : std::max(n + 1, first_ + size_) - first;
        std::array<std::uint64_t, in_place> few{};
        std::vector<std::uint64_t> many(size > in_place ? size : 0);
        std::uint64_t* const to = many.empty() ? few.data() : many.data();
        if (size_ != 0) std::ranges::copy(kept(), to + (first_ - first));
        few_ = few;
        many_ = std::move(many);
        first_ = first;
        size_ = size;
    }

    void trim() noexcept {
        std::uint64_t* const begin = data();
        const auto is_set = [](std::uint64_t word) { return word != 0; };
        const auto zeros = std::find_if(begin, begin + size_, is_set) - begin;
        std::shift_left(begin, begin + size_, zeros);
        size_ -= static_cast<std::size_t>(zeros);
        while (size_ != 0 && begin[size_ - 1] == 0) --size_;
        first_ = size_ == 0 ? 0 : first_ + static_cast<std::size_t>(zeros);
    }

    std::size_t first_ = 0;
    std::size_t size_ = 0;
    std::array<std::uint64_t, in_place> few_{};
    std::vector<std::uint64_t> many_; ///< instead of `few_` once there were more
};

} // namespace comity::detail
