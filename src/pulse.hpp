#pragma once

#include <comity/error.hpp>
#include <comity/progress.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace comity::detail {

/// After so many rows of a file a loop asks whether to tell: often enough to be stopped at once, and too
/// seldom to be felt.
inline constexpr std::size_t rows_between_news = std::size_t{1} << 12;

/// Tells the caller of long work how far it is, not more often than every 25 ms, so that a loop may call it
/// at each round, and that all is done when it says so. Throws error (cancelled) once the caller wants no
/// more. The caller hears from the thread that made it alone; others may look too, and are stopped with it.
class pulse {
public:
    /// For work that nobody hears of.
    pulse() : pulse({}, {}, 0) {}
    pulse(progress tell, std::string stage, std::size_t total)
        : tell_(std::move(tell)), stage_(std::move(stage)), total_(total) {
        if (tell_) beat(0);
    }

    void operator()(std::size_t done) {
        done_ = done;
        look();
    }
    /// One more is done, or so many more.
    void operator()() { advance(1); }
    void advance(std::size_t by) { (*this)(done_ + by); }

    /// As far as before: for what takes long and is no progress.
    void look() {
        if (!tell_) return;
        if (std::this_thread::get_id() != owner_)
            require(!stopped_.load(std::memory_order_relaxed));
        else if (clock::now() >= next_)
            beat(share());
    }
    /// The same for loops that go round so fast that even the clock would be felt.
    void now_and_then() {
        if (++rounds_ % 256 == 0) look();
    }
    void now_and_then(std::size_t done) {
        done_ = done;
        now_and_then();
    }
    /// The work is done, however much there was.
    void finish() {
        if (tell_) beat(1);
    }

    /// For work that is a part of this one: it looks, and this one tells of itself. No longer than this one.
    [[nodiscard]] progress within() {
        if (!tell_) return {};
        return [this](double, std::string_view) {
            look();
            return true;
        };
    }

private:
    using clock = std::chrono::steady_clock;

    [[nodiscard]] double share() const noexcept {
        return total_ == 0 ? 0 : std::min(1.0, static_cast<double>(done_) / static_cast<double>(total_));
    }
    void beat(double share) {
        try {
            require(tell_(share, stage_));
        } catch (...) {
            stopped_ = true;
            throw;
        }
        next_ = clock::now() + std::chrono::milliseconds(25);
    }
    void require(bool goes_on) const {
        if (!goes_on) throw error(errc::cancelled, stage_ + ": stopped by the caller");
    }

    progress tell_; // a copy: callers hand in temporaries
    std::string stage_;
    std::size_t total_;
    std::size_t done_ = 0;
    std::size_t rounds_ = 0;
    clock::time_point next_;
    std::thread::id owner_ = std::this_thread::get_id();
    std::atomic<bool> stopped_ = false;
};

/// Counts what one loop does that goes round so fast that even now_and_then() would be felt, and lets the
/// pulse hear of many rounds at once. Local to the loop, so that the count needs no memory.
class loop_pulse {
public:
    explicit loop_pulse(pulse& beat) : beat_(beat) {}

    /// So many more are done.
    void advance(std::size_t by) {
        if (is_enough(by)) beat_.advance(std::exchange(rounds_, 0));
    }
    /// So many more rounds, which are no progress.
    void look(std::size_t rounds) {
        if (!is_enough(rounds)) return;
        rounds_ = 0;
        beat_.look();
    }

private:
    [[nodiscard]] bool is_enough(std::size_t more) { return (rounds_ += more) >= rows_between_news; }

    pulse& beat_;
    std::size_t rounds_ = 0;
};

/// An order that looks while something is sorted by it.
template <class Before>
[[nodiscard]] auto stoppable(Before before, pulse& beat) {
    return [before, &beat](const auto& a, const auto& b) {
        beat.now_and_then();
        return before(a, b);
    };
}

} // namespace comity::detail
