#include "edtf_parser.hpp"

#include <bit>

// The days that a simple date means: years, months and days are each a set of completions; days that do not
// exist drop out.

namespace comity::detail {
namespace {

struct season_span {
    std::uint8_t first_month;
    std::uint8_t months;
};

season_span span_of_season(std::uint8_t season, season_policy policy) noexcept {
    constexpr season_span northern[] = {{3, 3}, {6, 3}, {9, 3}, {12, 3}};
    constexpr season_span southern[] = {{9, 3}, {12, 3}, {3, 3}, {6, 3}};
    if (season <= 24) {
        if (policy == season_policy::whole_year) return {1, 12};
        return policy == season_policy::southern ? southern[season - 21] : northern[season - 21];
    }
    if (season <= 28) return northern[season - 25];
    if (season <= 32) return southern[season - 29];
    if (season <= 36) return {static_cast<std::uint8_t>(3 * (season - 33) + 1), 3};
    if (season <= 39) return {static_cast<std::uint8_t>(4 * (season - 37) + 1), 4};
    return {static_cast<std::uint8_t>(6 * (season - 40) + 1), 6};
}

struct day_pair {
    day first;
    day last;
};

day_pair season_days(std::int64_t year, std::uint8_t season, season_policy policy) noexcept {
    const season_span s = span_of_season(season, policy);
    const unsigned past = s.first_month + s.months - 1u; // counted on past December
    const std::int64_t last_year = past > 12 ? year + 1 : year;
    const unsigned last_month = past > 12 ? past - 12 : past;
    return {*day::from_civil(year, s.first_month, 1),
            *day::from_civil(last_year, last_month, days_in_month(last_year, last_month))};
}

// The years that four digits with X may stand for, in ascending order.
class completed_years {
public:
    explicit completed_years(const simple_date& d) noexcept
        : digits_(d.digits), negative_(d.negative), skip_zero_(d.negative && magnitude(0) == 0) {
        for (const std::uint8_t digit : digits_)
            if (digit == any_digit) size_ *= 10;
        if (skip_zero_) --size_;
    }
    [[nodiscard]] int size() const noexcept { return size_; }
    [[nodiscard]] std::int64_t operator[](int i) const noexcept {
        return negative_ ? -magnitude(size_ - 1 - i + (skip_zero_ ? 1 : 0)) : magnitude(i);
    }
    /// The index of the first that is not before `year`.
    [[nodiscard]] int at_least(std::int64_t year) const noexcept {
        int low = 0;
        int high = size_;
        while (low < high) {
            const int middle = low + (high - low) / 2;
            if ((*this)[middle] < year)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
    /// Whether no year is left out between the first and the last.
    [[nodiscard]] bool gapless() const noexcept { return (*this)[size_ - 1] - (*this)[0] == size_ - 1; }

private:
    [[nodiscard]] std::int64_t magnitude(int completion) const noexcept {
        std::int64_t value = 0;
        std::int64_t unit = 1;
        for (std::size_t i = 4; i-- > 0; unit *= 10) {
            if (digits_[i] == any_digit) {
                value += unit * (completion % 10);
                completion /= 10;
            } else {
                value += unit * digits_[i];
            }
        }
        return value;
    }

    std::array<std::uint8_t, 4> digits_;
    bool negative_;
    bool skip_zero_; // -0000 is no year
    int size_ = 1;
};

constexpr std::uint16_t every_month = 0x1ffe;    // bits 1..12
constexpr std::uint32_t every_day = 0xfffffffeu; // bits 1..31

std::uint16_t months_of(const simple_date& d) noexcept {
    return d.form == date_form::year ? every_month : d.months;
}
std::uint32_t days_of(const simple_date& d) noexcept {
    return d.form == date_form::day ? d.days : every_day;
}
std::uint32_t up_to(unsigned n) noexcept {
    return n >= 31 ? every_day : (std::uint32_t{2} << n) - 2;
}
unsigned lowest(std::uint32_t bits) noexcept {
    return static_cast<unsigned>(std::countr_zero(bits));
}
unsigned highest(std::uint32_t bits) noexcept {
    return 31u - static_cast<unsigned>(std::countl_zero(bits));
}

// The first completion in one year that is not before `month`-`from`.
std::optional<day> first_in_year(const simple_date& d, std::int64_t year, unsigned month = 1,
                                 unsigned from = 1) noexcept {
    std::uint32_t months = months_of(d) & ~up_to(month - 1);
    for (; months != 0; months &= months - 1) {
        const unsigned m = lowest(months);
        std::uint32_t days = days_of(d) & up_to(days_in_month(year, m));
        if (m == month) days &= ~up_to(from - 1);
        if (days != 0) return day::from_civil(year, m, lowest(days));
    }
    return std::nullopt;
}

std::optional<day> last_in_year(const simple_date& d, std::int64_t year) noexcept {
    std::uint32_t months = months_of(d);
    while (months != 0) {
        const unsigned m = highest(months);
        const std::uint32_t days = days_of(d) & up_to(days_in_month(year, m));
        if (days != 0) return day::from_civil(year, m, highest(days));
        months ^= std::uint32_t{1} << m;
    }
    return std::nullopt;
}

unsigned count_in_year(const simple_date& d, std::int64_t year) noexcept {
    unsigned count = 0;
    for (unsigned m = 1; m <= 12; ++m)
        if ((months_of(d) >> m & 1u) != 0)
            count += static_cast<unsigned>(std::popcount(days_of(d) & up_to(days_in_month(year, m))));
    return count;
}

bound edge_of_year(std::int64_t year, bool overflows, bool negative, bool last) noexcept {
    if (overflows) return bound::overflow(negative);
    const auto found = last ? day::from_civil(year, 12, 31) : day::from_civil(year, 1, 1);
    return found ? bound::at(*found) : bound::overflow(negative);
}

bool find_masked_span(const simple_date& d, date_window& out) noexcept {
    // Only 29 February ever makes these loops go round more than once.
    const completed_years years(d);
    for (int i = 0; i < years.size(); ++i)
        if (const auto found = first_in_year(d, years[i])) {
            out.first = bound::at(*found);
            for (int k = years.size() - 1;; --k)
                if (const auto last = last_in_year(d, years[k])) {
                    out.last = bound::at(*last);
                    return true;
                }
        }
    return false;
}

} // namespace

bool find_span(const simple_date& d, const date_options& options, date_window& out) noexcept {
    if (d.form == date_form::season) {
        const completed_years years(d);
        out.first = bound::at(season_days(years[0], d.season, options.seasons).first);
        out.last = bound::at(season_days(years[years.size() - 1], d.season, options.seasons).last);
        return true;
    }
    if (d.year_masked) return find_masked_span(d, out);
    if (d.form == date_form::year) {
        out.first = edge_of_year(d.first_year, d.first_overflows, d.negative, false);
        out.last = edge_of_year(d.last_year, d.last_overflows, d.negative, true);
        return true;
    }
    if (d.form == date_form::day && !d.masked) {
        const auto found = day::from_civil(d.first_year, lowest(d.months), lowest(d.days));
        if (!found) return false;
        out.first = out.last = bound::at(*found);
        return true;
    }
    const auto first = first_in_year(d, d.first_year);
    if (!first) return false;
    out.first = bound::at(*first);
    out.last = bound::at(*last_in_year(d, d.first_year));
    return true;
}

bool is_contiguous(const simple_date& d, const date_options& options) noexcept {
    if (!d.masked) return true;
    if (d.form == date_form::season)
        return span_of_season(d.season, options.seasons).months == 12 && completed_years(d).gapless();
    if (d.year_masked) {
        // Three years or more can only be one range if those between are whole.
        const bool whole = months_of(d) == every_month && days_of(d) == every_day;
        return whole && completed_years(d).gapless();
    }
    if (days_of(d) == every_day) { // whole months, with or without gaps between them
        const std::uint32_t months = d.months;
        return highest(months) - lowest(months) + 1 == static_cast<unsigned>(std::popcount(months));
    }
    const day first = *first_in_year(d, d.first_year);
    const day last = *last_in_year(d, d.first_year);
    return last.count() - first.count() + 1 == count_in_year(d, d.first_year);
}

std::optional<day> next_in(const date_window& w, day from) noexcept {
    // An overflow is beyond every day that can be counted.
    if (w.first.kind == bound_kind::overflow && w.first.value == last_day) return std::nullopt;
    if (w.last.kind == bound_kind::overflow && w.last.value == first_day) return std::nullopt;
    const day found = std::max(from, lower_edge(w.first));
    if (found > upper_edge(w.last)) return std::nullopt;
    return found;
}

std::optional<day> next_day(const simple_date& d, const date_options& options, day from) noexcept {
    date_window span;
    if (!find_span(d, options, span)) return std::nullopt;
    if (is_contiguous(d, options)) return next_in(span, from);
    if (from > span.last.value) return std::nullopt;
    if (from < span.first.value) return span.first.value;

    const civil_date start = from.civil();
    if (d.form == date_form::season) {
        const completed_years years(d);
        for (int i = years.at_least(start.year - 1); i < years.size(); ++i) { // winter may reach over
            const day_pair days = season_days(years[i], d.season, options.seasons);
            if (days.last >= from) return std::max(days.first, from);
        }
        return std::nullopt;
    }
    if (!d.year_masked) return first_in_year(d, d.first_year, start.month, start.day);
    const completed_years years(d);
    for (int i = years.at_least(start.year); i < years.size(); ++i) {
        const bool same = years[i] == start.year;
        if (const auto found = first_in_year(d, years[i], same ? start.month : 1, same ? start.day : 1))
            return found;
    }
    return std::nullopt;
}

} // namespace comity::detail
