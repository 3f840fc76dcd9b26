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
    /// One more is done.
    void operator()() { (*this)(done_ + 1); }

    /// As far as before: for what takes long and is no progress.
    void look() {
        if (!tell_) return;
        if (std::this_thread::get_id() != owner_)
            require(!stopped_.load(std::memory_order_relaxed));
        else if (clock::now() >= next_)
            beat(share());
    }
    /// The same for loops that go round so fast that even the clock would be felt; after so many rounds more.
    void now_and_then(std::size_t rounds = 1) {
        rounds_ += rounds;
        if (rounds_ < rounds_between_looks) return;
        rounds_ = 0;
        look();
    }
    /// So many more are done, in a loop of that sort.
    void advance(std::size_t by) {
        done_ += by;
        now_and_then(by);
    }
    /// So many are done, in such a loop.
    void reached(std::size_t done) {
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
    static constexpr std::size_t rounds_between_looks = 256;

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
    std::size_t rounds_ = 0; ///< since it last looked
    clock::time_point next_;
    std::thread::id owner_ = std::this_thread::get_id();
    std::atomic<bool> stopped_ = false;
};

/// Rows that are worked on before it is asked whether to go on: too many for that to be felt.
inline constexpr std::size_t rows_a_block = std::size_t{1} << 14;

/// Calls `work(first, end)` for one block of the numbers from `first` on, below `end`, after the other: a
/// loop over so many is as fast as one over all. It looks before each.
template <class Work>
void in_blocks(std::size_t first, std::size_t end, pulse& beat, Work&& work) {
    while (first < end) {
        const std::size_t next = first + std::min(rows_a_block, end - first);
        beat.look();
        work(first, next);
        first = next;
    }
}

/// An order that looks while something is sorted by it.
template <class Before>
[[nodiscard]] auto stoppable(Before before, pulse& beat) {
    return [before, &beat](const auto& a, const auto& b) {
        beat.now_and_then();
        return before(a, b);
    };
}

} // namespace comity::detail
