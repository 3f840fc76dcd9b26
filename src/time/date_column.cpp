#include <comity/time/date_column.hpp>

namespace comity {
namespace {

template <class T, class Value>
void set(T* column, std::size_t row, Value value) {
    if (column != nullptr) column[row] = static_cast<T>(value);
}

std::int64_t day_of(const bound& b) noexcept {
    return b.is_day() ? b.value.count() : 0;
}

} // namespace

void date_column_reader::put(std::size_t row, const parsed_date& d, lenient_note notes) const {
    set(out_.earliest, row, day_of(d.earliest()));
    set(out_.latest, row, day_of(d.latest()));
    set(out_.earliest_kind, row, d.earliest().kind);
    set(out_.latest_kind, row, d.latest().kind);
    set(out_.outcome, row, date_outcome::date);
    set(out_.marks, row, d.marks());
    set(out_.notes, row, notes);
}

void date_column_reader::put(std::size_t row, date_outcome outcome, const bound& edge,
                             lenient_note notes) const {
    set(out_.earliest, row, 0);
    set(out_.latest, row, 0);
    set(out_.earliest_kind, row, edge.kind);
    set(out_.latest_kind, row, edge.kind);
    set(out_.outcome, row, outcome);
    set(out_.marks, row, 0);
    set(out_.notes, row, notes);
}

void date_column_reader::skip(std::size_t row) {
    put(row, date_outcome::absent, bound::unknown(), lenient_note::none);
}

void date_column_reader::read(std::size_t row, std::string_view text) {
    // The far end is EDTF as it stands: only the lenient reader knows better.
    if (options_.lenient &&
        (text.empty() || (options_.open_far_end && text.find("9999") != std::string_view::npos)))
        return read_leniently(row, text);
    const date_result<parsed_date> found = parse_bounds(text, options_.dates);
    if (found) return put(row, *found, lenient_note::none);
    if (options_.lenient) return read_leniently(row, text);
    put(row, date_outcome::invalid, bound::unknown(), lenient_note::none);
    failures_.push_back({row, found.failure()});
}

void date_column_reader::read_leniently(std::size_t row, std::string_view text) {
    const lenient_options how{options_.slashes, options_.open_far_end, options_.dates};
    const date_result<lenient_reading> found = try_read_lenient(text, how);
    if (!found) {
        put(row, date_outcome::invalid, bound::unknown(), lenient_note::none);
        failures_.push_back({row, found.failure()});
    } else if (found->kind == lenient_reading::outcome::absent) {
        put(row, date_outcome::absent, bound::unknown(), found->notes);
    } else if (found->kind == lenient_reading::outcome::open) {
        put(row, date_outcome::open, bound::open(), found->notes);
    } else {
        put(row, *parse_bounds(found->text, options_.dates), found->notes);
    }
}

} // namespace comity
