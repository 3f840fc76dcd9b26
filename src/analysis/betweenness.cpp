#include <comity/analysis/betweenness.hpp>

#include "in_blocks.hpp"
#include "pulse.hpp"

#include <comity/history/detail/growing.hpp>

#include <algorithm>
#include <atomic>
#include <exception>
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
    search(const neighbourhoods& n, detail::pulse& pulse)
        : n_(n),
          pulse_(&pulse),
          depth_(n.vertex_count(), unseen),
          ways_(n.vertex_count()),
          share_(n.vertex_count()),
          sums_(n.vertex_count()) {
        order_.reserve(n.vertex_count());
    }

    /// What was found means nothing once that is stopped.
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
        share_[start] = 0;
        detail::loop_pulse each(*pulse_);
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const vertex v = order_[i];
            each.look(1 + n_.degree(v));
            for (const vertex u : n_.of(v)) {
                if (depth_[u] == unseen) {
                    depth_[u] = depth_[v] + 1;
                    ways_[u] = 0;
                    share_[u] = 0;
                    order_.push_back(u);
                }
                if (depth_[u] == depth_[v] + 1) ways_[u] += ways_[v];
            }
        }
    }

    /// Hands the shares back along those ways, farthest first, and clears what the search has written.
    void back() {
        detail::loop_pulse each(*pulse_);
        for (std::size_t i = order_.size(); i-- > 1;) {
            const vertex v = order_[i];
            each.look(1 + n_.degree(v));
            for (const vertex u : n_.of(v))
                if (depth_[u] == depth_[v] + 1) share_[v] += ways_[v] / ways_[u] * (1 + share_[u]);
            sums_[v] += share_[v];
        }
        for (const vertex v : order_) {
            each.look(1);
            depth_[v] = unseen;
        }
    }

    const neighbourhoods& n_;
    detail::pulse* pulse_;
    std::vector<std::uint32_t> depth_;
    detail::growing<double> ways_; // counts, which outgrow any integer; of those met, as the shares
    detail::growing<double> share_;
    std::vector<double> sums_;
    std::vector<vertex> order_;
};

/// The shares of the searches: each has every so-many-th of the sources.
class shares {
public:
    shares(const neighbourhoods& n, std::span<const vertex> from, std::size_t threads, detail::pulse& pulse)
        : from_(from), pulse_(pulse) {
        searches_.reserve(threads);
        for (std::size_t t = 0; t < threads; ++t) searches_.emplace_back(n, pulse);
    }

    /// Side by side on threads of their own, as far as the system grants them; the rest on the caller's,
    /// which alone tells how far it is. What any of them throws stops the others, and is thrown when all are
    /// done.
    void work() {
        std::exception_ptr failed;
        {
            std::vector<std::jthread> helpers;
            const std::size_t granted = start(helpers);
            try {
                work_through(0, [this](std::size_t i) { pulse_(i); });
                for (std::size_t t = granted; t < searches_.size(); ++t)
                    work_through(t, [this](std::size_t) { pulse_(from_.size()); });
            } catch (...) {
                failed = std::current_exception();
                stop_ = true;
            }
        }
        if (failed) std::rethrow_exception(failed);
        if (helper_failed_) std::rethrow_exception(helper_failed_);
    }
    [[nodiscard]] const std::vector<search>& searches() const noexcept { return searches_; }

private:
    /// Those of the second share and after it. The first share that got no thread.
    std::size_t start(std::vector<std::jthread>& helpers) {
        std::size_t t = 1;
        try {
            for (; t < searches_.size(); ++t) helpers.emplace_back([this, t] { help(t); });
        } catch (...) {
            // No thread to be had, or no memory for one: the caller does the rest.
        }
        return t;
    }
    void help(std::size_t t) noexcept {
        try {
            work_through(t, [](std::size_t) {});
        } catch (...) {
            if (!stop_.exchange(true)) helper_failed_ = std::current_exception();
        }
    }
    template <class Beat>
    void work_through(std::size_t first, Beat&& beat) {
        const std::size_t stride = searches_.size();
        for (std::size_t i = first; i < from_.size() && !stop_.load(std::memory_order_relaxed); i += stride) {
            beat(i);
            searches_[first].from(from_[i]);
        }
    }

    std::vector<search> searches_;
    std::span<const vertex> from_;
    detail::pulse& pulse_;
    std::atomic<bool> stop_ = false;
    std::exception_ptr helper_failed_;
};

} // namespace

std::vector<double> betweenness(const snapshot& g, const betweenness_options& options) {
    const std::vector<vertex> from = sources(g.vertex_count(), options);
    detail::pulse pulse(options.tell, "betweenness", from.size());
    const neighbourhoods n = neighbourhoods_of(g, options.way, pulse.within());
    const std::size_t machine =
        std::max(1u, options.threads ? options.threads : std::thread::hardware_concurrency());
    const std::size_t threads = std::clamp<std::size_t>(from.size() / 16, 1, machine);
    shares all(n, from, threads, pulse);
    all.work();
    const double pairs = options.way == direction::both ? 0.5 : 1.0;
    const double scale =
        from.empty() ? 1 : pairs * static_cast<double>(n.vertex_count()) / static_cast<double>(from.size());
    std::vector<double> result(n.vertex_count());
    for (const search& s : all.searches())
        detail::in_blocks(0, result.size(), pulse, [&](std::size_t first, std::size_t last) {
            for (std::size_t v = first; v < last; ++v) result[v] += scale * s.sums()[v];
        });
    pulse.finish();
    return result;
}

} // namespace comity
