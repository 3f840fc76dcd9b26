#include "analysis/audit_rules.hpp"
#include "analysis/reading.hpp"
#include "time/days_apart.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// A date with a lost century, or a wrong one, is a date like any other. What gives it away is that the same
// source dates nothing else of its kind for a century before or after it.

namespace comity::detail {
namespace {

constexpr std::int64_t century = 36'525; // days
constexpr std::size_t fewest = 10;       // of fewer dates none is out of the ordinary
constexpr std::size_t share = 10;        // what is more than one in so many is no exception

/// What one source says of the begins, or of the ends, of all nodes of a kind or relations of a type.
using record_key = std::tuple<std::string_view, bool, std::string_view, bool>; // source, relation, name, end

struct dated_fact {
    std::int64_t first; // the days that may be meant; counted backwards to look from the other side
    std::int64_t last;
    fact about;
};

using record = std::vector<dated_fact>;

void take(record& to, const fact& about, const bound& first, const bound& last) {
    // What may be a century apart from itself tells nothing of where the others lie.
    if (first.is_day() && last.is_day() && days_apart(first.value.count(), last.value.count()) < century)
        to.push_back({first.value.count(), last.value.count(), about});
}

void take(record& to, const fact& about, std::optional<std::string_view> text) {
    if (!text) return;
    if (const auto read = date::try_parse(*text); read && read->kind() != date_kind::interval)
        take(to, about, read->earliest(), read->latest());
}

std::map<record_key, record> records_of(const audit_log& log) {
    std::map<record_key, record> all;
    const auto add = [&](const fact& f, bool is_relation, std::string_view name) {
        log.heartbeat()();
        const std::vector<statement> said = statements_in(log.seen(), f);
        for (const statement& s : said) {
            if (s.denies()) continue;
            take(all[{s.source().id(), is_relation, name, false}], f, s.begin());
            take(all[{s.source().id(), is_relation, name, true}], f, s.end());
        }
        if (!said.empty()) return;
        const period own = log.seen().period_of(f);
        const date_window begin = own.begin_window();
        const date_window end = own.end_window();
        take(all[{"", is_relation, name, false}], f, begin.first, begin.last);
        if (!own.one_day()) take(all[{"", is_relation, name, true}], f, end.first, end.last);
    };
    for (const node& n : log.nodes()) add(n, false, n.kind_name());
    for (const relation& r : log.relations()) add(r, true, r.type_name());
    return all;
}

/// How many dates at the front lie a century or more before all others; sorts them. O(n log n).
std::size_t apart(record& dates, pulse& beat) {
    const auto earlier = [](const dated_fact& a, const dated_fact& b) { return a.last < b.last; };
    std::stable_sort(dates.begin(), dates.end(), stoppable(earlier, beat));
    std::size_t found = 0;
    std::int64_t next = dates.back().first; // of those behind
    for (std::size_t i = dates.size() - 1; i-- > 0;) {
        if (i < dates.size() / share && found == 0 && days_apart(dates[i].last, next) >= century)
            found = i + 1;
        next = std::min(next, dates[i].first);
    }
    return found;
}

void turn_round(record& dates) {
    for (dated_fact& d : dates) d = {days_apart(d.last, 0), days_apart(d.first, 0), d.about};
}

std::string text_of(std::int64_t days) {
    return day(days).to_string();
}

void report(audit_log& log, const record_key& key, record& dates, bool late, const audit_options& options) {
    const std::size_t count = apart(dates, log.heartbeat());
    if (count == 0) return;
    const auto& [source, is_relation, name, is_end] = key;
    pile found(audit_rule::far_off, severity::warning, options.list_facts);
    for (std::size_t i = 0; i < count; ++i) found.add(dates[i].about);
    const std::int64_t sign = late ? -1 : 1;
    std::int64_t next = dates[count].first;
    for (std::size_t i = count; i < dates.size(); ++i) next = std::min(next, dates[i].first);
    std::string what = " of " + std::to_string(dates.size()) + (is_end ? " ends of '" : " begins of '");
    what += std::string(name) + '\'';
    if (!source.empty()) what += " in '" + std::string(source) + '\'';
    const std::string nearest = text_of(sign * dates[count - 1].last);
    const std::string farthest = text_of(sign * dates.front().last);
    what +=
        late ? " come a century or more after all others (" : " come a century or more before all others (";
    what += (late ? nearest + " to " + farthest : farthest + " to " + nearest) + "; the others " +
            (late ? "until " : "from ") + text_of(sign * next) + ')';
    std::move(found).report(log, what);
}

} // namespace

void check_far_off(audit_log& log, const audit_options& options) {
    for (auto& [key, dates] : records_of(log)) {
        if (dates.size() < fewest) continue;
        report(log, key, dates, false, options);
        turn_round(dates);
        report(log, key, dates, true, options);
    }
}

} // namespace comity::detail
