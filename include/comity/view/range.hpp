#pragma once

#include <comity/history/detail/growing.hpp>
#include <comity/history/node.hpp>
#include <comity/history/relation.hpp>
#include <comity/history/store_ptr.hpp>
#include <comity/time/truth.hpp>
#include <comity/view/selection.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <ranges>
#include <type_traits>
#include <utility>

namespace comity {

/// A node or relation as a view shows it: the thing itself, and whether it is certainly or only possibly
/// there. Since 0.1.
template <class Fact>
class seen : public Fact {
public:
    seen(Fact thing, comity::truth t) noexcept : Fact(std::move(thing)), truth_(t) {}

    /// Never truth::no.
    [[nodiscard]] comity::truth truth() const noexcept { return truth_; }
    [[nodiscard]] bool certain() const noexcept { return truth_ == comity::truth::certain; }

private:
    comity::truth truth_;
};

namespace detail {

/// What a walk goes over: a run of candidates in one of the sealed orders, or places of some in the first.
class walk {
public:
    enum class order : std::uint8_t { nodes, out, in };
    walk(store_ptr store, comity::detail::selection selection, order over, std::uint32_t begin,
         std::uint32_t end);
    /// Over relations at these places in `out`; if `each_is_seen`, certainly, and none need be tested.
    walk(store_ptr store, comity::detail::selection selection, detail::growing<std::uint32_t> places,
         bool each_is_seen);
    // It points into itself.
    walk(const walk&) = delete;
    walk& operator=(const walk&) = delete;

    /// Which of the candidates from `begin` on, sixty-four at most, are seen: a bit each.
    struct group {
        std::uint64_t possible = 0;
        std::uint64_t certain = 0;
    };
    [[nodiscard]] group look_ahead(std::uint32_t begin) const noexcept;

    [[nodiscard]] std::uint32_t begin() const noexcept { return begin_; }
    [[nodiscard]] std::uint32_t end() const noexcept { return end_; }
    [[nodiscard]] const store_ptr& store() const noexcept { return store_; }
    /// The number of the node or relation that a candidate is.
    [[nodiscard]] std::uint32_t number(std::uint32_t at) const noexcept {
        const std::uint32_t place = place_ == nullptr ? at : place_[at];
        return number_ == nullptr ? place : number_[place];
    }

private:
    [[nodiscard]] truth truth_of(std::uint32_t at) const noexcept;
    [[nodiscard]] group sifted_ahead(std::uint32_t begin) const noexcept;

    store_ptr store_;
    comity::detail::selection selection_;
    order over_ = order::out;
    bool each_is_seen_ = false;
    std::uint32_t begin_ = 0;
    std::uint32_t end_ = 0;
    detail::growing<std::uint32_t> listed_;
    const std::uint32_t* place_ = nullptr;  ///< in `out`, by candidate; null: the same
    const std::uint32_t* number_ = nullptr; ///< by place in `out`; null: the same
};

} // namespace detail

/// Nodes or relations of a view. Lazy, and safe to keep: it shares ownership of the history. A walk looks a
/// few rows ahead, so that most steps are one of a bit set; what it costs is that each thing that it shows
/// keeps the history alive. edges_table() lists many without that. Since 0.1.
template <class Fact>
class seen_range {
public:
    class iterator {
    public:
        using iterator_concept = std::forward_iterator_tag;
        using iterator_category = std::input_iterator_tag;
        using value_type = seen<Fact>;
        using difference_type = std::ptrdiff_t;
        using reference = value_type;
        using pointer = void;

        iterator() = default;
        explicit iterator(std::shared_ptr<const detail::walk> w) : walk_(std::move(w)) {
            look_at(walk_->begin());
        }

        [[nodiscard]] value_type operator*() const {
            const int bit = std::countr_zero(ahead_.possible);
            const std::uint32_t number = walk_->number(group_ + static_cast<std::uint32_t>(bit));
            const bool is_certain = (ahead_.certain >> bit & 1u) != 0;
            return {Fact(walk_->store(), number_of(number)), is_certain ? truth::certain : truth::possible};
        }
        iterator& operator++() {
            ahead_.possible &= ahead_.possible - 1;
            if (ahead_.possible == 0) look_at(std::uint64_t{group_} + 64);
            return *this;
        }
        iterator operator++(int) {
            iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const iterator& a, const iterator& b) noexcept {
            return a.group_ == b.group_ && a.ahead_.possible == b.ahead_.possible;
        }
        friend bool operator==(const iterator& a, std::default_sentinel_t) noexcept {
            return a.ahead_.possible == 0;
        }

    private:
        using number_of = std::conditional_t<std::is_same_v<Fact, node>, node_id, relation_id>;

        /// The first group from `group` on of which something is seen, or the end.
        void look_at(std::uint64_t group) {
            for (; group < walk_->end(); group += 64) {
                group_ = static_cast<std::uint32_t>(group);
                ahead_ = walk_->look_ahead(group_);
                if (ahead_.possible != 0) return;
            }
            group_ = walk_->end();
        }

        std::shared_ptr<const detail::walk> walk_;
        std::uint32_t group_ = 0; ///< the first of the candidates that `ahead_` is about
        detail::walk::group ahead_;
    };

    /// Over the candidates that a detail::walk of these goes over.
    template <class... Parts>
    explicit seen_range(std::in_place_t, Parts&&... parts)
        : walk_(std::make_shared<const detail::walk>(std::forward<Parts>(parts)...)) {}

    [[nodiscard]] iterator begin() const { return iterator(walk_); }
    [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }
    [[nodiscard]] bool empty() const { return begin() == end(); }

private:
    std::shared_ptr<const detail::walk> walk_;
};

using node_range = seen_range<node>;
using relation_range = seen_range<relation>;

} // namespace comity

// Iterators share ownership too: they may outlive their range.
template <class Fact>
inline constexpr bool std::ranges::enable_borrowed_range<comity::seen_range<Fact>> = true;
