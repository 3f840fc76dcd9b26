#include <comity/time/edtf.hpp>

#include "edtf_parser.hpp"

#include <algorithm>

namespace comity {
namespace {

using detail::date_part;
using shape = detail::date_part::shape;

// Reads a text known to be good once more, for its parts.
void for_parts(const date& d, detail::part_sink& sink) {
    parsed_date ignored;
    date_failure failure;
    (void)detail::read_edtf(d.text(), d.options(), ignored, failure, &sink);
}

// The days of one part as one window; a mask within it is the caller's.
date_window window_of(const date_part& part, const date_options& options) {
    date_window from{bound::unknown(), bound::unknown()};
    date_window to;
    if (part.form == shape::open) return {bound::open(), bound::open()};
    if (part.from == nullptr) return from;
    detail::find_span(*part.from, options, from);
    switch (part.form) {
    case shape::before:
        from.first = bound::open();
        break;
    case shape::after:
        from.last = bound::open();
        break;
    case shape::range:
        detail::find_span(*part.to, options, to);
        from.last = to.last;
        break;
    default:
        break;
    }
    return from;
}

class canonical_writer final : public detail::part_sink {
public:
    void take(const date_part& part) override {
        if (!text.empty() || started_) text += separator;
        started_ = true;
        switch (part.form) {
        case shape::open:
            text += "..";
            break;
        case shape::unknown:
            break;
        case shape::datetime:
            text += part.text;
            break;
        case shape::before:
            text += "..";
            append_canonical(text, *part.from);
            break;
        case shape::one:
            append_canonical(text, *part.from);
            break;
        case shape::after:
            append_canonical(text, *part.from);
            text += "..";
            break;
        case shape::range:
            append_canonical(text, *part.from);
            text += "..";
            append_canonical(text, *part.to);
            break;
        }
    }
    std::string text;
    char separator = ',';

private:
    bool started_ = false;
};

class member_collector final : public detail::part_sink {
public:
    explicit member_collector(const date_options& options) : options_(options) {}

    void take(const date_part& part) override {
        date_member member{std::string(part.text), {}};
        if (part.form == shape::one || part.form == shape::datetime) {
            date_failure failure;
            (void)detail::read_edtf(part.text, options_, member.value, failure);
        } else {
            fill(part, member.value);
        }
        found.push_back(std::move(member));
    }
    std::vector<date_member> found;

private:
    // A part that is no expression by itself.
    void fill(const date_part& part, parsed_date& value) const {
        value.kind = date_kind::interval;
        value.level = 2;
        if (part.from == nullptr) {
            value.begin = value.end = window_of(part, options_);
            value.level = 1;
            return;
        }
        // The date stands alone before or after its dots, so it is an expression by itself.
        parsed_date first;
        date_failure failure;
        std::string_view text = part.text;
        if (part.form == shape::before) text.remove_prefix(2);
        if (part.form != shape::before) text = text.substr(0, text.find(".."));
        (void)detail::read_edtf(text, options_, first, failure);
        value = first;
        value.kind = date_kind::interval;
        value.level = 2;
        value.contiguous = true;
        if (part.form == shape::before) value.begin = {bound::open(), bound::open()};
        if (part.form == shape::after) value.end = {bound::open(), bound::open()};
        if (part.form == shape::range) detail::find_span(*part.to, options_, value.end);
    }

    const date_options& options_;
};

class next_finder final : public detail::part_sink {
public:
    next_finder(day from, const date_options& options) : from_(from), options_(options) {}

    void take(const date_part& part) override {
        const auto candidate = part.form == shape::one ? detail::next_day(*part.from, options_, from_)
                                                       : detail::next_in(window_of(part, options_), from_);
        if (candidate && (!found || *candidate < *found)) found = candidate;
    }
    std::optional<day> found;

private:
    day from_;
    const date_options& options_;
};

// Gathers the gapless members and the hulls of the others, to see whether together they are one range.
class range_collector final : public detail::part_sink {
public:
    explicit range_collector(const date_options& options) : options_(options) {}

    void take(const date_part& part) override {
        const date_window w = window_of(part, options_);
        const range r{detail::lower_edge(w.first), detail::upper_edge(w.last)};
        const bool gaps = part.form == shape::one && !detail::is_contiguous(*part.from, options_);
        (gaps ? gappy_ : solid_).push_back(r);
    }

    [[nodiscard]] bool one_range() {
        if (solid_.empty()) return false;
        std::sort(solid_.begin(), solid_.end(), [](range a, range b) { return a.first < b.first; });
        range all = solid_.front();
        for (const range r : solid_) {
            if (all.last != last_day && r.first > day(all.last.count() + 1)) return false;
            all.last = std::max(all.last, r.last);
        }
        return std::all_of(gappy_.begin(), gappy_.end(),
                           [all](range r) { return r.first >= all.first && r.last <= all.last; });
    }

private:
    struct range {
        day first;
        day last;
    };
    std::vector<range> solid_;
    std::vector<range> gappy_;
    const date_options& options_;
};

bool has_members(date_kind k) noexcept {
    return k == date_kind::set || k == date_kind::list;
}

} // namespace

date date::parse(std::string_view text, const date_options& options) {
    parsed_date parsed;
    date_failure failure;
    if (!detail::read_edtf(text, options, parsed, failure)) throw date_error(text, failure);
    return date(text, parsed, options);
}

date_result<date> date::try_parse(std::string_view text, const date_options& options) {
    parsed_date parsed;
    date_failure failure;
    if (!detail::read_edtf(text, options, parsed, failure)) return failure;
    return date(text, parsed, options);
}

std::string date::canonical() const {
    if (parsed_.marks() == qualifier::none) return text_;
    canonical_writer writer;
    if (kind() == date_kind::interval) writer.separator = '/';
    for_parts(*this, writer);
    if (kind() == date_kind::set) return '[' + writer.text + ']';
    if (kind() == date_kind::list) return '{' + writer.text + '}';
    return writer.text;
}

std::vector<date_member> date::members() const {
    member_collector collector(options_);
    for_parts(*this, collector);
    return std::move(collector.found);
}

std::optional<day> date::next(day from) const {
    if (parsed_.contiguous || kind() == date_kind::interval)
        return detail::next_in({parsed_.earliest(), parsed_.latest()}, from);
    next_finder finder(from, options_);
    for_parts(*this, finder);
    return finder.found;
}

bool date::contains(day d) const {
    return next(d) == d;
}

bool date::touches(day first, day last) const {
    const auto found = next(first);
    return found && *found <= last;
}

bool date::contiguous() const {
    if (parsed_.contiguous || !has_members(kind())) return parsed_.contiguous;
    range_collector collector(options_);
    for_parts(*this, collector);
    return collector.one_range();
}

} // namespace comity
