#include <comity/io/graph_tables.hpp>

#include "io/column_types.hpp"

#include "history/start_index.hpp"
#include "history/store.hpp"
#include "io/filled_column.hpp"
#include "io/lent_column.hpp"
#include "io/listing_parts.hpp"

#include <comity/error.hpp>
#include <comity/io/table_builder.hpp>
#include <comity/view/view.hpp>

#include <charconv>
#include <string>
#include <type_traits>
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

/// A table of so many rows while it is made, column by column; the caller hears how far it is.
class row_table {
public:
    row_table(std::size_t rows, std::size_t columns, const progress& tell)
        : rows_(rows), pulse_(tell, "table", rows * columns) {}

    /// Whole numbers or others: `at(row)`.
    template <class At>
    void add(std::string_view name, At&& at) {
        using value = std::invoke_result_t<At&, std::size_t>;
        using cell = std::conditional_t<std::is_floating_point_v<value>, double, std::int64_t>;
        const auto as_cell = [&at](std::size_t row) { return static_cast<cell>(at(row)); };
        table_.add_column(detail::lent_column(name, detail::filled_column<cell>(rows_, pulse_, as_cell)));
    }
    /// Texts by their number in the list: `at(row)`.
    template <class At>
    void add(std::string_view name, const text_list& texts, At&& at) {
        table_.add_column(
            detail::lent_categories(name, texts, detail::filled_column<std::uint32_t>(rows_, pulse_, at)));
    }
    /// The columns id and node: the ids are those of the whole history, which it keeps for all its tables.
    void add_vertices(const snapshot& g) {
        const growing<std::uint32_t>& nodes = g.columns().nodes;
        table_.add_column(detail::lent_categories("id", detail::node_ids(*g.store()), nodes));
        add("node", [&nodes](std::size_t v) { return nodes[v]; });
    }
    /// The table, for what is added another way.
    [[nodiscard]] table_builder& columns() noexcept { return table_; }
    [[nodiscard]] detail::pulse& beat() noexcept { return pulse_; }
    [[nodiscard]] table build() && {
        pulse_.finish();
        return std::move(table_).build();
    }

private:
    std::size_t rows_;
    detail::pulse pulse_;
    table_builder table_;
};

/// The ids of all vertices: what columns of ends point into.
text_list ids_of(const snapshot& g) {
    std::vector<std::string_view> ids;
    ids.reserve(g.vertex_count());
    for (graph::vertex v = 0; v < g.vertex_count(); ++v) ids.push_back(g.node(v).id());
    return text_list(ids);
}

/// The shortest text that reads back as the same number.
std::string shortest(double value) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

/// id, node and one number for each vertex.
template <class Number>
table numbers_of_vertices(const snapshot& g, std::string_view name, std::span<const Number> values,
                          const progress& tell) {
    require_same_size(values.size(), g.vertex_count());
    row_table t(values.size(), 2, tell);
    t.add_vertices(g);
    t.add(name, [values](std::size_t v) { return values[v]; });
    return std::move(t).build();
}

} // namespace

table vertex_table(const snapshot& g, std::string_view name, std::span<const double> values,
                   const progress& tell) {
    return numbers_of_vertices(g, name, values, tell);
}

table vertex_table(const snapshot& g, std::string_view name, std::span<const std::uint32_t> values,
                   const progress& tell) {
    return numbers_of_vertices(g, name, values, tell);
}

table edge_table(const snapshot& g, std::string_view name, std::span<const double> values,
                 const progress& tell) {
    require_same_size(values.size(), g.edge_count(), "edges");
    const graph::snapshot_columns& c = g.columns();
    const auto& numbers = g.store()->out.row;
    const text_list& ids = detail::node_ids(*g.store());
    row_table t(values.size(), 4, tell);
    const growing<graph::vertex> from = detail::starts_of_all(c.offsets);
    t.add("relation", [&](std::size_t e) { return numbers[c.places[e]]; });
    t.add("from", ids, [&](std::size_t e) { return c.nodes[from[e]]; });
    t.add("to", ids, [&](std::size_t e) { return c.nodes[c.targets[e]]; });
    t.add(name, [values](std::size_t e) { return values[e]; });
    return std::move(t).build();
}

table distances_table(const snapshot& g, std::span<const std::uint32_t> distances, const progress& tell) {
    require_same_size(distances.size(), g.vertex_count());
    row_table t(distances.size(), 2, tell);
    t.add_vertices(g);
    column_builder& column = t.columns().add_column("distance", integer);
    detail::loop_pulse each(t.beat());
    for (const std::uint32_t d : distances) {
        d == unreached ? column.null() : column.integer(d);
        each.advance(1);
    }
    return std::move(t).build();
}

table to_table(const snapshot& g, pageranks found, const progress& tell) {
    require_same_size(found.ranks.size(), g.vertex_count());
    row_table t(found.ranks.size(), 1, tell);
    t.add_vertices(g);
    t.columns().add_column(detail::lent_column("rank", std::move(found.ranks)));
    t.columns().set_note("iterations", std::to_string(found.iterations));
    t.columns().set_note("change", shortest(found.change));
    return std::move(t).build();
}

table to_table(const snapshot& g, const components& found, const progress& tell) {
    require_same_size(found.of.size(), g.vertex_count());
    row_table t(found.of.size(), 3, tell);
    t.add_vertices(g);
    t.add("part", [&found](std::size_t v) { return found.of[v]; });
    t.add("size", [&found](std::size_t v) { return found.sizes[found.of[v]]; });
    t.columns().set_note("parts", std::to_string(found.sizes.size()));
    return std::move(t).build();
}

table to_table(const snapshot& g, const clustering_counts& found, const progress& tell) {
    require_same_size(found.local.size(), g.vertex_count());
    row_table t(found.local.size(), 3, tell);
    t.add_vertices(g);
    t.add("triangles", [&found](std::size_t v) { return found.triangles[v]; });
    t.add("clustering", [&found](std::size_t v) { return found.local[v]; });
    t.columns().set_note("triangles", std::to_string(found.total));
    t.columns().set_note("transitivity", shortest(found.transitivity));
    return std::move(t).build();
}

table to_table(const snapshot& g, std::span<const tie> ties, const progress& tell) {
    const text_list ids = ids_of(g);
    row_table t(ties.size(), 4, tell);
    t.add("a", ids, [ties](std::size_t i) { return ties[i].a; });
    t.add("b", ids, [ties](std::size_t i) { return ties[i].b; });
    t.add("shared", [ties](std::size_t i) { return ties[i].shared; });
    t.add("weight", [ties](std::size_t i) { return ties[i].weight; });
    return std::move(t).build();
}

table to_table(const snapshot& g, std::span<const reached> pairs, const progress& tell) {
    const text_list ids = ids_of(g);
    row_table t(pairs.size(), 3, tell);
    t.add("from", ids, [pairs](std::size_t i) { return pairs[i].from; });
    t.add("to", ids, [pairs](std::size_t i) { return pairs[i].to; });
    t.add("distance", [pairs](std::size_t i) { return pairs[i].distance; });
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
