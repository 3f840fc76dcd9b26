#pragma once

#include <comity/history/node.hpp>
#include <comity/history/relation.hpp>
#include <comity/history/store_ptr.hpp>
#include <comity/time/truth.hpp>
#include <comity/view/selection.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

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

/// What a walk goes over: a run of candidates in one of the sealed orders.
struct walk {
    enum class order : std::uint8_t { nodes, out, in, listed };
    store_ptr store;
    comity::detail::selection selection;
    order over = order::nodes;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    /// Of the order `listed`: places in `out`, ascending; the walk goes over the list.
    std::shared_ptr<const std::vector<std::uint32_t>> places{};
    /// Of the order `listed`: each place is certainly seen, and none need be tested.
    bool each_is_seen = false;
};

/// The first place at or after `at` that the walk's selection shows, and how surely; `walk.end` if none.
[[nodiscard]] std::pair<std::uint32_t, truth> next_seen(const walk& w, std::uint32_t at) noexcept;
[[nodiscard]] node node_at(const walk& w, std::uint32_t place);
[[nodiscard]] relation relation_at(const walk& w, std::uint32_t place);

} // namespace detail

/// Nodes or relations of a view. Lazy, and safe to keep: it shares ownership of the history. Since 0.1.
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
        iterator(std::shared_ptr<const detail::walk> w, std::uint32_t at) : walk_(std::move(w)) { seek(at); }

        [[nodiscard]] value_type operator*() const {
            if constexpr (std::is_same_v<Fact, node>)
                return {detail::node_at(*walk_, at_), truth_};
            else
                return {detail::relation_at(*walk_, at_), truth_};
        }
        iterator& operator++() {
            seek(at_ + 1);
            return *this;
        }
        iterator operator++(int) {
            iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const iterator& a, const iterator& b) noexcept { return a.at_ == b.at_; }
        friend bool operator==(const iterator& a, std::default_sentinel_t) noexcept {
            return a.at_ == a.walk_->end;
        }

    private:
        void seek(std::uint32_t from) { std::tie(at_, truth_) = detail::next_seen(*walk_, from); }

        std::shared_ptr<const detail::walk> walk_;
        std::uint32_t at_ = 0;
        comity::truth truth_ = comity::truth::no;
    };

    explicit seen_range(detail::walk w) : walk_(std::make_shared<const detail::walk>(std::move(w))) {}

    [[nodiscard]] iterator begin() const { return {walk_, walk_->begin}; }
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
