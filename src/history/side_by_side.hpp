#pragma once

#include <cstddef>
#include <exception>
#include <system_error>
#include <thread>
#include <utility>

namespace comity::detail {

/// Fewer rows than this are done before a second thread has started.
inline constexpr std::size_t rows_worth_a_thread = 1u << 15;

/// Runs both, the first on a thread of its own if there are rows enough and the system grants one. What
/// either throws is thrown when both are done.
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
        if (!other.joinable()) first();
        second();
    } catch (...) {
        failed_here = std::current_exception();
    }
    if (other.joinable()) other.join();
    if (failed) std::rethrow_exception(failed);
    if (failed_here) std::rethrow_exception(failed_here);
}

/// Whether `holds(first, last)` of both halves of so many rows, looked at side by side.
template <class Holds>
[[nodiscard]] bool holds_in_halves(std::size_t rows, Holds&& holds) {
    bool first = false;
    bool second = false;
    side_by_side(
        rows, [&] { first = holds(std::size_t{0}, rows / 2); }, [&] { second = holds(rows / 2, rows); });
    return first && second;
}

} // namespace comity::detail
