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

/// More runs than this are taken as one from the first day to the last: what is possible is then too
/// generous, what is certain still sound. `XXXX-12-XX` has ten thousand; real records have a handful.
constexpr std::size_t most_runs = 512;

/// Runs of one date with unspecified digits, day by day.
void append_runs(const date& d, std::vector<run>& runs) {
    const run whole = days_between(d.earliest(), d.latest());
    if (d.contiguous() || whole.first == unbounded_below || whole.last == unbounded_above) {
        runs.push_back(whole);
        return;
    }
    const std::size_t before = runs.size();
    for (auto at = d.next(day(whole.first)); at; at = d.next(*at + 1)) {
        const day32 first = to_day32(*at);
        while (d.contains(*at + 1)) at = *at + 1;
        runs.push_back({first, to_day32(*at)});
        if (runs.size() - before <= most_runs) continue;
        runs.resize(before);
        runs.push_back(whole);
        return;
    }
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

std::vector<run> days_of(const date& d) {
    std::vector<run> runs;
    if (d.kind() != date_kind::set && d.kind() != date_kind::list) {
        append_runs(d, runs);
        return joined(std::move(runs));
    }
    for (const date_member& m : d.members()) {
        if (m.value.contiguous)
            runs.push_back(days_between(m.value.earliest(), m.value.latest()));
        else
            append_runs(date::parse(m.text), runs);
    }
    return joined(std::move(runs));
}

std::vector<run> days_of(const date_table& dates, const string_pool& strings, date_id d) {
    if (!dates.has_gaps(d)) return {dates.hull(d)};
    return days_of(date::parse(strings[dates.text[d]]));
}

bool share_a_day(const date& a, const date& b) {
    const auto touches = [](const date& some, const date& range) {
        return some.touches(lower_edge(range.earliest()), upper_edge(range.latest()));
    };
    if (a.contiguous()) return touches(b, a);
    if (b.contiguous()) return touches(a, b);
    const std::vector<run> some = days_of(a);
    const std::vector<run> others = days_of(b);
    for (auto x = some.begin(), y = others.begin(); x != some.end() && y != others.end();) {
        if (x->first <= y->last && y->first <= x->last) return true;
        x->last < y->last ? void(++x) : void(++y);
    }
    return false;
}

date_table date_interner::seal() && {
    return {std::move(text_), std::move(first_), std::move(last_), std::move(flags_)};
}

} // namespace comity::detail
