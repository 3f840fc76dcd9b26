#include "view/sieve.hpp"

#include "view/eval.hpp"

#include <type_traits>

namespace comity::detail {
namespace {

/// Flags of a row of which days and types do not say all.
constexpr std::uint8_t unusual = flag::modality_mask | flag::denied | unsettled;

/// What possibly passes a time selector, and what certainly does.
day_limits possible_limits(const selection& sel) noexcept {
    return {sel.last, sel.time == when::by ? unbounded_below : sel.first};
}
day_limits certain_limits(const selection& sel) noexcept {
    if (sel.time == when::by) return {sel.first, unbounded_below};
    if (sel.time == when::window) return possible_limits(sel);
    return {sel.first, sel.last};
}

/// The rows that do not keep to the limits.
template <class Count>
std::uint64_t rows_beyond(const day_limits& limits, const day32* begins, const day32* ends,
                          Count count) noexcept {
    const std::uint64_t late = rows_after(own_day{begins}, same_day{limits.last_begin}, count);
    if (limits.first_end == unbounded_below) return late;
    return late | rows_after(same_day{limits.first_end}, own_day{ends}, count);
}

/// Calls `test(all)` with a number of rows from `first` on, at least `count`: more than asked for where there
/// are any, since a number that the compiler knows is tested without a loop.
template <class Test>
void with_known_count(std::uint32_t first, std::size_t count, std::size_t rows, Test&& test) noexcept {
    using a_step = std::integral_constant<std::size_t, rows_a_step>;
    using most = std::integral_constant<std::size_t, rows_a_word>;
    if (count <= a_step() && rows - first >= a_step()) return test(a_step());
    if (count > a_step() && rows - first >= most()) return test(most());
    test(count);
}

} // namespace

sieve::sieve(const store& s, const selection& sel, sifting asked) noexcept
    : store_(s),
      selection_(sel),
      columns_(columns_of(s, sel)),
      how_surely_(asked == sifting::how_surely || sel.only_certain),
      possible_(possible_limits(sel)),
      certain_(certain_limits(sel)) {
    if (sel.types && sel.types->size() <= few)
        sel.types->for_each([this](relation_type t) { types_[type_count_++] = to_index(t); });
}

template <class Count>
void sieve::sift_days(const bound_rows& rows, Count count, sifted& left) const noexcept {
    left.possible = left.certain = first_rows(left.count); // of those tested, what was asked for
    if (selection_.time == when::always) return;
    std::uint64_t failing = rows_beyond(possible_, rows.b1, rows.e2, count);
    const bool one_day = possible_.last_begin == possible_.first_end; // what holds on it is not inverted
    if (!one_day) failing |= rows_after(own_day{rows.b1}, own_day{rows.e2}, count);
    left.certain = left.possible &= ~failing;
    const bool precise = rows.b1 == rows.b2 && rows.e1 == rows.e2;
    if (how_surely_ && (!precise || certain_ != possible_))
        left.certain &= ~rows_beyond(certain_, rows.b2, rows.e1, count);
}

template <class Count>
void sieve::sift_types(const std::uint16_t* types, Count count, sifted& left) const noexcept {
    if (!selection_.types) return;
    std::uint64_t admitted = 0;
    for (std::size_t i = 0; i < type_count_; ++i) admitted |= rows_of_type(types, types_[i], count);
    if (type_count_ == 0)
        for (std::uint64_t rest = left.possible; rest != 0; rest &= rest - 1)
            if (selection_.admits(relation_type(types[std::countr_zero(rest)]))) admitted |= rest & -rest;
    left.possible &= admitted;
}

/// The last step: of `plain` rows days and types say all, and `truth_of(row)` of the others.
template <class TruthOf>
sifted sieve::by_flags(std::uint64_t plain, sifted left, TruthOf&& truth_of) const noexcept {
    std::uint64_t others = left.possible & ~plain;
    left.certain &= left.possible & plain;
    left.possible = selection_.only_certain ? left.certain : left.possible & plain;
    for (; others != 0; others &= others - 1) {
        const int row = std::countr_zero(others);
        const truth t = truth_of(left.first + static_cast<std::uint32_t>(row));
        left.possible |= std::uint64_t{is_possible(t)} << row;
        left.certain |= std::uint64_t{is_certain(t)} << row;
    }
    return left;
}

sifted sieve::out(std::uint32_t first, std::size_t count) const noexcept {
    const reading_columns& r = columns_;
    const day32* const b1 = r.b1.data() + first;
    const day32* const e2 = r.e2.data() + first;
    const bound_rows days = r.precise() ? bound_rows{b1, b1, e2, e2}
                                        : bound_rows{b1, r.b2.data() + first, r.e1.data() + first, e2};
    sifted left{first, count};
    std::uint64_t plain = 0;
    with_known_count(first, count, r.flags.size(), [&](auto all) {
        sift_days(days, all, left);
        sift_types(store_.out.type.data() + first, all, left);
        plain = rows_without(r.flags.data() + first, unusual, all);
    });
    return by_flags(plain, left, [&](std::uint32_t p) { return relation_truth(store_, selection_, 0, p); });
}

/// Only the outer bounds lie in this order: types and flags of what they leave are looked up one by one.
sifted sieve::in(std::uint32_t first, std::size_t count) const noexcept {
    const reading_columns& r = columns_;
    const day32* const b1 = r.in_b1.data() + first;
    const day32* const e2 = r.in_e2.data() + first;
    sifted left{first, count};
    with_known_count(first, count, r.in_b1.size(), [&](auto all) { sift_days({b1, b1, e2, e2}, all, left); });
    std::uint64_t plain = 0;
    const std::uint32_t* const place = store_.in.place.data() + first;
    if (r.precise())
        for (std::uint64_t rest = left.possible; rest != 0; rest &= rest - 1) {
            const std::uint32_t p = place[std::countr_zero(rest)];
            if (!selection_.admits(relation_type(store_.out.type[p])))
                left.possible &= ~(rest & -rest);
            else if ((r.flags[p] & unusual) == 0)
                plain |= rest & -rest;
        }
    return by_flags(plain, left, [&](std::uint32_t i) {
        return relation_truth(store_, selection_, store_.in.from[i], store_.in.place[i]);
    });
}

sifted sieve::nodes(std::uint32_t first, std::size_t count) const noexcept {
    const bounds_columns& b = columns_.node_bounds;
    sifted left{first, count};
    std::uint64_t plain = 0;
    with_known_count(first, count, b.size(), [&](auto all) {
        sift_days({b.b1.data() + first, b.b2.data() + first, b.e1.data() + first, b.e2.data() + first}, all,
                  left);
        plain = rows_without(columns_.node_flags.data() + first, unusual, all);
    });
    return by_flags(plain, left, [&](std::uint32_t n) { return node_truth(store_, selection_, n); });
}

} // namespace comity::detail
