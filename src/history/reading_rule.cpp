#include "history/reading_rule.hpp"

#include "history/one_range.hpp"
#include "history/roots.hpp"
#include "time/edges.hpp"

#include <comity/error.hpp>
#include <comity/schema/detail/nearest_name.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

namespace comity::detail {

std::uint32_t source_of(const store& s, const std::string& id) {
    const auto found =
        find_slot(s.sources.slots.span(), id, [&s](std::uint32_t i) { return s.strings[s.sources.id[i]]; });
    if (found) return *found;
    nearest_name nearest(id);
    for (const string_id name : s.sources.id) nearest.offer(s.strings[name]);
    throw error(errc::unknown_id, "unknown source '" + id + "'" + nearest.question());
}

namespace {

constexpr std::uint32_t unlisted = std::numeric_limits<std::uint32_t>::max();

/// The last day on which a source may be certain to be dated.
day32 limit_of(const date& stated_by) {
    require_one_range(stated_by, "a reading takes what was stated by one date");
    const bound latest = stated_by.latest();
    if (latest.kind == bound_kind::open)
        throw error(errc::invalid_argument, "'" + stated_by.text() + "' has no last day");
    return days_between(latest, latest).last;
}

std::vector<bool> admitted_by(const store& s, const reading& r) {
    std::vector<bool> admitted(s.sources.id.size(), r.only.empty());
    for (const std::string& id : r.only) admitted[source_of(s, id)] = true;
    for (const std::string& id : r.without) admitted[source_of(s, id)] = false;
    if (!r.stated_by) return admitted;
    const day32 limit = limit_of(*r.stated_by);
    for (std::size_t i = 0; i < admitted.size(); ++i) {
        const date_id d = s.sources.date[i];
        const bool by_then = d != no_date && s.dates.last[d] <= limit;
        if (!by_then) admitted[i] = false;
    }
    return admitted;
}

std::uint32_t place_in(const std::vector<std::string>& list, std::string_view word) {
    const auto at = std::find(list.begin(), list.end(), word);
    return at == list.end() ? unlisted : static_cast<std::uint32_t>(at - list.begin());
}

} // namespace

reading_rule::reading_rule(const store& s, const reading& r)
    : how(r), restricted(!r.unrestricted()), admitted(admitted_by(s, r)), roots(roots_of(s)) {
    for (const std::string& id : r.policy.sources) (void)source_of(s, id);
    for (std::size_t i = 0; i < s.sources.id.size(); ++i) {
        source_rank.push_back(place_in(r.policy.sources, s.strings[s.sources.id[i]]));
        kind_rank.push_back(place_in(r.policy.source_kinds, s.strings[s.sources.kind[i]]));
        const date_id d = s.sources.date[i];
        source_day.push_back(d == no_date ? unbounded_below : s.dates.first[d]);
    }
}

namespace {

/// How many days a side leaves.
std::int64_t days_in(const side& s) {
    std::int64_t days = 0;
    for (const choice& c : s.choices) days += std::int64_t{c.days.last} - c.days.first + 1;
    return days;
}

/// Which claims tell some of the sides from others: one that agrees with all of them decides nothing.
std::vector<bool> telling_claims(const std::vector<side>& sides, std::size_t claims) {
    std::vector<bool> telling(claims);
    for (std::size_t i = 0; i < claims; ++i)
        telling[i] = std::ranges::any_of(sides, [i](const side& s) { return !s.claimed_by[i]; });
    return telling;
}

/// How good a side is by one preference; less is better. Whose word it is counts only for claims that are
/// `telling`.
std::int64_t badness(const side& s, std::span<const claim> claims, const std::vector<bool>& telling,
                     preference p, const reading_rule& rule) {
    if (p == preference::most_precise) return days_in(s);
    std::int64_t best = std::numeric_limits<std::int64_t>::max();
    std::set<std::uint32_t> roots;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const std::uint32_t source = claims[i].source;
        if (!s.claimed_by[i] || source == no_source) continue;
        if (!telling[i] && p != preference::most_attested) continue;
        switch (p) {
        case preference::source:
            best = std::min<std::int64_t>(best, rule.source_rank[source]);
            break;
        case preference::source_kind:
            best = std::min<std::int64_t>(best, rule.kind_rank[source]);
            break;
        case preference::newest:
            best = std::min<std::int64_t>(best, -std::int64_t{rule.source_day[source]});
            break;
        default:
            roots.insert(rule.roots[source].begin(), rule.roots[source].end());
        }
    }
    return p == preference::most_attested ? -static_cast<std::int64_t>(roots.size()) : best;
}

/// Merges what is left: possible throughout, nothing sure within.
side spanned(const std::vector<side>& sides) {
    choice all = sides.front().choices.front();
    for (const side& s : sides)
        for (const choice& c : s.choices) {
            all.days = {std::min(all.days.first, c.days.first), std::max(all.days.last, c.days.last)};
            all.sure = {std::min(all.sure.first, c.sure.first), std::max(all.sure.last, c.sure.last)};
        }
    return {{all}, {}};
}

/// The sides that are best by one preference.
std::vector<side> best_of(const std::vector<side>& sides, std::span<const claim> claims, preference p,
                          const reading_rule& rule) {
    const std::vector<bool> telling = telling_claims(sides, claims.size());
    std::vector<std::int64_t> scores;
    scores.reserve(sides.size());
    for (const side& s : sides) scores.push_back(badness(s, claims, telling, p, rule));
    const std::int64_t best = *std::ranges::min_element(scores);
    std::vector<side> kept;
    for (std::size_t i = 0; i < sides.size(); ++i)
        if (scores[i] == best) kept.push_back(sides[i]);
    return kept;
}

/// Leaves the sides that are best by each preference in turn. Once some are gone, other claims may tell those
/// that are left apart, and so a preference is asked until it takes nothing away.
void prefer(verdict& v, std::span<const claim> claims, const reading_rule& rule) {
    for (const preference p : rule.how.policy.order)
        for (std::size_t before = 0; before != v.sides.size();) {
            before = v.sides.size();
            v.sides = best_of(v.sides, claims, p, rule);
        }
}

} // namespace

void decide(verdict& v, std::span<const claim> claims, const reading_rule& rule) {
    if (!v.disputed()) return;
    prefer(v, claims, rule);
    if (v.disputed() && rule.how.policy.rest == remainder::hull) v.sides = {spanned(v.sides)};
}

std::vector<bool> preferred(std::span<const std::vector<std::uint32_t>> stated_by, const reading_rule& rule) {
    std::vector<claim> claims;
    for (const auto& sources : stated_by)
        for (const std::uint32_t s : sources) claims.push_back({{}, false, s});
    verdict v;
    std::size_t at = 0;
    for (const auto& sources : stated_by) {
        side& each = v.sides.emplace_back();
        each.claimed_by.assign(claims.size(), false);
        for (std::size_t i = 0; i < sources.size(); ++i) each.claimed_by[at++] = true;
    }
    const std::vector<side> all = v.sides;
    if (v.disputed()) prefer(v, claims, rule);
    std::vector<bool> left;
    auto kept = v.sides.begin(); // in their order
    for (const side& s : all) {
        left.push_back(kept != v.sides.end() && kept->claimed_by == s.claimed_by);
        if (left.back()) ++kept;
    }
    return left;
}

} // namespace comity::detail
