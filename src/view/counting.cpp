#include "view/counting.hpp"

#include "view/candidates.hpp"
#include "view/eval.hpp"
#include "view/reading.hpp"

namespace comity::detail {
namespace {

void add(count& c, truth t) noexcept {
    c.possible += is_possible(t) ? 1u : 0u;
    c.certain += is_certain(t) ? 1u : 0u;
}

/// Where a relation starts is asked only by a filter by kind.
std::uint32_t from_if_asked(const store& s, const selection& sel, std::uint32_t place) noexcept {
    return sel.kinds ? s.from_of(place) : 0;
}

count count_by_testing(const store& s, const selection& sel) noexcept {
    count c;
    if (selective(s, sel)) {
        for_each_candidate(
            s, sel, [&](std::uint32_t p) { add(c, relation_truth(s, sel, from_if_asked(s, sel, p), p)); });
        return c;
    }
    for (std::uint32_t from = 0; from < s.node_count(); ++from)
        for (std::uint32_t p = s.out.offsets[from]; p < s.out.offsets[from + 1]; ++p)
            add(c, relation_truth(s, sel, from, p));
    return c;
}

/// Whether the day counts know the answer for all rows that they cover.
bool answered_by_counts(const store& s, const selection& sel) noexcept {
    if (sel.kinds || sel.types || (sel.modalities & 1u) == 0) return false;
    const bool precise = columns_of(s, sel).precise();
    // Certainly touching a window, or holding on each of several days, takes both inner bounds of one row at
    // once: counts of begins and of ends can't tell, unless every row is precise.
    return sel.time == when::by || precise || (sel.time == when::at && sel.first == sel.last);
}

count count_by_days(const time_index& index, const selection& sel, bool precise) noexcept {
    const auto on = [](const day_counts& begins, const day_counts& ends, day32 first, day32 last) {
        return std::size_t{begins.up_to(last)} - ends.before(first);
    };
    count c;
    if (sel.time == when::by) {
        c.possible = index.begins.up_to(sel.last);
        c.certain = precise ? index.begins.up_to(sel.first) : index.late_begins.up_to(sel.first);
        return c;
    }
    c.possible = on(index.begins, index.ends, sel.first, sel.last);
    if (!precise)
        c.certain = on(index.sure_begins, index.sure_ends, sel.first, sel.first);
    else
        c.certain = c.possible;
    return c;
}

} // namespace

count count_nodes(const store& s, const selection& sel) noexcept {
    count c;
    for (std::uint32_t n = 0; n < s.node_count(); ++n) add(c, node_truth(s, sel, n));
    return c;
}

count count_relations(const store& s, const selection& sel) noexcept {
    const bool precise = columns_of(s, sel).precise();
    const bool each_day = sel.time == when::at && sel.first != sel.last;
    if (sel.time == when::always || each_day || !answered_by_counts(s, sel)) return count_by_testing(s, sel);
    count c = count_by_days(columns_of(s, sel).index, sel, precise);
    if (sel.only_certain) c.possible = c.certain;
    for (const std::uint32_t p : columns_of(s, sel).index.others)
        add(c, relation_truth(s, sel, from_if_asked(s, sel, p), p));
    return c;
}

} // namespace comity::detail
