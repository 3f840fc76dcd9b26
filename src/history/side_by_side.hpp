#pragma once

#include "in_blocks.hpp"
#include "pulse.hpp"

#include <array>
#include <cstddef>
#include <exception>
#include <system_error>
#include <thread>
#include <utility>

namespace comity::detail {

/// Fewer rows than this are done before a second thread has started.
inline constexpr std::size_t rows_worth_a_thread = 1u << 15;

/// Runs both, the first on a thread of its own if there are rows enough and the system grants one, else after
/// the second. What either throws is thrown when both are done, what the second does rather than the first.
template <class First, class Second>
void side_by_side(std::size_t rows, First&& first, Second&& second) {
    std::exception_ptr failed;
    const auto guarded = [&failed, &first]() noexcept {
        try {
            first();
        } catch (...) {
            failed = std::current_exception();
        }
    };
    std::thread other;
    if (rows >= rows_worth_a_thread) {
        try {
            other = std::thread(guarded);
        } catch (const std::system_error&) {
            // No thread to be had: one after the other then.
        }
    }
    std::exception_ptr failed_here;
    try {
        second();
        if (!other.joinable()) first();
    } catch (...) {
        failed_here = std::current_exception();
    }
    if (other.joinable()) other.join();
    if (failed_here) std::rethrow_exception(failed_here);
    if (failed) std::rethrow_exception(failed);
}

/// Calls `work(half, first, last)` for one block after the other of both halves of so many rows, 0 and 1,
/// side by side.
template <class Work>
void in_halves(std::size_t rows, pulse& beat, Work&& work) {
    const auto through = [&](std::size_t half, std::size_t begin, std::size_t end) {
        in_blocks(begin, end, beat, [&](std::size_t first, std::size_t last) { work(half, first, last); });
    };
    side_by_side(
        rows, [&] { through(0, 0, rows / 2); }, [&] { through(1, rows / 2, rows); });
}

/// Whether `holds(first, last)` of all blocks of so many rows, looked at side by side.
template <class Holds>
[[nodiscard]] bool holds_in_halves(std::size_t rows, pulse& beat, Holds&& holds) {
    std::array<bool, 2> held{true, true};
    in_halves(rows, beat, [&](std::size_t half, std::size_t first, std::size_t last) {
        held[half] = held[half] && holds(first, last);
    });
    return held[0] && held[1];
}

} // namespace comity::detail
