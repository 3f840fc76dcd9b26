// Many relations at once: the same as one by one, without a call, a record or a hash for each.

#include "history/builder_state.hpp"

#include <comity/time/date_error.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace comity {

using detail::date_id;
using detail::draft;
using detail::no_date;

date_number builder::date(std::string_view text) {
    return state_->change([&](draft& d) { return date_number{d.dates.intern(text)}; });
}
date_number builder::date(comity::day day) {
    return state_->change([&](draft& d) { return date_number{d.dates.intern(to_day32(day))}; });
}

namespace {

void require_length(std::size_t length, std::size_t rows, const char* what, bool may_be_empty) {
    if (length == rows || (may_be_empty && length == 0)) return;
    throw error(errc::invalid_argument, std::string("the columns have ") + std::to_string(rows) +
                                            " rows, but '" + what + "' has " + std::to_string(length));
}

void require_numbers(std::span<const std::uint32_t> numbers, std::size_t count, const char* what) {
    // A maximum needs no branch a row.
    std::uint32_t most = 0;
    for (const std::uint32_t n : numbers) most = std::max(most, n);
    if (!numbers.empty()) detail::require_number(most, count, what);
}

void require_columns(const draft& d, const relation_columns& c) {
    const std::size_t rows = c.from.size();
    require_length(c.type.size(), rows, "type", false);
    require_length(c.to.size(), rows, "to", false);
    require_length(c.begin.size(), rows, "begin", true);
    require_length(c.end.size(), rows, "end", true);
    require_length(c.begin_dates.size(), rows, "begin_dates", true);
    require_length(c.end_dates.size(), rows, "end_dates", true);
    require_length(c.lines.size(), rows, "lines", true);
    if ((!c.begin.empty() && !c.begin_dates.empty()) || (!c.end.empty() && !c.end_dates.empty()))
        throw error(errc::invalid_argument, "a begin or an end comes as days or as dates, not as both");
    require_numbers(c.from, d.node_count(), "node");
    require_numbers(c.to, d.node_count(), "node");
    for (const auto dates : {c.begin_dates, c.end_dates})
        for (const date_number n : dates)
            detail::require_number(static_cast<std::size_t>(n), d.dates.size(), "date");
    if (c.source) detail::require_number(to_index(*c.source), d.sources.size(), "source");
}

date_id date_of(detail::date_interner& dates, day32 d) {
    if (d == no_day) return no_date;
    if (d == unknown_day) return dates.intern(std::string_view());
    if (d == open_day) return dates.intern("..");
    return dates.intern(d);
}

/// A column of begins or ends as the caller gives it, as days or as numbers of dates. Throws what a day
/// throws that is no date, before anything of the column is taken.
class given_dates {
public:
    given_dates(detail::date_interner& dates, std::span<const day32> days,
                std::span<const date_number> numbers)
        : numbers_(numbers) {
        any_ = std::any_of(days.begin(), days.end(), [](day32 x) { return x != no_day; }) ||
               std::any_of(numbers.begin(), numbers.end(), [](date_number n) { return n != date_number{}; });
        if (!any_) return;
        of_days_.reserve(days.size());
        for (const day32 x : days) of_days_.push_back(date_of(dates, x));
    }
    /// Whether any row has one.
    [[nodiscard]] bool any() const noexcept { return any_; }
    void append_to(detail::growing<date_id>& column) const {
        append(column, of_days_);
        std::transform(numbers_.begin(), numbers_.end(), extend(column, numbers_.size()),
                       [](date_number n) { return static_cast<date_id>(n); });
    }

private:
    std::vector<date_id> of_days_;
    std::span<const date_number> numbers_;
    bool any_ = false;
};

void state_all(draft& d, std::uint32_t first, std::uint32_t last, source_id source) {
    draft::statement_row row{relation_id{first},
                             static_cast<std::uint32_t>(source),
                             0,
                             0,
                             0,
                             detail::whole_record,
                             static_cast<std::uint8_t>(modality::reported),
                             no_date,
                             no_date,
                             0};
    for (std::uint32_t r = first; r < last; ++r) {
        row.about = relation_id{r};
        d.statements.push_back(row);
    }
}

} // namespace

relation_id builder::add_relations(const relation_columns& c) {
    return state_->change([&](draft& d) {
        require_columns(d, c);
        const std::uint32_t first = detail::next_number(d.relation_count(), "relations");
        (void)detail::next_number(first + c.from.size(), "relations");
        if (c.source) (void)detail::next_number(d.statements.size() + c.from.size(), "statements");
        const given_dates begins(d.dates, c.begin, c.begin_dates);
        const given_dates ends(d.dates, c.end, c.end_dates);
        auto& rel = d.relations;
        append(rel.from, c.from);
        append(rel.to, c.to);
        append(rel.type, c.type);
        if (begins.any()) begins.append_to(rel.begin);
        rel.begin.resize(rel.from.size(), no_date);
        if (ends.any()) {
            rel.end.reserve(rel.from.capacity());
            rel.end.resize(first, no_date);
            ends.append_to(rel.end);
        } else if (!rel.end.empty()) {
            rel.end.resize(rel.from.size(), no_date);
        }
        for (std::size_t i = 0; i < c.lines.size(); ++i)
            if (i == 0 || c.lines[i] != c.lines[i - 1] + 1)
                rel.places.set_run(first + i, {d.here.file, c.lines[i], 0});
        const auto last = static_cast<std::uint32_t>(rel.from.size());
        if (!c.lines.empty()) rel.places.set_run(last, {});
        if (c.source) state_all(d, first, last, *c.source);
        return relation_id{first};
    });
}

void builder::add_statements(const relation_statements& statements) {
    state_->change([&](draft& d) {
        const std::size_t rows = statements.relation.size();
        require_length(statements.begin_dates.size(), rows, "begin_dates", false);
        require_length(statements.end_dates.size(), rows, "end_dates", false);
        require_length(statements.lines.size(), rows, "lines", true);
        require_numbers(statements.relation, d.relation_count(), "relation");
        for (const auto dates : {statements.begin_dates, statements.end_dates})
            for (const date_number n : dates)
                detail::require_number(static_cast<std::size_t>(n), d.dates.size(), "date");
        detail::require_number(to_index(statements.source), d.sources.size(), "source");
        (void)detail::next_number(d.statements.size() + rows, "statements");
        d.statements.reserve(std::max(d.statements.size() + rows, 2 * d.statements.size()));
        std::uint32_t line = 0;
        detail::string_id locator = 0;
        for (std::size_t i = 0; i < rows; ++i) {
            if (!statements.lines.empty() && statements.lines[i] != line) {
                line = statements.lines[i];
                locator = d.strings.intern("line " + std::to_string(line));
            }
            const auto begin = static_cast<date_id>(statements.begin_dates[i]);
            const auto end = static_cast<date_id>(statements.end_dates[i]);
            slot slots = slot::existence;
            if (begin != no_date) slots = slots | slot::begin;
            if (end != no_date) slots = slots | slot::end;
            if (!statements.lines.empty())
                d.statement_places.set_run(d.statements.size(), {d.here.file, line, 0});
            d.statements.push_back({relation_id{statements.relation[i]},
                                    static_cast<std::uint32_t>(statements.source), locator, 0, 0,
                                    static_cast<std::uint8_t>(slots),
                                    static_cast<std::uint8_t>(modality::reported), begin, end, 0});
        }
        if (!statements.lines.empty()) d.statement_places.set_run(d.statements.size(), {});
    });
}

} // namespace comity
