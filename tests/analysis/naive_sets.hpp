#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace comity::test {

/// Sets of numbers that are joined, by relabelling everything: the least number of each set.
class naive_sets {
public:
    explicit naive_sets(std::uint32_t count) {
        for (std::uint32_t n = 0; n < count; ++n) least_.push_back(n);
    }
    void join(std::uint32_t a, std::uint32_t b) {
        const auto [low, high] = std::minmax({least_[a], least_[b]});
        std::replace(least_.begin(), least_.end(), std::uint32_t{high}, std::uint32_t{low});
    }
    [[nodiscard]] std::uint32_t find(std::uint32_t n) const { return least_[n]; }

private:
    std::vector<std::uint32_t> least_;
};

} // namespace comity::test
