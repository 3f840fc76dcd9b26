#include "history/slots.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace comity::detail {
namespace {

/// Which claims a day satisfies, by claim.
using satisfied_claims = std::vector<bool>;

bool contains(const claim& c, day32 day) {
    return std::any_of(c.days.begin(), c.days.end(),
                       [day](const run& r) { return r.first <= day && day <= r.last; });
}

/// Days on which the set of satisfied claims can change, ascending.
std::vector<day32> turning_days(std::span<const claim> claims) {
    std::set<day32> days;
    for (const claim& c : claims)
        for (const run& r : c.days) {
            days.insert(r.first);
            if (r.last != unbounded_above) days.insert(r.last + 1);
        }
    return {days.begin(), days.end()};
}

/// Runs of days by the claims that they satisfy.
std::map<satisfied_claims, std::vector<run>> days_by_agreement(std::span<const claim> claims) {
    const std::vector<day32> turns = turning_days(claims);
    std::map<satisfied_claims, std::vector<run>> days;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const day32 last = i + 1 < turns.size() ? turns[i + 1] - 1 : unbounded_above;
        satisfied_claims satisfied;
        for (const claim& c : claims) satisfied.push_back(contains(c, turns[i]));
        std::vector<run>& runs = days[satisfied];
        if (!runs.empty() && runs.back().last + 1 == turns[i])
            runs.back().last = last;
        else
            runs.push_back({turns[i], last});
    }
    return days;
}

bool within(const satisfied_claims& a, const satisfied_claims& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] && !b[i]) return false;
    return true;
}

/// The claims of a side that nobody marked.
satisfied_claims unmarked(std::span<const claim> claims, satisfied_claims side) {
    for (std::size_t i = 0; i < side.size(); ++i) side[i] = side[i] && !claims[i].marked;
    return side;
}

side side_with(std::span<const claim> claims, const std::map<satisfied_claims, std::vector<run>>& days,
               const satisfied_claims& members) {
    const satisfied_claims sure = unmarked(claims, members);
    side result{{}, members};
    for (const run& r : days.at(members)) result.choices.push_back({r, r});
    if (sure == members) return result;
    run left{unbounded_above, unbounded_below};
    for (const auto& [satisfied, runs] : days) {
        if (!within(sure, satisfied)) continue;
        left.first = std::min(left.first, runs.front().first);
        left.last = std::max(left.last, runs.back().last);
    }
    // Days that satisfy no claim at all are not listed.
    if (std::find(sure.begin(), sure.end(), true) == sure.end()) left = {};
    for (choice& c : result.choices) c.sure = left;
    return result;
}

/// The days that all claims leave, if each has one run and no marks and they agree: the way of most facts.
std::optional<run> agreed(std::span<const claim> claims) {
    run left;
    for (const claim& c : claims) {
        if (c.marked || c.days.size() != 1) return std::nullopt;
        left.first = std::max(left.first, c.days.front().first);
        left.last = std::min(left.last, c.days.front().last);
    }
    return left.first <= left.last ? std::optional(left) : std::nullopt;
}

} // namespace

verdict resolve(std::span<const claim> claims) {
    verdict result;
    if (claims.empty()) return result;
    if (claims.size() == 1) {
        side& only = result.sides.emplace_back();
        for (const run& days : claims[0].days)
            only.choices.push_back({days, claims[0].marked ? run{} : days});
        return result;
    }
    if (const auto left = agreed(claims)) {
        result.sides.push_back({{{*left, *left}}, std::vector<bool>(claims.size(), true)});
        return result;
    }
    const std::map<satisfied_claims, std::vector<run>> days = days_by_agreement(claims);
    for (const auto& [members, runs] : days) {
        const auto is_larger = [&members = members](const auto& other) {
            return other.first != members && within(members, other.first);
        };
        if (std::none_of(days.begin(), days.end(), is_larger))
            result.sides.push_back(side_with(claims, days, members));
    }
    std::sort(result.sides.begin(), result.sides.end(), [](const side& a, const side& b) {
        return a.choices.front().days.first < b.choices.front().days.first;
    });
    return result;
}

namespace {

/// More ways than this to combine a begin and an end are more than any real record has.
constexpr std::size_t most_ways = 1024;

/// One choice from the first day to the last: what is possible is then too generous, what is certain sound.
std::vector<choice> as_one(const std::vector<choice>& side) {
    choice whole = side.front();
    for (const choice& c : side) {
        whole.days.last = c.days.last;
        whole.sure = {std::min(whole.sure.first, c.sure.first), std::max(whole.sure.last, c.sure.last)};
    }
    return {whole};
}

/// The choices of one side, or the one "missing".
std::vector<const choice*> choices_of(const std::vector<choice>& side) {
    std::vector<const choice*> all;
    all.reserve(side.size() + 1);
    for (const choice& c : side) all.push_back(&c);
    if (all.empty()) all.push_back(nullptr);
    return all;
}

void add_ways(const std::vector<choice>& begin, const std::vector<choice>& end, const bounds_context& context,
              std::vector<bounds>& ways) {
    if (begin.size() * end.size() > most_ways) return add_ways(as_one(begin), as_one(end), context, ways);
    const std::size_t before = ways.size();
    ways.reserve(before + begin.size() * end.size());
    std::optional<bounds> impossible; // the first one
    std::optional<bounds> doubted;    // impossible only if what is marked is taken at its word
    for (const choice* b : choices_of(begin))
        for (const choice* e : choices_of(end)) {
            const bounds way = combine(b, e, context);
            if (!way.inverted()) {
                ways.push_back(way);
                continue;
            }
            if (!impossible) impossible = way;
            if (b->sure.first > e->sure.last) continue;
            if (!doubted) doubted = way;
            doubted = {way.b1, std::max(doubted->b2, way.b2), std::min(doubted->e1, way.e1), way.e2};
        }
    if (ways.size() == before) return ways.push_back(*impossible);
    if (!doubted) return;
    for (std::size_t i = before; i < ways.size(); ++i) {
        ways[i].b2 = std::max(ways[i].b2, doubted->b2);
        ways[i].e1 = std::min(ways[i].e1, doubted->e1);
    }
}

/// A way in which a thing may be in time, and the sides that it takes.
struct way_of_sides {
    bounds way;
    std::size_t begin = 0;
    std::size_t end = 0;
};

} // namespace

std::vector<bounds> combine(const verdict& begin, const verdict& end, const bounds_context& context) {
    static const std::vector<side> missing(1);
    const std::vector<side>& begins = begin.empty() ? missing : begin.sides;
    const std::vector<side>& ends = end.empty() ? missing : end.sides;
    std::vector<way_of_sides> ways;
    std::vector<bool> begins_somewhere(begins.size());
    std::vector<bool> ends_somewhere(ends.size());
    for (std::size_t b = 0; b < begins.size(); ++b)
        for (std::size_t e = 0; e < ends.size(); ++e) {
            std::vector<bounds> found;
            add_ways(begins[b].choices, ends[e].choices, context, found);
            for (const bounds& way : found) {
                ways.push_back({way, b, e});
                if (way.inverted()) continue;
                begins_somewhere[b] = true;
                ends_somewhere[e] = true;
            }
        }
    // The begin of one source and the end of another that lies before it: nobody says so. It stays only where
    // what a source claims would otherwise be lost.
    std::vector<bounds> kept;
    for (const way_of_sides& w : ways)
        if (!w.way.inverted() || !begins_somewhere[w.begin] || !ends_somewhere[w.end]) kept.push_back(w.way);
    return kept;
}

bounds hull(std::span<const bounds> alternatives) {
    bounds h = alternatives.front();
    for (const bounds& a : alternatives.subspan(1)) {
        h.b1 = std::min(h.b1, a.b1);
        h.b2 = std::max(h.b2, a.b2);
        h.e1 = std::min(h.e1, a.e1);
        h.e2 = std::max(h.e2, a.e2);
    }
    return h;
}

} // namespace comity::detail
