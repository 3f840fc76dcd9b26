#include "view/sieve.hpp"

#include "view/eval.hpp"

namespace comity::detail {
namespace {

/// The number of the lowest bit that is set.
std::size_t lowest(std::uint64_t bits) noexcept {
    return static_cast<std::size_t>(std::countr_zero(bits));
}

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

/// As many rows as whole steps test: more than asked for where there are any, since what a step leaves over
/// is tested row by row on some processors.
std::size_t whole_steps_from(std::uint32_t first, std::size_t count, std::size_t rows) noexcept {
    return std::min(whole_steps(count + rows_a_step - 1), rows - first);
}

sifted some_rows(std::uint32_t first, std::size_t count) noexcept {
    sifted some; // NOLINT(cppcoreguidelines-pro-type-member-init): its words are about to be written
    some.first = first;
    some.count = static_cast<std::uint32_t>(count);
    return some;
}

} // namespace

sieve::sieve(const store& s, const selection& sel, asking asked) noexcept
    : store_(s),
      selection_(sel),
      columns_(columns_of(s, sel)),
      kernels_(kernels_here()),
      how_surely_(asked == asking::how_surely || sel.only_certain),
      possible_(possible_limits(sel)),
      certain_(certain_limits(sel)) {
    if (sel.types && sel.types->size() <= few)
        sel.types->for_each([this](relation_type t) { types_[type_count_++] = to_index(t); });
}

void sieve::sift_days(const bound_rows& rows, std::size_t there, sifted& left) const noexcept {
    const std::size_t words = left.words();
    const bool one_day = possible_.last_begin == possible_.first_end; // what holds on it is not inverted
    if (selection_.time == when::always)
        std::fill_n(left.possible.begin(), words, ~std::uint64_t{0});
    else
        kernels_.within(possible_, one_day, rows.b1, rows.e2, there, left.possible.data());
    left.possible[words - 1] &= first_rows(left.count - (words - 1) * rows_a_word);
    std::copy_n(left.possible.begin(), words, left.certain.begin());
    const bool precise = rows.b1 == rows.b2 && rows.e1 == rows.e2;
    if (selection_.time == when::always || !how_surely_ || (precise && certain_ == possible_)) return;
    sifted::row_words sure; // NOLINT(cppcoreguidelines-pro-type-member-init)
    kernels_.within(certain_, true, rows.b2, rows.e1, there, sure.data());
    for (std::size_t w = 0; w < words; ++w) left.certain[w] &= sure[w];
}

void sieve::sift_types(const std::uint16_t* types, std::size_t there, sifted& left) const noexcept {
    if (!selection_.types) return;
    if (type_count_ == 0) {
        for (std::size_t w = 0; w < left.words(); ++w)
            for (std::uint64_t rest = left.possible[w]; rest != 0; rest &= rest - 1)
                if (!selection_.admits(relation_type(types[w * rows_a_word + lowest(rest)])))
                    left.possible[w] &= ~(rest & -rest);
        return;
    }
    sifted::row_words admitted; // NOLINT(cppcoreguidelines-pro-type-member-init)
    kernels_.of_types(std::span(types_).first(type_count_), types, there, admitted.data());
    for (std::size_t w = 0; w < left.words(); ++w) left.possible[w] &= admitted[w];
}

/// The last step of a word: of `plain` rows days and types say all, and `truth_of(row)` of the others.
template <class TruthOf>
void sieve::test_others(std::size_t word, std::uint64_t plain, sifted& left,
                        TruthOf&& truth_of) const noexcept {
    std::uint64_t& possible = left.possible[word];
    std::uint64_t& certain = left.certain[word];
    std::uint64_t others = possible & ~plain;
    certain &= possible & plain;
    possible = selection_.only_certain ? certain : possible & plain;
    for (; others != 0; others &= others - 1) {
        const truth t =
            truth_of(left.first + static_cast<std::uint32_t>(word * rows_a_word + lowest(others)));
        if (is_possible(t)) possible |= others & -others;
        if (is_certain(t)) certain |= others & -others;
    }
}

template <class TruthOf>
void sieve::sift_flags(const std::uint8_t* flags, std::size_t there, sifted& left,
                       TruthOf&& truth_of) const noexcept {
    sifted::row_words plain; // NOLINT(cppcoreguidelines-pro-type-member-init)
    kernels_.without(unusual, flags, there, plain.data());
    for (std::size_t w = 0; w < left.words(); ++w) test_others(w, plain[w], left, truth_of);
}

sifted sieve::out(std::uint32_t first, std::size_t count) const noexcept {
    const reading_columns& r = columns_;
    const day32* const b1 = r.b1.data() + first;
    const day32* const e2 = r.e2.data() + first;
    const bound_rows days = r.precise() ? bound_rows{b1, b1, e2, e2}
                                        : bound_rows{b1, r.b2.data() + first, r.e1.data() + first, e2};
    sifted left = some_rows(first, count);
    const std::size_t there = whole_steps_from(first, count, r.flags.size());
    sift_days(days, there, left);
    sift_types(store_.out.type.data() + first, there, left);
    sift_flags(r.flags.data() + first, there, left,
               [&](std::uint32_t p) { return relation_truth(store_, selection_, 0, p); });
    return left;
}

/// Only the outer bounds lie in this order: types and flags of what they leave are looked up one by one.
sifted sieve::in(std::uint32_t first, std::size_t count) const noexcept {
    const reading_columns& r = columns_;
    const day32* const b1 = r.in_b1.data() + first;
    const day32* const e2 = r.in_e2.data() + first;
    sifted left = some_rows(first, count);
    sift_days({b1, b1, e2, e2}, whole_steps_from(first, count, r.in_b1.size()), left);
    for (std::size_t w = 0; w < left.words(); ++w) {
        std::uint64_t plain = 0;
        const std::uint32_t* const place = store_.in.place.data() + first + w * rows_a_word;
        for (std::uint64_t rest = left.possible[w]; rest != 0; rest &= rest - 1) {
            const std::uint32_t p = place[lowest(rest)];
            if (!selection_.admits(relation_type(store_.out.type[p])))
                left.possible[w] &= ~(rest & -rest);
            else if (r.precise() && (r.flags[p] & unusual) == 0)
                plain |= rest & -rest;
        }
        test_others(w, plain, left, [&](std::uint32_t i) {
            return relation_truth(store_, selection_, store_.in.from[i], store_.in.place[i]);
        });
    }
    return left;
}

sifted sieve::nodes(std::uint32_t first, std::size_t count) const noexcept {
    const bounds_columns& b = columns_.node_bounds;
    sifted left = some_rows(first, count);
    const std::size_t there = whole_steps_from(first, count, b.size());
    sift_days({b.b1.data() + first, b.b2.data() + first, b.e1.data() + first, b.e2.data() + first}, there,
              left);
    sift_flags(columns_.node_flags.data() + first, there, left,
               [&](std::uint32_t n) { return node_truth(store_, selection_, n); });
    return left;
}

} // namespace comity::detail
