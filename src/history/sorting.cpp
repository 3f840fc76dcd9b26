#include "history/sorting.hpp"

#include "history/day_span.hpp"
#include "history/side_by_side.hpp"

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

growing<std::uint32_t> offsets_by(std::span<const std::uint32_t> keys, std::size_t limit, pulse& beat) {
    growing<std::uint32_t> offsets(limit + 1, 0);
    in_blocks(0, keys.size(), beat, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) ++offsets[keys[i] + 1];
    });
    std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
    return offsets;
}

growing<std::uint32_t> sorted_by(std::span<const std::uint32_t> keys, std::span<const std::uint32_t> offsets,
                                 std::span<const std::uint32_t> order, pulse& beat) {
    growing<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
    growing<std::uint32_t> result(order.size());
    in_blocks(0, order.size(), beat, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) result[next[keys[order[i]]]++] = order[i];
    });
    return result;
}

namespace {

/// An order of rows by number, so that none need be written down first.
struct rows_as_they_come {
    std::size_t rows;
    [[nodiscard]] std::size_t size() const noexcept { return rows; }
    [[nodiscard]] std::uint32_t operator[](std::size_t i) const noexcept {
        return static_cast<std::uint32_t>(i);
    }
};

/// One stable pass over `order` by a bucket of each row, out of `buckets`. Each half has counts of its own:
/// in a bucket the rows of the second come after those of the first.
template <class Order, class BucketOf>
growing<std::uint32_t> pass(const Order& order, std::size_t buckets, pulse& beat, BucketOf&& bucket_of) {
    std::array next{growing<std::uint32_t>(buckets, 0), growing<std::uint32_t>(buckets, 0)};
    in_halves(order.size(), beat, [&](std::size_t half, std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) ++next[half][bucket_of(order[i])];
    });
    std::uint32_t so_far = 0;
    for (std::size_t bucket = 0; bucket < buckets; ++bucket)
        for (growing<std::uint32_t>& places : next) so_far += std::exchange(places[bucket], so_far);
    growing<std::uint32_t> result(order.size());
    in_halves(order.size(), beat, [&](std::size_t half, std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) result[next[half][bucket_of(order[i])]++] = order[i];
    });
    return result;
}

/// A bucket for each day: the first for "unbounded below", the last for "unbounded above".
struct day_buckets {
    day_span days;
    [[nodiscard]] std::size_t count() const noexcept { return days.length() + 2; }
    [[nodiscard]] std::size_t operator()(day32 d) const noexcept {
        if (d == unbounded_below) return 0;
        if (d == unbounded_above) return count() - 1;
        return static_cast<std::size_t>(std::int64_t{d} - days.first) + 1;
    }
    /// Whether they are worth it for so many rows.
    [[nodiscard]] bool are_few(std::size_t rows) const noexcept {
        return count() <= std::max<std::size_t>(2 * rows, 4096);
    }
};

/// The days of some rows in an order, and whether they are in order already.
struct days_looked_at {
    day_span span;
    bool sorted = true;
};

template <class Order>
days_looked_at look_at(std::span<const day32> days, const Order& order, pulse& beat) {
    std::array<days_looked_at, 2> seen;
    in_halves(order.size(), beat, [&](std::size_t half, std::size_t first, std::size_t last) {
        days_looked_at here = seen[half];
        day32 before = first == 0 ? unbounded_below : days[order[first - 1]];
        for (std::size_t i = first; i < last; ++i) {
            const day32 d = days[order[i]];
            here.span.include(d);
            here.sorted &= before <= d;
            before = d;
        }
        seen[half] = here;
    });
    seen[0].span.include(seen[1].span);
    return {seen[0].span, seen[0].sorted && seen[1].sorted};
}

growing<std::uint32_t> written_down(growing<std::uint32_t> order) {
    return order;
}
growing<std::uint32_t> written_down(rows_as_they_come order) {
    return counted(order.rows);
}

growing<std::uint32_t> sorted_by_digits(std::span<const day32> days, growing<std::uint32_t> order,
                                        pulse& beat) {
    constexpr unsigned bits = 11;
    constexpr std::uint32_t buckets = 1u << bits;
    for (const unsigned shift : {0u, bits, 2 * bits})
        order = pass(order, buckets, beat, [&](std::uint32_t row) -> std::size_t {
            return ((static_cast<std::uint32_t>(days[row]) ^ 0x80000000u) >> shift) & (buckets - 1);
        });
    return order;
}

template <class Order>
growing<std::uint32_t> ordered_by_day(std::span<const day32> days, Order order, pulse& beat) {
    const days_looked_at seen = look_at(days, order, beat);
    if (seen.sorted) return written_down(std::move(order));
    const day_buckets buckets{seen.span};
    if (!buckets.are_few(order.size())) return sorted_by_digits(days, written_down(std::move(order)), beat);
    return pass(order, buckets.count(), beat, [&](std::uint32_t row) { return buckets(days[row]); });
}

} // namespace

growing<char> occurring(std::span<const std::uint16_t> keys) {
    growing<char> occurs(std::size_t{1} << 16, 0);
    for (const std::uint16_t k : keys) occurs[k] = 1;
    return occurs;
}

growing<std::uint32_t> sorted_by(std::span<const std::uint16_t> keys, growing<std::uint32_t> order,
                                 pulse& beat) {
    std::uint16_t most = 0;
    std::uint16_t least = 0xffff;
    for (const std::uint16_t k : keys) {
        most = std::max(most, k);
        least = std::min(least, k);
    }
    if (least >= most) return order;
    return pass(order, std::size_t{most} - least + 1, beat,
                [&](std::uint32_t row) { return static_cast<std::size_t>(keys[row] - least); });
}

growing<std::uint32_t> sorted_by_day(std::span<const day32> days, growing<std::uint32_t> order, pulse& beat) {
    return ordered_by_day(days, std::move(order), beat);
}

growing<std::uint32_t> rows_by_day(std::span<const day32> days, pulse& beat) {
    return ordered_by_day(days, rows_as_they_come{days.size()}, beat);
}

} // namespace comity::detail
