#pragma once

#include "io/csv_tally.hpp"
#include <comity/history/builder.hpp>
#include <comity/io/csv.hpp>
#include <comity/time/bounds.hpp>
#include <comity/time/parsed_date.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace comity::detail {

/// Reads the cells that hold begins and ends, by the caller's rules, and tells the report of each liberty.
class csv_dates {
public:
    csv_dates(builder& b, time_of_day times, const std::optional<lenient_options>& lenient,
              load_report& report)
        : builder_(b), times_(times), lenient_(lenient), report_(report) {}

    /// What a cell says.
    enum class outcome : std::uint8_t {
        absent, ///< no date
        date,   ///< `number` is it
        refused ///< `reason` says why
    };
    /// What the last cell said; holds until the next one is read.
    struct reading {
        outcome what = outcome::absent;
        date_number number{};
        std::string reason;
        day32 first = unbounded_below; ///< of the days among which it lies
        day32 last = unbounded_above;
    };
    /// `tally` is that of the file; O(1) for a cell that is like the last one or a plain day.
    [[nodiscard]] const reading& read(std::string_view text, told_leniently& tally) {
        if (text.empty()) return nothing_;
        if (text == last_text_) return last_;
        return read_anew(text, tally);
    }
    /// Whether the last cell that was read would say the same, and nothing more be told of it, each time.
    [[nodiscard]] bool is_repeatable() const noexcept { return !last_text_.empty(); }
    /// Tells the report what was done with times of day.
    void report_times();

private:
    const reading& read_anew(std::string_view text, told_leniently& tally);
    [[nodiscard]] reading known(std::string_view text, const parsed_date& read);
    /// Of what is a date-time with its time of day; and of what is one but for a fraction of a second.
    [[nodiscard]] reading read_time(std::string_view text, const parsed_date& read);
    [[nodiscard]] reading read_fraction(std::string_view text, const date_failure& failure);
    [[nodiscard]] reading read_strictly(std::string_view text, bool& repeatable);
    [[nodiscard]] reading read_leniently(std::string_view text, told_leniently& tally);

    builder& builder_;
    time_of_day times_;
    const std::optional<lenient_options>& lenient_;
    load_report& report_;
    const reading nothing_{};
    std::string last_text_; ///< empty: the last one must be read again, since each use is counted
    reading last_;
    std::uint64_t times_met_ = 0;
    std::string a_time_;
};

} // namespace comity::detail
