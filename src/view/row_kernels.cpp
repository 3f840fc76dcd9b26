#include "view/row_kernels.hpp"

#include "vectorised.hpp"
#include "view/kept_of_eight.hpp"

#include <array>
#include <cstring>
#include <type_traits>

namespace comity::detail {
namespace {

/// Calls `test(row, all)` for each sixty-four rows, `all` of them: a number that the compiler knows but for
/// the last ones.
template <class Test>
void by_words(std::size_t count, std::uint64_t* rows, Test&& test) noexcept {
    using a_word = std::integral_constant<std::size_t, rows_a_word>;
    std::size_t row = 0;
    for (; row + a_word() <= count; row += a_word()) *rows++ = test(row, a_word());
    if (row < count) *rows = test(row, count - row);
}

void days_within(const day_limits& limits, bool inverted, const day32* begins, const day32* ends,
                 std::size_t count, std::uint64_t* rows) noexcept {
    by_words(count, rows, [&](std::size_t row, auto all) {
        const own_day begin{begins + row}, end{ends + row};
        std::uint64_t failing = rows_after(begin, same_day{limits.last_begin}, all);
        if (limits.first_end != unbounded_below) failing |= rows_after(same_day{limits.first_end}, end, all);
        if (!inverted) failing |= rows_after(begin, end, all);
        return ~failing;
    });
}

void types_among(std::span<const std::uint16_t> wanted, const std::uint16_t* types, std::size_t count,
                 std::uint64_t* rows) noexcept {
    by_words(count, rows, [&](std::size_t row, auto all) {
        std::uint64_t found = 0;
        for (const std::uint16_t type : wanted) found |= rows_of_type(types + row, type, all);
        return found;
    });
}

void flags_without(std::uint8_t mask, const std::uint8_t* flags, std::size_t count,
                   std::uint64_t* rows) noexcept {
    by_words(count, rows, [&](std::size_t row, auto all) { return rows_without(flags + row, mask, all); });
}

/// The values of the rows that `which` names go to `to`.
inline void put_in_order(const std::uint32_t* values, const eight_numbers& which,
                         std::uint32_t* to) noexcept {
#if defined(__GNUC__) && !defined(__clang__)
    using vector [[gnu::vector_size(sizeof which)]] = std::uint32_t; // of AVX2 it is one instruction
    vector from, order;
    std::memcpy(&from, values, sizeof from);
    std::memcpy(&order, which.data(), sizeof order);
    from = __builtin_shuffle(from, order);
    std::memcpy(to, &from, sizeof from);
#else
    for (std::size_t k = 0; k < eight; ++k) to[k] = values[which[k]];
#endif
}

COMITY_VECTORISED
std::size_t keep_values(const std::uint64_t* rows, const std::uint32_t* values, std::size_t count,
                        std::uint32_t* kept) noexcept {
    return keep_by_eight(
        rows, count, kept,
        [values](std::size_t row, const eight_numbers& which, std::uint32_t* to) {
            put_in_order(values + row, which, to);
        },
        [values](std::size_t row, std::uint32_t* to) { *to = values[row]; });
}

COMITY_VECTORISED
std::size_t keep_numbers(const std::uint64_t* rows, std::uint32_t first, std::size_t count,
                         std::uint32_t* kept) noexcept {
    return keep_by_eight(
        rows, count, kept,
        [first](std::size_t row, const eight_numbers& which, std::uint32_t* to) {
            const std::uint32_t number = first + static_cast<std::uint32_t>(row);
            for (std::size_t k = 0; k < eight; ++k) to[k] = number + which[k];
        },
        [first](std::size_t row, std::uint32_t* to) { *to = first + static_cast<std::uint32_t>(row); });
}

} // namespace

// One that is made twice has no address that is known when the program is built: it is called.
constinit const row_kernels kernels_for_all{
    days_within, types_among, flags_without,
    [](const std::uint64_t* rows, const std::uint32_t* values, std::size_t count,
       std::uint32_t* kept) noexcept { return keep_values(rows, values, count, kept); },
    [](const std::uint64_t* rows, std::uint32_t first, std::size_t count, std::uint32_t* kept) noexcept {
        return keep_numbers(rows, first, count, kept);
    }};

} // namespace comity::detail
