// Two files, nodes and relations, with the same columns in every data set: read in one pass each.

#include "io/bulk_load.hpp"
#include "io/csv_scanner.hpp"
#include "io/known_ids.hpp"
#include "io/meanings_in_piece.hpp"
#include "io/number_cells.hpp"
#include "pulse.hpp"

#include <comity/io/csv.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

namespace comity {
namespace detail {
namespace {

/// By so many of each it is told how many there will be.
constexpr std::uint64_t first_nodes = std::uint64_t{1} << 10;
constexpr std::uint64_t first_relations = std::uint64_t{1} << 14;

class bulk_reader {
public:
    explicit bulk_reader(const csv_options& options) : load_(options), options_(options) {
        if (options.delimiter == '"' || options.delimiter == '\n' || options.delimiter == '\r')
            throw error(errc::invalid_argument, "a quote or a line end can't be the delimiter");
    }

    using scanner_ptr = std::unique_ptr<csv_scanner>;
    /// Reads both; what they are read from keeps these up to date.
    [[nodiscard]] loaded_history read(scanner_ptr nodes, scanner_ptr relations);
    bytes_read nodes_read, relations_read;

private:
    void read_nodes(csv_scanner& scanner);
    void read_relations(csv_scanner& scanner);
    using relation_places = bulk_load::relation_places;

    void read_relation(const csv_scanner& scanner, csv_tally& tally, const relation_places& at);
    void take_numbered(const csv_scanner& scanner, csv_tally& tally, const relation_places& at);
    /// The node that a cell names; nothing after the row was rejected.
    [[nodiscard]] std::optional<node_id> node_in(csv_tally& tally, std::size_t column) const;
    void make_room(const csv_scanner& nodes, std::uint64_t rows, bool named);
    void make_more_room(const csv_scanner& relations, std::uint64_t rows);

    bulk_load load_;
    const csv_options& options_;
    known_ids ids_; ///< of all nodes, once they are read
    meanings_in_piece meanings_{load_};
    std::uint64_t room_ = 0; ///< relations for which there is room
};

loaded_history bulk_reader::read(scanner_ptr nodes, scanner_ptr relations) {
    // What has been read goes at once: it makes room for what comes next.
    read_nodes(*nodes);
    nodes.reset();
    read_relations(*relations);
    relations.reset();
    ids_ = {};
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
        const std::uint64_t rows = tally.count().rows;
        if (rows == first_nodes) make_room(scanner, rows, at.name != csv_header::none);
        if (rows % rows_between_news == 0) tell(nodes_read.done);
    }
    tell.finish();
}

std::optional<node_id> bulk_reader::node_in(csv_tally& tally, std::size_t column) const {
    const std::string_view id = tally.field(column);
    const auto found = ids_.find(id);
    if (!found) tally.reject(column, "no node is called " + shown(id));
    return found;
}

void bulk_reader::read_relation(const csv_scanner& scanner, csv_tally& tally, const relation_places& at) {
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
    load_.add_relation(tally, at, word, type, *from, *to, scanner.line(), date_in(at.begin), date_in(at.end));
}

/// The same for a row whose cells are numbered.
void bulk_reader::take_numbered(const csv_scanner& scanner, csv_tally& tally, const relation_places& at) {
    const relation_cells::row& row = scanner.cells();
    csv_words::type_meaning& type = meanings_.type(row.type);
    if (!type.refused.empty()) return tally.reject(at.type, type.refused);
    const auto date = [&](std::uint32_t number) {
        return [&, number]() -> const csv_dates::reading& { return meanings_.date(number, tally); };
    };
    load_.add_relation(tally, at, meanings_.type_word(row.type), type, node_id{row.from}, node_id{row.to},
                       scanner.line(), date(row.begin), date(row.end));
}

/// How many times as much there is in all as lies before the row at hand, and a little more: a little too
/// much room costs less than too little. 0: not known.
double still_to_come(const csv_scanner& scanner, const bytes_read& read) {
    constexpr double spare = 1.05;
    const auto before = static_cast<double>(scanner.text_before());
    return before == 0 ? 0 : spare * length_of_text(read, scanner.text_read()) / before;
}

void bulk_reader::make_room(const csv_scanner& nodes, std::uint64_t rows, bool named) {
    const double times = still_to_come(nodes, nodes_read);
    const auto count = static_cast<std::size_t>(times * static_cast<double>(rows));
    load_.built.reserve(count, 0, named ? count : 0,
                        static_cast<std::size_t>(times * static_cast<double>(nodes.text_before())));
    ids_.reserve(count);
}

void bulk_reader::make_more_room(const csv_scanner& relations, std::uint64_t rows) {
    if (rows < std::max(room_, first_relations)) return;
    room_ = static_cast<std::uint64_t>(still_to_come(relations, relations_read) * static_cast<double>(rows));
    load_.built.reserve(0, room_);
}

void bulk_reader::read_relations(csv_scanner& scanner) {
    csv_header header(scanner);
    const std::size_t from = header.require("source");
    const std::size_t type = header.require("relation");
    const relation_places at{from, type, header.require("target"), header.find("start"), header.find("end")};
    csv_tally tally(scanner, header, load_.report, options_.source, options_.most_rejected);
    tally.count().unused_columns = header.unused();
    load_.built.set_place(scanner.name());
    scanner.number_cells(
        [this, at, columns = header.size()](csv_rows& piece) { number_cells(piece, at, columns, ids_); });
    pulse tell(options_.tell, "reading relations", relations_read.total);
    while (scanner.next()) {
        if (tally.begin()) {
            if (meanings_.knows(scanner))
                take_numbered(scanner, tally, at);
            else
                read_relation(scanner, tally, at);
        }
        if (tally.count().rows % rows_between_news != 0) continue;
        make_more_room(scanner, tally.count().rows);
        tell(relations_read.done);
    }
    tell.finish();
    load_.flush();
    load_.built.set_place({});
}

} // namespace
} // namespace detail

loaded_history read_csv(const std::string& nodes, const std::string& relations, const csv_options& options) {
    detail::bulk_reader reader(options);
    auto of_nodes = std::make_unique<detail::csv_scanner>(detail::open_bytes(nodes, reader.nodes_read), nodes,
                                                          options.delimiter);
    auto of_relations = std::make_unique<detail::csv_scanner>(
        detail::open_bytes(relations, reader.relations_read), relations, options.delimiter);
    return reader.read(std::move(of_nodes), std::move(of_relations));
}

loaded_history read_csv_text(std::string_view nodes, std::string_view relations, const csv_options& options) {
    detail::bulk_reader reader(options);
    auto of_nodes = std::make_unique<detail::csv_scanner>(detail::bytes_of(nodes, "nodes", reader.nodes_read),
                                                          "nodes", options.delimiter);
    auto of_relations = std::make_unique<detail::csv_scanner>(
        detail::bytes_of(relations, "relations", reader.relations_read), "relations", options.delimiter);
    return reader.read(std::move(of_nodes), std::move(of_relations));
}

} // namespace comity
