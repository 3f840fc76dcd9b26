#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
#include <future>
#include <iterator>
#include <limits>
#include <list>
#include <memory>
#include <mutex>
#include <utility>

namespace comity::detail {

/// Things derived under a key, each made once and kept while it is among the last few asked for. Safe to use
/// from many threads; who asks for what another thread is making waits for it. What falls out of the cache
/// lives on as long as somebody holds it.
template <class Key, class Value>
class recent_cache {
public:
    using value_ptr = std::shared_ptr<const Value>;

    /// Keeps at most `most` things, and at most `budget` of what they weigh together.
    explicit recent_cache(std::size_t most, std::size_t budget = std::numeric_limits<std::size_t>::max())
        : most_(most), budget_(budget) {}

    /// What is kept under `key`, else what `make()` returns; if that throws, the next one to ask tries again.
    /// `weigh(value)` says what it weighs. O(things kept) besides making it.
    template <class Make, class Weigh>
    [[nodiscard]] value_ptr get(const Key& key, Make&& make, Weigh&& weigh) {
        std::promise<value_ptr> promise;
        future result;
        if (!join(key, promise, result)) return result.get();
        // Outside the lock: making one thing must not keep out those who want another.
        try {
            value_ptr made = std::forward<Make>(make)();
            weigh_down(key, std::forward<Weigh>(weigh)(*made));
            promise.set_value(std::move(made));
        } catch (...) {
            promise.set_exception(std::current_exception());
            const std::lock_guard lock(mutex_);
            recent_.remove_if([&key](const entry& e) { return e.key == key; });
        }
        return result.get();
    }
    /// The same, of things that weigh nothing.
    template <class Make>
    [[nodiscard]] value_ptr get(const Key& key, Make&& make) {
        return get(key, std::forward<Make>(make), [](const Value&) { return std::size_t{0}; });
    }

    /// Keeps nothing any more.
    void clear() noexcept {
        const std::lock_guard lock(mutex_);
        recent_.clear();
    }

private:
    using future = std::shared_future<value_ptr>;
    struct entry {
        Key key;
        future made;
        std::size_t weight = 0; ///< once it is made
    };

    [[nodiscard]] auto find(const Key& key) {
        return std::find_if(recent_.begin(), recent_.end(), [&key](const entry& e) { return e.key == key; });
    }

    /// Whether the caller is the one to make what `result` will hold.
    [[nodiscard]] bool join(const Key& key, std::promise<value_ptr>& promise, future& result) {
        const std::lock_guard lock(mutex_);
        const auto known = find(key);
        const bool mine = known == recent_.end();
        if (mine)
            recent_.push_front({key, promise.get_future().share()});
        else
            recent_.splice(recent_.begin(), recent_, known);
        result = recent_.front().made;
        if (recent_.size() > most_) recent_.pop_back();
        return mine;
    }

    /// Notes what the thing weighs and lets go of what was asked for longest ago until all that is left is
    /// within the budget.
    void weigh_down(const Key& key, std::size_t weight) {
        const std::lock_guard lock(mutex_);
        if (const auto known = find(key); known != recent_.end()) known->weight = weight;
        std::size_t sum = 0;
        auto over = std::find_if(recent_.begin(), recent_.end(), [&](const entry& e) {
            sum += e.weight;
            return sum > budget_;
        });
        recent_.erase(over, recent_.end());
    }

    const std::size_t most_;
    const std::size_t budget_;
    std::mutex mutex_;
    std::list<entry> recent_; ///< last asked for first
};

} // namespace comity::detail
