#pragma once

#include <comity/history/reading.hpp>

#include <cstddef>
#include <future>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace comity::detail {

struct store;
struct reading_state;

/// Readings of one history that were asked for, each made once and kept while it is among the last few. Safe
/// to use from many threads; who asks for a reading that another thread is making waits for it. What falls
/// out of the cache lives on as long as a view holds it.
class reading_cache {
public:
    static constexpr std::size_t most = 16;

    /// O(rows + statements) the first time, else O(1).
    [[nodiscard]] std::shared_ptr<const reading_state> get(const store& s, const reading& r);

private:
    using made = std::shared_future<std::shared_ptr<const reading_state>>;

    std::mutex mutex_;
    std::list<std::pair<reading, made>> recent_; ///< last asked for first
};

} // namespace comity::detail
