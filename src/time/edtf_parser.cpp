#include "edtf_parser.hpp"
#include "plain_day.hpp"

#include <algorithm>

// Whole expressions: a date, a date with a time, an interval, a set or a list.

namespace comity::detail {
namespace {

// What both edges of a part come to: for `a` twice its days, for `a..b` the days of a and those of b.
struct edges {
    date_window begin;
    date_window end;
};

bool span_of(cursor& in, const simple_date& d, const date_options& options, date_window& out) noexcept {
    if (find_span(d, options, out)) return true;
    return in.fail(date_fault::value, "a day that is in the calendar", d.day_text.data());
}

date_precision precision_of(const simple_date& d) noexcept {
    switch (d.form) {
    case date_form::day:
        return date_precision::day;
    case date_form::month:
        return date_precision::month;
    case date_form::season:
        return date_precision::season;
    case date_form::year:
        break;
    }
    return date_precision::year;
}

date_kind kind_of(const simple_date& d) noexcept {
    switch (d.form) {
    case date_form::day:
        return date_kind::day;
    case date_form::month:
        return date_kind::month;
    case date_form::season:
        return date_kind::season;
    case date_form::year:
        break;
    }
    return date_kind::year;
}

// What may stand at either end of a range.
bool plain(const simple_date& d) noexcept {
    return !d.masked && !d.marked() && !d.significant && d.form != date_form::season;
}

class expression_reader {
public:
    expression_reader(std::string_view text, const date_options& options, parsed_date& out, part_sink* sink)
        : in_(text), options_(options), out_(out), sink_(sink) {}

    bool read() {
        switch (in_.peek()) {
        case '[':
            return read_members(date_kind::set, ']');
        case '{':
            return read_members(date_kind::list, '}');
        default:
            return read_date_or_interval();
        }
    }
    [[nodiscard]] const date_failure& failure() const noexcept { return in_.failure(); }

private:
    void tell(date_part::shape form, const char* start, const simple_date* from = nullptr,
              const simple_date* to = nullptr) {
        if (sink_ != nullptr) sink_->take({form, in_.since(start), from, to});
    }

    void raise_level(std::uint8_t level) noexcept { out_.level = std::max(out_.level, level); }

    // Level, precision and marks of one more date. The edges' own marks are the caller's.
    qualifier account(const simple_date& d) noexcept {
        raise_level(d.level);
        out_.precision = std::max(out_.precision, precision_of(d));
        if (!d.marked()) return qualifier::none;
        const qualifier year = d.effective(0);
        const qualifier month = d.components() > 1 ? d.effective(1) : qualifier::none;
        const qualifier day = d.components() > 2 ? d.effective(2) : qualifier::none;
        out_.year_marks = out_.year_marks | year;
        out_.month_marks = out_.month_marks | month;
        out_.day_marks = out_.day_marks | day;
        return year | month | day;
    }

    bool read_date_or_interval() {
        const char* const start = in_.at();
        if (in_.peek() == '/') {
            tell(date_part::shape::unknown, start);
            out_.begin = {bound::unknown(), bound::unknown()};
            raise_level(1);
            return read_interval_end(true);
        }
        const bool dots = in_.accept_dots();
        if (dots && in_.peek() == '/') {
            tell(date_part::shape::open, start);
            out_.begin = {bound::open(), bound::open()};
            raise_level(1);
            return read_interval_end(false);
        }
        simple_date first;
        if (!read_simple(in_, first) || !span_of(in_, first, options_, out_.begin)) return false;
        if (in_.done() && !dots) return finish_simple(start, first);
        if (in_.peek() == 'T' && !dots && first.form == date_form::day && !first.masked && !first.marked())
            return read_datetime(start, first);
        if (in_.peek() != '/')
            return in_.fail(date_fault::syntax, dots
                                                    ? "/ (a date after .. begins an interval)"
                                                    : "the end of the date, or / and the end of an interval");
        if (dots) out_.begin.first = bound::open();
        if (dots || first.masked) raise_level(2);
        out_.begin_marks = account(first);
        tell(dots ? date_part::shape::before : date_part::shape::one, start, &first);
        return read_interval_end(false);
    }

    bool finish_simple(const char* start, const simple_date& d) {
        out_.kind = kind_of(d);
        out_.end = out_.begin;
        out_.begin_marks = out_.end_marks = account(d);
        if (d.masked || d.form == date_form::season) out_.contiguous = is_contiguous(d, options_);
        tell(date_part::shape::one, start, &d);
        return true;
    }

    bool read_datetime(const char* start, const simple_date& d) {
        if (!read_time(in_, options_)) return false;
        if (!in_.done()) return in_.fail(date_fault::syntax, "the end of the date and time");
        out_.kind = date_kind::datetime;
        out_.end = out_.begin;
        raise_level(d.level);
        out_.precision = date_precision::second;
        tell(date_part::shape::datetime, start, &d);
        return true;
    }

    // From the slash on. `nothing` before it: then something must follow.
    bool read_interval_end(bool nothing) {
        in_.skip();
        out_.kind = date_kind::interval;
        const char* const start = in_.at();
        if (in_.done()) {
            if (nothing) return in_.fail(date_fault::syntax, "a date before or after the /");
            tell(date_part::shape::unknown, start);
            out_.end = {bound::unknown(), bound::unknown()};
            raise_level(1);
            return true;
        }
        if (in_.accept_dots()) {
            if (!in_.done()) return in_.fail(date_fault::syntax, "nothing after an open end");
            tell(date_part::shape::open, start);
            out_.end = {bound::open(), bound::open()};
            raise_level(1);
            return true;
        }
        simple_date last;
        if (!read_simple(in_, last) || !span_of(in_, last, options_, out_.end)) return false;
        const bool dots = in_.accept_dots();
        if (!in_.done()) return in_.fail(date_fault::syntax, "the end of the interval");
        if (dots) out_.end.last = bound::open();
        if (dots || last.masked) raise_level(2);
        out_.end_marks = account(last);
        if (upper_edge(out_.end.last) < lower_edge(out_.begin.first))
            return in_.fail(date_fault::order, "an end that is not before the begin", start);
        tell(dots ? date_part::shape::after : date_part::shape::one, start, &last);
        return true;
    }

    bool read_members(date_kind kind, char close) {
        in_.skip();
        raise_level(2);
        out_.kind = kind;
        for (bool first = true;; first = false) {
            if (!read_item(first, close)) return false;
            if (in_.accept(close)) break;
            if (!in_.accept(','))
                return in_.fail(date_fault::syntax, "a comma or the closing bracket of the set");
        }
        if (!in_.done()) return in_.fail(date_fault::syntax, "nothing after the closing bracket");
        if (kind == date_kind::set) out_.begin = out_.end = {out_.begin.first, out_.end.last};
        return true;
    }

    bool read_item(bool first, char close) {
        const char* const start = in_.at();
        const bool before = in_.accept_dots();
        if (before && !first)
            return in_.fail(date_fault::syntax, "a date (.. opens the first member only)", start);
        simple_date from;
        edges item;
        if (!read_simple(in_, from) || !span_of(in_, from, options_, item.begin)) return false;
        item.end = item.begin;
        qualifier marks = account(from);
        bool gapless = !from.masked || is_contiguous(from, options_);
        if (before) {
            item.begin = {bound::open(), bound::open()};
            gapless = true; // every day up to the date's last
            tell(date_part::shape::before, start, &from);
        } else if (in_.accept_dots()) {
            if (in_.peek() == close) {
                item.end = {bound::open(), bound::open()};
                gapless = true;
                tell(date_part::shape::after, start, &from);
            } else {
                if (in_.peek() == ',')
                    return in_.fail(date_fault::syntax, "a date (.. closes the last member only)");
                simple_date to;
                if (!read_range_end(start, from, to, item)) return false;
                gapless = true;
                tell(date_part::shape::range, start, &from, &to);
            }
        } else {
            tell(date_part::shape::one, start, &from);
        }
        out_.begin_marks = out_.end_marks = out_.begin_marks | marks;
        join(first, item, gapless);
        return true;
    }

    bool read_range_end(const char* start, const simple_date& from, simple_date& to, edges& item) {
        const char* const second = in_.at();
        if (!read_simple(in_, to) || !span_of(in_, to, options_, item.end)) return false;
        account(to);
        if (!plain(from) || !plain(to))
            return in_.fail(date_fault::syntax, "plain years, months or days at both ends of a range",
                            plain(from) ? second : start);
        if (from.form != to.form)
            return in_.fail(date_fault::syntax, "both ends of a range in the same precision", second);
        if (lower_edge(item.end.first) < lower_edge(item.begin.first))
            return in_.fail(date_fault::order, "a range end that is not before its begin", second);
        return true;
    }

    // Takes one more member into the windows. While every member touches those before it the days have no
    // gap.
    void join(bool first, const edges& item, bool gapless) noexcept {
        if (first) {
            out_.begin = item.begin;
            out_.end = item.end;
            out_.contiguous = gapless;
            return;
        }
        const day low = lower_edge(item.begin.first);
        const day high = upper_edge(item.end.last);
        const day all_low = lower_edge(out_.begin.first);
        const day all_high = upper_edge(out_.end.last);
        // Neighbouring days touch; the ends of days have no neighbour.
        const bool after = all_high != last_day && low > day(all_high.count() + 1);
        const bool ahead = high != last_day && day(high.count() + 1) < all_low;
        out_.contiguous = out_.contiguous && gapless && !after && !ahead;
        if (low < all_low) out_.begin.first = item.begin.first;
        if (lower_edge(item.begin.last) < lower_edge(out_.begin.last)) out_.begin.last = item.begin.last;
        if (upper_edge(item.end.first) > upper_edge(out_.end.first)) out_.end.first = item.end.first;
        if (high > all_high) out_.end.last = item.end.last;
    }

    cursor in_;
    const date_options& options_;
    parsed_date& out_;
    part_sink* sink_;
};

} // namespace

bool read_edtf(std::string_view text, const date_options& options, parsed_date& out, date_failure& failure,
               part_sink* sink) {
    if (text.empty()) {
        failure = {date_fault::syntax, 0, "a date"};
        return false;
    }
    if (text.size() > max_date_length) {
        failure = {date_fault::length, max_date_length, "no more than 16384 bytes"};
        return false;
    }
    if (sink == nullptr && read_plain_day(text, out)) return true;
    expression_reader reader(text, options, out, sink);
    if (reader.read()) return true;
    failure = reader.failure();
    return false;
}

} // namespace comity::detail
