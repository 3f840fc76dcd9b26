#include <comity/view/snapshot.hpp>

#include "history/store.hpp"
#include "in_blocks.hpp"
#include "pulse.hpp"
#include "view/candidates.hpp"
#include "view/eval.hpp"
#include "view/gather.hpp"
#include "view/kept_rows.hpp"
#include "view/marked_numbers.hpp"
#include "view/sieve.hpp"
#include "view/snapshot_cache.hpp"

#include <comity/view/view.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace comity {
namespace {

using graph::snapshot_columns;
using graph::vertex;

/// Relations that the view shows, with their ends as node numbers.
class edge_gathering {
public:
    edge_gathering(const detail::store& s, const detail::selection& sel, snapshot_columns& c)
        : s_(s), sel_(sel), c_(c) {
        c_.offsets.reserve(s.node_count() + 1);
        c_.offsets.push_back(0);
    }

    void run() {
        if (detail::selective(s_, sel_)) {
            pick_out();
        } else if (detail::is_siftable(sel_)) {
            sift();
        } else {
            take(s_.relation_count(), [](std::size_t i) { return static_cast<std::uint32_t>(i); });
        }
        if (all_certain_) c_.truths = {};
    }

private:
    /// Those of the days looked at, found through the time index.
    void pick_out() {
        const std::size_t most = detail::estimated_candidates(s_, sel_);
        if (!detail::shows_each(s_, sel_)) {
            const auto places = detail::candidate_places(s_, sel_);
            take(places.size(), [&places](std::size_t i) { return places[i]; });
        } else if (!detail::marked_numbers::pays(most, s_.relation_count())) {
            c_.places = detail::candidate_places(s_, sel_);
            follow_places();
        } else {
            detail::marked_numbers seen(s_.relation_count());
            detail::for_each_candidate(s_, sel_, [&seen](std::uint32_t p) { seen.mark(p); });
            c_.places = seen.listed();
            find_targets();
            c_.offsets.resize(s_.node_count() + 1);
            seen.count_before(s_.out.offsets.span(), c_.offsets.data());
        }
    }

    /// Places come in ascending order, and so by the node that they leave.
    template <class PlaceAt>
    void take(std::size_t count, PlaceAt&& place_at) {
        reserve();
        std::size_t i = 0;
        for (std::uint32_t n = 0; n < s_.node_count(); ++n) {
            for (; i < count && place_at(i) < s_.out.offsets[n + 1]; ++i) test(n, place_at(i));
            c_.offsets.push_back(static_cast<std::uint32_t>(c_.targets.size()));
        }
    }

    /// All relations in order, many at a time.
    void sift() {
        reserve();
        const detail::place_run all{0, static_cast<std::uint32_t>(s_.relation_count())};
        detail::sift_out(s_, sel_, all, [this](const detail::sifted& left) {
            detail::append_kept(c_.places, left.count, [&](std::uint32_t* to) {
                return detail::number_rows(left.possible.data(), left.first, left.count, to);
            });
            detail::append_kept(c_.truths, left.count, [&](truth* to) {
                return detail::keep_truths(left.possible.data(), left.certain.data(), left.count, to);
            });
            all_certain_ = all_certain_ && left.all_certain();
        });
        follow_places();
    }

    void reserve() {
        const std::size_t most =
            sel_.time == detail::when::always ? s_.relation_count() : detail::estimated_candidates(s_, sel_);
        c_.targets.reserve(most);
        c_.places.reserve(most + detail::rows_a_call); // rows are sifted into them so many at a time
        c_.truths.reserve(most + detail::rows_a_call);
    }

    void find_targets() {
        c_.targets.resize(c_.places.size());
        detail::gather(c_.places, s_.out.to, c_.targets.data());
    }
    /// Of edges whose places are known: where they lead, and which node they leave.
    void follow_places() {
        find_targets();
        std::size_t edge = 0;
        for (std::uint32_t n = 0; n < s_.node_count(); ++n) {
            while (edge < c_.places.size() && c_.places[edge] < s_.out.offsets[n + 1]) ++edge;
            c_.offsets.push_back(static_cast<std::uint32_t>(edge));
        }
    }

    void test(std::uint32_t from, std::uint32_t place) {
        const truth t = detail::relation_truth(s_, sel_, from, place);
        if (!is_possible(t)) return;
        c_.targets.push_back(s_.out.to[place]);
        c_.places.push_back(place);
        c_.truths.push_back(t);
        all_certain_ = all_certain_ && is_certain(t);
    }

    const detail::store& s_;
    const detail::selection& sel_;
    snapshot_columns& c_;
    bool all_certain_ = true;
};

/// Whether the view shows each node, as it does where none has days; it gives up with the first that is not
/// shown.
bool shows_all_nodes(const detail::store& s, const detail::selection& sel) {
    if (!detail::is_siftable(sel)) return false;
    const detail::sieve rows(s, sel);
    for (std::size_t first = 0; first < s.node_count(); first += detail::rows_a_call) {
        const std::size_t count = std::min(s.node_count() - first, detail::rows_a_call);
        const detail::sifted left = rows.nodes(static_cast<std::uint32_t>(first), count);
        if (left.size() != count) return false;
    }
    return true;
}

/// By node: whether the view shows it.
std::vector<std::uint8_t> nodes_shown(const detail::store& s, const detail::selection& sel) {
    std::vector<std::uint8_t> shown(s.node_count());
    const auto count = static_cast<std::uint32_t>(s.node_count());
    if (detail::is_siftable(sel)) {
        detail::sift_nodes(s, sel, {0, count}, [&shown](const detail::sifted& left) {
            for (std::size_t i = 0; i < left.count; ++i) shown[left.first + i] = left.shows(i);
        });
    } else {
        for (std::uint32_t n = 0; n < count; ++n) shown[n] = is_possible(detail::node_truth(s, sel, n));
    }
    return shown;
}

/// Vertices are the nodes that the view shows and the ends of its edges: a node without dates excludes no
/// relation, even where it is itself only possibly there.
void number_vertices(const detail::store& s, const detail::selection& sel, snapshot_columns& c) {
    const auto count = static_cast<std::uint32_t>(s.node_count());
    c.nodes.resize(count);
    if (shows_all_nodes(s, sel)) // each node is the vertex of its own number
        return std::iota(c.nodes.begin(), c.nodes.end(), std::uint32_t{0});
    std::vector<std::uint8_t> wanted = nodes_shown(s, sel);
    for (const std::uint32_t to : c.targets) wanted[to] = 1;
    std::size_t size = 0;
    for (std::uint32_t n = 0; n < count; ++n) { // without a branch: hardly one could be foreseen
        const bool has_out = c.offsets[n] != c.offsets[n + 1];
        c.nodes[size] = n;
        c.offsets[size + 1] = c.offsets[n + 1]; // what is left out has no edges
        size += wanted[n] | std::size_t{has_out};
    }
    if (size == count) return; // those that are not shown are ends of edges
    c.nodes.resize(size);
    c.offsets.resize(size + 1);
    std::vector<vertex> vertices(count);
    for (vertex v = 0; v < c.nodes.size(); ++v) vertices[c.nodes[v]] = v;
    for (vertex& to : c.targets) to = vertices[to];
}

} // namespace

snapshot view::snapshot() const {
    const detail::store& s = *history_.store();
    auto columns = detail::snapshots_of(s).get(selection_, [&] {
        auto c = std::make_shared<snapshot_columns>();
        edge_gathering(s, selection_, *c).run();
        number_vertices(s, selection_, *c);
        return c;
    });
    return {history_.store(), std::move(columns),
            selection_.reading ? std::make_shared<const comity::reading>(reading()) : nullptr};
}

void history::forget_snapshots() const {
    detail::snapshots_of(*store_).clear();
}

namespace graph {

/// A counting sort. While edges are put in place `offsets[v + 1]` says where the next one into `v` goes, and
/// so where they end once all are. No lock is held meanwhile: `tell` may ask of this graph, or wait for who
/// does.
const incoming_columns& snapshot_columns::incoming(const progress& tell) const {
    if (const incoming_columns* const made = made_.load(std::memory_order_acquire)) return *made;
    detail::pulse pulse(tell, "incoming edges", nodes.size() + 2 * targets.size());
    auto in = std::make_unique<incoming_columns>();
    in->offsets.assign(nodes.size() + 2, 0);
    detail::in_blocks(0, targets.size(), pulse, [&](std::size_t first, std::size_t end) {
        for (std::size_t e = first; e < end; ++e) ++in->offsets[targets[e] + 2];
        pulse.advance(end - first);
    });
    std::partial_sum(in->offsets.begin(), in->offsets.end(), in->offsets.begin());
    in->sources.resize(targets.size());
    pulse.look();
    in->edges.resize(targets.size());
    detail::loop_pulse each(pulse);
    for (vertex from = 0; from < nodes.size(); ++from) {
        for (std::uint32_t e = offsets[from]; e < offsets[from + 1]; ++e) {
            const std::uint32_t at = in->offsets[targets[e] + 1]++;
            in->sources[at] = from;
            in->edges[at] = e;
        }
        each.advance(1 + offsets[from + 1] - offsets[from]);
    }
    in->offsets.pop_back();
    pulse.finish();
    const std::lock_guard lock(keeping_);
    if (!incoming_) {
        incoming_ = std::move(in);
        made_.store(incoming_.get(), std::memory_order_release);
    }
    return *incoming_;
}

relation snapshot::relation(const edge& e) const {
    return {store_, relation_id{store_->out.row[columns_->places[e.index]]}};
}

comity::reading snapshot::reading() const {
    return reading_ ? *reading_ : comity::reading{};
}

undirected_snapshot::undirected_snapshot(snapshot of) : of_(std::move(of)) {
    const snapshot_columns& c = of_.columns();
    const incoming_columns& in = c.incoming();
    auto a = std::make_shared<adjacency>();
    a->offsets.push_back(0);
    a->neighbours.reserve(2 * c.targets.size());
    a->edges.reserve(2 * c.targets.size());
    for (vertex v = 0; v < c.nodes.size(); ++v) {
        for (std::uint32_t e = c.offsets[v]; e < c.offsets[v + 1]; ++e) {
            a->neighbours.push_back(c.targets[e]);
            a->edges.push_back(e);
        }
        for (std::uint32_t i = in.offsets[v]; i < in.offsets[v + 1]; ++i) {
            a->neighbours.push_back(in.sources[i]);
            a->edges.push_back(in.edges[i]);
        }
        a->offsets.push_back(static_cast<std::uint32_t>(a->neighbours.size()));
    }
    adjacency_ = std::move(a);
}

undirected_snapshot undirected(const snapshot& g) {
    return undirected_snapshot(g);
}

} // namespace graph
} // namespace comity
