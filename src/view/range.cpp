#include <comity/view/range.hpp>

#include "history/store.hpp"
#include "view/eval.hpp"

namespace comity::detail {
namespace {

std::uint32_t place_of(const walk& w, std::uint32_t at) noexcept {
    if (w.over == walk::order::listed) return (*w.places)[at];
    return w.over == walk::order::in ? w.store->in.place[at] : at;
}

truth truth_at(const walk& w, std::uint32_t at, std::uint32_t from) noexcept {
    if (w.over == walk::order::nodes) return node_truth(*w.store, w.selection, at);
    return relation_truth(*w.store, w.selection, from, place_of(w, at));
}

} // namespace

std::pair<std::uint32_t, truth> next_seen(const walk& w, std::uint32_t at) noexcept {
    if (w.each_is_seen) return {at, at < w.end ? truth::certain : truth::no};
    const store& s = *w.store;
    // Only a filter by kind asks where an outgoing relation starts; it is found once and then followed.
    std::uint32_t from = w.over == walk::order::out && at < w.end && w.selection.kinds ? s.from_of(at) : 0;
    for (; at < w.end; ++at) {
        if (w.over == walk::order::in)
            from = s.in.from[at];
        else if (w.over == walk::order::out && w.selection.kinds)
            while (s.out.offsets[from + 1] <= at) ++from;
        else if (w.over == walk::order::listed && w.selection.kinds)
            from = s.from_of((*w.places)[at]);
        const truth t = truth_at(w, at, from);
        if (is_possible(t)) return {at, t};
    }
    return {w.end, truth::no};
}

node node_at(const walk& w, std::uint32_t place) {
    return {w.store, node_id{place}};
}

relation relation_at(const walk& w, std::uint32_t place) {
    return {w.store, relation_id{w.store->out.row[place_of(w, place)]}};
}

} // namespace comity::detail
