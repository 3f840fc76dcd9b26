#pragma once

#include <comity/schema/attribute_type.hpp>
#include <comity/schema/kind.hpp>
#include <comity/schema/relation_type.hpp>

#include <bit>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

namespace comity {

/// A set of kinds, relation types or attribute types: one bit each, so that the question whether a row passes
/// is one load and one test. Regular. Since 0.1.
template <class Id>
class type_set {
public:
    /// The empty set.
    type_set() = default;

    /// The set of those.
    type_set(std::initializer_list<Id> ids) {
        for (const Id id : ids) insert(id);
    }

    /// Puts `id` in. Amortised O(1) once the set spans it.
    void insert(Id id) {
        const std::size_t word = word_of(id);
        if (word >= words_.size()) words_.resize(word + 1);
        words_[word] |= bit_of(id);
    }

    /// Takes `id` out; nothing happens if it is not in. O(1).
    void erase(Id id) noexcept {
        if (word_of(id) >= words_.size()) return;
        words_[word_of(id)] &= ~bit_of(id);
        trim();
    }

    /// Whether `id` is in. O(1).
    [[nodiscard]] bool contains(Id id) const noexcept {
        return word_of(id) < words_.size() && (words_[word_of(id)] & bit_of(id)) != 0;
    }

    [[nodiscard]] bool empty() const noexcept { return words_.empty(); }

    /// How many are in. O(words).
    [[nodiscard]] std::size_t size() const noexcept {
        std::size_t count = 0;
        for (const std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
        return count;
    }

    /// Joins, or keeps what is in both. O(words).
    type_set& operator|=(const type_set& other) {
        if (words_.size() < other.words_.size()) words_.resize(other.words_.size());
        for (std::size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
        return *this;
    }
    type_set& operator&=(const type_set& other) {
        if (words_.size() > other.words_.size()) words_.resize(other.words_.size());
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
        trim();
        return *this;
    }
    [[nodiscard]] friend type_set operator|(type_set a, const type_set& b) { return a |= b; }
    [[nodiscard]] friend type_set operator&(type_set a, const type_set& b) { return a &= b; }

    [[nodiscard]] friend bool operator==(const type_set&, const type_set&) = default;

    /// The members by number, ascending. O(words + members).
    [[nodiscard]] std::vector<Id> to_vector() const {
        std::vector<Id> ids;
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1)
                ids.push_back(
                    Id(static_cast<std::uint16_t>(64 * i + static_cast<unsigned>(std::countr_zero(rest)))));
        return ids;
    }

    /// The bits: number n is bit n % 64 of word n / 64; no zero word at the end. Equal sets have equal words,
    /// so they serve as a key.
    [[nodiscard]] std::span<const std::uint64_t> words() const noexcept { return words_; }

private:
    static std::size_t word_of(Id id) noexcept { return to_index(id) / 64u; }
    static std::uint64_t bit_of(Id id) noexcept { return std::uint64_t{1} << (to_index(id) % 64u); }

    void trim() noexcept {
        while (!words_.empty() && words_.back() == 0) words_.pop_back();
    }

    std::vector<std::uint64_t> words_;
};

/// Some kinds. Since 0.1.
using kind_set = type_set<kind>;
/// Some relation types. Since 0.1.
using relation_type_set = type_set<relation_type>;
/// Some attribute types. Since 0.1.
using attribute_type_set = type_set<attribute_type>;

} // namespace comity
