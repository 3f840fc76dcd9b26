#pragma once

#include "history/reading.hpp"
#include "history/store.hpp"
#include <comity/history/ids.hpp>
#include <comity/history/store_ptr.hpp>
#include <comity/time/period.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace comity::detail {

/// Bounds of a node or relation by its own word; of an inexact one the hull of its alternatives.
[[nodiscard]] bounds own_bounds(const store& s, const reading_columns& r, subject about);

/// The ways in which a node or relation may be in time by its own word: one unless it is inexact. A value
/// that asks for no memory; what it is made of must outlive it.
class ways_in_time {
public:
    /// Always, and so nothing that would cut anything.
    ways_in_time() = default;
    ways_in_time(const store& s, const reading_columns& r, subject about);
    [[nodiscard]] std::size_t size() const noexcept { return many_ == nullptr ? 1 : end_ - first_; }
    [[nodiscard]] bounds operator[](std::size_t i) const noexcept {
        return many_ == nullptr ? one_ : (*many_)[first_ + i];
    }

private:
    const bounds_columns* many_ = nullptr;
    std::size_t first_ = 0;
    std::size_t end_ = 0;
    bounds one_ = bounds::always(); ///< if they are not many
};

/// The period of a node or relation by its own word. Its text is in the words of whoever states it; what
/// several say of one begin or end is written as "one of": `[2020-10-11,2020-11-10]`. Unless it ends before
/// it begins, it reads back, as this period or as one that is possible on more days. In the default reading
/// if none is given.
[[nodiscard]] period period_of(const store& s, subject about, const reading_state* reading = nullptr);

/// The text of one slot of that period, begin or end; empty if nobody dates it. Of competing dates see
/// text_of(); what a policy merges is the range: `[2020-10-11..2020-11-10]`.
[[nodiscard]] std::string date_text(const store& s, subject about, slot which,
                                    const reading_state* reading = nullptr);

/// The period of one attribute value; without dates of its own it is certain at any time, as long as its
/// subject.
[[nodiscard]] period period_of(const store_ptr& s, attribute_id value);

/// Strongest modality in which anyone asserts it; reported if nobody does. In the default reading if none is
/// given.
[[nodiscard]] modality strongest_modality(const store& s, subject about,
                                          const reading_state* reading = nullptr) noexcept;

/// The same for who has found its statements already: those from `first` to `last`.
[[nodiscard]] modality strongest_modality(const statement_columns& st, std::uint32_t first,
                                          std::uint32_t last, const reading_state* reading) noexcept;

/// A date as written, or nothing.
[[nodiscard]] inline std::optional<std::string_view> date_text(const store& s, date_id d) noexcept {
    if (d == no_date) return std::nullopt;
    return s.strings[s.dates.text[d]];
}

/// What a node or relation is in time: its kind's or its type's nature.
[[nodiscard]] nature nature_of(const store& s, subject about);

} // namespace comity::detail
