#include <comity/analysis/pagerank.hpp>

#include "pulse.hpp"

#include <comity/error.hpp>

#include <cmath>
#include <cstdint>
#include <string>

// Boost.Graph's page_rank pushes along out-edges through property maps and keeps no weights; this one pulls
// along in-edges, so that each rank is one sum of a run of contributions.

namespace comity {
namespace {

using graph::incoming_columns;
using graph::snapshot_columns;
using graph::vertex;

void require_sound(const pagerank_options& o, std::size_t edges) {
    if (!(o.damping >= 0 && o.damping < 1))
        throw error(errc::invalid_argument,
                    "the damping is " + std::to_string(o.damping) + "; expected 0 or more and below 1");
    if (!(o.tolerance >= 0))
        throw error(errc::invalid_argument,
                    "the tolerance is " + std::to_string(o.tolerance) + "; expected 0 or more");
    if (!o.weights.empty() && o.weights.size() != edges)
        throw error(errc::invalid_argument, std::to_string(o.weights.size()) + " weights for " +
                                                std::to_string(edges) + " edges; expected one for each");
    for (std::size_t e = 0; e < o.weights.size(); ++e)
        if (!(o.weights[e] >= 0) || !std::isfinite(o.weights[e]))
            throw error(errc::invalid_argument, "the weight of edge " + std::to_string(e) + " is " +
                                                    std::to_string(o.weights[e]) +
                                                    "; expected a finite number, 0 or more");
}

/// One over the weight of what leaves each vertex; 0 where nothing does.
std::vector<double> shares(const snapshot_columns& c, std::span<const double> weights) {
    std::vector<double> share(c.nodes.size());
    for (std::size_t v = 0; v < share.size(); ++v) {
        double out = c.offsets[v + 1] - c.offsets[v];
        if (!weights.empty()) {
            out = 0;
            for (std::uint32_t e = c.offsets[v]; e < c.offsets[v + 1]; ++e) out += weights[e];
        }
        share[v] = out > 0 ? 1 / out : 0;
    }
    return share;
}

/// What the in-edges of `v` bring along. Four sums at a time, so that no addition waits for the one before.
double drawn(const incoming_columns& in, vertex v, const std::vector<double>& given) {
    const vertex* from = in.sources.data() + in.offsets[v];
    const vertex* const end = in.sources.data() + in.offsets[v + 1];
    double a = 0, b = 0, d = 0, e = 0;
    for (; end - from >= 4; from += 4) {
        a += given[from[0]];
        b += given[from[1]];
        d += given[from[2]];
        e += given[from[3]];
    }
    for (; from != end; ++from) a += given[*from];
    return (a + b) + (d + e);
}

double drawn(const incoming_columns& in, vertex v, const std::vector<double>& given,
             std::span<const double> weights) {
    double sum = 0;
    for (std::uint32_t i = in.offsets[v]; i < in.offsets[v + 1]; ++i)
        sum += given[in.sources[i]] * weights[in.edges[i]];
    return sum;
}

} // namespace

namespace {

/// The vertices by what an iteration has to do for them. Where nothing comes in the rank is the same for all,
/// and in a view of few days that is most of them.
struct roles {
    std::vector<vertex> fed;     ///< something comes in
    std::vector<vertex> sources; ///< nothing comes in, but something that counts goes out
    std::size_t idle = 0;        ///< neither
};

roles roles_in(const incoming_columns& in, const std::vector<double>& share) {
    roles r;
    for (vertex v = 0; v < share.size(); ++v) {
        if (in.offsets[v] != in.offsets[v + 1])
            r.fed.push_back(v);
        else if (share[v] != 0)
            r.sources.push_back(v);
        else
            ++r.idle;
    }
    return r;
}

} // namespace

pageranks pagerank(const snapshot& g, const pagerank_options& options) {
    const snapshot_columns& c = g.columns();
    require_sound(options, g.edge_count());
    const auto count = static_cast<vertex>(g.vertex_count());
    pageranks result;
    double bare = count == 0 ? 0 : 1.0 / count; // the rank where nothing comes in
    result.ranks.assign(count, bare);
    const std::vector<double> share = shares(c, options.weights);
    const incoming_columns& in = c.incoming();
    const roles r = roles_in(in, share);
    std::vector<double> given(count);
    detail::pulse pulse(options.tell, "pagerank", options.iterations);
    while (count != 0 && result.iterations < options.iterations) {
        pulse(result.iterations++);
        double stuck = bare * static_cast<double>(r.idle); // the weight that no edge takes on
        for (const vertex v : r.sources) given[v] = bare * share[v];
        for (const vertex v : r.fed) {
            given[v] = result.ranks[v] * share[v];
            if (share[v] == 0) stuck += result.ranks[v];
        }
        const double base = (1 - options.damping + options.damping * stuck) / count;
        result.change = std::abs(base - bare) * static_cast<double>(r.sources.size() + r.idle);
        bare = base;
        for (const vertex v : r.fed) {
            const double sum =
                options.weights.empty() ? drawn(in, v, given) : drawn(in, v, given, options.weights);
            const double rank = base + options.damping * sum;
            result.change += std::abs(rank - result.ranks[v]);
            result.ranks[v] = rank;
        }
        if (result.change < options.tolerance) break;
    }
    for (vertex v = 0; v < count; ++v)
        if (in.offsets[v] == in.offsets[v + 1]) result.ranks[v] = bare;
    return result;
}

} // namespace comity
