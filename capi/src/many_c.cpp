// Questions about many things at once.
#include "handles.hpp"
#include "texts.hpp"

#include <comity/io/edges.hpp>
#include <comity/view/counts.hpp>
#include <comity/view/neighbours.hpp>

using namespace comity::capi;

namespace {

/// Counts each of the days by `count_each`.
template <class CountEach>
int32_t counted(const comity_view* view, const int64_t* days, size_t count, comity_table** out,
                CountEach&& count_each) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        if (count != 0) required(days, "days");
        const std::vector<comity::day> asked(days, days + count);
        result.make(comity::counts_table(asked, count_each(v, asked)));
    });
}

/// Lists the neighbours of each of the nodes by `list_each`.
template <class ListEach>
int32_t listed(const comity_view* view, const int64_t* nodes, size_t count, const char* type, size_t length,
               comity_table** out, ListEach&& list_each) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        if (count != 0) required(nodes, "nodes");
        std::vector<comity::node_id> asked;
        for (size_t i = 0; i < count; ++i) asked.push_back(node_in(v.history(), nodes[i]).number());
        result.make(
            comity::neighbours_table(v.history(), asked, list_each(v, asked, type_in(v, type, length))));
    });
}

} // namespace

int32_t comity_view_edges(const comity_view* view, const char* type, size_t length, comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        result.make(comity::edges_table(v, type_in(v, type, length)));
    });
}

int32_t comity_view_counts_at(const comity_view* view, const int64_t* days, size_t count,
                              comity_table** out) {
    return counted(view, days, count, out, comity::relation_counts_at);
}

int32_t comity_view_counts_by(const comity_view* view, const int64_t* days, size_t count,
                              comity_table** out) {
    return counted(view, days, count, out, comity::relation_counts_by);
}

int32_t comity_view_out_neighbours(const comity_view* view, const int64_t* nodes, size_t count,
                                   const char* type, size_t length, comity_table** out) {
    return listed(view, nodes, count, type, length, out, comity::out_neighbours);
}

int32_t comity_view_in_neighbours(const comity_view* view, const int64_t* nodes, size_t count,
                                  const char* type, size_t length, comity_table** out) {
    return listed(view, nodes, count, type, length, out, comity::in_neighbours);
}
