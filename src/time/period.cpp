#include <comity/time/period.hpp>

#include "time/edges.hpp"
#include "time/period_edges.hpp"

#include <comity/error.hpp>

#include <utility>

namespace comity {
namespace {

using namespace detail;

bound or_unknown(const bound& b) noexcept {
    return b.kind == bound_kind::open ? bound::unknown() : b;
}

bool is_choice(const parsed_date& d) noexcept {
    return d.kind == date_kind::set || d.kind == date_kind::list;
}

// From the first to the last of them. One that is open on a side bounds nothing there; it does not say that
// there is no begin or no end.
date_window closed(const parsed_date& d) noexcept {
    return {or_unknown(d.earliest()), or_unknown(d.latest())};
}

date_window begin_of(const parsed_date& d, const period_options& options) noexcept {
    if (is_choice(d)) return closed(d);
    if (has_no_edge(d.begin) && options.known_from) return {bound::open(), bound::at(*options.known_from)};
    return d.begin;
}

date_window end_of(const parsed_date& d, const period_options& options) noexcept {
    if (is_choice(d)) return closed(d);
    if (has_no_edge(d.end) && options.known_until) return {bound::at(*options.known_until), bound::open()};
    return d.end;
}

run days_of(const date_window& w, run if_open) noexcept {
    if (has_no_edge(w)) return if_open;
    return days_between(w.first, w.last);
}

// The window of an edge that no date gives.
date_window window_of(const choice& edge) noexcept {
    if (edge.days == open_begin() || edge.days == open_end()) return {bound::open(), bound::open()};
    const bound last = edge.days.last == unbounded_above ? bound::unknown() : bound::at(day(edge.days.last));
    return {bound::unknown(), last};
}

std::string written(nature kind, const std::optional<date>& begin, const std::optional<date>& end) {
    if (!begin && !end) return {};
    if (!end) {
        if (kind == nature::act || begin->kind() == date_kind::interval) return begin->text();
        return begin->text() + (kind == nature::state ? "/" : "/..");
    }
    return (begin ? begin->text() : std::string()) + '/' + end->text();
}

} // namespace

parsed_period read_period(nature kind, const parsed_date* begin, const parsed_date* end,
                          const period_options& options) {
    const auto interval = [](const parsed_date* d) { return d != nullptr && d->kind == date_kind::interval; };
    if (interval(end) || (interval(begin) && end != nullptr))
        throw error(errc::invalid_argument,
                    "an interval can't be one of two dates: expected a begin and an end");

    parsed_period p;
    p.kind = kind;
    const auto doubted = [&options](qualifier q) { return !options.ignore_marks && q != qualifier::none; };
    const bool gives_both = end == nullptr && interval(begin);
    const parsed_date* const last = gives_both ? begin : end;
    choice edges[2];
    if (begin != nullptr) {
        p.begin = begin_of(*begin, options);
        p.begin_doubted = doubted(begin->begin_marks);
        edges[0] = edge_among(days_of(p.begin, open_begin()), p.begin_doubted);
    }
    if (last != nullptr) {
        p.end = end_of(*last, options);
        p.end_doubted = doubted(last->end_marks);
        edges[1] = edge_among(days_of(p.end, open_end()), p.end_doubted);
    }
    const day32 not_after = options.first_source ? to_day32(*options.first_source) : unbounded_above;
    const two_edges all = complete(begin != nullptr ? &edges[0] : nullptr,
                                   last != nullptr ? &edges[1] : nullptr, {kind, not_after});
    p.one_day = all.one_day;
    if (begin == nullptr) p.begin = window_of(all.begin);
    if (last == nullptr) {
        const bool is_begin = p.one_day && begin != nullptr;
        p.end = is_begin ? p.begin : window_of(all.end);
        p.end_doubted = is_begin && p.begin_doubted;
        p.exact = !is_begin || begin->contiguous;
    }
    p.days = between(all);
    return p;
}

period period::of(comity::nature kind, const std::optional<date>& begin, const std::optional<date>& end,
                  const period_options& options) {
    period p;
    p.parsed_ =
        read_period(kind, begin ? &begin->parsed() : nullptr, end ? &end->parsed() : nullptr, options);
    p.text_ = written(kind, begin, end);
    if (begin) p.dates_ = begin->options();
    return p;
}

period period::act(const date& on, const period_options& options) {
    return of(comity::nature::act, on, std::nullopt, options);
}

period period::state(const std::optional<date>& begin, const std::optional<date>& end,
                     const period_options& options) {
    return of(comity::nature::state, begin, end, options);
}

namespace {

/// A begin or end that stands at that place in the text of a period.
parsed_date edge_in(std::string_view text, std::size_t at, std::size_t length, const date_options& dates) {
    const std::string_view edge = text.substr(at, length);
    const bound none = edge.empty() ? bound::unknown() : bound::open();
    if (edge.empty() || edge == "..") return {{none, none}, {none, none}};
    const auto read = parse_bounds(edge, dates);
    if (read && read->kind != date_kind::interval) return *read;
    date_failure failure = read.failure();
    if (read) failure = {date_fault::syntax, 0, "a begin and an end, neither of which is an interval"};
    failure.position += at;
    throw date_error(text, failure);
}

} // namespace

// What the grammar of EDTF admits is read by it as a whole, for its sake and for its faults; but it has
// neither sets nor times in an interval, nor a begin that is open and no end at all.
period period::parse(std::string_view text, comity::nature kind, const period_options& options,
                     const date_options& dates) {
    if (text.empty()) return of(kind, std::nullopt, std::nullopt, options);
    const auto whole = date::try_parse(text, dates);
    if (whole) return of(kind, *whole, std::nullopt, options);
    const bool is_more = text == ".." || text == "/" || text.find_first_of("[{T") != std::string_view::npos;
    if (!is_more) throw date_error(text, whole.failure());
    const std::size_t slash = text.find('/');
    const parsed_date begin = edge_in(text, 0, slash, dates);
    const bool has_end = slash != std::string_view::npos;
    const parsed_date end = has_end ? edge_in(text, slash + 1, text.npos, dates) : parsed_date{};
    period p;
    p.parsed_ = read_period(kind, &begin, has_end ? &end : nullptr, options);
    p.text_ = text;
    p.dates_ = dates;
    return p;
}

period period::of_bounds(comity::nature kind, const comity::bounds& days, std::string text, bool one_day) {
    const auto edge_of = [](day32 d, bool none) {
        const bound edge = to_bound(d);
        return edge.kind == bound_kind::open && !none ? bound::unknown() : edge;
    };
    const bool no_begin = days.b2 == unbounded_below;
    const bool no_end = days.e1 == unbounded_above;
    period p;
    p.parsed_.kind = kind;
    p.parsed_.begin = {edge_of(days.b1, no_begin), edge_of(days.b2, no_begin)};
    p.parsed_.end = {edge_of(days.e1, no_end), edge_of(days.e2, no_end)};
    p.parsed_.days = days;
    p.parsed_.one_day = one_day;
    p.text_ = std::move(text);
    return p;
}

namespace {

void require_in_order(day first, day last) {
    if (last < first)
        throw error(errc::invalid_argument,
                    "the days '" + first.to_string() + '/' + last.to_string() + "' end before they begin");
}

} // namespace

// Whether an act on one of several days may lie on a day of [first, last].
bool period::meant(day first, day last) const {
    return date::parse(text_, dates_).touches(first, last);
}

truth period::at(day first, day last) const {
    require_in_order(first, last);
    const truth hull = parsed_.days.at(to_day32(first), to_day32(last));
    if (parsed_.exact || hull != truth::possible) return hull;
    return meant(first, last) ? truth::possible : truth::no;
}

truth period::by(day first, day last) const {
    require_in_order(first, last);
    return parsed_.days.by(to_day32(first), to_day32(last));
}

truth period::window(day from, day to) const {
    require_in_order(from, to);
    const truth hull = parsed_.days.window(to_day32(from), to_day32(to));
    if (parsed_.exact || hull != truth::possible) return hull;
    return meant(from, to) ? truth::possible : truth::no;
}

bool operator==(const period& a, const period& b) noexcept {
    const parsed_period& x = a.parsed_;
    const parsed_period& y = b.parsed_;
    return a.text_ == b.text_ && x.begin == y.begin && x.end == y.end && x.days == y.days &&
           x.kind == y.kind && x.one_day == y.one_day && a.dates_ == b.dates_;
}

std::ostream& operator<<(std::ostream& out, const period& p) {
    return p.text().empty() ? out << "undated" : out << p.text();
}

} // namespace comity
