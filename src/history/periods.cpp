#include "history/periods.hpp"

#include "history/slots.hpp"

#include <comity/history/attribute.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace comity::detail {

bounds own_bounds(const store& s, const reading_columns& r, subject about) {
    if (!about.is_relation()) return r.node_bounds[about.number()];
    const bounds_columns& own = r.own;
    return own.size() != 0 ? own[about.number()] : r.effective(s.relations.place[about.number()]);
}

std::vector<bounds> own_alternatives(const store& s, const reading_columns& r, subject about) {
    const auto [first, last] = r.alternatives.of.of(s.key(about));
    if (first == last) return {own_bounds(s, r, about)};
    std::vector<bounds> all;
    for (std::uint32_t i = first; i < last; ++i) all.push_back(r.alternatives.own[i]);
    return all;
}

std::vector<bounds> effective_alternatives(const store& s, const reading_columns& r, std::uint32_t place) {
    std::vector<bounds> all = own_alternatives(s, r, relation_id{s.out.row[place]});
    for (const std::uint32_t end : {s.from_of(place), s.out.to[place]}) {
        if ((r.node_flags[end] & flag::dated) == 0) continue;
        std::vector<bounds> cut;
        for (const bounds& e : own_alternatives(s, r, node_id{end}))
            for (const bounds& a : all) cut.push_back(intersection(a, e));
        all = std::move(cut);
    }
    return all;
}

namespace {

bool counts(const reading_state* reading, std::uint32_t source) noexcept {
    return reading == nullptr || reading->rule.admits(source);
}

} // namespace

modality strongest_modality(const store& s, subject about, const reading_state* reading) noexcept {
    const statement_columns& st = s.statements;
    const auto [first, last] = st.of.of(s.key(about));
    std::optional<modality> strongest;
    for (std::uint32_t i = first; i < last; ++i) {
        const bool asserts = counts(reading, st.source[i]) &&
                             (st.flags[i] & statement_columns::denies) == 0 &&
                             covers(static_cast<slot>(st.slots[i]), slot::existence);
        if (asserts) strongest = std::min(strongest.value_or(modality::alleged), modality_in(st.flags[i]));
    }
    return strongest.value_or(modality::reported);
}

namespace {

/// The dates that are given for one slot in the strongest modality, each once, in the order of the
/// statements.
std::vector<date_id> dates_given(const store& s, subject about, slot which, const reading_state* reading) {
    const statement_columns& st = s.statements;
    const bool is_end = which == slot::end;
    const auto [first, last] = st.of.of(s.key(about));
    const modality strongest = strongest_modality(s, about, reading);
    std::vector<date_id> dates;
    for (std::uint32_t i = first; i < last; ++i) {
        const bool speaks = counts(reading, st.source[i]) && covers(static_cast<slot>(st.slots[i]), which) &&
                            (st.flags[i] & statement_columns::denies) == 0 &&
                            modality_in(st.flags[i]) == strongest;
        const date_id d = is_end ? st.end[i] : st.begin[i];
        if (speaks && std::find(dates.begin(), dates.end(), d) == dates.end()) dates.push_back(d);
    }
    if (!dates.empty() || (reading != nullptr && reading->rule.restricted)) return dates;
    const std::size_t row = about.number();
    date_id given = no_date;
    if (!about.is_relation())
        given = is_end ? s.nodes.end[row] : s.nodes.begin[row];
    else if (!is_end)
        given = s.relations.begin[row];
    else if (!s.relations.end.empty())
        given = s.relations.end[row];
    if (given != no_date) dates.push_back(given);
    return dates;
}

std::string joined(std::string begin, const std::optional<std::string>& end) {
    return end ? std::move(begin) + '/' + *end : begin;
}

/// One text for what may be several dates: the narrowest if it lies within all others, else "one of" them.
std::string text_of(const store& s, std::vector<date_id> dates) {
    if (dates.empty()) return {};
    const auto narrower = [&s](date_id a, date_id b) {
        return std::int64_t{s.dates.last[a]} - s.dates.first[a] <
               std::int64_t{s.dates.last[b]} - s.dates.first[b];
    };
    const date_id narrowest = *std::min_element(dates.begin(), dates.end(), narrower);
    const bool agreed = std::all_of(dates.begin(), dates.end(), [&](date_id d) {
        return !s.dates.has_gaps(d) && s.dates.first[d] <= s.dates.first[narrowest] &&
               s.dates.last[narrowest] <= s.dates.last[d];
    });
    if (agreed || dates.size() == 1) return std::string(s.strings[s.dates.text[narrowest]]);
    std::string text = "[";
    for (const date_id d : dates) {
        std::string_view one = s.strings[s.dates.text[d]];
        if (one.starts_with('[')) one = one.substr(1, one.size() - 2);
        if (text.size() > 1) text += ',';
        text += one;
    }
    return text + ']';
}

} // namespace

nature nature_of(const store& s, subject about) {
    if (!about.is_relation()) return s.schema.definition(kind(s.nodes.kind[about.number()])).nature;
    return s.schema.definition(relation_type(s.out.type[s.relations.place[about.number()]])).nature;
}

namespace {

/// Without the dates that a policy has decided against: those that lie outside [first, last].
std::vector<date_id> within(const store& s, std::vector<date_id> dates, day32 first, day32 last) {
    std::vector<date_id> kept;
    for (const date_id d : dates)
        if (s.dates.last[d] >= first && s.dates.first[d] <= last) kept.push_back(d);
    return kept.empty() ? dates : kept;
}

} // namespace

period period_of(const store& s, subject about, const reading_state* reading) {
    const bounds own = own_bounds(s, reading != nullptr ? reading->columns : s.base, about);
    std::vector<date_id> ends = dates_given(s, about, slot::end, reading);
    ends = within(s, std::move(ends), own.e1, own.e2);
    std::vector<date_id> begins = dates_given(s, about, slot::begin, reading);
    begins = within(s, std::move(begins), own.b1, own.b2);
    const nature n = nature_of(s, about);
    const std::string text =
        joined(text_of(s, begins), ends.empty() ? std::nullopt : std::optional(text_of(s, ends)));
    return period::of_bounds(n, own, text, n == nature::act && ends.empty());
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
    const verdict begins = verdict_of(s, begin, {unbounded_below, unbounded_below});
    const verdict ends = verdict_of(s, end, {known_until(s, attribute(shared, value)), unbounded_above});
    const auto text = [&s](date_id d) -> std::optional<std::string> {
        if (d == no_date) return std::nullopt;
        return std::string(s.strings[s.dates.text[d]]);
    };
    return period::of_bounds(nature::state, hull(combine(begins, ends, {nature::state, unbounded_above})),
                             joined(text(begin).value_or(""), text(end)));
}

} // namespace comity::detail
