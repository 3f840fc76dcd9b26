#pragma once

#include "history/store.hpp"
#include "pulse.hpp"

#include <comity/analysis/journeys.hpp>

#include <cstdint>
#include <vector>

namespace comity::detail {

/// The clock on that day. It can be turned back, and so begins one day after what 64 bits can count.
[[nodiscard]] std::int64_t clock_on(day d) noexcept;

/// Dijkstra's search over days instead of lengths. Looking for the latest departure is the same search with
/// the clock running backwards: days are negated and relations walked from their other end.
class journey_search {
public:
    /// How the search stands at a node.
    struct stop {
        std::int64_t clock = 0; ///< the day of the earliest arrival; negated when the clock runs backwards
        std::uint32_t hops = 0;
        std::uint32_t place = 0;  ///< of the last relation, if there are hops
        std::uint32_t before = 0; ///< the node before, if there are hops
    };

    journey_search(const view& v, const journey_options& options, bool backwards);

    /// Finds the first arrival everywhere, beginning at `start` when the clock shows `clock`. Throws error
    /// (cancelled).
    void run(node_id start, std::int64_t clock, pulse& pulse);

    /// The nodes reached, in the order of their arrivals.
    [[nodiscard]] const std::vector<std::uint32_t>& reached() const noexcept { return reached_; }
    [[nodiscard]] bool has_reached(node_id n) const noexcept { return round_[to_index(n)] == now_; }
    [[nodiscard]] const stop& at(std::uint32_t node) const noexcept { return stops_[node]; }
    /// The places of the relations on the way to a node that was reached.
    [[nodiscard]] std::vector<std::uint32_t> way_to(node_id n) const;
    /// The days on which setting out may be worth while: a way that can't leave later and arrive no later
    /// leaves on the last day of one of its relations, or, if it takes no time, on the first of one. One day
    /// where nothing bounds it.
    [[nodiscard]] std::vector<std::int64_t> departures(node_id from) const;
    /// How many relations the runs have looked at.
    [[nodiscard]] std::size_t tested() const noexcept { return tested_; }

private:
    /// When a relation may be walked: by whoever is there when the clock shows `ready` or less; it brings
    /// them to the other end when the clock shows `done`, or at once if that has passed.
    struct passage {
        std::int64_t ready = 0;
        std::int64_t done = 0;
        bool open = false;
    };

    [[nodiscard]] passage passage_of(std::uint32_t from, std::uint32_t place) const;
    template <class Walk>
    void for_each_step(std::uint32_t node, Walk&& walk) const;
    void settle(std::uint32_t node);

    store_ptr store_;
    selection selection_; ///< without its days
    std::int64_t first_;  ///< day that the view looks at
    std::int64_t last_;
    truth surety_;
    bool forth_; ///< relations are walked from their `from` in the clock's sense
    bool back_;
    bool backwards_;

    struct waiting {
        std::int64_t clock;
        std::uint32_t hops;
        std::uint32_t node;
        friend bool operator>(const waiting& a, const waiting& b) noexcept {
            return a.clock != b.clock ? a.clock > b.clock : a.hops > b.hops;
        }
    };
    std::vector<waiting> queue_;
    std::vector<stop> stops_;
    std::vector<std::uint32_t> round_; ///< in which run a node was last met: no clearing between runs
    std::uint32_t now_ = 0;
    std::vector<std::uint32_t> reached_;
    std::size_t tested_ = 0;
};

} // namespace comity::detail
