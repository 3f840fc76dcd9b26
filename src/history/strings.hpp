#pragma once

#include "history/column.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

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

/// Whether two texts are the same, words of eight bytes at a time. Ids have few of them, so that to call who
/// compares any memory costs more than to compare.
[[nodiscard]] inline bool same_text(std::string_view a, std::string_view b) noexcept {
    constexpr std::size_t word = sizeof(std::uint64_t);
    const std::size_t size = a.size();
    if (size != b.size()) return false;
    if (size < word) return a == b;
    const auto differs = [&](std::size_t at) {
        std::uint64_t x = 0, y = 0;
        std::memcpy(&x, a.data() + at, word);
        std::memcpy(&y, b.data() + at, word);
        return x ^ y;
    };
    std::uint64_t apart = differs(size - word); // the last word may begin within the one before
    for (std::size_t at = 0; at + word < size; at += word) apart |= differs(at);
    return apart == 0;
}

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
        if (same_text(text_of(number), text)) return number;
    }
}

/// A table from texts to dense numbers that grows. Half of a text's hash stands beside its number, so that
/// what is looked for is seldom compared with another text, and growing looks at none.
class growing_index {
public:
    /// The number of `text`, or nothing.
    template <class Text>
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text, Text&& text_of) const noexcept {
        return find(text, half_hash(text), text_of);
    }
    /// The same for who looks for many at once: he hashes them all, has the places where they may stand
    /// fetched, and only then looks.
    template <class Text>
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text, std::uint32_t hash,
                                                    Text&& text_of) const noexcept {
        if (slots_.empty()) return std::nullopt;
        const std::uint32_t known = slots_[slot_of(text, hash, text_of)].number;
        return known == 0 ? std::nullopt : std::optional(known - 1);
    }
    [[nodiscard]] static std::uint32_t half_hash(std::string_view text) noexcept {
        return static_cast<std::uint32_t>(hash_of(text));
    }
    /// Where the search for a text of that hash begins; not if the table is empty.
    [[nodiscard]] const void* first_place(std::uint32_t hash) const noexcept {
        return slots_.data() + (hash & (slots_.size() - 1));
    }
    /// What stands there: most likely the number of what is looked for, if it is known at all.
    [[nodiscard]] std::optional<std::uint32_t> first_guess(std::uint32_t hash) const noexcept {
        const std::uint32_t known = slots_[hash & (slots_.size() - 1)].number;
        return known == 0 ? std::nullopt : std::optional(known - 1);
    }
    /// The same; what is not there yet gets the number that `add()` returns, and stands under it.
    template <class Text, class Add>
    std::uint32_t find_or_add(std::string_view text, Text&& text_of, Add&& add) {
        if (2 * (used_ + 1) > slots_.size()) grow();
        const std::uint32_t hash = half_hash(text);
        slot& at = slots_[slot_of(text, hash, text_of)];
        if (at.number != 0) return at.number - 1;
        const std::uint32_t number = std::forward<Add>(add)();
        at = {hash, number + 1};
        ++used_;
        return number;
    }
    [[nodiscard]] bool empty() const noexcept { return used_ == 0; }
    /// Room for so many, or for the first million of them.
    void reserve(std::size_t texts);
    /// Forgets all; keeps the room.
    void clear() noexcept {
        std::fill(slots_.begin(), slots_.end(), slot{});
        used_ = 0;
    }
    /// What find_slot() searches.
    [[nodiscard]] column<std::uint32_t> seal() &&;

private:
    struct slot {
        std::uint32_t hash = 0;
        std::uint32_t number = 0; ///< + 1; 0: the slot is free
    };
    /// Where it is, or would be.
    template <class Text>
    [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash,
                                      Text&& text_of) const noexcept {
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
            const slot s = slots_[at];
            if (s.number == 0 || (s.hash == hash && same_text(text_of(s.number - 1), text))) return at;
        }
    }
    void grow() { move_to(slots_.empty() ? first_room : 2 * slots_.size()); }
    /// So many slots, a power of two that holds all that are used.
    void move_to(std::size_t slots);
    static constexpr std::size_t first_room = 64;

    growing<slot> slots_;
    std::size_t used_ = 0;
};

/// A string pool while it is being filled: gives each distinct text one number.
class string_interner {
public:
    /// Throws error (limit_exceeded) past 2^32 - 2 distinct texts.
    string_id intern(std::string_view text) { return text.empty() ? 0 : intern_some(text); }
    [[nodiscard]] std::string_view operator[](string_id i) const noexcept {
        return {bytes_.data() + offsets_[i], static_cast<std::size_t>(offsets_[i + 1] - offsets_[i])};
    }
    /// Room for so many distinct texts, and for their bytes.
    void reserve(std::size_t texts, std::size_t bytes);
    [[nodiscard]] string_pool seal() &&;

private:
    string_id intern_some(std::string_view text);

    growing<std::uint64_t> offsets_{0, 0}; ///< the empty text is there from the start
    growing<char> bytes_;
    growing_index index_; ///< of the others
};

} // namespace comity::detail
