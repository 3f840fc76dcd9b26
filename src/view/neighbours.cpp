#include <comity/view/neighbours.hpp>

#include "history/store.hpp"
#include "view/candidates.hpp"
#include "view/eval.hpp"
#include "view/marked_numbers.hpp"
#include "view/neighbour_gathering.hpp"
#include "view/runs.hpp"
#include "view/sieve.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace comity {
namespace {

using detail::neighbour_gathering;
using detail::place_run;
using detail::selection;
using detail::store;

/// Relations by the node that they go out of.
struct going_out {
    static const detail::column<std::uint32_t>& ends(const store& s) noexcept { return s.out.to; }
    static place_run run(const store& s, node_id node) noexcept { return detail::out_run(s, node); }
    static place_run run(const store& s, const selection& sel, node_id node, relation_type type) noexcept {
        return detail::out_run(s, sel, node, type);
    }
    static detail::sifted sift(const detail::sieve& rows, std::uint32_t first, std::size_t count) noexcept {
        return rows.out(first, count);
    }
    static truth truth_at(const store& s, const selection& sel, node_id node, std::uint32_t at) noexcept {
        return detail::relation_truth(s, sel, static_cast<std::uint32_t>(node), at);
    }
};

/// The same by the node that they come in to.
struct coming_in {
    static const detail::column<std::uint32_t>& ends(const store& s) noexcept { return s.in.from; }
    static place_run run(const store& s, node_id node) noexcept { return detail::in_run(s, node); }
    static place_run run(const store& s, const selection& sel, node_id node, relation_type type) noexcept {
        return detail::in_run(s, sel, node, type);
    }
    static detail::sifted sift(const detail::sieve& rows, std::uint32_t first, std::size_t count) noexcept {
        return rows.in(first, count);
    }
    static truth truth_at(const store& s, const selection& sel, node_id, std::uint32_t at) noexcept {
        return detail::relation_truth(s, sel, s.in.from[at], s.in.place[at]);
    }
};

/// What is asked of each of some nodes, node by node.
template <class Direction>
class neighbour_walk {
public:
    neighbour_walk(const store& s, const selection& sel, std::optional<relation_type> type, asking asked)
        : store_(s),
          selection_(sel),
          type_(type),
          asked_(asked),
          rows_(s, sel, asked),
          shows_run_(type && !sel.reading && detail::shows_each(s, sel)),
          siftable_(detail::is_siftable(sel)) {}

    /// The runs of some nodes are found first, so that room is made for all that may come of them.
    [[nodiscard]] neighbour_lists over(std::span<const node_id> nodes) const {
        constexpr std::size_t some = 16;
        std::array<place_run, some> runs;
        neighbour_gathering found(nodes.size(), asked_);
        if (nodes.size() > some) found.expect(most_found(nodes));
        while (!nodes.empty()) {
            const auto asked = nodes.first(std::min(some, nodes.size()));
            std::size_t most = 0;
            for (std::size_t i = 0; i < asked.size(); ++i) {
                runs[i] = run_of(asked[i]);
                most += runs[i].end - runs[i].first;
            }
            found.expect(most);
            for (std::size_t i = 0; i < asked.size(); ++i) {
                walk(asked[i], runs[i], found);
                found.end_list();
            }
            nodes = nodes.subspan(asked.size());
        }
        return std::move(found).take();
    }

private:
    /// What of a node's relations may be seen.
    [[nodiscard]] place_run run_of(node_id node) const noexcept {
        return type_ ? Direction::run(store_, selection_, node, *type_) : Direction::run(store_, node);
    }

    /// How much may come of many nodes: no more than their relations, and hardly more than the days looked at
    /// have.
    [[nodiscard]] std::size_t most_found(std::span<const node_id> nodes) const {
        std::size_t degrees = 0;
        for (const node_id n : nodes) {
            const place_run all = Direction::run(store_, n);
            degrees += all.end - all.first;
        }
        return std::min(degrees, detail::estimated_candidates(store_, selection_));
    }

    void walk(node_id node, const place_run& run, neighbour_gathering& found) const {
        const auto& ends = Direction::ends(store_);
        if (shows_run_) return found.add(run, ends);
        if (siftable_)
            return detail::sift_run(
                run,
                [this](std::uint32_t first, std::size_t count) {
                    return Direction::sift(rows_, first, count);
                },
                [&](const detail::sifted& left) { found.add(left, ends); });
        for (std::uint32_t at = run.first; at < run.end; ++at)
            if (const truth t = Direction::truth_at(store_, selection_, node, at); is_possible(t))
                found.add(ends[at], t);
    }

    const store& store_;
    const selection& selection_;
    std::optional<relation_type> type_;
    asking asked_;
    detail::sieve rows_;
    bool shows_run_; ///< a run of one type ends with the days looked at: each of its rows is seen
    bool siftable_;
};

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
neighbour_lists pick_out(const store& s, const selection& sel, std::span<const node_id> nodes, asking asked) {
    const auto places = detail::candidate_places(s, sel);
    const places_by_node by_node(s, places);
    const bool each_is_seen = detail::shows_each(s, sel);
    neighbour_gathering found(nodes.size(), asked);
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

} // namespace

neighbour_lists out_neighbours(const view& v, std::span<const node_id> nodes,
                               std::optional<relation_type> type, asking asked) {
    const store& s = *v.history().store();
    require_nodes(s, nodes);
    if (!admits(v, type)) return no_neighbours(nodes.size());
    if (picks(s, v.selection(), nodes.size())) return pick_out(s, through(v.selection(), type), nodes, asked);
    return neighbour_walk<going_out>(s, v.selection(), type, asked).over(nodes);
}

neighbour_lists in_neighbours(const view& v, std::span<const node_id> nodes,
                              std::optional<relation_type> type, asking asked) {
    const store& s = *v.history().store();
    require_nodes(s, nodes);
    if (!admits(v, type)) return no_neighbours(nodes.size());
    return neighbour_walk<coming_in>(s, v.selection(), type, asked).over(nodes);
}

} // namespace comity
