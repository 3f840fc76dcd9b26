#pragma once

#include "history/recent_cache.hpp"

#include <comity/view/selection.hpp>
#include <comity/view/snapshot.hpp>

#include <cstddef>
#include <memory>
#include <utility>

namespace comity::detail {

struct store;

/// What a snapshot depends on: all of a selection but how it was written.
class snapshot_key {
public:
    explicit snapshot_key(selection s) : selection_(std::move(s)), reading_(selection_.reading) {
        selection_.reading.reset(); // to know a reading again it need not be kept alive
        selection_.text.clear();
    }

    friend bool operator==(const snapshot_key& a, const snapshot_key& b) noexcept;

private:
    selection selection_;
    std::weak_ptr<const reading_state> reading_; ///< nobody else's, even when it is gone
};

/// Snapshots of one history's views that were asked for: the last few are kept, and together no more than one
/// of everything would take.
class snapshot_cache {
public:
    static constexpr std::size_t most = 16;

    explicit snapshot_cache(const store& s);

    template <class Make>
    [[nodiscard]] std::shared_ptr<const graph::snapshot_columns> get(const selection& s, Make&& make) {
        return recent_.get(snapshot_key(s), std::forward<Make>(make), [](const graph::snapshot_columns& c) {
            return c.nodes.size() + c.targets.size();
        });
    }
    void clear() noexcept { recent_.clear(); }

private:
    recent_cache<snapshot_key, graph::snapshot_columns> recent_;
};

/// The one of that history.
[[nodiscard]] snapshot_cache& snapshots_of(const store& s);

} // namespace comity::detail
