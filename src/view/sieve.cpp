#include "view/sieve.hpp"

#include "vectorised.hpp"
#include "view/eval.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace comity::detail {
namespace {

/// What is known of each row of a block: a truth, or that it needs a closer look.
using verdicts = std::array<std::uint8_t, sifted::block>;
constexpr std::uint8_t look_closer = 4;

/// The bounds of rows that lie together; `b2` and `e1` are those of `b1` and `e2` where all are precise.
struct bound_rows {
    const day32 *b1, *b2, *e1, *e2;
    [[nodiscard]] bool precise() const noexcept { return b1 == b2 && e1 == e2; }
};

template <class Test>
void test_rows(const bound_rows& rows, std::size_t count, verdicts& v, Test&& test) noexcept {
    const day32 *const b1 = rows.b1, *const b2 = rows.b2, *const e1 = rows.e1, *const e2 = rows.e2;
    for (std::size_t i = 0; i < count; ++i)
        v[i] = static_cast<std::uint8_t>(test(bounds{b1[i], b2[i], e1[i], e2[i]}));
}

/// passes(), of many rows.
COMITY_VECTORISED
void test_days(const selection& sel, const bound_rows& rows, std::size_t count, verdicts& v) noexcept {
    const day32 first = sel.first;
    const day32 last = sel.last;
    switch (sel.time) {
    case when::at:
        if (first == last && rows.precise()) // nothing is only possible then, and nothing is inverted
            return test_rows(rows, count, v, [=](const bounds& b) {
                const bool holds = (b.b1 <= first) & (b.e2 >= first);
                return truth_of(holds, holds);
            });
        return test_rows(rows, count, v, [=](const bounds& b) { return b.at(first, last); });
    case when::by:
        return test_rows(rows, count, v, [=](const bounds& b) { return b.by(first, last); });
    case when::window:
        return test_rows(rows, count, v, [=](const bounds& b) { return b.window(first, last); });
    case when::always:
        break;
    }
    std::fill_n(v.begin(), count, static_cast<std::uint8_t>(truth::certain));
}

/// Strikes out rows of types that are not looked for.
COMITY_VECTORISED
void test_types(const relation_type_set& types, const std::uint16_t* type, std::size_t count,
                verdicts& v) noexcept {
    std::array<std::uint16_t, 4> wanted{};
    std::size_t size = 0;
    types.for_each([&](relation_type t) {
        if (size < wanted.size()) wanted[size] = to_index(t);
        ++size;
    });
    if (size == 0) return static_cast<void>(std::fill_n(v.begin(), count, std::uint8_t{0}));
    if (size <= wanted.size()) { // few: compared with each at once
        for (std::size_t i = size; i < wanted.size(); ++i) wanted[i] = wanted[0];
        const auto [a, b, c, d] = wanted;
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint16_t t = type[i];
            v[i] = static_cast<std::uint8_t>(v[i] & -int{(t == a) | (t == b) | (t == c) | (t == d)});
        }
        return;
    }
    for (std::size_t i = 0; i < count; ++i)
        if (!types.contains(relation_type(type[i]))) v[i] = 0;
}

/// Marks what is seen of all rows and of none of their flags.
COMITY_VECTORISED
void test_flags(const selection& sel, const std::uint8_t* flags, std::size_t count, verdicts& v) noexcept {
    constexpr std::uint8_t unusual = flag::modality_mask | flag::denied | unsettled;
    const std::uint8_t least = sel.only_certain ? 2 : 1;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint8_t seen = v[i] >= least ? v[i] : std::uint8_t{0};
        const bool closer = ((flags[i] & unusual) != 0) & (v[i] != 0);
        v[i] = closer ? look_closer : seen;
    }
}

/// By which of eight rows are seen, a bit each: their numbers, ascending; what follows them means nothing.
constexpr auto places_of = [] {
    std::array<std::array<std::uint32_t, 8>, 256> places{};
    for (unsigned seen = 0; seen < 256; ++seen)
        for (unsigned row = 0, size = 0; row < 8; ++row)
            if ((seen >> row & 1u) != 0) places[seen][size++] = row;
    return places;
}();

/// Lists what is seen, by `closer(row)` where that is asked for: eight rows in one step, unless one of them
/// needs that closer look.
template <class Closer>
void list_seen(std::uint32_t first, std::size_t count, verdicts& v, sifted& left, Closer&& closer) noexcept {
    constexpr std::size_t step = 8;
    constexpr std::uint64_t each = 0x0101010101010101;
    constexpr std::uint64_t all_sure = 2 * each; // truth::certain, eight times
    std::fill(v.data() + count, v.data() + (count + step - 1) / step * step, std::uint8_t{0});
    std::size_t size = 0;
    std::uint8_t weakest = 2;
    for (std::size_t i = 0; i < count; i += step) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, v.data() + i, step);
        if (eight == 0) continue;
        if (std::endian::native == std::endian::little && (eight & look_closer * each) == 0) {
            const std::uint64_t ones = (eight | eight >> 1) & each;
            const auto& places = places_of[ones * 0x0102040810204080 >> 56]; // a bit of each byte
            for (std::size_t k = 0; k < step; ++k)
                left.rows[size + k] = first + static_cast<std::uint32_t>(i) + places[k];
            if ((eight & each) == 0) {
                std::memcpy(left.truths.data() + size, &all_sure, step);
            } else {
                weakest = 1;
                for (std::size_t k = 0; k < step; ++k)
                    left.truths[size + k] = static_cast<truth>(v[i + places[k]]);
            }
            size += ones * each >> 56; // the sum of the bytes
            continue;
        }
        for (std::size_t k = i; k < i + step; ++k) {
            const auto row = first + static_cast<std::uint32_t>(k);
            const std::uint8_t t = v[k] == look_closer ? static_cast<std::uint8_t>(closer(row)) : v[k];
            left.rows[size] = row;
            left.truths[size] = static_cast<truth>(t);
            size += t != 0 ? 1u : 0u;
            weakest = t == 1 ? t : weakest;
        }
    }
    left.size = size;
    left.all_certain = weakest == 2;
}

} // namespace

void sift_out(const store& s, const selection& sel, place_run& run, sifted& left) noexcept {
    const reading_columns& r = columns_of(s, sel);
    const std::uint32_t first = run.first;
    const std::size_t count = std::min<std::size_t>(run.end - first, sifted::block);
    run.first += static_cast<std::uint32_t>(count);
    const day32* const b1 = r.b1.data() + first;
    const day32* const e2 = r.e2.data() + first;
    verdicts v;
    if (r.precise())
        test_days(sel, {b1, b1, e2, e2}, count, v);
    else
        test_days(sel, {b1, r.b2.data() + first, r.e1.data() + first, e2}, count, v);
    if (sel.types) test_types(*sel.types, s.out.type.data() + first, count, v);
    test_flags(sel, r.flags.data() + first, count, v);
    list_seen(first, count, v, left, [&](std::uint32_t p) { return relation_truth(s, sel, 0, p); });
}

void sift_in(const store& s, const selection& sel, place_run& run, sifted& left) noexcept {
    const reading_columns& r = columns_of(s, sel);
    const std::uint32_t first = run.first;
    const std::size_t count = std::min<std::size_t>(run.end - first, sifted::block);
    run.first += static_cast<std::uint32_t>(count);
    const std::uint32_t* const place = s.in.place.data() + first;
    verdicts v;
    if (r.precise()) {
        const day32* const b1 = r.in_b1.data() + first;
        const day32* const e2 = r.in_e2.data() + first;
        test_days(sel, {b1, b1, e2, e2}, count, v);
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): filled at once
        std::array<std::uint8_t, sifted::block> flags;
        for (std::size_t i = 0; i < count; ++i) flags[i] = r.flags[place[i]];
        test_flags(sel, flags.data(), count, v);
        if (sel.types)
            for (std::size_t i = 0; i < count; ++i)
                if (v[i] != 0 && !sel.admits(relation_type(s.out.type[place[i]]))) v[i] = 0;
    } else {
        std::fill_n(v.begin(), count, look_closer);
    }
    list_seen(first, count, v, left,
              [&](std::uint32_t i) { return relation_truth(s, sel, s.in.from[i], s.in.place[i]); });
}

void sift_nodes(const store& s, const selection& sel, place_run& run, sifted& left) noexcept {
    const reading_columns& r = columns_of(s, sel);
    const std::uint32_t first = run.first;
    const std::size_t count = std::min<std::size_t>(run.end - first, sifted::block);
    run.first += static_cast<std::uint32_t>(count);
    const bounds_columns& b = r.node_bounds;
    verdicts v;
    test_days(sel, {b.b1.data() + first, b.b2.data() + first, b.e1.data() + first, b.e2.data() + first},
              count, v);
    test_flags(sel, r.node_flags.data() + first, count, v);
    list_seen(first, count, v, left, [&](std::uint32_t n) { return node_truth(s, sel, n); });
}

} // namespace comity::detail
