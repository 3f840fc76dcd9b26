// Two files, nodes and relations, with the same columns in every data set: read in one pass each.

#include "io/bulk_load.hpp"
#include "io/csv_scanner.hpp"
#include "io/known_ids.hpp"
#include "pulse.hpp"

#include <comity/io/csv.hpp>

#include <filesystem>
#include <memory>
#include <utility>

namespace comity {
namespace detail {
namespace {

class bulk_reader {
public:
    explicit bulk_reader(const csv_options& options) : load_(options), options_(options) {
        if (options.delimiter == '"' || options.delimiter == '\n' || options.delimiter == '\r')
            throw error(errc::invalid_argument, "a quote or a line end can't be the delimiter");
    }

    /// Reads both; what they are read from keeps these up to date.
    [[nodiscard]] loaded_history read(csv_scanner& nodes, csv_scanner& relations);
    bytes_read nodes_read, relations_read;

private:
    void read_nodes(csv_scanner& scanner);
    void read_relations(csv_scanner& scanner);
    using relation_places = bulk_load::relation_places;

    void read_relation(const csv_scanner& scanner, csv_tally& tally, const relation_places& at);
    /// Finds the nodes that rows run between: half of the work, done beside the rest.
    void find_ends(csv_rows& piece, const relation_places& at, std::size_t columns) const;
    /// The node that a cell names; nothing after the row was rejected.
    [[nodiscard]] std::optional<node_id> node_in(const csv_scanner& scanner, csv_tally& tally,
                                                 std::size_t column) const;
    void make_room(const csv_scanner& scanner, std::uint64_t rows, const bytes_read& read);

    bulk_load load_;
    const csv_options& options_;
    known_ids ids_; ///< of all nodes, once they are read
    bool roomy_ = false;
};

loaded_history bulk_reader::read(csv_scanner& nodes, csv_scanner& relations) {
    read_nodes(nodes);
    read_relations(relations);
    return load_.finish();
}

void bulk_reader::read_nodes(csv_scanner& scanner) {
    csv_header header(scanner);
    const std::size_t id = header.require("id");
    const std::size_t type = header.require("type");
    const bulk_load::node_places at{id, type, header.find("name")};
    csv_tally tally(scanner, header, load_.report, options_.source, options_.most_rejected);
    tally.count().unused_columns = header.unused();
    pulse tell(options_.tell, "reading nodes", nodes_read.total);
    while (scanner.next()) {
        if (tally.begin()) {
            const std::string_view called = tally.field(at.id);
            const auto node = load_.add_node(tally, at, called, tally.field(at.type), tally.field(at.name));
            if (node) ids_.add(called, *node);
        }
        if (tally.count().rows % relation_batch::most == 0) tell(nodes_read.done);
    }
}

void bulk_reader::find_ends(csv_rows& piece, const relation_places& at, std::size_t columns) const {
    for (const csv_rows::row& row : piece.rows) {
        if (row.count != columns || row.doubled) continue; // rejected, or not as it will be read
        for (const std::size_t column : {at.from, at.to}) {
            csv_rows::field& field = piece.fields[row.first + column];
            const auto found = ids_.find(piece.text_of(field));
            if (found) field.number = static_cast<std::uint32_t>(*found);
        }
    }
}

std::optional<node_id> bulk_reader::node_in(const csv_scanner& scanner, csv_tally& tally,
                                            std::size_t column) const {
    if (scanner.number(column) != csv_rows::no_number) return node_id{scanner.number(column)};
    const std::string_view id = tally.field(column);
    const auto found = ids_.find(id);
    if (!found) tally.reject(column, "no node is called " + shown(id));
    return found;
}

void bulk_reader::read_relation(const csv_scanner& scanner, csv_tally& tally, const relation_places& at) {
    const std::string_view word = tally.field(at.type);
    csv_words::type_meaning& type = load_.words.type_of(word);
    if (!type.refused.empty()) return tally.reject(at.type, type.refused);
    const auto from = node_in(scanner, tally, at.from);
    if (!from) return;
    const auto to = node_in(scanner, tally, at.to);
    if (!to) return;
    const auto date_in = [&](std::size_t column) {
        return [&, column]() -> const csv_dates::reading& {
            return load_.dates.read(tally.field(column), tally);
        };
    };
    load_.add_relation(tally, at, word, type, *from, *to, scanner.line(), date_in(at.begin), date_in(at.end));
}

/// How many rows there will be, by the length of the first ones: so that columns grow once.
void bulk_reader::make_room(const csv_scanner& scanner, std::uint64_t rows, const bytes_read& read) {
    constexpr std::uint64_t first_ones = 4 * relation_batch::most;
    if (roomy_ || rows < first_ones || read.total == 0) return;
    roomy_ = true;
    const double share =
        scanner.share_of_read() * static_cast<double>(read.done) / static_cast<double>(read.total);
    constexpr double spare = 1.05; // a little too many costs less than to find them too few
    if (share > 0)
        load_.built.reserve(0, static_cast<std::size_t>(spare * static_cast<double>(rows) / share));
}

void bulk_reader::read_relations(csv_scanner& scanner) {
    csv_header header(scanner);
    const std::size_t from = header.require("source");
    const std::size_t type = header.require("relation");
    const relation_places at{from, type, header.require("target"), header.find("start"), header.find("end")};
    csv_tally tally(scanner, header, load_.report, options_.source, options_.most_rejected);
    tally.count().unused_columns = header.unused();
    load_.built.set_place(scanner.name());
    scanner.number_fields(
        [this, at, columns = header.size()](csv_rows& piece) { find_ends(piece, at, columns); });
    pulse tell(options_.tell, "reading relations", relations_read.total);
    while (scanner.next()) {
        if (tally.begin()) read_relation(scanner, tally, at);
        if (load_.batch.from.size() == relation_batch::most) load_.flush();
        if (tally.count().rows % relation_batch::most != 0) continue;
        make_room(scanner, tally.count().rows, relations_read);
        tell(relations_read.done);
    }
    load_.flush();
    load_.built.set_place({});
}

} // namespace
} // namespace detail

loaded_history read_csv(const std::string& nodes, const std::string& relations, const csv_options& options) {
    detail::bulk_reader reader(options);
    detail::csv_scanner of_nodes(detail::open_bytes(nodes, reader.nodes_read), nodes, options.delimiter);
    detail::csv_scanner of_relations(detail::open_bytes(relations, reader.relations_read), relations,
                                     options.delimiter);
    return reader.read(of_nodes, of_relations);
}

loaded_history read_csv_text(std::string_view nodes, std::string_view relations, const csv_options& options) {
    detail::bulk_reader reader(options);
    detail::csv_scanner of_nodes(detail::bytes_of(nodes, "nodes", reader.nodes_read), "nodes",
                                 options.delimiter);
    detail::csv_scanner of_relations(detail::bytes_of(relations, "relations", reader.relations_read),
                                     "relations", options.delimiter);
    return reader.read(of_nodes, of_relations);
}

} // namespace comity
