#include "history/periods.hpp"

#include "history/claims.hpp"
#include "history/period_text.hpp"
#include "history/reading_rule.hpp"

#include <comity/history/attribute.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace comity::detail {

bounds own_bounds(const store& s, const reading_columns& r, subject about) {
    if (!about.is_relation()) return r.node_bounds[about.number()];
    const bounds_columns& own = r.own;
    return own.size() != 0 ? own[about.number()] : r.effective(s.relations.place[about.number()]);
}

ways_in_time::ways_in_time(const store& s, const reading_columns& r, subject about) {
    std::tie(first_, end_) = r.alternatives.of.of(s.key(about));
    if (first_ == end_)
        one_ = own_bounds(s, r, about);
    else
        many_ = &r.alternatives.own;
}

namespace {

bool counts(const reading_state* reading, std::uint32_t source) noexcept {
    return reading == nullptr || reading->rule.admits(source);
}

} // namespace

modality strongest_modality(const statement_columns& st, std::uint32_t first, std::uint32_t last,
                            const reading_state* reading) noexcept {
    std::optional<modality> strongest;
    for (std::uint32_t i = first; i < last; ++i)
        if (counts(reading, st.source[i]) && st.asserts(i, slot::existence))
            strongest = std::min(strongest.value_or(modality::alleged), modality_in(st.flags[i]));
    return strongest.value_or(modality::reported);
}

modality strongest_modality(const store& s, subject about, const reading_state* reading) noexcept {
    const auto [first, last] = s.statements.of.of(s.key(about));
    return strongest_modality(s.statements, first, last, reading);
}

namespace {

claim claim_by(const store& s, subject about, date_id d, bool is_end, std::uint32_t source,
               const reading_state* reading) {
    day32 until = unbounded_above;
    if (is_end && s.dates.state(d) == date_state::open) {
        joined_ends ends;
        if (about.is_relation()) {
            const std::uint32_t place = s.relations.place[about.number()];
            ends = {s.from_of(place), s.out.to[place], s.out.type[place]};
        }
        until = known_until(s, source, about, ends);
    }
    claim c = claim_of(s, d, is_end, until, reading != nullptr && reading->rule.how.ignore_marks);
    c.source = source;
    return c;
}

/// The dates that are given for one slot in the strongest modality, in the order of the statements.
std::vector<given_date> dates_given(const store& s, subject about, slot which, const reading_state* reading) {
    const statement_columns& st = s.statements;
    const bool is_end = which == slot::end;
    const auto [first, last] = st.of.of(s.key(about));
    const modality strongest = strongest_modality(s, about, reading);
    std::vector<given_date> dates;
    for (std::uint32_t i = first; i < last; ++i) {
        if (!counts(reading, st.source[i]) || !st.asserts(i, which, strongest)) continue;
        const date_id d = is_end ? st.end[i] : st.begin[i];
        dates.push_back({d, claim_by(s, about, d, is_end, st.source[i], reading)});
    }
    if (!dates.empty() || (reading != nullptr && reading->rule.restricted)) return dates;
    if (const date_id d = s.given(about, is_end); d != no_date) dates.push_back({d, {}});
    return dates;
}

/// What is left of the dates of a slot.
struct upheld_dates {
    std::vector<given_date> each;
    std::optional<run> merged; ///< from the first to the last day, where the policy merges what competes
};

/// Without those that the reading's policy decides against.
upheld_dates upheld(std::vector<given_date> dates, const reading_state* reading) {
    if (dates.size() < 2 || reading == nullptr) return {std::move(dates), {}};
    std::vector<claim> claims;
    claims.reserve(dates.size());
    for (const given_date& d : dates) claims.push_back(d.says);
    verdict v = resolve(claims);
    decide(v, claims, reading->rule);
    if (v.sides.front().claimed_by.empty()) return {{}, v.sides.front().choices.front().days};
    upheld_dates kept;
    for (std::size_t i = 0; i < dates.size(); ++i)
        if (std::any_of(v.sides.begin(), v.sides.end(), [i](const side& s) { return s.claimed_by[i]; }))
            kept.each.push_back(std::move(dates[i]));
    return kept;
}

std::string joined(std::string begin, const std::optional<std::string>& end) {
    return end ? std::move(begin) + '/' + *end : begin;
}

std::string text_of(const store& s, const upheld_dates& upheld) {
    return upheld.merged ? text_of(*upheld.merged) : text_of(s, upheld.each);
}

} // namespace

nature nature_of(const store& s, subject about) {
    if (!about.is_relation()) return s.schema.definition(kind(s.nodes.kind[about.number()])).nature;
    return s.schema.definition(relation_type(s.out.type[s.relations.place[about.number()]])).nature;
}

std::string date_text(const store& s, subject about, slot which, const reading_state* reading) {
    return text_of(s, upheld(dates_given(s, about, which, reading), reading));
}

period period_of(const store& s, subject about, const reading_state* reading) {
    const bounds own = own_bounds(s, reading != nullptr ? reading->columns : s.base, about);
    std::vector<given_date> ends = dates_given(s, about, slot::end, reading);
    const bool ended = !ends.empty();
    const nature n = nature_of(s, about);
    const std::string text =
        joined(date_text(s, about, slot::begin, reading),
               ended ? std::optional(text_of(s, upheld(std::move(ends), reading))) : std::nullopt);
    return period::of_bounds(n, own, text, n == nature::act && !ended);
}

namespace {

/// The latest day up to which those who state the value looked; never, if none of them is dated.
day32 known_until(const store& s, const attribute& value) {
    day32 until = unbounded_below;
    for (const statement& st : value.statements()) {
        const date_id d = s.sources.date[to_index(st.source().number())];
        if (d != no_date && s.dates.state(d) == date_state::known) until = std::max(until, s.dates.first[d]);
    }
    return until == unbounded_below ? unbounded_above : until;
}

verdict verdict_of(const store& s, date_id d, run if_open) {
    switch (s.dates.state(d)) {
    case date_state::none:
        return {};
    case date_state::open:
        return resolve(std::vector<claim>{{{if_open}}});
    case date_state::unknown:
        return resolve(std::vector<claim>{{{run{}}}});
    case date_state::known:
        break;
    }
    const bool marked = s.dates.is_marked(d);
    return resolve(std::vector<claim>{{{run{s.dates.first[d], s.dates.last[d]}}, marked}});
}

} // namespace

period period_of(const store_ptr& shared, attribute_id value) {
    const store& s = *shared;
    const date_id begin = s.attributes.begin[to_index(value)];
    const date_id end = s.attributes.end[to_index(value)];
    if (begin == no_date && end == no_date) return period::of_bounds(nature::timeless, bounds::always());
    const verdict begins = verdict_of(s, begin, open_begin());
    const verdict ends = verdict_of(s, end, open_end(known_until(s, attribute(shared, value))));
    const auto text = [&s](date_id d) -> std::optional<std::string> {
        if (d == no_date) return std::nullopt;
        return std::string(s.strings[s.dates.text[d]]);
    };
    return period::of_bounds(nature::state, hull(combine(begins, ends, {nature::state, unbounded_above})),
                             joined(text(begin).value_or(""), text(end)));
}

} // namespace comity::detail
