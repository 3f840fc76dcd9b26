// Boost.Graph's algorithms on our snapshot and on Boost's own compressed_sparse_row_graph of the same edges:
// what modelling the concepts costs. Both were built before. Each run asks both, one after the other, so that
// a slow moment of the machine hits both; the ratio is the middle one of the runs'.
//
//   bench_boost_graph FOLDER   with nodes.csv.gz and relations.csv.gz, in which a missing end means that day
//   only
#include "data_set.hpp"

#include <comity/comity.hpp>
#include <comity/view/boost_graph.hpp>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace {

using boost_csr =
    boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

boost_csr same_edges(const comity::snapshot& g) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (std::uint32_t v = 0; v < g.vertex_count(); ++v)
        for (std::uint32_t e = g.columns().offsets[v]; e < g.columns().offsets[v + 1]; ++e)
            edges.emplace_back(v, g.columns().targets[e]);
    return {boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(),
            static_cast<std::uint32_t>(g.vertex_count())};
}

template <class Run>
double milliseconds(Run&& run) {
    const auto began = std::chrono::steady_clock::now();
    run();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

double middle_of(std::vector<double> numbers) {
    const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
    std::nth_element(numbers.begin(), middle, numbers.end());
    return *middle;
}

/// Runs it on both in turn; `algorithm(graph)` returns some number of its result.
template <class Algorithm>
void compare(const char* name, const comity::snapshot& ours, const boost_csr& theirs, Algorithm&& algorithm) {
    constexpr int runs = 31;
    std::vector<double> of_ours, of_theirs, ratios;
    double a = 0, b = 0;
    for (int run = 0; run < runs; ++run) {
        of_ours.push_back(milliseconds([&] { a = algorithm(ours); }));
        of_theirs.push_back(milliseconds([&] { b = algorithm(theirs); }));
        ratios.push_back(of_ours.back() / of_theirs.back());
    }
    std::printf("%-28s ours %9.3f ms, Boost's %9.3f ms, ratio %.3f%s\n", name, middle_of(of_ours),
                middle_of(of_theirs), middle_of(ratios), std::abs(a - b) < 1e-6 ? "" : "   ANOTHER ANSWER");
}

struct ranks_of {
    template <class Graph>
    double operator()(const Graph& g) const {
        std::vector<double> rank(num_vertices(g)), next(num_vertices(g));
        const auto index = get(boost::vertex_index, g);
        boost::graph::page_rank(g, boost::make_iterator_property_map(rank.begin(), index),
                                boost::graph::n_iterations(20), 0.85, num_vertices(g),
                                boost::make_iterator_property_map(next.begin(), index));
        return *std::max_element(rank.begin(), rank.end());
    }
};

struct strong_parts_of {
    template <class Graph>
    double operator()(const Graph& g) const {
        std::vector<std::uint32_t> part(num_vertices(g));
        return static_cast<double>(boost::strong_components(
            g, boost::make_iterator_property_map(part.begin(), get(boost::vertex_index, g))));
    }
};

struct breadth_first_from_each_hundredth {
    template <class Graph>
    double operator()(const Graph& g) const {
        std::vector<boost::default_color_type> colour(num_vertices(g));
        std::vector<std::uint32_t> distance(num_vertices(g));
        const auto index = get(boost::vertex_index, g);
        double sum = 0;
        for (std::uint32_t v = 0; v < num_vertices(g); v += 100) {
            std::fill(distance.begin(), distance.end(), 0);
            const auto to = boost::make_iterator_property_map(distance.begin(), index);
            boost::breadth_first_search(
                g, v,
                boost::visitor(boost::make_bfs_visitor(boost::record_distances(to, boost::on_tree_edge())))
                    .color_map(boost::make_iterator_property_map(colour.begin(), index)));
            sum += *std::max_element(distance.begin(), distance.end());
        }
        return sum;
    }
};

} // namespace

int main(int argc, char** argv) try {
    if (argc != 2) return std::puts("usage: bench_boost_graph FOLDER"), 2;
    const comity::history h = comity::benchmark::load(argv[1]);
    const comity::snapshot ours = h.all().snapshot();
    const boost_csr theirs = same_edges(ours);
    std::printf("%zu vertices, %zu edges\n", ours.vertex_count(), ours.edge_count());
    compare("PageRank, 20 iterations", ours, theirs, ranks_of{});
    compare("strong components", ours, theirs, strong_parts_of{});
    compare("breadth-first searches", ours, theirs, breadth_first_from_each_hundredth{});
    return 0;
} catch (const std::exception& e) {
    std::puts(e.what());
    return 1;
}
