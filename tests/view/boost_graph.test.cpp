// That snapshots are what Boost.Graph asks for. What its algorithms make of them: boost_algorithms.test.cpp.

#include "catch.hpp"

#include "support/graphs.hpp"

#include <comity/view/boost_graph.hpp>

#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/range/iterator_range.hpp>

#include <set>
#include <type_traits>
#include <vector>

using comity::graph::edge;
using comity::graph::snapshot;
using comity::graph::undirected_snapshot;
using namespace comity::test;

namespace {

template <class Graph>
void require_concepts() {
    BOOST_CONCEPT_ASSERT((boost::GraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::VertexAndEdgeListGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT(
        (boost::ReadablePropertyGraphConcept<Graph, typename boost::graph_traits<Graph>::vertex_descriptor,
                                             boost::vertex_index_t>));
    BOOST_CONCEPT_ASSERT(
        (boost::ReadablePropertyGraphConcept<Graph, typename boost::graph_traits<Graph>::edge_descriptor,
                                             boost::edge_index_t>));
}

/// All edges that a range of edge iterators yields, by number.
template <class Range>
std::vector<std::uint32_t> numbers(const Range& range) {
    std::vector<std::uint32_t> all;
    for (auto at = range.first; at != range.second; ++at) all.push_back((*at).index);
    return all;
}

} // namespace

// Here the class comity::source is not in sight, as it is not where Boost's algorithms are written.
namespace elsewhere {

template <class Graph>
std::vector<std::pair<std::uint32_t, std::uint32_t>> ends_of(const Graph& g) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> all;
    for (const auto& e : boost::make_iterator_range(edges(g))) all.emplace_back(source(e, g), target(e, g));
    return all;
}

} // namespace elsewhere

TEST_CASE("boost_graph: snapshots model the concepts, const ones too", "[view][bgl]") {
    require_concepts<snapshot>();
    require_concepts<const snapshot>();
    require_concepts<undirected_snapshot>();
    require_concepts<const undirected_snapshot>();
    STATIC_REQUIRE(std::is_same_v<boost::graph_traits<snapshot>::vertex_descriptor, std::uint32_t>);
    STATIC_REQUIRE(boost::is_directed_graph<const snapshot>::value);
    STATIC_REQUIRE(boost::is_undirected_graph<const undirected_snapshot>::value);
    CHECK(boost::allows_parallel_edges(graph_of(1, {})));
}

TEST_CASE("boost_graph: adaptors of a snapshot model the concepts again", "[view][bgl]") {
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<boost::reverse_graph<snapshot>>));
    BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<boost::reverse_graph<snapshot>>));
    BOOST_CONCEPT_ASSERT(
        (boost::BidirectionalGraphConcept<boost::filtered_graph<snapshot, boost::keep_all>>));
    BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<boost::filtered_graph<snapshot, boost::keep_all>>));
    SUCCEED();
}

TEST_CASE("boost_graph: source(e, g) is found beside the class comity::source", "[view][bgl]") {
    const snapshot g = graph_of(3, {{0, 1}, {2, 1}, {2, 2}});
    CHECK(elsewhere::ends_of(g) == arcs{{0, 1}, {2, 1}, {2, 2}});
    CHECK(elsewhere::ends_of(comity::graph::undirected(g)) == arcs{{0, 1}, {2, 1}, {2, 2}});
    const comity::graph::edge e{0, 1, 0};
    CHECK(source(e, g) == 0);
}

TEST_CASE("boost_graph: walks edges in the order of their numbers, past vertices without any",
          "[view][bgl]") {
    const snapshot g = graph_of(7, {{1, 6}, {1, 2}, {4, 1}, {4, 1}, {6, 6}});
    CHECK(num_vertices(g) == 7);
    CHECK(num_edges(g) == 5);
    CHECK(numbers(edges(g)) == std::vector<std::uint32_t>{0, 1, 2, 3, 4});
    CHECK(elsewhere::ends_of(g) == arcs_of(g));
    std::vector<std::uint32_t> all;
    for (const auto v : boost::make_iterator_range(vertices(g))) all.push_back(v);
    CHECK(all == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6});
}

TEST_CASE("boost_graph: out-edges and in-edges of all vertices are the edges", "[view][bgl]") {
    const snapshot g = graph_of(5, {{0, 1}, {0, 1}, {3, 3}, {1, 0}, {4, 3}});
    std::multiset<std::uint32_t> out, in;
    for (const auto v : boost::make_iterator_range(vertices(g))) {
        for (const edge& e : boost::make_iterator_range(out_edges(v, g))) {
            CHECK(source(e, g) == v);
            out.insert(e.index);
        }
        for (const edge& e : boost::make_iterator_range(in_edges(v, g))) {
            CHECK(target(e, g) == v);
            in.insert(e.index);
        }
        CHECK(out_degree(v, g) == numbers(out_edges(v, g)).size());
        CHECK(in_degree(v, g) == numbers(in_edges(v, g)).size());
        CHECK(degree(v, g) == out_degree(v, g) + in_degree(v, g));
        const auto [first, last] = adjacent_vertices(v, g);
        CHECK(static_cast<std::size_t>(last - first) == out_degree(v, g));
    }
    CHECK(out == std::multiset<std::uint32_t>{0, 1, 2, 3, 4});
    CHECK(in == out);
}

TEST_CASE("boost_graph: an edge of an undirected graph leaves from where it is looked at", "[view][bgl]") {
    const undirected_snapshot g = comity::graph::undirected(graph_of(3, {{0, 1}, {2, 1}, {1, 1}}));
    std::vector<std::size_t> times(num_edges(g));
    for (const auto v : boost::make_iterator_range(vertices(g))) {
        for (const edge& e : boost::make_iterator_range(out_edges(v, g))) {
            CHECK(source(e, g) == v);
            ++times[e.index];
        }
        for (const edge& e : boost::make_iterator_range(in_edges(v, g))) CHECK(target(e, g) == v);
        CHECK(degree(v, g) == in_degree(v, g));
    }
    CHECK(times == std::vector<std::size_t>{2, 2, 2});
}

TEST_CASE("boost_graph: edge iterators jump to and fro", "[view][bgl]") {
    const snapshot g = graph_of(2, {{0, 1}, {0, 0}, {0, 1}});
    const auto [first, last] = out_edges(0, g);
    CHECK(last - first == 3);
    CHECK((*(first + 2)).index == 2);
    auto at = last;
    CHECK((*--at).index == 2);
    at -= 2;
    CHECK(at == first);
    CHECK((*(1 + first)).index == 1);
}

TEST_CASE("boost_graph: vertices and edges have their numbers for an index", "[view][bgl]") {
    const snapshot g = graph_of(3, {{0, 1}, {2, 1}});
    CHECK(get(boost::vertex_index, g, 2u) == 2u);
    CHECK(get(get(boost::vertex_index, g), 1u) == 1u);
    for (const edge& e : boost::make_iterator_range(edges(g))) {
        CHECK(get(boost::edge_index, g, e) == e.index);
        CHECK(get(get(boost::edge_index, g), e) == e.index);
    }
    CHECK(boost::graph_traits<snapshot>::null_vertex() == comity::graph::snapshot_columns::no_vertex);
}
