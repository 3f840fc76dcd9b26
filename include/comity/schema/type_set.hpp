#pragma once

#include <comity/schema/attribute_type.hpp>
#include <comity/schema/detail/bit_words.hpp>
#include <comity/schema/kind.hpp>
#include <comity/schema/relation_type.hpp>

#include <bit>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

namespace comity {

/// A set of kinds, relation types or attribute types: one bit each, so that the question whether a row passes
/// is one load and one test. Regular; copying a small one asks for no memory. Since 0.1.
template <class Id>
class type_set {
public:
    /// The empty set.
    type_set() = default;

    /// The set of those.
    type_set(std::initializer_list<Id> ids) {
        for (const Id id : ids) insert(id);
    }

    /// Puts `id` in. O(1) once the set spans it.
    void insert(Id id) { words_.set(word_of(id), bit_of(id)); }

    /// Takes `id` out; nothing happens if it is not in. O(1), at the ends of the set O(words).
    void erase(Id id) noexcept { words_.clear(word_of(id), bit_of(id)); }

    /// Whether `id` is in. O(1).
    [[nodiscard]] bool contains(Id id) const noexcept { return (words_[word_of(id)] & bit_of(id)) != 0; }

    [[nodiscard]] bool empty() const noexcept { return words_.kept().empty(); }

    /// How many are in. O(words).
    [[nodiscard]] std::size_t size() const noexcept {
        std::size_t count = 0;
        for (const std::uint64_t word : words()) count += static_cast<std::size_t>(std::popcount(word));
        return count;
    }

    /// Joins, or keeps what is in both. O(words).
    type_set& operator|=(const type_set& other) {
        words_.join(other.words_);
        return *this;
    }
    type_set& operator&=(const type_set& other) noexcept {
        words_.keep(other.words_);
        return *this;
    }
    [[nodiscard]] friend type_set operator|(type_set a, const type_set& b) { return a |= b; }
    [[nodiscard]] friend type_set operator&(type_set a, const type_set& b) { return a &= b; }

    [[nodiscard]] friend bool operator==(const type_set&, const type_set&) = default;

    /// Calls `visit(id)` for each member, by number, without making a list of them. O(words + members).
    template <class Visit>
    void for_each(Visit&& visit) const {
        std::size_t number = 64 * first_word();
        for (const std::uint64_t word : words()) {
            for (std::uint64_t rest = word; rest != 0; rest &= rest - 1)
                visit(Id(static_cast<std::uint16_t>(number + static_cast<unsigned>(std::countr_zero(rest)))));
            number += 64;
        }
    }

    /// The members by number, ascending. O(words + members).
    [[nodiscard]] std::vector<Id> to_vector() const {
        std::vector<Id> ids;
        for_each([&ids](Id id) { ids.push_back(id); });
        return ids;
    }

    /// The bits: number n is bit n % 64 of word n / 64 - first_word(); no zero word at either end. Equal sets
    /// have equal words, so they serve as a key.
    [[nodiscard]] std::span<const std::uint64_t> words() const noexcept { return words_.kept(); }
    /// How many zero words come before words().
    [[nodiscard]] std::size_t first_word() const noexcept { return words_.first(); }

private:
    static std::size_t word_of(Id id) noexcept { return to_index(id) / 64u; }
    static std::uint64_t bit_of(Id id) noexcept { return std::uint64_t{1} << (to_index(id) % 64u); }

    detail::bit_words words_;
};

/// Some kinds. Since 0.1.
using kind_set = type_set<kind>;
/// Some relation types. Since 0.1.
using relation_type_set = type_set<relation_type>;
/// Some attribute types. Since 0.1.
using attribute_type_set = type_set<attribute_type>;

} // namespace comity
