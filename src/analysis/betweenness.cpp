#include <comity/analysis/betweenness.hpp>

#include "pulse.hpp"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <random>
#include <thread>
#include <utility>

// Boost.Graph's Brandes takes every vertex as a source, in one thread: no sampling, and no way to stop it.

namespace comity {
namespace {

using graph::vertex;

/// The vertices to search from. The draw is written out, since the standard leaves its distributions open.
std::vector<vertex> sources(std::size_t count, const betweenness_options& o) {
    std::vector<vertex> all(count);
    std::iota(all.begin(), all.end(), vertex{0});
    if (o.samples == 0 || o.samples >= count) return all;
    std::mt19937_64 draw(o.seed);
    for (std::size_t i = 0; i < o.samples; ++i) std::swap(all[i], all[i + draw() % (count - i)]);
    all.resize(o.samples);
    return all;
}

/// One breadth-first search after the other, and what each adds to the sums.
class search {
public:
    explicit search(const neighbourhoods& n)
        : n_(n),
          depth_(n.vertex_count(), unseen),
          ways_(n.vertex_count()),
          share_(n.vertex_count()),
          sums_(n.vertex_count()) {
        order_.reserve(n.vertex_count());
    }

    void from(vertex start) {
        forth(start);
        back();
    }
    [[nodiscard]] const std::vector<double>& sums() const noexcept { return sums_; }

private:
    static constexpr std::uint32_t unseen = 0xffffffff;

    /// Counts the shortest ways to each vertex, nearest first.
    void forth(vertex start) {
        order_.assign(1, start);
        depth_[start] = 0;
        ways_[start] = 1;
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const vertex v = order_[i];
            for (const vertex u : n_.of(v)) {
                if (depth_[u] == unseen) {
                    depth_[u] = depth_[v] + 1;
                    ways_[u] = 0;
                    order_.push_back(u);
                }
                if (depth_[u] == depth_[v] + 1) ways_[u] += ways_[v];
            }
        }
    }

    /// Hands the shares back along those ways, farthest first, and clears what the search has written.
    void back() {
        for (const vertex v : order_) share_[v] = 0;
        for (std::size_t i = order_.size(); i-- > 1;) {
            const vertex v = order_[i];
            for (const vertex u : n_.of(v))
                if (depth_[u] == depth_[v] + 1) share_[v] += ways_[v] / ways_[u] * (1 + share_[u]);
            sums_[v] += share_[v];
        }
        for (const vertex v : order_) depth_[v] = unseen;
    }

    const neighbourhoods& n_;
    std::vector<std::uint32_t> depth_;
    std::vector<double> ways_; // counts, which outgrow any integer
    std::vector<double> share_;
    std::vector<double> sums_;
    std::vector<vertex> order_;
};

/// Searches every `stride`-th of the sources. Only the first thread, which is the caller's, tells how far it
/// is; when it is told to stop, the others see `stop`.
void work_through(search& s, std::span<const vertex> from, std::size_t first, std::size_t stride,
                  const std::atomic<bool>& stop, detail::pulse* pulse) {
    for (std::size_t i = first; i < from.size() && !stop.load(std::memory_order_relaxed); i += stride) {
        if (pulse != nullptr) (*pulse)(i);
        s.from(from[i]);
    }
}

} // namespace

std::vector<double> betweenness(const snapshot& g, const betweenness_options& options) {
    const neighbourhoods n = neighbourhoods_of(g, options.way);
    const std::vector<vertex> from = sources(n.vertex_count(), options);
    const std::size_t machine =
        std::max(1u, options.threads ? options.threads : std::thread::hardware_concurrency());
    const std::size_t threads = std::clamp<std::size_t>(from.size() / 16, 1, machine);
    std::vector<search> searches(threads, search(n));
    std::atomic<bool> stop = false;
    {
        std::vector<std::jthread> helpers;
        for (std::size_t t = 1; t < threads; ++t)
            helpers.emplace_back([&, t] { work_through(searches[t], from, t, threads, stop, nullptr); });
        try {
            detail::pulse pulse(options.tell, "betweenness", from.size());
            work_through(searches[0], from, 0, threads, stop, &pulse);
            pulse.finish();
        } catch (...) {
            stop = true;
            throw;
        }
    }
    const double pairs = options.way == direction::both ? 0.5 : 1.0;
    const double scale =
        from.empty() ? 1 : pairs * static_cast<double>(n.vertex_count()) / static_cast<double>(from.size());
    std::vector<double> result(n.vertex_count());
    for (const search& s : searches)
        for (std::size_t v = 0; v < result.size(); ++v) result[v] += scale * s.sums()[v];
    return result;
}

} // namespace comity
