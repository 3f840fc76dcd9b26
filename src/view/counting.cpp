#include "view/counting.hpp"

#include "view/candidates.hpp"
#include "view/eval.hpp"
#include "view/reading.hpp"
#include "view/sieve.hpp"

namespace comity::detail {
namespace {

void add(count& c, truth t) noexcept {
    c.possible += is_possible(t) ? 1u : 0u;
    c.certain += is_certain(t) ? 1u : 0u;
}
/// What takes the rows that a sieve leaves into a count.
auto adding_to(count& c) noexcept {
    return [&c](const sifted& left) {
        c.possible += left.size();
        c.certain += left.certain_size();
    };
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
    if (is_siftable(sel)) {
        sift_out(s, sel, {0, static_cast<std::uint32_t>(s.relation_count())}, adding_to(c));
        return c;
    }
    for (std::uint32_t from = 0; from < s.node_count(); ++from)
        for (std::uint32_t p = s.out.offsets[from]; p < s.out.offsets[from + 1]; ++p)
            add(c, relation_truth(s, sel, from, p));
    return c;
}

/// Whether the day counts know the answer for all rows that they cover.
bool answered_by_counts(const store& s, const selection& sel) noexcept {
    if (sel.kinds || (sel.modalities & 1u) == 0) return false;
    const bool precise = columns_of(s, sel).precise();
    if (sel.types && !columns_of(s, sel).index.typed()) return false;
    // Certainly touching a window, or holding on each of several days, takes both inner bounds of one row at
    // once: counts of begins and of ends can't tell, unless every row is precise.
    return sel.time == when::by || precise || (sel.time == when::at && sel.first == sel.last);
}

/// How many rows of all types, or of one, have a value at or before a day, or before it.
struct of_all_types {
    [[nodiscard]] std::size_t up_to(const day_counts& all, const typed_day_counts&,
                                    day32 day) const noexcept {
        return all.up_to(day);
    }
    [[nodiscard]] std::size_t before(const day_counts& all, const typed_day_counts&,
                                     day32 day) const noexcept {
        return all.before(day);
    }
};
struct of_one_type {
    std::uint16_t type;
    [[nodiscard]] std::size_t up_to(const day_counts&, const typed_day_counts& typed,
                                    day32 day) const noexcept {
        return typed.up_to(type, day);
    }
    [[nodiscard]] std::size_t before(const day_counts&, const typed_day_counts& typed,
                                     day32 day) const noexcept {
        return typed.before(type, day);
    }
};

template <class Rows>
count count_by_days(const time_index& i, const selection& sel, bool precise, const Rows& rows) noexcept {
    count c;
    if (sel.time == when::by) {
        c.possible = rows.up_to(i.begins, i.typed_begins, sel.last);
        c.certain = precise ? rows.up_to(i.begins, i.typed_begins, sel.first)
                            : rows.up_to(i.late_begins, i.typed_late_begins, sel.first);
        return c;
    }
    c.possible =
        rows.up_to(i.begins, i.typed_begins, sel.last) - rows.before(i.ends, i.typed_ends, sel.first);
    if (precise)
        c.certain = c.possible;
    else
        c.certain = rows.up_to(i.sure_begins, i.typed_sure_begins, sel.first) -
                    rows.before(i.sure_ends, i.typed_sure_ends, sel.first);
    return c;
}

/// Of the rows that the day counts cover.
count count_by_days(const time_index& index, const selection& sel, bool precise) noexcept {
    if (!sel.types) return count_by_days(index, sel, precise, of_all_types{});
    count sum;
    sel.types->for_each([&](relation_type type) {
        const count c = count_by_days(index, sel, precise, of_one_type{to_index(type)});
        sum.certain += c.certain;
        sum.possible += c.possible;
    });
    return sum;
}

} // namespace

count count_nodes(const store& s, const selection& sel) noexcept {
    count c;
    const auto nodes = static_cast<std::uint32_t>(s.node_count());
    if (is_siftable(sel))
        sift_nodes(s, sel, {0, nodes}, adding_to(c));
    else
        for (std::uint32_t n = 0; n < nodes; ++n) add(c, node_truth(s, sel, n));
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
