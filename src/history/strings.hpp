#pragma once

#include "history/column.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace comity::detail {

/// Number of a string in a pool; 0 is the empty string.
using string_id = std::uint32_t;

/// All strings of a history, each once: end offsets and bytes.
struct string_pool {
    column<std::uint64_t> offsets; ///< size + 1 of them
    column<char> bytes;

    [[nodiscard]] std::string_view operator[](string_id i) const noexcept {
        return {bytes.data() + offsets[i], static_cast<std::size_t>(offsets[i + 1] - offsets[i])};
    }
    [[nodiscard]] std::size_t size() const noexcept { return offsets.empty() ? 0 : offsets.size() - 1; }
};

[[nodiscard]] std::uint64_t hash_of(std::string_view text) noexcept;

/// Open addressing from a text to a dense number: slots hold number + 1, and 0 is free. The texts themselves
/// lie elsewhere, so that the table is a flat column.
template <class Text>
[[nodiscard]] std::optional<std::uint32_t> find_slot(std::span<const std::uint32_t> slots,
                                                     std::string_view text, Text&& text_of) noexcept {
    if (slots.empty()) return std::nullopt;
    const std::size_t mask = slots.size() - 1;
    for (std::size_t at = hash_of(text) & mask;; at = (at + 1) & mask) {
        if (slots[at] == 0) return std::nullopt;
        const std::uint32_t number = slots[at] - 1;
        if (text_of(number) == text) return number;
    }
}

/// A table from texts to dense numbers that grows.
class growing_index {
public:
    /// The number of `text`, or nothing.
    template <class Text>
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text, Text&& text_of) const noexcept {
        return find_slot(std::span<const std::uint32_t>(slots_), text, text_of);
    }
    /// Adds a text that is not there yet.
    template <class Text>
    void insert(std::string_view text, std::uint32_t number, Text&& text_of) {
        if (2 * (used_ + 1) > slots_.size()) grow(text_of);
        place(hash_of(text), number);
        ++used_;
    }
    [[nodiscard]] column<std::uint32_t> seal() && { return column<std::uint32_t>(std::move(slots_)); }

private:
    template <class Text>
    void grow(Text&& text_of) {
        growing<std::uint32_t> old(slots_.empty() ? 64 : slots_.size() * 2, 0);
        old.swap(slots_);
        for (const std::uint32_t slot : old)
            if (slot != 0) place(hash_of(text_of(slot - 1)), slot - 1);
    }
    void place(std::uint64_t hash, std::uint32_t number) noexcept {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = hash & mask;
        while (slots_[at] != 0) at = (at + 1) & mask;
        slots_[at] = number + 1;
    }

    growing<std::uint32_t> slots_;
    std::size_t used_ = 0;
};

/// A string pool while it is being filled: gives each distinct text one number.
class string_interner {
public:
    string_interner();

    /// Throws error (limit_exceeded) past 2^32 - 2 distinct texts.
    string_id intern(std::string_view text);
    [[nodiscard]] std::string_view operator[](string_id i) const noexcept {
        return {bytes_.data() + offsets_[i], static_cast<std::size_t>(offsets_[i + 1] - offsets_[i])};
    }
    [[nodiscard]] string_pool seal() &&;

private:
    growing<std::uint64_t> offsets_;
    growing<char> bytes_;
    growing_index index_;
};

} // namespace comity::detail
