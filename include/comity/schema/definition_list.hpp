#pragma once

#include <cstddef>
#include <iterator>
#include <span>

namespace comity {

/// The definitions of one sort that a schema has: those built in, in the order of the lists, then those that
/// data added, in order. A view of both, for a loop or by place; it holds until the schema's next addition or
/// end. Since 0.1.
template <class Definition>
class definition_list {
public:
    /// A forward iterator. It may outlive the list, but not what the list is a view of.
    class iterator;
    using value_type = Definition;
    using const_iterator = iterator;

    /// The empty list.
    definition_list() = default;
    definition_list(std::span<const Definition> built_in, std::span<const Definition> added) noexcept
        : built_in_(built_in), added_(added) {}

    [[nodiscard]] std::size_t size() const noexcept { return built_in_.size() + added_.size(); }
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    /// The one at that place, which must be less than size(). O(1).
    [[nodiscard]] const Definition& operator[](std::size_t place) const noexcept {
        return place < built_in_.size() ? built_in_[place] : added_[place - built_in_.size()];
    }
    /// The last one; the list must not be empty.
    [[nodiscard]] const Definition& back() const noexcept {
        return added_.empty() ? built_in_.back() : added_.back();
    }

    [[nodiscard]] iterator begin() const noexcept { return {*this, 0}; }
    [[nodiscard]] iterator end() const noexcept { return {*this, size()}; }

private:
    std::span<const Definition> built_in_;
    std::span<const Definition> added_;
};

template <class Definition>
class definition_list<Definition>::iterator {
public:
    using value_type = Definition;
    using difference_type = std::ptrdiff_t;
    using reference = const Definition&;
    using pointer = const Definition*;
    using iterator_category = std::forward_iterator_tag;

    iterator() = default;
    [[nodiscard]] reference operator*() const noexcept { return list_[place_]; }
    [[nodiscard]] pointer operator->() const noexcept { return &list_[place_]; }
    iterator& operator++() noexcept {
        ++place_;
        return *this;
    }
    iterator operator++(int) noexcept {
        const iterator before = *this;
        ++place_;
        return before;
    }
    /// Of iterators of one list: whether they are at the same place.
    [[nodiscard]] friend bool operator==(const iterator& a, const iterator& b) noexcept {
        return a.place_ == b.place_;
    }

private:
    friend class definition_list;
    iterator(const definition_list& list, std::size_t place) noexcept : list_(list), place_(place) {}

    definition_list list_;
    std::size_t place_ = 0;
};

} // namespace comity
