#pragma once

#include "history/store.hpp"
#include "pulse.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <utility>

namespace comity::detail {

/// How many rows there are of each day and relation type, as a table with a cell for every pair: filled in
/// one pass, where an order of rows takes several. Only days and types that occur have cells, and the
/// unbounded days.
class day_grid {
public:
    /// Cells for the days of all columns, which are of one length, and for the types; nothing if rows are too
    /// few for that many.
    [[nodiscard]] static std::optional<day_grid> over(std::initializer_list<std::span<const day32>> columns,
                                                      std::span<const std::uint16_t> types, pulse& beat);

    /// Both must occur in the columns.
    void add(day32 d, std::uint16_t type) noexcept { ++cells_[cell(d, type)]; }
    /// What another one of the same columns counted, besides.
    void add(const day_grid& other) noexcept;

    [[nodiscard]] day_counts counts() const;
    [[nodiscard]] typed_day_counts typed_counts() const;

    /// They count no more: take() then gives each row that was added to either a place of its own, by day,
    /// then by type, those of the first before those of the second, then as they come.
    static void begin_order(day_grid& first, day_grid& second) noexcept;
    [[nodiscard]] std::uint32_t take(day32 d, std::uint16_t type) noexcept { return cells_[cell(d, type)]++; }

private:
    /// The days that occur, in order: the first is "unbounded below", the last "unbounded above".
    struct day_list {
        std::int64_t first = 0;       ///< of those that are not unbounded
        growing<std::uint32_t> place; ///< in `days`, of each day from the first on
        growing<day32> days;
    };
    struct type_list {
        growing<std::uint16_t> place; ///< in `types`, of each up to the last one that occurs
        growing<std::uint16_t> types; ///< ascending
    };
    [[nodiscard]] static std::optional<day_list>
    days_in(std::initializer_list<std::span<const day32>> columns, pulse& beat);
    [[nodiscard]] static type_list types_in(std::span<const std::uint16_t> column);

    day_grid(day_list days, type_list types)
        : days_(std::make_shared<const day_list>(std::move(days))),
          types_(std::make_shared<const type_list>(std::move(types))),
          cells_(days_->days.size() * types_->types.size(), 0) {}
    [[nodiscard]] std::size_t cell(day32 d, std::uint16_t type) const noexcept {
        std::size_t place = d == unbounded_below ? 0 : days_->days.size() - 1;
        if (d != unbounded_below && d != unbounded_above)
            place = days_->place[static_cast<std::size_t>(d - days_->first)];
        return place * types_->types.size() + types_->place[type];
    }
    [[nodiscard]] std::uint32_t rows_on(std::size_t place) const noexcept;

    std::shared_ptr<const day_list> days_;
    std::shared_ptr<const type_list> types_;
    growing<std::uint32_t> cells_; ///< by day, then by type
};

} // namespace comity::detail
