#include "history/dates.hpp"

#include "time/edges.hpp"
#include "time/plain_day.hpp"
#include <comity/time/bounds.hpp>

#include <algorithm>

namespace comity::detail {

date_interner::date_interner(string_interner& strings) : strings_(strings) {
    text_.push_back(strings.intern({}));
    first_.push_back(unbounded_below);
    last_.push_back(unbounded_above);
    flags_.push_back(static_cast<std::uint8_t>(date_state::none));
}

date_id date_interner::add(std::string_view text, day32 first, day32 last, std::uint8_t flags) {
    const auto number = static_cast<date_id>(text_.size());
    text_.push_back(strings_.intern(text));
    first_.push_back(first);
    last_.push_back(last);
    flags_.push_back(flags);
    return number;
}

namespace {

// Most dates of most data are plain days of these centuries: found by place, not by hashing.
constexpr day32 crowded_first = -135140; // 1600-01-01
constexpr day32 crowded_last = 157053;   // 2399-12-31

} // namespace

date_id* date_interner::place_of(day32 d) {
    if (d < crowded_first || d > crowded_last) return nullptr;
    const auto at = static_cast<std::size_t>(d - crowded_first);
    if (pages_.empty()) pages_.resize((crowded_last - crowded_first) / page + 1);
    std::vector<date_id>& in = pages_[at / page];
    if (in.empty()) in.resize(page, no_date);
    return &in[at % page];
}

date_id date_interner::intern(day32 d) {
    date_id* const kept = place_of(d);
    if (kept != nullptr && *kept != no_date) return *kept;
    return intern(day(d).to_string());
}

date_id date_interner::intern(std::string_view text) {
    if (parsed_date plain; read_plain_day(text, plain)) {
        const day32 d = to_day32(plain.begin.first.value);
        if (date_id* const kept = place_of(d)) {
            if (*kept == no_date) *kept = add(text, d, d, static_cast<std::uint8_t>(date_state::known));
            return *kept;
        }
    }
    return index_.find_or_add(
        text, [this](std::uint32_t i) { return text_of(i); }, [&] { return read(text); });
}

/// Takes in a text that was not met before.
date_id date_interner::read(std::string_view text) {
    if (text == "..")
        return add(text, unbounded_below, unbounded_above, static_cast<std::uint8_t>(date_state::open));
    if (text.empty())
        return add(text, unbounded_below, unbounded_above, static_cast<std::uint8_t>(date_state::unknown));
    const auto parsed = parse_bounds(text);
    if (!parsed) throw date_error(text, parsed.failure());
    if (parsed->kind == date_kind::interval)
        throw error(errc::invalid_date,
                    "'" + std::string(text) +
                        "' is an interval; a begin or an end takes one date, `..` or nothing");
    auto flags = static_cast<std::uint8_t>(date_state::known);
    if (parsed->marks() != qualifier::none) flags |= date_table::marked;
    if (!parsed->contiguous) flags |= date_table::gaps;
    const run hull = days_between(parsed->earliest(), parsed->latest());
    return add(text, hull.first, hull.last, flags);
}

namespace {

/// More runs than this that unspecified digits make are taken as one from the first day to the last: what is
/// possible is then too generous, what is certain still sound. `XXXX-12-XX` has ten thousand; real records
/// have a handful.
constexpr std::size_t most_runs = 512;

/// Runs of one date with unspecified digits, day by day; false if there are more than `left`.
bool append_runs(const date& d, std::vector<run>& runs, std::size_t& left) {
    for (auto at = d.next(d.earliest().value); at; at = d.next(*at + 1)) {
        if (left-- == 0) return false;
        const day32 first = to_day32(*at);
        while (d.contains(*at + 1)) at = *at + 1;
        runs.push_back({first, to_day32(*at)});
    }
    return true;
}

/// Sorted, and joined where they touch.
std::vector<run> joined(std::vector<run> runs) {
    std::sort(runs.begin(), runs.end(), [](const run& a, const run& b) { return a.first < b.first; });
    std::vector<run> result;
    for (const run& r : runs) {
        const bool touches =
            !result.empty() && (result.back().last >= r.first || result.back().last + 1 == r.first);
        if (touches)
            result.back().last = std::max(result.back().last, r.last);
        else
            result.push_back(r);
    }
    return result;
}

} // namespace

std::vector<run> days_of(const date_table& dates, const string_pool& strings, date_id d) {
    if (!dates.has_gaps(d)) return {dates.hull(d)};
    std::vector<run> runs;
    std::size_t left = most_runs;
    for (const date_member& m : date::parse(strings[dates.text[d]]).members()) {
        if (m.value.contiguous)
            runs.push_back(days_between(m.value.earliest(), m.value.latest()));
        else if (!append_runs(date::parse(m.text), runs, left))
            return {dates.hull(d)};
    }
    return joined(std::move(runs));
}

bool share_a_day(const date& a, const date& b) {
    constexpr std::size_t most_bytes = std::size_t{1} << 20; // to ask for a next day reads the text again
    std::size_t steps = most_bytes / (a.text().size() + b.text().size());
    // Each goes on to where the other stands, so that a gap, or all days of an open end, is one step.
    auto day_of_a = a.next(first_day);
    while (day_of_a && steps-- != 0) {
        const auto day_of_b = b.next(*day_of_a);
        if (!day_of_b || *day_of_b == *day_of_a) return day_of_b.has_value();
        day_of_a = a.next(*day_of_b);
        if (day_of_a == day_of_b) return true;
    }
    return day_of_a.has_value();
}

date_table date_interner::seal() && {
    return {std::move(text_), std::move(first_), std::move(last_), std::move(flags_)};
}

} // namespace comity::detail
