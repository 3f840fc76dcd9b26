#include "support/naive.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace comity::test {
namespace {

struct naive_claim {
    std::vector<day_run> days;
    bool marked = false;
};

bool holds(const std::vector<day_run>& days, day_no d) {
    for (const day_run& r : days)
        if (r.first <= d && d <= r.last) return true;
    return false;
}

/// Between two neighbours of these days nothing changes, so that they stand for all days.
std::vector<day_no> telling_days(const std::vector<const std::vector<day_run>*>& lists) {
    std::set<day_no> days{before_all, after_all};
    for (const auto* list : lists)
        for (const day_run& r : *list) {
            for (const day_no d : {r.first - 1, r.first, r.last, r.last + 1})
                if (before_all < d && d < after_all) days.insert(d);
        }
    return {days.begin(), days.end()};
}

/// The days that pass, as runs.
template <class Passes>
std::vector<day_run> runs_where(const std::vector<day_no>& axis, Passes&& passes) {
    std::vector<day_run> runs;
    bool open = false;
    for (const day_no d : axis) {
        if (!passes(d)) {
            open = false;
            continue;
        }
        if (!open) runs.push_back({d, d});
        runs.back().last = d;
        open = true;
    }
    return runs;
}

bool some_day(const asked& when, day_no begin, day_no end) {
    switch (when.is) {
    case asked::sort::at:
    case asked::sort::window:
        return begin <= when.last && end >= when.first;
    case asked::sort::by:
        return begin <= when.last;
    case asked::sort::always:
        break;
    }
    return true;
}

bool every_day(const asked& when, day_no begin, day_no end) {
    switch (when.is) {
    case asked::sort::at:
        return begin <= when.first && end >= when.last;
    case asked::sort::by:
        return begin <= when.first;
    case asked::sort::window: // one window, not one unknown day of it
        return begin <= when.last && end >= when.first;
    case asked::sort::always:
        break;
    }
    return true;
}

truth of(bool possible, bool certain) {
    return !possible ? truth::no : certain ? truth::certain : truth::possible;
}

} // namespace

naive_history::naive_history(const told_history& told, heard how) : told_(told), how_(std::move(how)) {
    for (const told_node& n : told.nodes) nodes_.push_back(settle(n, false));
    for (const told_relation& r : told.relations) relations_.push_back(settle(r, r.type == told.state));
    for (std::size_t r = 0; r < told.relations.size(); ++r) effective_.push_back(effective_ways_of(r));
}

naive_history::settled naive_history::settle(const told_thing& thing, bool is_state_type) const {
    settled s;
    const auto counts = [this](const told_statement& st) { return !how_.counts || how_.counts(st.source); };

    // Existence, and the strongest modality in which anyone asserts it.
    bool asserted = false, denied = false, outright = false;
    modality strongest = modality::alleged;
    for (const told_statement& st : thing.said) {
        if (!counts(st)) continue;
        if (st.denies) {
            denied = true;
            continue;
        }
        asserted = true;
        if (!st.inferred) outright = true;
        if (st.how < strongest) strongest = st.how;
    }
    const bool unsourced = thing.said.empty() && !how_.counts;
    if (unsourced) {
        asserted = outright = true;
        strongest = modality::reported;
    }
    s.silent = !asserted && !denied;
    s.denied = denied && !asserted;
    s.doubtful = denied && asserted;
    s.disputed = s.doubtful;
    s.inferred = asserted && !outright;
    s.how = asserted ? strongest : modality::reported;

    // The first source that tells it, and how far each source looked.
    day_run first_source{before_all, after_all};
    for (const told_statement& st : thing.said) {
        const auto& date = told_.sources[st.source].date;
        if (!counts(st) || st.denies || st.how != strongest || !date) continue;
        if (date->days.back().last < first_source.last)
            first_source = {date->days.front().first, date->days.back().last};
    }
    const auto looked_until = [&](std::size_t source) {
        const told_source& src = told_.sources[source];
        day_no latest = before_all;
        if (src.covers_until) latest = src.covers_until->days.front().first;
        if (src.covers_type_until && is_state_type)
            latest = std::max(latest, src.covers_type_until->days.front().first);
        if (latest != before_all) return latest;
        return src.date ? src.date->days.front().first : after_all;
    };

    // What is claimed of a begin or an end.
    const auto claim_of = [&](const told_date& d, bool is_end, day_no until) {
        naive_claim c;
        c.marked = d.marked && !how_.ignore_marks;
        if (d.is == told_date::sort::known)
            c.days = d.days;
        else if (d.is == told_date::sort::unknown)
            c.days = {{before_all, after_all}};
        else if (is_end)
            c.days = {{until, after_all}};
        else
            c.days = {{before_all, before_all}};
        return c;
    };
    const auto claims_of = [&](bool is_end) {
        std::vector<naive_claim> claims;
        const auto& given = is_end ? thing.end : thing.begin;
        for (const told_statement& st : thing.said) {
            if (!counts(st) || st.denies || st.how != strongest) continue;
            const auto& d = st.whole() ? given : is_end ? st.end : st.begin;
            if (d) claims.push_back(claim_of(*d, is_end, looked_until(st.source)));
        }
        if (claims.empty() && given && !how_.counts) claims.push_back(claim_of(*given, is_end, after_all));
        return claims;
    };

    // The largest sets of claims that some day satisfies.
    const auto sides_of = [&](const std::vector<naive_claim>& claims) {
        std::vector<const std::vector<day_run>*> lists;
        for (const naive_claim& c : claims) lists.push_back(&c.days);
        const std::vector<day_no> axis = telling_days(lists);
        const auto agreement = [&](day_no d) {
            std::set<std::size_t> who;
            for (std::size_t i = 0; i < claims.size(); ++i)
                if (holds(claims[i].days, d)) who.insert(i);
            return who;
        };
        std::set<std::set<std::size_t>> sets;
        for (const day_no d : axis) sets.insert(agreement(d));
        std::vector<side> sides;
        for (const auto& set : sets) {
            const bool largest = std::none_of(sets.begin(), sets.end(), [&set](const auto& other) {
                return other != set && std::includes(other.begin(), other.end(), set.begin(), set.end());
            });
            if (!largest) continue;
            side one;
            one.days = runs_where(axis, [&](day_no d) { return agreement(d) == set; });
            bool any_marked = false;
            const auto satisfies_unmarked = [&](day_no d) {
                return std::all_of(set.begin(), set.end(), [&](std::size_t i) {
                    return claims[i].marked || holds(claims[i].days, d);
                });
            };
            for (const std::size_t i : set) any_marked = any_marked || claims[i].marked;
            one.sure = runs_where(axis, satisfies_unmarked);
            // What a mark leaves open is taken as one range of days.
            if (any_marked) one.sure = {{one.sure.front().first, one.sure.back().last}};
            sides.push_back(one);
        }
        return sides;
    };
    const std::vector<naive_claim> begins = claims_of(false);
    const std::vector<naive_claim> ends = claims_of(true);
    if (!begins.empty()) s.begins = sides_of(begins);
    if (!ends.empty()) s.ends = sides_of(ends);
    s.dated = !begins.empty() || !ends.empty();
    s.disputed = s.disputed || s.begins.size() > 1 || s.ends.size() > 1;

    // What is missing.
    const auto fixed = [](day_no first, day_no last) {
        return std::vector<side>{{{{first, last}}, {{first, last}}}};
    };
    if (!s.dated && thing.lasts == nature::act) {
        s.one_day = true;
        const bool told_after = s.how == modality::reported || s.how == modality::alleged;
        s.begins = fixed(before_all, told_after ? first_source.last : after_all);
    } else if (!s.dated && thing.assessment && first_source.last != after_all) {
        s.begins = fixed(first_source.first, first_source.last);
        s.ends = fixed(first_source.first, after_all);
    }
    const bool timeless = thing.lasts == nature::timeless;
    if (s.begins.empty()) s.begins = timeless ? fixed(before_all, before_all) : fixed(before_all, after_all);
    if (s.ends.empty() && thing.lasts == nature::act) s.one_day = true;
    if (s.ends.empty() && !s.one_day)
        s.ends = timeless ? fixed(after_all, after_all) : fixed(before_all, after_all);
    return s;
}

truth naive_history::seen(const settled& s, const asked& when) {
    bool possible = false;
    bool certain = true;
    for (const auto& [begins, ends] : pairs_of(s)) {
        const side& b = *begins;
        const side& e = *ends;
        const std::vector<day_run> asked_days{{when.first, when.last}};
        const std::vector<day_no> axis = telling_days({&b.days, &b.sure, &e.days, &e.sure, &asked_days});
        bool readable = false, some = false, every = true;
        for (const day_no begin : axis)
            for (const day_no end : axis) {
                if (s.one_day ? begin != end : begin > end) continue;
                const bool meant = holds(b.days, begin) && (s.one_day || holds(e.days, end));
                const bool not_excluded = holds(b.sure, begin) && (s.one_day || holds(e.sure, end));
                readable = readable || meant;
                some = some || (meant && some_day(when, begin, end));
                every = every && (!not_excluded || every_day(when, begin, end));
            }
        possible = possible || some;
        certain = certain && readable && every;
    }
    return of(possible, certain && !s.doubtful);
}

truth naive_history::node(std::size_t n, const asked& when) const {
    const settled& s = nodes_[n];
    if (s.silent || s.denied) return truth::no;
    return when.is == asked::sort::always ? of(true, !s.doubtful) : seen(s, when);
}

std::vector<naive_history::pair_of_sides> naive_history::pairs_of(const settled& s) {
    std::vector<pair_of_sides> pairs;
    if (s.one_day) {
        for (const side& b : s.begins) pairs.emplace_back(&b, &b);
        return pairs;
    }
    const auto readable = [](const side& b, const side& e) {
        return b.days.front().first <= e.days.back().last;
    };
    for (const side& b : s.begins)
        for (const side& e : s.ends) {
            const bool begin_is_lost = std::none_of(s.ends.begin(), s.ends.end(),
                                                    [&](const side& other) { return readable(b, other); });
            const bool end_is_lost = std::none_of(s.begins.begin(), s.begins.end(),
                                                  [&](const side& other) { return readable(other, e); });
            if (readable(b, e) || begin_is_lost || end_is_lost) pairs.emplace_back(&b, &e);
        }
    return pairs;
}

std::vector<naive_history::way> naive_history::ways_of(const settled& s) {
    std::vector<way> ways;
    for (const auto& [begins, ends] : pairs_of(s)) {
        const side& b = *begins;
        const side& e = *ends;
        // The latest begin and the earliest end of all readings that nothing unmarked excludes.
        day_no last_begin = before_all;
        day_no first_end = after_all;
        const std::vector<day_no> axis = telling_days({&b.sure, &e.sure});
        for (const day_no begin : axis)
            for (const day_no end : axis) {
                if (s.one_day ? begin != end : begin > end) continue;
                if (!holds(b.sure, begin) || !holds(e.sure, end)) continue;
                last_begin = std::max(last_begin, begin);
                first_end = std::min(first_end, end);
            }
        std::vector<way> readable;
        for (const day_run& x : b.days)
            for (const day_run& y : e.days) {
                const bool same_run = x.first == y.first;
                if (s.one_day ? same_run : x.first <= y.last)
                    readable.push_back({x.first, last_begin, first_end, y.last});
            }
        // Ends before it begins, whichever way it is read: kept, and never seen.
        if (readable.empty())
            readable.push_back({b.days.back().last, after_all, before_all, e.days.front().first});
        ways.insert(ways.end(), readable.begin(), readable.end());
    }
    return ways;
}

modality naive_history::relation_modality(std::size_t r) const {
    const told_relation& t = told_.relations[r];
    return std::max({relations_[r].how, nodes_[t.from].how, nodes_[t.to].how});
}

std::vector<naive_history::way> naive_history::effective_ways_of(std::size_t r) const {
    std::vector<way> ways = ways_of(relations_[r]);
    for (const std::size_t end : {told_.relations[r].from, told_.relations[r].to}) {
        if (!nodes_[end].dated) continue; // a node without a period excludes nothing
        // The latest of the begins and the earliest of the ends.
        std::vector<way> cut;
        for (const way& a : ways)
            for (const way& b : ways_of(nodes_[end]))
                cut.push_back({std::max(a.first_begin, b.first_begin), std::max(a.last_begin, b.last_begin),
                               std::min(a.first_end, b.first_end), std::min(a.last_end, b.last_end)});
        ways = cut;
    }
    return ways;
}

truth naive_history::relation(std::size_t r, const asked& when) const {
    const settled& row = relations_[r];
    const settled& from = nodes_[told_.relations[r].from];
    const settled& to = nodes_[told_.relations[r].to];
    if (row.silent || row.denied || (from.denied && !from.silent) || (to.denied && !to.silent))
        return truth::no;
    const bool doubtful = row.doubtful || from.doubtful || to.doubtful;
    if (when.is == asked::sort::always) return of(true, !doubtful);
    bool possible = false;
    bool certain = true;
    for (const way& w : effective_[r]) {
        const bool some = w.first_begin <= w.last_end && some_day(when, w.first_begin, w.last_end);
        possible = possible || some;
        certain = certain && some && every_day(when, w.last_begin, w.first_end);
    }
    return of(possible, certain && !doubtful);
}

} // namespace comity::test
