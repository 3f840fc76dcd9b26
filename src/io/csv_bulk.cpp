// Two files, nodes and relations, with the same columns in every data set: read in one pass each.

#include "io/bulk_load.hpp"
#include "io/csv_scanner.hpp"
#include "io/recent_ids.hpp"
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

    void read_nodes(std::unique_ptr<byte_source> bytes, const std::string& name);
    void read_relations(std::unique_ptr<byte_source> bytes, const std::string& name);
    [[nodiscard]] loaded_history finish() { return load_.finish(); }

    bytes_read nodes_read, relations_read;

private:
    using relation_places = bulk_load::relation_places;

    void read_relation(csv_tally& tally, const relation_places& at, std::uint64_t line);
    /// The node that a cell names; nothing after the row was rejected.
    [[nodiscard]] std::optional<node_id> node_in(csv_tally& tally, std::size_t column);
    void make_room(const csv_scanner& scanner, std::uint64_t rows, const bytes_read& read);

    bulk_load load_;
    const csv_options& options_;
    recent_ids recent_{0}; ///< made anew when it is known how many nodes there are
    bool roomy_ = false;
};

void bulk_reader::read_nodes(std::unique_ptr<byte_source> bytes, const std::string& name) {
    csv_scanner scanner(std::move(bytes), name, options_.delimiter);
    csv_header header(scanner);
    const std::size_t id = header.require("id");
    const std::size_t type = header.require("type");
    const bulk_load::node_places at{id, type, header.find("name")};
    csv_tally tally(scanner, header, load_.report, options_.source, options_.most_rejected);
    tally.count().unused_columns = header.unused();
    pulse tell(options_.tell, "reading nodes", nodes_read.total);
    while (scanner.next()) {
        if (tally.begin())
            load_.add_node(tally, at, tally.field(at.id), tally.field(at.type), tally.field(at.name));
        if (tally.count().rows % relation_batch::most == 0) tell(nodes_read.done);
    }
}

std::optional<node_id> bulk_reader::node_in(csv_tally& tally, std::size_t column) {
    const std::string_view id = tally.field(column);
    const auto found = recent_.get(id, [this](std::string_view i) { return load_.built.find_node(i); });
    if (!found) tally.reject(column, "no node is called " + shown(id));
    return found;
}

void bulk_reader::read_relation(csv_tally& tally, const relation_places& at, std::uint64_t line) {
    const std::string_view word = tally.field(at.type);
    csv_words::type_meaning& type = load_.words.type_of(word);
    if (!type.refused.empty()) return tally.reject(at.type, type.refused);
    const auto from = node_in(tally, at.from);
    if (!from) return;
    const auto to = node_in(tally, at.to);
    if (!to) return;
    const auto date_in = [&](std::size_t column) {
        return [&, column]() -> const csv_dates::reading& {
            return load_.dates.read(tally.field(column), tally);
        };
    };
    load_.add_relation(tally, at, word, type, *from, *to, line, date_in(at.begin), date_in(at.end));
}

/// How many rows there will be, by the length of the first ones: so that columns grow once.
void bulk_reader::make_room(const csv_scanner& scanner, std::uint64_t rows, const bytes_read& read) {
    if (roomy_ || rows < relation_batch::most || read.done == 0) return;
    roomy_ = true;
    // What was read ahead of the scanner makes the estimate too small at the start, never too large.
    const double left = static_cast<double>(read.total) / static_cast<double>(read.done);
    if (scanner.scanned() != 0)
        load_.built.reserve(0, static_cast<std::size_t>(static_cast<double>(rows) * left));
}

void bulk_reader::read_relations(std::unique_ptr<byte_source> bytes, const std::string& name) {
    csv_scanner scanner(std::move(bytes), name, options_.delimiter);
    csv_header header(scanner);
    const std::size_t from = header.require("source");
    const std::size_t type = header.require("relation");
    const relation_places at{from, type, header.require("target"), header.find("start"), header.find("end")};
    csv_tally tally(scanner, header, load_.report, options_.source, options_.most_rejected);
    tally.count().unused_columns = header.unused();
    load_.built.set_place(name);
    recent_ = recent_ids(load_.kinds.size());
    pulse tell(options_.tell, "reading relations", relations_read.total);
    while (scanner.next()) {
        if (tally.begin()) read_relation(tally, at, scanner.line());
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
    reader.read_nodes(detail::open_bytes(nodes, reader.nodes_read), nodes);
    reader.read_relations(detail::open_bytes(relations, reader.relations_read), relations);
    return reader.finish();
}

loaded_history read_csv_text(std::string_view nodes, std::string_view relations, const csv_options& options) {
    detail::bulk_reader reader(options);
    reader.read_nodes(detail::bytes_of(nodes, "nodes", reader.nodes_read), "nodes");
    reader.read_relations(detail::bytes_of(relations, "relations", reader.relations_read), "relations");
    return reader.finish();
}

} // namespace comity
