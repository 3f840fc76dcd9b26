#pragma once

#include "history/store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace comity::detail {

/// How many rows there are of each day and relation type, as a table with a cell for every pair: filled in
/// one pass, where an order of rows takes several. Days that are unbounded have cells of their own.
class day_grid {
public:
    /// Cells for the days of both columns and for the types; nothing if rows are too few for that many.
    [[nodiscard]] static std::optional<day_grid>
    over(std::span<const day32> begins, std::span<const day32> ends, std::span<const std::uint16_t> types);

    void add(day32 d, std::uint16_t type) noexcept { ++cells_[cell(d, type)]; }

    [[nodiscard]] day_counts counts() const;
    [[nodiscard]] typed_day_counts typed_counts() const;

    /// Counts no more: take() then gives each row that was added a place of its own, by day, then by type,
    /// then as they come.
    void begin_order() noexcept;
    [[nodiscard]] std::uint32_t take(day32 d, std::uint16_t type) noexcept { return cells_[cell(d, type)]++; }

private:
    day_grid(day32 first, std::size_t days, std::uint16_t least, std::size_t types)
        : first_(first), days_(days), least_(least), types_(types), cells_(days * types, 0) {}
    /// The first bucket is that of "unbounded below", the last that of "unbounded above".
    [[nodiscard]] std::size_t cell(day32 d, std::uint16_t type) const noexcept {
        std::size_t bucket = d == unbounded_below ? 0 : days_ - 1;
        if (d != unbounded_below && d != unbounded_above)
            bucket = static_cast<std::size_t>(std::int64_t{d} - first_) + 1;
        return bucket * types_ + (type - least_);
    }
    [[nodiscard]] day32 day_of(std::size_t bucket) const noexcept {
        if (bucket == 0) return unbounded_below;
        if (bucket + 1 == days_) return unbounded_above;
        return static_cast<day32>(first_ + static_cast<std::int64_t>(bucket) - 1);
    }
    [[nodiscard]] std::uint32_t rows_on(std::size_t bucket) const noexcept;

    std::int64_t first_;
    std::size_t days_;  ///< buckets of days
    std::size_t least_; ///< number of the first type
    std::size_t types_;
    growing<std::uint32_t> cells_; ///< by day, then by type
};

} // namespace comity::detail
