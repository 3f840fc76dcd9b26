#include <comity/analysis/co_occurrence.hpp>

#include "make_room.hpp"
#include "pulse.hpp"

#include <comity/analysis/neighbourhoods.hpp>

#include <algorithm>

namespace comity {
namespace {

using graph::vertex;

/// Members and groups, each knowing the other.
struct two_sides {
    neighbourhoods groups_of;
    neighbourhoods members_of;
    const co_occurrence_options& options;

    [[nodiscard]] bool admits(vertex group) const noexcept {
        const std::size_t members = members_of.degree(group);
        return members >= options.smallest && members <= options.largest;
    }
    [[nodiscard]] std::size_t admitted(vertex member) const noexcept {
        const auto groups = groups_of.of(member);
        return static_cast<std::size_t>(
            std::count_if(groups.begin(), groups.end(), [this](vertex g) { return admits(g); }));
    }
};

/// The ties of one member after the other, summed in a row as long as the vertices of which only what was
/// written is cleared.
class tie_sums {
public:
    tie_sums(const two_sides& sides, detail::pulse& pulse)
        : sides_(sides),
          pulse_(pulse),
          each_(pulse),
          shared_(sides.groups_of.vertex_count()),
          weight_(shared_.size()) {
        groups_.reserve(shared_.size());
        for (vertex v = 0; v < shared_.size(); ++v) {
            each_.look(1 + sides.groups_of.degree(v));
            groups_.push_back(sides.admitted(v));
        }
    }

    void add_ties_of(vertex a, std::vector<tie>& ties) {
        for (const vertex group : sides_.groups_of.of(a))
            if (sides_.admits(group)) meet(a, group);
        std::sort(met_.begin(), met_.end());
        detail::make_room(ties, met_.size(), pulse_);
        for (const vertex b : met_) {
            if (shared_[b] >= sides_.options.least_shared) ties.push_back({a, b, shared_[b], weight(a, b)});
            shared_[b] = 0;
            weight_[b] = 0;
        }
        met_.clear();
    }

private:
    void meet(vertex a, vertex group) {
        const auto members = sides_.members_of.of(group);
        each_.look(members.size());
        const double share = 1 / static_cast<double>(members.size() - 1);
        for (auto b = std::upper_bound(members.begin(), members.end(), a); b != members.end(); ++b) {
            if (shared_[*b]++ == 0) met_.push_back(*b);
            weight_[*b] += share;
        }
    }

    [[nodiscard]] double weight(vertex a, vertex b) const {
        switch (sides_.options.weight) {
        case tie_weight::jaccard:
            return shared_[b] / static_cast<double>(groups_[a] + groups_[b] - shared_[b]);
        case tie_weight::newman:
            return weight_[b];
        case tie_weight::count:
            break;
        }
        return shared_[b];
    }

    const two_sides& sides_;
    detail::pulse& pulse_;
    detail::loop_pulse each_;
    std::vector<std::uint32_t> shared_;
    std::vector<double> weight_;
    std::vector<std::size_t> groups_;
    std::vector<vertex> met_;
};

std::vector<tie> ties(const snapshot& g, direction to_groups, const co_occurrence_options& options) {
    const direction back = to_groups == direction::out ? direction::in : direction::out;
    detail::pulse pulse(options.tell, "co-occurrence", g.vertex_count());
    const two_sides sides{neighbourhoods_of(g, to_groups, pulse.within()),
                          neighbourhoods_of(g, back, pulse.within()), options};
    std::vector<tie> found;
    tie_sums sums(sides, pulse);
    for (vertex v = 0; v < g.vertex_count(); ++v) {
        pulse(v);
        sums.add_ties_of(v, found);
    }
    pulse.finish();
    return found;
}

} // namespace

std::vector<tie> co_occurrence(const snapshot& g, const co_occurrence_options& options) {
    return ties(g, direction::out, options);
}

std::vector<tie> co_occurrence_of_targets(const snapshot& g, const co_occurrence_options& options) {
    return ties(g, direction::in, options);
}

} // namespace comity
