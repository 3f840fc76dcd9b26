// Questions about many things at once.
#include "handles.hpp"
#include "listing.hpp"
#include "texts.hpp"

#include <comity/io/edges.hpp>
#include <comity/view/counts.hpp>
#include <comity/view/neighbours.hpp>

#include <algorithm>

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
        result.make(comity::neighbours_table(
            v.history(), asked, list_each(v, asked, type_in(v, type, length), comity::asking::how_surely)));
    });
}

/// Writes the neighbours of one node, found by `list_each`, where the caller has room for them.
template <class ListEach>
int32_t written(const comity_view* view, int64_t node, const char* type, size_t length, uint32_t* numbers,
                size_t room, int64_t* out_count, ListEach&& list_each) {
    return guard([&] {
        int64_t& count = required(out_count, "out_count");
        const comity::view& v = object(view).value;
        if (room != 0) required(numbers, "numbers");
        const comity::node_id asked = node_in(v.history(), node).number();
        const std::vector<uint32_t> found =
            list_each(v, {&asked, 1}, type_in(v, type, length), comity::asking::whether).nodes;
        std::copy_n(found.begin(), std::min(room, found.size()), numbers);
        count = static_cast<int64_t>(found.size());
    });
}

} // namespace

int32_t comity_view_edges(const comity_view* view, const char* type, size_t length, comity_table** out) {
    return comity_view_edges_with(view, type, length, nullptr, out);
}

int32_t comity_view_edges_with(const comity_view* view, const char* type, size_t length,
                               const comity_listing_options* options, comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        result.make(comity::edges_table(v, type_in(v, type, length), {}, listing_in(options).tell));
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

int32_t comity_view_out_neighbour_numbers(const comity_view* view, int64_t node, const char* type,
                                          size_t length, uint32_t* numbers, size_t room, int64_t* out_count) {
    return written(view, node, type, length, numbers, room, out_count, comity::out_neighbours);
}

int32_t comity_view_in_neighbour_numbers(const comity_view* view, int64_t node, const char* type,
                                         size_t length, uint32_t* numbers, size_t room, int64_t* out_count) {
    return written(view, node, type, length, numbers, room, out_count, comity::in_neighbours);
}
