#include <comity/io/graph_tables.hpp>

#include "io/column_types.hpp"

#include "history/store.hpp"
#include "io/lent_column.hpp"
#include "io/listing_parts.hpp"

#include <comity/error.hpp>
#include <comity/io/table_builder.hpp>
#include <comity/view/view.hpp>

#include <charconv>
#include <string>
#include <utility>
#include <vector>

namespace comity {

using namespace detail::column_types;
using detail::growing;

namespace {

void require_same_size(std::size_t values, std::size_t wanted, const char* what = "vertices") {
    if (values != wanted)
        throw error(errc::invalid_argument, std::to_string(values) + " values for " + std::to_string(wanted) +
                                                ' ' + what + "; expected the results of this snapshot");
}

/// The columns id and node: the ids are those of the whole history, which it keeps for all its tables.
void add_vertices(table_builder& t, const snapshot& g) {
    const growing<std::uint32_t>& nodes = g.columns().nodes;
    t.add_column(detail::lent_categories("id", detail::node_ids(*g.store()), nodes));
    t.add_column(detail::lent_column("node", growing<std::int64_t>(nodes.begin(), nodes.end())));
}

/// The ids of all vertices: what columns of ends point into.
text_list ids_of(const snapshot& g) {
    std::vector<std::string_view> ids;
    ids.reserve(g.vertex_count());
    for (graph::vertex v = 0; v < g.vertex_count(); ++v) ids.push_back(g.node(v).id());
    return text_list(ids);
}

/// A column of vertices by their ids.
template <class Rows, class End>
void add_ends(table_builder& t, std::string_view name, const text_list& ids, const Rows& rows, End end) {
    column_builder& column = t.add_column(name, ids);
    for (const auto& row : rows) column.category(static_cast<std::int32_t>(row.*end));
}

/// The shortest text that reads back as the same number.
std::string shortest(double value) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

} // namespace

table vertex_table(const snapshot& g, std::string_view name, std::span<const double> values) {
    require_same_size(values.size(), g.vertex_count());
    table_builder t;
    add_vertices(t, g);
    column_builder& column = t.add_column(name, number);
    for (const double value : values) column.number(value);
    return std::move(t).build();
}

table vertex_table(const snapshot& g, std::string_view name, std::span<const std::uint32_t> values) {
    require_same_size(values.size(), g.vertex_count());
    table_builder t;
    add_vertices(t, g);
    column_builder& column = t.add_column(name, integer);
    for (const std::uint32_t value : values) column.integer(value);
    return std::move(t).build();
}

table edge_table(const snapshot& g, std::string_view name, std::span<const double> values) {
    require_same_size(values.size(), g.edge_count(), "edges");
    const graph::snapshot_columns& c = g.columns();
    growing<std::int64_t> relations;
    growing<std::int32_t> from, to;
    for (graph::vertex v = 0; v < g.vertex_count(); ++v)
        for (std::uint32_t e = c.offsets[v]; e < c.offsets[v + 1]; ++e) {
            relations.push_back(g.store()->out.row[c.places[e]]);
            from.push_back(static_cast<std::int32_t>(c.nodes[v]));
            to.push_back(static_cast<std::int32_t>(c.nodes[c.targets[e]]));
        }
    const text_list& ids = detail::node_ids(*g.store());
    table_builder t;
    t.add_column(detail::lent_column("relation", std::move(relations)));
    t.add_column(detail::lent_categories("from", ids, std::move(from)));
    t.add_column(detail::lent_categories("to", ids, std::move(to)));
    t.add_column(detail::lent_column(name, growing<double>(values.begin(), values.end())));
    return std::move(t).build();
}

table distances_table(const snapshot& g, std::span<const std::uint32_t> distances) {
    require_same_size(distances.size(), g.vertex_count());
    table_builder t;
    add_vertices(t, g);
    column_builder& column = t.add_column("distance", integer);
    for (const std::uint32_t d : distances) d == unreached ? column.null() : column.integer(d);
    return std::move(t).build();
}

table to_table(const snapshot& g, pageranks found) {
    require_same_size(found.ranks.size(), g.vertex_count());
    table_builder t;
    add_vertices(t, g);
    t.add_column(detail::lent_column("rank", std::move(found.ranks)));
    t.set_note("iterations", std::to_string(found.iterations));
    t.set_note("change", shortest(found.change));
    return std::move(t).build();
}

table to_table(const snapshot& g, const components& found) {
    require_same_size(found.of.size(), g.vertex_count());
    table_builder t;
    add_vertices(t, g);
    t.add_column(detail::lent_column("part", growing<std::int64_t>(found.of.begin(), found.of.end())));
    growing<std::int64_t> sizes(found.of.size());
    for (std::size_t v = 0; v < sizes.size(); ++v) sizes[v] = found.sizes[found.of[v]];
    t.add_column(detail::lent_column("size", std::move(sizes)));
    t.set_note("parts", std::to_string(found.sizes.size()));
    return std::move(t).build();
}

table to_table(const snapshot& g, const clustering_counts& found) {
    require_same_size(found.local.size(), g.vertex_count());
    table_builder t;
    add_vertices(t, g);
    column_builder& triangles = t.add_column("triangles", integer);
    for (const std::uint64_t n : found.triangles) triangles.integer(static_cast<std::int64_t>(n));
    column_builder& local = t.add_column("clustering", number);
    for (const double share : found.local) local.number(share);
    t.set_note("triangles", std::to_string(found.total));
    t.set_note("transitivity", shortest(found.transitivity));
    return std::move(t).build();
}

table to_table(const snapshot& g, std::span<const tie> ties) {
    const text_list ids = ids_of(g);
    table_builder t;
    add_ends(t, "a", ids, ties, &tie::a);
    add_ends(t, "b", ids, ties, &tie::b);
    column_builder& shared = t.add_column("shared", integer);
    for (const tie& x : ties) shared.integer(x.shared);
    column_builder& weight = t.add_column("weight", number);
    for (const tie& x : ties) weight.number(x.weight);
    return std::move(t).build();
}

table to_table(const snapshot& g, std::span<const reached> pairs) {
    const text_list ids = ids_of(g);
    table_builder t;
    add_ends(t, "from", ids, pairs, &reached::from);
    add_ends(t, "to", ids, pairs, &reached::to);
    column_builder& distance = t.add_column("distance", integer);
    for (const reached& r : pairs) distance.integer(r.distance);
    return std::move(t).build();
}

table to_table(const listing<arrival>& arrivals) {
    table_builder t{{"id", text}, {"node", integer}, {"day", days}, {"hops", integer}, {"relation", integer}};
    for (const arrival& a : arrivals)
        t.add_row({a.at.id(), to_index(a.at.number()), a.on, a.hops,
                   a.by ? cell(to_index(a.by->number())) : cell()});
    t.set_note("searched", arrivals.searched.to_string());
    return std::move(t).build();
}

table to_table(const std::optional<journey>& found) {
    table_builder t{
        {"step", integer}, {"relation", integer}, {"type", category}, {"from", category}, {"to", category}};
    if (!found) return std::move(t).build();
    std::size_t step = 0;
    for (const relation& r : found->steps)
        t.add_row({++step, to_index(r.number()), r.type_name(), r.from().id(), r.to().id()});
    t.set_note("departure", found->departure.to_string());
    t.set_note("arrival", found->arrival.to_string());
    return std::move(t).build();
}

table closeness_table(const history& h, std::span<const double> closeness) {
    require_same_size(closeness.size(), h.node_count());
    table_builder t{{"id", text}, {"node", integer}, {"closeness", number}};
    for (std::uint32_t n = 0; n < closeness.size(); ++n)
        t.add_row({h.node(node_id{n}).id(), n, closeness[n]});
    return std::move(t).build();
}

table to_table(const listing<rolling_row>& rows, bool components) {
    table_builder t{{"first", days},
                    {"last", days},
                    {"relations_certain", integer},
                    {"relations_possible", integer},
                    {"nodes_certain", integer},
                    {"nodes_possible", integer},
                    {"parts", integer},
                    {"largest", integer}};
    for (const rolling_row& r : rows)
        t.add_row({r.days.first, r.days.last, r.relations.certain, r.relations.possible, r.nodes.certain,
                   r.nodes.possible, components ? cell(r.parts) : cell(),
                   components ? cell(r.largest) : cell()});
    t.set_note("searched", rows.searched.to_string());
    return std::move(t).build();
}

} // namespace comity
