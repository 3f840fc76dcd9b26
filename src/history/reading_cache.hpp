#pragma once

#include "history/recent_cache.hpp"

#include <comity/history/reading.hpp>

#include <cstddef>
#include <memory>

namespace comity::detail {

struct store;
struct reading_state;

/// Readings of one history that were asked for: the last few are kept.
class reading_cache {
public:
    static constexpr std::size_t most = 16;

    /// O(rows + statements) the first time, else O(1).
    [[nodiscard]] std::shared_ptr<const reading_state> get(const store& s, const reading& r);

private:
    recent_cache<reading, reading_state> recent_{most};
};

} // namespace comity::detail
