#pragma once

#include <cstddef>
#include <iterator>
#include <span>

namespace comity {

/// The definitions of one sort that a schema has: those built in, in the order of the lists, then those that
/// data added, in order. A view of both, for a loop or by place; it holds until the schema's next addition or
/// end. Regular. Since 0.1.
template <class Definition>
class definition_list {
public:
    /// A forward iterator.
    class iterator {
    public:
        using value_type = Definition;
        using difference_type = std::ptrdiff_t;
        using reference = const Definition&;
        using pointer = const Definition*;
        using iterator_category = std::forward_iterator_tag;

        iterator() = default;
        [[nodiscard]] reference operator*() const noexcept { return *at_; }
        [[nodiscard]] pointer operator->() const noexcept { return at_; }
        iterator& operator++() noexcept {
            at_ = at_ + 1 == seam_ ? after_seam_ : at_ + 1;
            return *this;
        }
        iterator operator++(int) noexcept {
            const iterator before = *this;
            ++*this;
            return before;
        }
        [[nodiscard]] friend bool operator==(const iterator& a, const iterator& b) noexcept {
            return a.at_ == b.at_;
        }

    private:
        friend class definition_list;
        iterator(pointer at, pointer seam, pointer after_seam) noexcept
            : at_(at), seam_(seam), after_seam_(after_seam) {}

        pointer at_ = nullptr;
        pointer seam_ = nullptr; ///< one past the last that is built in
        pointer after_seam_ = nullptr;
    };
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

    [[nodiscard]] iterator begin() const noexcept {
        return at(built_in_.empty() ? added_.data() : built_in_.data());
    }
    [[nodiscard]] iterator end() const noexcept {
        return at(added_.empty() ? seam() : added_.data() + added_.size());
    }

private:
    [[nodiscard]] const Definition* seam() const noexcept { return built_in_.data() + built_in_.size(); }
    [[nodiscard]] iterator at(const Definition* place) const noexcept {
        return {place, seam(), added_.empty() ? seam() : added_.data()};
    }

    std::span<const Definition> built_in_;
    std::span<const Definition> added_;
};

} // namespace comity
