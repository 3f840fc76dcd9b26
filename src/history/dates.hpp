#pragma once

#include "history/slots.hpp"
#include "history/strings.hpp"
#include <comity/time/edtf.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace comity::detail {

/// Number of a date in a history's date table; 0 means that none was given.
using date_id = std::uint32_t;
inline constexpr date_id no_date = 0;

/// What a begin or end may be besides a date.
enum class date_state : std::uint8_t {
    none,    ///< not given
    known,   ///< an EDTF date
    open,    ///< `..`: none exists that the source knows of
    unknown, ///< the empty text: it exists, but is not known
};

/// Every distinct begin or end of a history, as written, with its first and last day. Rows hold numbers into
/// it: a million rows of a real history share a few thousand dates.
struct date_table {
    column<string_id> text;
    column<std::int32_t> first;
    column<std::int32_t> last;
    column<std::uint8_t> flags; ///< date_state, then the bits below

    static constexpr std::uint8_t state_mask = 3;
    static constexpr std::uint8_t marked = 4; ///< `?`, `~` or `%` anywhere
    static constexpr std::uint8_t gaps = 8;   ///< its days are not one range

    [[nodiscard]] date_state state(date_id d) const noexcept {
        return static_cast<date_state>(flags[d] & state_mask);
    }
    [[nodiscard]] bool is_marked(date_id d) const noexcept { return (flags[d] & marked) != 0; }
    [[nodiscard]] bool has_gaps(date_id d) const noexcept { return (flags[d] & gaps) != 0; }
    [[nodiscard]] run hull(date_id d) const noexcept { return {first[d], last[d]}; }
    [[nodiscard]] std::size_t size() const noexcept { return text.size(); }
};

/// The days that a known date means, as disjoint runs: of very many, one that holds them all. O(1) unless it
/// has gaps.
[[nodiscard]] std::vector<run> days_of(const date_table& dates, const string_pool& strings, date_id d);

/// Whether some day satisfies both. Of two that have more gaps than is looked at, millennia of days in sets
/// as long as a text may be, it is said that one may.
[[nodiscard]] bool share_a_day(const date& a, const date& b);

/// A date table while it is being filled.
class date_interner {
public:
    explicit date_interner(string_interner& strings);

    /// The number of a begin or end as text: `..`, the empty text, or a date that is not an interval.
    /// Throws date_error for anything else.
    date_id intern(std::string_view text);
    /// The number of a day; of one whose text would not be a date, throws date_error.
    date_id intern(day32 d);
    [[nodiscard]] std::size_t size() const noexcept { return text_.size(); }
    [[nodiscard]] date_state state(date_id d) const noexcept {
        return static_cast<date_state>(flags_[d] & date_table::state_mask);
    }
    [[nodiscard]] std::int32_t first(date_id d) const noexcept { return first_[d]; }
    [[nodiscard]] std::int32_t last(date_id d) const noexcept { return last_[d]; }
    [[nodiscard]] std::string_view text_of(date_id d) const noexcept { return strings_[text_[d]]; }
    [[nodiscard]] date_table seal() &&;

private:
    /// Where the number of a day of the crowded centuries is kept; null for other days.
    [[nodiscard]] date_id* place_of(day32 d);
    [[nodiscard]] date_id read(std::string_view text);
    date_id add(std::string_view text, std::int32_t first, std::int32_t last, std::uint8_t flags);

    string_interner& strings_;
    growing<string_id> text_;
    growing<std::int32_t> first_;
    growing<std::int32_t> last_;
    growing<std::uint8_t> flags_;
    growing_index index_; ///< of those that are not kept by day
    static constexpr std::size_t page = 1024;
    std::vector<std::vector<date_id>> pages_; ///< by day of the crowded centuries; no_date: not met yet
};

} // namespace comity::detail
