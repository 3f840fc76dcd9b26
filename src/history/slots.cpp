#include "history/slots.hpp"

#include <algorithm>
#include <set>

namespace comity::detail {
namespace {

bool contains(const claim& c, std::int32_t day) {
    return std::any_of(c.days.begin(), c.days.end(),
                       [day](const run& r) { return r.first <= day && day <= r.last; });
}

/// Days on which the set of satisfied claims can change, ascending.
std::vector<std::int32_t> turning_days(std::span<const claim> claims) {
    std::set<std::int32_t> days;
    for (const claim& c : claims)
        for (const run& r : c.days) {
            days.insert(r.first);
            if (r.last != unbounded_above) days.insert(r.last + 1);
        }
    return {days.begin(), days.end()};
}

struct segment {
    run days;
    std::vector<bool> satisfied; ///< by claim
};

std::vector<segment> segments_of(std::span<const claim> claims) {
    const std::vector<std::int32_t> turns = turning_days(claims);
    std::vector<segment> segments;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        segment s{{turns[i], i + 1 < turns.size() ? turns[i + 1] - 1 : unbounded_above}, {}};
        for (const claim& c : claims) s.satisfied.push_back(contains(c, s.days.first));
        segments.push_back(std::move(s));
    }
    return segments;
}

bool strictly_within(const std::vector<bool>& a, const std::vector<bool>& b) {
    if (a == b) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] && !b[i]) return false;
    return true;
}

/// The days that the unmarked claims among `members` leave, as a hull.
run sure_days(std::span<const claim> claims, const std::vector<bool>& members) {
    run sure;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (!members[i] || claims[i].marked) continue;
        sure.first = std::max(sure.first, claims[i].days.front().first);
        sure.last = std::min(sure.last, claims[i].days.back().last);
    }
    return sure;
}

} // namespace

verdict resolve(std::span<const claim> claims) {
    verdict result;
    if (claims.empty()) return result;
    if (claims.size() == 1) {
        const run sure = sure_days(claims, {true});
        for (const run& days : claims[0].days) result.choices.push_back({days, sure, {}});
        return result;
    }
    const std::vector<segment> segments = segments_of(claims);
    for (const segment& s : segments) {
        const bool largest = std::none_of(segments.begin(), segments.end(), [&](const segment& other) {
            return strictly_within(s.satisfied, other.satisfied);
        });
        if (!largest) continue;
        result.disputed |= std::find(s.satisfied.begin(), s.satisfied.end(), false) != s.satisfied.end();
        const choice next{s.days, sure_days(claims, s.satisfied), s.satisfied};
        const bool continues = !result.choices.empty() &&
                               result.choices.back().claimed_by == next.claimed_by &&
                               result.choices.back().days.last + 1 == s.days.first;
        if (continues)
            result.choices.back().days.last = s.days.last;
        else
            result.choices.push_back(next);
    }
    return result;
}

namespace {

const choice anything{};
const choice since_ever{{unbounded_below, unbounded_below}, {unbounded_below, unbounded_below}, {}};
const choice for_ever{{unbounded_above, unbounded_above}, {unbounded_above, unbounded_above}, {}};

bounds between(const choice& begin, const choice& end) noexcept {
    // Nothing ends before it begins: that bounds what is sure, but only by days that nobody marked.
    return {begin.days.first, std::min(begin.sure.last, end.sure.last),
            std::max(end.sure.first, begin.sure.first), end.days.last};
}

/// The choices of a slot, or the one "missing".
std::vector<const choice*> choices_of(const verdict& v) {
    std::vector<const choice*> all;
    for (const choice& c : v.choices) all.push_back(&c);
    if (all.empty()) all.push_back(nullptr);
    return all;
}

} // namespace

bounds combine(const choice* begin, const choice* end, const bounds_context& context) noexcept {
    if (context.nature == nature::timeless)
        return between(begin != nullptr ? *begin : since_ever, end != nullptr ? *end : for_ever);
    if (context.nature == nature::act && end == nullptr) {
        if (begin != nullptr) return between(*begin, *begin);
        const choice before{{unbounded_below, context.not_after}, {unbounded_below, context.not_after}, {}};
        return between(before, before);
    }
    return between(begin != nullptr ? *begin : anything, end != nullptr ? *end : anything);
}

std::vector<bounds> combine(const verdict& begin, const verdict& end, const bounds_context& context) {
    std::vector<bounds> all;
    for (const choice* b : choices_of(begin))
        for (const choice* e : choices_of(end)) all.push_back(combine(b, e, context));
    return all;
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
