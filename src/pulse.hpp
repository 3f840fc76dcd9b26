#pragma once

#include <comity/error.hpp>
#include <comity/progress.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace comity::detail {

/// After so many rows of a file a loop asks whether to tell: often enough to be stopped at once, and too
/// seldom to be felt.
inline constexpr std::size_t rows_between_news = std::size_t{1} << 12;

/// Tells the caller of long work how far it is, not more often than every 25 ms, so that a loop may call it
/// at each round, and that all is done when it says so. Throws error (cancelled) once the caller wants no
/// more.
class pulse {
public:
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
        if (tell_ && clock::now() >= next_) beat(share());
    }
    /// The same for loops that go round so fast that even the clock would be felt.
    void now_and_then() {
        if (++rounds_ % 256 == 0) look();
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
        if (!tell_(share, stage_)) throw error(errc::cancelled, stage_ + ": stopped by the caller");
        next_ = clock::now() + std::chrono::milliseconds(25);
    }

    progress tell_; // a copy: callers hand in temporaries
    std::string stage_;
    std::size_t total_;
    std::size_t done_ = 0;
    std::size_t rounds_ = 0;
    clock::time_point next_;
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
