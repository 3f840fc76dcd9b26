#pragma once

#include <boost/pending/disjoint_sets.hpp>
#include <boost/property_map/property_map.hpp>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace comity::detail {

/// Sets of numbers below a count that are joined and never taken apart: Boost's, over two vectors. At first
/// each number is a set of its own.
class disjoint {
public:
    explicit disjoint(std::size_t count) : rank_(count, 0), parent_(count), sets_(map(rank_), map(parent_)) {
        std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
    }
    disjoint(const disjoint&) = delete;
    disjoint& operator=(const disjoint&) = delete;

    /// Makes `n` a set of its own again; whoever was in its set must be alone again too.
    void reset(std::uint32_t n) { sets_.make_set(n); }
    [[nodiscard]] std::uint32_t find(std::uint32_t n) { return sets_.find_set(n); }
    void join(std::uint32_t a, std::uint32_t b) { sets_.union_set(a, b); }

private:
    template <class T>
    using map_over = boost::iterator_property_map<T*, boost::typed_identity_property_map<std::uint32_t>>;
    template <class T>
    static map_over<T> map(std::vector<T>& values) {
        return map_over<T>(values.data());
    }

    std::vector<std::uint8_t> rank_;
    std::vector<std::uint32_t> parent_;
    boost::disjoint_sets<map_over<std::uint8_t>, map_over<std::uint32_t>, boost::find_with_path_halving>
        sets_;
};

} // namespace comity::detail
