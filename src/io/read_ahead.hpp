#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace comity::detail {

/// Makes one value after the other on a thread of its own, a few ahead of who takes them; on the caller's
/// where the system grants none, and where there is but one. What making one throws is thrown to the taker in
/// its turn.
template <class T>
class read_ahead {
public:
    /// `make(value)` makes the next one of what an earlier one left, and says whether another one follows.
    explicit read_ahead(std::function<bool(T&)> make) : make_(std::move(make)) {}
    ~read_ahead() {
        if (!thread_.joinable()) return;
        {
            const std::lock_guard lock(mutex_);
            stopped_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }
    read_ahead(const read_ahead&) = delete;
    read_ahead& operator=(const read_ahead&) = delete;

    /// The next one, which holds until the one after it is asked for; null behind the last.
    [[nodiscard]] T* next() {
        if (began_ && !tried_ && !ended_) start();
        if (thread_.joinable()) return next_made();
        if (ended_) return nullptr;
        began_ = true;
        ended_ = !make_(values_[0]);
        return values_.data();
    }

    /// How many are made that nobody has taken yet. For who makes them.
    [[nodiscard]] std::size_t ahead() {
        const std::lock_guard lock(mutex_);
        return made_ - taken_ - (holding_ ? 1 : 0);
    }

private:
    static constexpr std::size_t most = 6;

    void start() {
        tried_ = true;
        try {
            thread_ = std::thread([this]() noexcept { make_all(); });
        } catch (const std::system_error&) {
            // No thread to be had: next() then makes them itself.
        }
    }

    T* next_made() {
        std::unique_lock lock(mutex_);
        if (holding_) {
            holding_ = false;
            ++taken_;
            changed_.notify_all();
        }
        changed_.wait(lock, [this] { return taken_ != made_ || ended_; });
        if (taken_ != made_) {
            holding_ = true;
            return &values_[taken_ % most];
        }
        if (failed_) std::rethrow_exception(failed_);
        return nullptr;
    }

    void make_all() noexcept {
        try {
            while (make_one()) {
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            failed_ = std::current_exception();
        }
        const std::lock_guard lock(mutex_);
        ended_ = true;
        changed_.notify_all();
    }
    bool make_one() {
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return stopped_ || made_ - taken_ < most; });
            if (stopped_) return false;
        }
        const bool more = make_(values_[made_ % most]);
        {
            const std::lock_guard lock(mutex_);
            ++made_;
        }
        changed_.notify_all();
        return more;
    }

    std::function<bool(T&)> make_;
    std::array<T, most> values_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t made_ = 0; ///< by the thread, ever, and how many of them were taken
    std::size_t taken_ = 0;
    bool holding_ = false; ///< the taker still looks at the one that is next
    bool began_ = false;
    bool tried_ = false;
    bool ended_ = false;
    bool stopped_ = false;
    std::exception_ptr failed_;
    std::thread thread_;
};

} // namespace comity::detail
