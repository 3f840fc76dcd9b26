#pragma once

#include "pulse.hpp"

#include <cstdint>

namespace comity::detail {

/// The sum of `term(i)` for i from `first` to below `end`: four sums at a time, so that no addition waits for
/// the one before.
template <class Term>
double summed(std::uint32_t first, std::uint32_t end, Term&& term) {
    double a = 0, b = 0, c = 0, d = 0;
    for (; end - first >= 4; first += 4) {
        a += term(first);
        b += term(first + 1);
        c += term(first + 2);
        d += term(first + 3);
    }
    for (; first < end; ++first) a += term(first);
    return (a + b) + (c + d);
}

/// The same of many, where the pulse looks after each `piece` of them.
template <class Term>
double summed(std::uint32_t first, std::uint32_t end, std::uint32_t piece, Term&& term, pulse& beat) {
    double sum = 0;
    for (; end - first > piece; first += piece) {
        sum += summed(first, first + piece, term);
        beat.look();
    }
    return sum + summed(first, end, term);
}

} // namespace comity::detail
