#include "history/sorting.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

namespace comity::detail {

growing<std::uint32_t> counted(std::size_t n) {
    growing<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    return order;
}

growing<std::uint32_t> offsets_by(std::span<const std::uint32_t> keys, std::size_t limit) {
    growing<std::uint32_t> offsets(limit + 1, 0);
    for (const std::uint32_t k : keys) ++offsets[k + 1];
    std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
    return offsets;
}

growing<std::uint32_t> sorted_by(std::span<const std::uint32_t> keys, std::span<const std::uint32_t> offsets,
                                 std::span<const std::uint32_t> order) {
    growing<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
    growing<std::uint32_t> result(order.size());
    for (const std::uint32_t row : order) result[next[keys[row]]++] = row;
    return result;
}

namespace {

/// One stable pass over `order` by a bucket of each row, out of `buckets`.
template <class BucketOf>
growing<std::uint32_t> pass(const growing<std::uint32_t>& order, std::size_t buckets, BucketOf&& bucket_of) {
    growing<std::uint32_t> next(buckets + 1, 0);
    for (const std::uint32_t row : order) ++next[bucket_of(row) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    growing<std::uint32_t> result(order.size());
    for (const std::uint32_t row : order) result[next[bucket_of(row)]++] = row;
    return result;
}

/// The days that are not unbounded, from the first to the last; first > last if there are none.
struct span_of_days {
    std::int64_t first = unbounded_above;
    std::int64_t last = unbounded_below;
    [[nodiscard]] std::size_t buckets() const noexcept {
        return first > last ? 2 : static_cast<std::size_t>(last - first) + 3;
    }
    /// 0 is "unbounded below", the last bucket "unbounded above".
    [[nodiscard]] std::size_t operator()(day32 d) const noexcept {
        if (d == unbounded_below) return 0;
        if (d == unbounded_above) return buckets() - 1;
        return static_cast<std::size_t>(d - first) + 1;
    }
    void include(day32 d) noexcept {
        if (d == unbounded_below || d == unbounded_above) return;
        first = std::min<std::int64_t>(first, d);
        last = std::max<std::int64_t>(last, d);
    }
    /// Whether a bucket a day is worth it for so many rows.
    [[nodiscard]] bool is_crowded(std::size_t rows) const noexcept {
        return buckets() <= std::max<std::size_t>(2 * rows, 4096);
    }
};

} // namespace

growing<char> occurring(std::span<const std::uint16_t> keys) {
    growing<char> occurs(std::size_t{1} << 16, 0);
    for (const std::uint16_t k : keys) occurs[k] = 1;
    return occurs;
}

growing<std::uint32_t> sorted_by(std::span<const std::uint16_t> keys, growing<std::uint32_t> order) {
    std::uint16_t most = 0;
    std::uint16_t least = 0xffff;
    for (const std::uint16_t k : keys) {
        most = std::max(most, k);
        least = std::min(least, k);
    }
    if (least >= most) return order;
    return pass(order, std::size_t{most} - least + 1,
                [&](std::uint32_t row) { return static_cast<std::size_t>(keys[row] - least); });
}

growing<std::uint32_t> sorted_by_day(std::span<const day32> days, growing<std::uint32_t> order) {
    span_of_days all;
    bool sorted = true;
    for (std::size_t i = 0; i < order.size(); ++i) {
        all.include(days[order[i]]);
        sorted = sorted && (i == 0 || days[order[i - 1]] <= days[order[i]]);
    }
    if (sorted) return order;
    if (all.is_crowded(order.size()))
        return pass(order, all.buckets(), [&](std::uint32_t row) { return all(days[row]); });
    constexpr unsigned bits = 11;
    constexpr std::uint32_t buckets = 1u << bits;
    for (const unsigned shift : {0u, bits, 2 * bits})
        order = pass(order, buckets, [&](std::uint32_t row) -> std::size_t {
            return ((static_cast<std::uint32_t>(days[row]) ^ 0x80000000u) >> shift) & (buckets - 1);
        });
    return order;
}

} // namespace comity::detail
