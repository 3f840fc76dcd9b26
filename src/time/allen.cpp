#include <comity/time/allen.hpp>

#include "period_edges.hpp"

#include <array>

namespace comity {
namespace {

using detail::begin_reach;
using detail::end_reach;
using detail::reach;

// A simple temporal network over the origin and the four edges: `distance_[i][j]` is the most that j may lie
// after i. Always closed (all shortest paths known), so that an edge is added in one pass over the pairs.
class network {
public:
    enum node : std::size_t { origin, a_begin, a_end, b_begin, b_end, nodes };

    explicit network(const std::array<reach, nodes>& windows) noexcept {
        for (std::size_t i = 0; i < nodes; ++i) {
            consistent_ = consistent_ && windows[i].low <= windows[i].high;
            for (std::size_t j = 0; j < nodes; ++j)
                distance_[i][j] = i == j ? 0 : windows[j].high - windows[i].low;
        }
    }

    [[nodiscard]] bool consistent() const noexcept { return consistent_; }

    network& earlier(node x, node y) noexcept { return limit(y, x, -1); }
    network& together(node x, node y) noexcept { return limit(x, y, 0).limit(y, x, 0); }

    /// `to` lies at most `most` after `from`.
    network& limit(node from, node to, std::int64_t most) noexcept {
        if (!consistent_ || most >= distance_[from][to]) return *this;
        if (distance_[to][from] + most < 0) {
            consistent_ = false;
            return *this;
        }
        for (std::size_t i = 0; i < nodes; ++i)
            for (std::size_t j = 0; j < nodes; ++j)
                distance_[i][j] = std::min(distance_[i][j], distance_[i][from] + most + distance_[to][j]);
        return *this;
    }

private:
    std::array<std::array<std::int64_t, nodes>, nodes> distance_{};
    bool consistent_ = true;
};

// Ends are moved to the day after, so that edges which are the same day number touch.
reach next_day(reach r) noexcept {
    return {r.low + 1, r.high + 1};
}

network network_of(const parsed_period& a, const parsed_period& b, bool doubt) noexcept {
    const std::array<reach, network::nodes> windows{reach{0, 0}, begin_reach(a, doubt),
                                                    next_day(end_reach(a, doubt)), begin_reach(b, doubt),
                                                    next_day(end_reach(b, doubt))};
    network n(windows);
    n.earlier(network::a_begin, network::a_end).earlier(network::b_begin, network::b_end);
    if (a.one_day) n.limit(network::a_begin, network::a_end, 1);
    if (b.one_day) n.limit(network::b_begin, network::b_end, 1);
    return n;
}

/// What one relation of Allen's asks of two edges: that they are one day, or that the first is earlier.
struct demand {
    enum how : std::uint8_t { nothing, earlier, together } asked = nothing;
    network::node x = network::origin;
    network::node y = network::origin;
};

consteval std::array<std::array<demand, 3>, 13> demands_of_all() {
    using enum network::node;
    using enum demand::how;
    return {{
        {{{earlier, a_end, b_begin}}},                                                       // before
        {{{together, a_end, b_begin}}},                                                      // meets
        {{{earlier, a_begin, b_begin}, {earlier, b_begin, a_end}, {earlier, a_end, b_end}}}, // overlaps
        {{{together, a_begin, b_begin}, {earlier, a_end, b_end}}},                           // starts
        {{{earlier, b_begin, a_begin}, {earlier, a_end, b_end}}},                            // during
        {{{together, a_end, b_end}, {earlier, b_begin, a_begin}}},                           // finishes
        {{{together, a_begin, b_begin}, {together, a_end, b_end}}},                          // equals
        {{{together, a_end, b_end}, {earlier, a_begin, b_begin}}},                           // finished_by
        {{{earlier, a_begin, b_begin}, {earlier, b_end, a_end}}},                            // contains
        {{{together, a_begin, b_begin}, {earlier, b_end, a_end}}},                           // started_by
        {{{earlier, b_begin, a_begin}, {earlier, a_begin, b_end}, {earlier, b_end, a_end}}}, // overlapped_by
        {{{together, b_end, a_begin}}},                                                      // met_by
        {{{earlier, b_end, a_begin}}},                                                       // after
    }};
}

/// By number of the relation.
constexpr std::array demands = demands_of_all();

bool admits(network n, allen r) noexcept {
    for (const demand& d : demands[static_cast<std::size_t>(r)]) {
        if (d.asked == demand::earlier) n.earlier(d.x, d.y);
        if (d.asked == demand::together) n.together(d.x, d.y);
    }
    return n.consistent();
}

allen_set admitted(const parsed_period& a, const parsed_period& b, identity who, bool doubt) noexcept {
    const network n = network_of(a, b, doubt);
    allen_set found;
    if (!n.consistent()) return found;
    if (who == identity::same) return allen::equals;
    for (unsigned i = 0; i < 13; ++i)
        if (const auto r = static_cast<allen>(i); admits(n, r)) found = found | allen_set(r);
    return found;
}

bool doubted(const parsed_period& p) noexcept {
    return p.begin_doubted || p.end_doubted;
}

} // namespace

std::string_view to_string(allen r) noexcept {
    constexpr std::array<std::string_view, 13> names{
        "before",      "meets",    "overlaps",   "starts",        "during", "finishes", "equals",
        "finished-by", "contains", "started-by", "overlapped-by", "met-by", "after"};
    return names[static_cast<std::size_t>(r)];
}

std::ostream& operator<<(std::ostream& out, allen_set s) {
    out << '{';
    bool first = true;
    for (unsigned i = 0; i < 13; ++i)
        if (s.contains(static_cast<allen>(i))) {
            out << (first ? "" : ", ") << to_string(static_cast<allen>(i));
            first = false;
        }
    return out << '}';
}

allen_set possible_relations(const parsed_period& a, const parsed_period& b, identity who) {
    return admitted(a, b, who, false);
}

allen_set possible_relations(const period& a, const period& b, identity who) {
    return possible_relations(a.parsed(), b.parsed(), who);
}

truth holds(const parsed_period& a, const parsed_period& b, allen_set wanted, identity who) {
    const allen_set possible = admitted(a, b, who, false);
    if ((possible & wanted).empty()) return truth::no;
    const allen_set readings = doubted(a) || doubted(b) ? admitted(a, b, who, true) : possible;
    return (readings & ~wanted).empty() ? truth::certain : truth::possible;
}

truth holds(const period& a, const period& b, allen_set wanted, identity who) {
    return holds(a.parsed(), b.parsed(), wanted, who);
}

std::optional<allen> certain_relation(const period& a, const period& b, identity who) {
    const bool doubt = doubted(a.parsed()) || doubted(b.parsed());
    const allen_set readings = admitted(a.parsed(), b.parsed(), who, doubt);
    if (readings.size() != 1) return std::nullopt;
    return static_cast<allen>(std::countr_zero(readings.bits()));
}

} // namespace comity
