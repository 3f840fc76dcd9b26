#pragma once

#include <comity/error.hpp>
#include <comity/progress.hpp>

#include <chrono>
#include <cstddef>
#include <string>
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
        if (!tell_ || clock::now() < next_) return;
        beat(total_ == 0 ? 0 : static_cast<double>(done) / static_cast<double>(total_));
    }
    /// The work is done, however much there was.
    void finish() {
        if (tell_) beat(1);
    }

private:
    using clock = std::chrono::steady_clock;

    void beat(double share) {
        if (!tell_(share, stage_)) throw error(errc::cancelled, stage_ + ": stopped by the caller");
        next_ = clock::now() + std::chrono::milliseconds(25);
    }

    progress tell_; // a copy: callers hand in temporaries
    std::string stage_;
    std::size_t total_;
    clock::time_point next_;
};

} // namespace comity::detail
