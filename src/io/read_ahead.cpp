#include "io/read_ahead.hpp"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstring>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace comity::detail {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 18;
constexpr std::size_t block_count = 8;

class ahead_source final : public byte_source {
public:
    explicit ahead_source(std::unique_ptr<byte_source> source) : source_(std::move(source)) {
        try {
            thread_ = std::thread([this]() noexcept { fill(); });
        } catch (const std::system_error&) {
            // No thread to be had: read() then reads the source itself.
        }
    }
    ~ahead_source() override {
        if (!thread_.joinable()) return;
        {
            const std::lock_guard lock(mutex_);
            stopped_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }
    ahead_source(const ahead_source&) = delete;
    ahead_source& operator=(const ahead_source&) = delete;

    std::size_t read(char* to, std::size_t most) override {
        if (!thread_.joinable()) return source_->read(to, most);
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return taken_ != filled_ || ended_; });
        if (taken_ == filled_) {
            if (failed_) std::rethrow_exception(failed_);
            return 0;
        }
        block& from = blocks_[taken_ % block_count];
        lock.unlock();
        const std::size_t n = std::min(most, from.size - from.at);
        std::memcpy(to, from.bytes.data() + from.at, n);
        from.at += n;
        if (from.at != from.size) return n;
        lock.lock();
        ++taken_;
        lock.unlock();
        changed_.notify_all();
        return n;
    }

private:
    struct block {
        std::vector<char> bytes;
        std::size_t size = 0;
        std::size_t at = 0;
    };

    void fill() noexcept {
        try {
            while (fill_one()) {
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            failed_ = std::current_exception();
        }
        const std::lock_guard lock(mutex_);
        ended_ = true;
        changed_.notify_all();
    }
    bool fill_one() {
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return stopped_ || filled_ - taken_ < block_count; });
            if (stopped_) return false;
        }
        block& to = blocks_[filled_ % block_count];
        to.bytes.resize(block_size);
        to.at = to.size = 0;
        while (to.size < block_size) {
            const std::size_t n = source_->read(to.bytes.data() + to.size, block_size - to.size);
            if (n == 0) break;
            to.size += n;
        }
        if (to.size == 0) return false;
        {
            const std::lock_guard lock(mutex_);
            ++filled_;
        }
        changed_.notify_all();
        return true;
    }

    std::unique_ptr<byte_source> source_;
    std::array<block, block_count> blocks_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t filled_ = 0; ///< blocks ever filled, and ever taken
    std::size_t taken_ = 0;
    bool ended_ = false;
    bool stopped_ = false;
    std::exception_ptr failed_;
    std::thread thread_;
};

} // namespace

std::unique_ptr<byte_source> read_ahead(std::unique_ptr<byte_source> source) {
    return std::make_unique<ahead_source>(std::move(source));
}

} // namespace comity::detail
