#include "view/kept_rows.hpp"

#include "vectorised.hpp"
#include "view/kept_of_eight.hpp"

#include <algorithm>

namespace comity::detail {
namespace {

constexpr truth truth_of_row(const std::uint64_t* certain, std::size_t row) noexcept {
    return has_row(certain, row) ? truth::certain : truth::possible;
}

COMITY_VECTORISED
std::size_t keep_truths_of(const std::uint64_t* possible, const std::uint64_t* certain, std::size_t count,
                           truth* kept) noexcept {
    return keep_by_eight(
        possible, count, kept,
        [=](std::size_t row, const eight_numbers& which, truth* to) {
            const auto of = [row](const std::uint64_t* rows) {
                return rows[row / rows_a_word] >> row % rows_a_word & 0xff;
            };
            const std::uint64_t sure = of(certain);
            if (sure == of(possible)) return static_cast<void>(std::fill_n(to, eight, truth::certain));
            if (sure == 0) return static_cast<void>(std::fill_n(to, eight, truth::possible));
            for (std::size_t k = 0; k < eight; ++k) to[k] = truth_of_row(certain, row + which[k]);
        },
        [certain](std::size_t row, truth* to) { *to = truth_of_row(certain, row); });
}

} // namespace

std::size_t keep_truths(const std::uint64_t* possible, const std::uint64_t* certain, std::size_t count,
                        truth* kept) noexcept {
    return keep_truths_of(possible, certain, count, kept);
}

} // namespace comity::detail
