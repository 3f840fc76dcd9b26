#pragma once

#include "pulse.hpp"

#include <comity/history/detail/growing.hpp>
#include <comity/view/snapshot.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace comity::detail {

/// Finds the parts of a graph within which each vertex reaches each: a depth-first search that keeps, of each
/// vertex on its way, the first one on that way that it gets back to. All its memory is asked for at
/// the start, so that it never moves, and only what is used of it is touched.
/// Source: Tarjan, "Depth-first search and linear graph algorithms", 1972; of a vertex one number is kept,
/// which is first its rank and then its part, as in Pearce, "A space-efficient algorithm for finding strongly
/// connected components", 2016.
class strong_search {
public:
    explicit strong_search(const graph::snapshot_columns& g)
        : graph_(g),
          of_(g.nodes.size(), unseen),
          path_(g.nodes.size()),
          waiting_(g.nodes.size()),
          next_part_(static_cast<std::uint32_t>(g.nodes.size())) {}

    /// By vertex: a number of its part below that of the vertices, no two parts the same. O(vertices +
    /// edges).
    [[nodiscard]] growing<std::uint32_t> run(pulse& beat) && {
        loop_pulse each(beat);
        for (graph::vertex v = 0; v < of_.size(); ++v)
            if (of_[v] == unseen) search(v, each);
        for (std::uint32_t& part : of_) {
            --part; // ranks and parts count from one
            each.look(1);
        }
        return std::move(of_);
    }

private:
    static constexpr std::uint32_t unseen = 0;

    /// A vertex on the way from where the search began.
    struct step {
        graph::vertex at;
        std::uint32_t rank; ///< its own
        std::uint32_t edge; ///< the next one to look at
    };

    void search(graph::vertex first, loop_pulse& each) {
        enter(first, each);
        while (depth_ != 0) {
            step& top = path_[depth_ - 1];
            const std::uint32_t end = graph_.offsets[top.at + 1];
            std::uint32_t lowest = of_[top.at];
            graph::vertex below = top.at;
            for (; top.edge != end && below == top.at; ++top.edge) {
                const graph::vertex to = graph_.targets[top.edge];
                if (of_[to] == unseen)
                    below = to;
                else
                    lowest = std::min(lowest, of_[to]); // parts have numbers above all ranks
            }
            of_[top.at] = lowest;
            if (below != top.at)
                enter(below, each);
            else
                leave();
        }
    }

    void enter(graph::vertex v, loop_pulse& each) {
        of_[v] = next_rank_;
        path_[depth_++] = {v, next_rank_++, graph_.offsets[v]};
        each.advance(1 + graph_.offsets[v + 1] - graph_.offsets[v]);
    }

    /// Of the last vertex of the path, all of whose edges have been looked at.
    void leave() {
        const step done = path_[--depth_];
        if (of_[done.at] == done.rank)
            close(done);
        else
            waiting_[waiting_count_++] = done.at;
        if (depth_ != 0) {
            std::uint32_t& above = of_[path_[depth_ - 1].at];
            above = std::min(above, of_[done.at]);
        }
    }

    /// What waits since `first` was entered gets back to it, and to nothing before it.
    void close(const step& first) {
        of_[first.at] = next_part_;
        --next_rank_;
        for (; waiting_count_ != 0 && of_[waiting_[waiting_count_ - 1]] >= first.rank; --next_rank_)
            of_[waiting_[--waiting_count_]] = next_part_;
        --next_part_;
    }

    const graph::snapshot_columns& graph_;
    growing<std::uint32_t> of_; ///< the rank of what it gets back to, and its part once that is closed
    growing<step> path_;
    growing<graph::vertex> waiting_; ///< left, and of no part yet
    std::size_t depth_ = 0;
    std::size_t waiting_count_ = 0;
    std::uint32_t next_rank_ = 1;
    std::uint32_t next_part_; ///< counts down, so that those of closed parts are above all ranks
};

} // namespace comity::detail
