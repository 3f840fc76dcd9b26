#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace comity::detail {

/// Sets of numbers below a count that are joined and never taken apart; at first each number is a set of its
/// own. A parent is never above its children, so that the root of a set is its least number. Rem's algorithm
/// with splicing: it climbs from both sides at once and stops where they meet. Patwary, Blair and Manne found
/// it the fastest of 55 (Experiments on Union-Find Algorithms for the Disjoint-Set Data Structure, SEA 2010),
/// though others have a better worst case.
class disjoint {
public:
    explicit disjoint(std::size_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
    }

    /// Makes `n` a set of its own again; whoever was in its set must be alone again too.
    void reset(std::uint32_t n) { parent_[n] = n; }
    /// The least of the set of `n`.
    [[nodiscard]] std::uint32_t find(std::uint32_t n) {
        while (parent_[n] != n) n = parent_[n] = parent_[parent_[n]];
        return n;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        while (parent_[a] != parent_[b]) {
            if (parent_[a] < parent_[b]) std::swap(a, b);
            const std::uint32_t above = std::exchange(parent_[a], parent_[b]);
            if (above == a) return;
            a = above;
        }
    }
    /// One more set, of a number that is returned.
    std::uint32_t add() {
        parent_.push_back(static_cast<std::uint32_t>(parent_.size()));
        return parent_.back();
    }
    [[nodiscard]] std::size_t size() const noexcept { return parent_.size(); }

    /// One of the set of `n` that is less than `n`, or `n` if none is. O(1).
    [[nodiscard]] std::uint32_t above(std::uint32_t n) const noexcept { return parent_[n]; }
    /// Puts each right below the least of its set: above() then is find(). O(count).
    void flatten() noexcept {
        for (std::uint32_t& parent : parent_) parent = parent_[parent]; // whose own turn came before
    }

private:
    std::vector<std::uint32_t> parent_;
};

} // namespace comity::detail
