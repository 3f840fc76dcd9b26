#include "view/eval.hpp"

#include "history/periods.hpp"
#include "view/reading.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace comity::detail {
namespace {

/// Things that must hold together, a relation and its dated ends, each in one of the ways in which it may be
/// in time. They are possible if they are in some ways of all of them, and certain if in any.
using joint_ways = std::span<const ways_in_time>;

/// Whether they are possible in some ways of the first of `rest` and those after it, cut by what was chosen
/// before. What is chosen later only cuts further, and so what is not possible by then is left at once.
bool possible_in_some(const selection& sel, const bounds& chosen, joint_ways rest) noexcept {
    if (!is_possible(passes(sel, chosen))) return false;
    if (rest.empty()) return true;
    for (std::size_t i = 0; i < rest.front().size(); ++i)
        if (possible_in_some(sel, intersection(chosen, rest.front()[i]), rest.subspan(1))) return true;
    return false;
}

/// Whether a thing is certain in all its ways.
bool certain_in_each(const selection& sel, const ways_in_time& ways) noexcept {
    for (std::size_t i = 0; i < ways.size(); ++i)
        if (!is_certain(passes(sel, ways[i]))) return false;
    return true;
}

/// Whether none of the ways of one is over before one of another has begun.
bool meet_always(const ways_in_time& one, const ways_in_time& other) noexcept {
    day32 last_begin = unbounded_below;
    for (std::size_t i = 0; i < one.size(); ++i) last_begin = std::max(last_begin, one[i].b1);
    day32 first_end = unbounded_above;
    for (std::size_t i = 0; i < other.size(); ++i) first_end = std::min(first_end, other[i].e2);
    return last_begin <= first_end;
}

/// Things that are certain one by one are so together if each two of them meet: days are on a line.
bool certain_in_all(const selection& sel, joint_ways all) noexcept {
    for (const ways_in_time& one : all) {
        if (!certain_in_each(sel, one)) return false;
        for (const ways_in_time& other : all)
            if (&one != &other && !meet_always(one, other)) return false;
    }
    return true;
}

truth passes_exactly(const selection& sel, joint_ways all) noexcept {
    if (sel.time == when::always) return truth::certain;
    return truth_of(possible_in_some(sel, bounds::always(), all), certain_in_all(sel, all));
}

/// What cannot be certain although its dates would make it so.
truth with_doubt(std::uint8_t flags, truth t) noexcept {
    return (flags & flag::doubtful) != 0 ? t & truth::possible : t;
}

} // namespace

truth node_truth_exactly(const store& s, const selection& sel, std::uint32_t node, truth t) noexcept {
    const reading_columns& r = columns_of(s, sel);
    const std::uint8_t flags = r.node_flags[node];
    if ((flags & flag::inexact) != 0 && is_possible(t))
        t = passes_exactly(sel, std::array{ways_in_time(s, r, node_id{node})});
    return with_doubt(flags, t);
}

truth relation_truth_exactly(const store& s, const selection& sel, std::uint32_t place, truth t) noexcept {
    const reading_columns& r = columns_of(s, sel);
    const std::uint8_t flags = r.flags[place];
    if ((flags & flag::inexact) != 0 && is_possible(t)) {
        const auto cutting = [&](std::uint32_t end) {
            return (r.node_flags[end] & flag::dated) != 0 ? ways_in_time(s, r, node_id{end}) : ways_in_time();
        };
        t = passes_exactly(sel, std::array{ways_in_time(s, r, relation_id{s.out.row[place]}),
                                           cutting(s.from_of(place)), cutting(s.out.to[place])});
    }
    return with_doubt(flags, t);
}

} // namespace comity::detail
