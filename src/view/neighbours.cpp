#include <comity/view/neighbours.hpp>

#include "history/store.hpp"
#include "view/candidates.hpp"
#include "view/eval.hpp"
#include "view/gather.hpp"
#include "view/kept_rows.hpp"
#include "view/marked_numbers.hpp"
#include "view/runs.hpp"
#include "view/sieve.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace comity {
namespace {

using detail::place_run;
using detail::selection;
using detail::store;

/// Gathers lists one after the other.
class neighbour_gathering {
public:
    explicit neighbour_gathering(std::size_t lists) {
        lists_.offsets.reserve(lists + 1);
        lists_.offsets.push_back(0);
    }
    /// Makes room for what may come next.
    void expect(std::size_t most) {
        const std::size_t room = lists_.nodes.size() + most;
        if (room > lists_.nodes.capacity()) lists_.nodes.reserve(std::max(room, 2 * lists_.nodes.capacity()));
    }
    void add(std::uint32_t node, truth t) {
        if (t != truth::certain && lists_.truths.empty())
            lists_.truths.assign(lists_.nodes.size(), truth::certain);
        lists_.nodes.push_back(node);
        if (t != truth::certain || !lists_.truths.empty()) lists_.truths.push_back(t);
    }
    /// Rows each of which is certainly seen; `ends` are those of all rows.
    void add(std::span<const std::uint32_t> rows, const detail::column<std::uint32_t>& ends) {
        add_ends(rows, ends);
        if (!lists_.truths.empty()) lists_.truths.resize(lists_.nodes.size(), truth::certain);
    }
    /// What is left of some rows.
    void add(const detail::sifted& left, const detail::column<std::uint32_t>& ends) {
        const std::size_t before = lists_.nodes.size();
        detail::append_kept(lists_.nodes, left.count, [&](std::uint32_t* to) {
            return detail::keep_rows(left.possible, ends.data() + left.first, left.count, to);
        });
        if (left.all_certain() && lists_.truths.empty()) return;
        lists_.truths.reserve(lists_.nodes.capacity());
        lists_.truths.resize(before, truth::certain);
        detail::append_kept(lists_.truths, left.count, [&](truth* to) {
            return detail::keep_truths(left.possible, left.certain, left.count, to);
        });
    }
    /// A run of rows each of which is certainly seen.
    void add(const place_run& run, const detail::column<std::uint32_t>& ends) {
        lists_.nodes.insert(lists_.nodes.end(), ends.begin() + run.first, ends.begin() + run.end);
        if (!lists_.truths.empty()) lists_.truths.resize(lists_.nodes.size(), truth::certain);
    }
    void end_list() {
        if (lists_.nodes.size() > std::numeric_limits<std::uint32_t>::max())
            throw error(
                errc::limit_exceeded,
                "lists of neighbours hold at most 4,294,967,295 of them; ask for fewer nodes at once");
        lists_.offsets.push_back(static_cast<std::uint32_t>(lists_.nodes.size()));
    }
    [[nodiscard]] neighbour_lists take() && { return std::move(lists_); }

private:
    void add_ends(std::span<const std::uint32_t> rows, const detail::column<std::uint32_t>& ends) {
        const std::size_t before = lists_.nodes.size();
        lists_.nodes.resize(before + rows.size());
        detail::gather(rows, ends, lists_.nodes.data() + before);
    }

    neighbour_lists lists_;
};

/// Whether a run of one type that begins and ends with the days looked at is seen from end to end.
bool shows_run(const store& s, const selection& sel, std::optional<relation_type> type) noexcept {
    return type && !sel.reading && detail::shows_each(s, sel);
}

/// What of a node's relations may be seen.
place_run run_out(const store& s, const selection& sel, node_id node, std::optional<relation_type> type) {
    return type ? detail::out_run(s, sel, node, *type) : detail::out_run(s, node);
}
place_run run_in(const store& s, const selection& sel, node_id node, std::optional<relation_type> type) {
    return type ? detail::in_run(s, sel, node, *type) : detail::in_run(s, node);
}

void walk_out(const store& s, const selection& sel, node_id node, std::optional<relation_type> type,
              const place_run& run, neighbour_gathering& found) {
    if (shows_run(s, sel, type)) return found.add(run, s.out.to);
    if (detail::is_siftable(sel))
        return detail::sift_out(s, sel, run, [&](const detail::sifted& left) { found.add(left, s.out.to); });
    for (std::uint32_t p = run.first; p < run.end; ++p)
        if (const truth t = detail::relation_truth(s, sel, static_cast<std::uint32_t>(node), p);
            is_possible(t))
            found.add(s.out.to[p], t);
}

void walk_in(const store& s, const selection& sel, node_id, std::optional<relation_type> type,
             const place_run& run, neighbour_gathering& found) {
    if (shows_run(s, sel, type)) return found.add(run, s.in.from);
    if (detail::is_siftable(sel))
        return detail::sift_in(s, sel, run, [&](const detail::sifted& left) { found.add(left, s.in.from); });
    for (std::uint32_t i = run.first; i < run.end; ++i) {
        const std::uint32_t from = s.in.from[i];
        const truth t = detail::relation_truth(s, sel, from, s.in.place[i]);
        if (is_possible(t)) found.add(from, t);
    }
}

/// Some places, ascending, by the node that each leaves.
class places_by_node {
public:
    /// The list must outlive it.
    places_by_node(const store& s, std::span<const std::uint32_t> places)
        : places_(places), leaving_(s.node_count()) {
        std::vector<std::uint32_t> from(places.size());
        s.starts().from(places, from.data());
        for (std::uint32_t i = 0; i < places.size(); ++i) {
            if (i != 0 && from[i] == from[i - 1]) continue;
            leaving_.mark(from[i]);
            runs_.push_back(i);
        }
        runs_.push_back(static_cast<std::uint32_t>(places.size()));
        leaving_.count();
    }
    /// Those of a node. O(1).
    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t node) const noexcept {
        if (!leaving_.contains(node)) return {};
        const std::uint32_t run = leaving_.before(node);
        return places_.subspan(runs_[run], runs_[run + 1] - runs_[run]);
    }

private:
    std::span<const std::uint32_t> places_;
    detail::marked_numbers leaving_;  // nodes
    std::vector<std::uint32_t> runs_; // where in the list those of each such node begin; then its end
};

/// What of each node is asked for, by testing the few relations of the days looked at instead of searching
/// every list.
neighbour_lists pick_out(const store& s, const selection& sel, std::span<const node_id> nodes) {
    const auto places = detail::candidate_places(s, sel);
    const places_by_node by_node(s, places);
    const bool each_is_seen = detail::shows_each(s, sel);
    neighbour_gathering found(nodes.size());
    found.expect(places.size());
    for (const node_id n : nodes) {
        const auto from = static_cast<std::uint32_t>(n);
        const auto own = by_node.of(from);
        if (each_is_seen) {
            if (!own.empty()) found.add(own, s.out.to);
        } else {
            for (const std::uint32_t p : own)
                if (const truth t = detail::relation_truth(s, sel, from, p); is_possible(t))
                    found.add(s.out.to[p], t);
        }
        found.end_list();
    }
    return std::move(found).take();
}

/// Whether a view shows anything of that type. Throws error (unknown_id) for one of another schema.
bool admits(const view& v, std::optional<relation_type> type) {
    return !type || v.selection().admits(v.history().schema().definition(*type).id);
}

neighbour_lists no_neighbours(std::size_t lists) {
    return {std::vector<std::uint32_t>(lists + 1), {}, {}};
}

/// The selection through a type that it admits.
selection through(selection sel, std::optional<relation_type> type) {
    if (type) sel.types = relation_type_set{*type};
    return sel;
}

void require_nodes(const store& s, std::span<const node_id> nodes) {
    for (const node_id n : nodes)
        if (to_index(n) >= s.node_count())
            throw error(errc::invalid_argument, "there is no node number " + std::to_string(to_index(n)) +
                                                    "; this history has " + std::to_string(s.node_count()));
}

/// Whether testing the relations of the days looked at is less work than a search in each node's list.
bool picks(const store& s, const selection& sel, std::size_t nodes) {
    constexpr std::size_t few = 8;     // for so many the estimate alone costs more than it may save
    constexpr std::size_t search = 16; // steps for each node
    return nodes > few && s.node_count() / 64 < search * nodes && detail::selective(s, sel) &&
           detail::estimated_candidates(s, sel) + s.node_count() / 64 < search * nodes;
}

/// How much may come of many nodes: no more than their relations, and hardly more than the days looked at
/// have.
template <class RunOf>
std::size_t most_found(const store& s, const selection& sel, std::span<const node_id> nodes, RunOf&& run_of) {
    std::size_t degrees = 0;
    for (const node_id n : nodes) {
        const place_run all = run_of(s, sel, n, std::nullopt);
        degrees += all.end - all.first;
    }
    return std::min(degrees, detail::estimated_candidates(s, sel));
}

/// Node by node. The runs of some nodes are found first, so that room is made for all that may come of them.
template <class RunOf, class Walk>
neighbour_lists walked(const store& s, const selection& sel, std::span<const node_id> nodes,
                       std::optional<relation_type> type, RunOf&& run_of, Walk&& walk) {
    constexpr std::size_t some = 16;
    std::array<place_run, some> runs;
    neighbour_gathering found(nodes.size());
    if (nodes.size() > some) found.expect(most_found(s, sel, nodes, run_of));
    while (!nodes.empty()) {
        const auto asked = nodes.first(std::min(some, nodes.size()));
        std::size_t most = 0;
        for (std::size_t i = 0; i < asked.size(); ++i) {
            runs[i] = run_of(s, sel, asked[i], type);
            most += runs[i].end - runs[i].first;
        }
        found.expect(most);
        for (std::size_t i = 0; i < asked.size(); ++i) {
            walk(s, sel, asked[i], type, runs[i], found);
            found.end_list();
        }
        nodes = nodes.subspan(asked.size());
    }
    return std::move(found).take();
}

} // namespace

neighbour_lists out_neighbours(const view& v, std::span<const node_id> nodes,
                               std::optional<relation_type> type) {
    const store& s = *v.history().store();
    require_nodes(s, nodes);
    if (!admits(v, type)) return no_neighbours(nodes.size());
    if (picks(s, v.selection(), nodes.size())) return pick_out(s, through(v.selection(), type), nodes);
    return walked(s, v.selection(), nodes, type, run_out, walk_out);
}

neighbour_lists in_neighbours(const view& v, std::span<const node_id> nodes,
                              std::optional<relation_type> type) {
    const store& s = *v.history().store();
    require_nodes(s, nodes);
    if (!admits(v, type)) return no_neighbours(nodes.size());
    return walked(s, v.selection(), nodes, type, run_in, walk_in);
}

} // namespace comity
