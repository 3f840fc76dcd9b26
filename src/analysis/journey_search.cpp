#include "analysis/journey_search.hpp"

#include "history/periods.hpp"
#include "view/eval.hpp"
#include "view/reading.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <utility>

namespace comity::detail {
namespace {

selection without_days(selection s) {
    s.time = when::always;
    return s;
}

// The last clock there is; the first is the same negated.
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

std::int64_t wide(day32 d) noexcept {
    return d == unbounded_below ? -never : d == unbounded_above ? never : d;
}

/// Whether a relation that is cut by its ends holds on some day whatever the dates turn out to be: none of
/// the three is over before another has begun. Each by itself begins before it ends.
bool holds_surely(const store& s, const reading_columns& r, std::uint32_t from, std::uint32_t place) {
    std::array<bounds, 3> all{own_bounds(s, r, relation_id{s.out.row[place]})};
    std::size_t count = 1;
    for (const std::uint32_t end : {from, s.out.to[place]})
        if ((r.node_flags[end] & flag::dated) != 0) all[count++] = own_bounds(s, r, node_id{end});
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t k = 0; k < count; ++k)
            if (i != k && all[i].b2 > all[k].e1) return false;
    return true;
}

} // namespace

std::int64_t clock_on(day d) noexcept {
    return std::max(d.count(), -never);
}

journey_search::journey_search(const view& v, const journey_options& options, bool backwards)
    : store_(v.history().store()),
      selection_(without_days(v.selection())),
      first_(wide(v.selection().time == when::by ? unbounded_below : v.selection().first)),
      last_(wide(v.selection().last)),
      surety_(options.surety),
      forth_(options.way == direction::both || (options.way == direction::out) != backwards),
      back_(options.way == direction::both || (options.way == direction::in) != backwards),
      backwards_(backwards),
      stops_(store_->node_count()),
      round_(store_->node_count(), 0) {}

journey_search::passage journey_search::passage_of(std::uint32_t from, std::uint32_t place) const {
    const truth there = relation_truth(*store_, selection_, from, place);
    if (there < surety_ || there == truth::no) return {};
    const reading_columns& columns = columns_of(*store_, selection_);
    const bounds b = columns.effective(place);
    if (b.inverted()) return {};
    passage p; // it begins by b2 and ends not before e1, whatever the dates turn out to be
    if (surety_ == truth::possible)
        p = {wide(b.e2), wide(b.b1), true};
    else if (b.b2 != unbounded_above && b.e1 != unbounded_below)
        p = {wide(b.e1), wide(b.b2), b.b2 <= b.e1 || holds_surely(*store_, columns, from, place)};
    // A view at a day, by a day or in a window walks relations on its own days only.
    if (p.done <= p.ready)
        p = {std::min(p.ready, last_), std::max(p.done, first_),
             p.open && std::max(p.done, first_) <= std::min(p.ready, last_)};
    else
        p.open = p.open && p.ready >= first_ && p.done <= last_;
    if (backwards_) p = {-p.done, -p.ready, p.open};
    return p;
}

template <class Walk>
void journey_search::for_each_step(std::uint32_t node, Walk&& walk) const {
    const store& s = *store_;
    if (forth_)
        for (std::uint32_t p = s.out.offsets[node]; p < s.out.offsets[node + 1]; ++p)
            walk(node, p, s.out.to[p]);
    if (back_)
        for (std::uint32_t i = s.in.offsets[node]; i < s.in.offsets[node + 1]; ++i)
            walk(s.in.from[i], s.in.place[i], s.in.from[i]);
}

void journey_search::settle(std::uint32_t node) {
    const stop here = stops_[node];
    for_each_step(node, [&](std::uint32_t from, std::uint32_t place, std::uint32_t to) {
        ++tested_;
        const passage p = passage_of(from, place);
        if (!p.open || here.clock > p.ready) return;
        const stop there{std::max(here.clock, p.done), here.hops + 1, place, node};
        const bool met = round_[to] == now_;
        if (met && std::pair(stops_[to].clock, stops_[to].hops) <= std::pair(there.clock, there.hops)) return;
        stops_[to] = there;
        round_[to] = now_;
        queue_.push_back({there.clock, there.hops, to});
        std::push_heap(queue_.begin(), queue_.end(), std::greater<>{});
    });
}

void journey_search::run(node_id start, std::int64_t clock, pulse& pulse) {
    ++now_;
    reached_.clear();
    const auto first = static_cast<std::uint32_t>(start);
    stops_[first] = {clock, 0, 0, first};
    round_[first] = now_;
    queue_.assign(1, {clock, 0, first});
    while (!queue_.empty()) {
        const waiting next = queue_.front();
        std::pop_heap(queue_.begin(), queue_.end(), std::greater<>{});
        queue_.pop_back();
        const stop& s = stops_[next.node];
        if (s.clock != next.clock || s.hops != next.hops) continue; // a better one has been settled
        pulse(reached_.size());
        reached_.push_back(next.node);
        settle(next.node);
    }
}

std::vector<std::uint32_t> journey_search::way_to(node_id n) const {
    std::vector<std::uint32_t> places;
    for (const stop* s = &stops_[to_index(n)]; s->hops != 0; s = &stops_[s->before])
        places.push_back(s->place);
    std::reverse(places.begin(), places.end());
    return places;
}

std::vector<std::int64_t> journey_search::departures(node_id from) const {
    std::int64_t earliest = never;
    std::int64_t latest = -never;
    for_each_step(static_cast<std::uint32_t>(from), [&](std::uint32_t f, std::uint32_t place, std::uint32_t) {
        const passage p = passage_of(f, place);
        if (!p.open) return;
        earliest = std::min({earliest, p.done, p.ready});
        latest = std::max(latest, p.ready);
    });
    std::vector<std::int64_t> days;
    const auto add = [&](std::int64_t d) {
        if (d >= earliest && d <= latest && d > -never && d < never) days.push_back(d);
    };
    for (std::uint32_t n = 0; n < store_->node_count(); ++n)
        for (std::uint32_t p = store_->out.offsets[n]; p < store_->out.offsets[n + 1]; ++p) {
            const passage q = passage_of(n, p);
            if (!q.open) continue;
            add(q.ready);
            add(q.done);
        }
    if (days.empty() && earliest <= latest) days.push_back(0); // no day bounds anything: any will do
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

} // namespace comity::detail
