// Two files, nodes and relations, with the same columns in every data set: read in one pass each.

#include "io/csv_dates.hpp"
#include "io/csv_scanner.hpp"
#include "io/csv_tally.hpp"
#include "io/csv_words.hpp"
#include "pulse.hpp"

#include <comity/io/csv.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

namespace comity {
namespace detail {
namespace {

/// Rows that go to the builder in one call: few enough to stay in the cache.
constexpr std::size_t batch = std::size_t{1} << 14;

/// What was asked already, so that the schema is asked once for each combination and not once a row.
class admissions {
public:
    explicit admissions(const comity::schema& s) : schema_(s) {}
    [[nodiscard]] bool operator()(relation_type t, kind from, kind to) {
        const std::uint64_t key =
            std::uint64_t{to_index(t)} << 32 | std::uint64_t{to_index(from)} << 16 | to_index(to);
        entry& e = known_[(key * 0x9e3779b97f4a7c15u) >> 54];
        if (e.key != key) e = {key, schema_.admits(t, from, to)};
        return e.admitted;
    }

private:
    struct entry {
        std::uint64_t key = ~std::uint64_t{0};
        bool admitted = false;
    };
    const comity::schema& schema_;
    std::vector<entry> known_{std::size_t{1} << 10};
};

/// Columns of relations on their way to the builder.
struct relation_batch {
    std::vector<std::uint32_t> from, to, lines;
    std::vector<std::uint16_t> type;
    std::vector<date_number> begin, end;

    void flush(builder& b, std::optional<source_id> source) {
        b.add_relations({from, type, to, {}, {}, begin, end, lines, source});
        from.clear();
        to.clear();
        lines.clear();
        type.clear();
        begin.clear();
        end.clear();
    }
};

class bulk_reader {
public:
    explicit bulk_reader(const csv_options& options)
        : options_(options),
          words_(builder_, options, report_),
          dates_(builder_, options.times, options.lenient, report_) {
        if (options.delimiter == '"' || options.delimiter == '\n' || options.delimiter == '\r')
            throw error(errc::invalid_argument, "a quote or a line end can't be the delimiter");
        if (!options.source.empty()) source_ = builder_.add_source(options.source, options.about_source);
    }

    void read_nodes(std::unique_ptr<byte_source> bytes, const std::string& name);
    void read_relations(std::unique_ptr<byte_source> bytes, const std::string& name);
    [[nodiscard]] loaded_history finish();

    bytes_read nodes_read, relations_read;

private:
    struct relation_places {
        std::size_t from, type, to, begin, end;
    };
    void read_node(csv_tally& tally, std::size_t id, std::size_t type, std::size_t name);
    void read_relation(csv_tally& tally, const relation_places& at, std::uint64_t line);
    /// The node that a cell of one column named last: neighbouring rows often name the same.
    struct last_node {
        std::string id;
        std::optional<node_id> node;
    };
    /// The node that a cell names; nothing after the row was rejected.
    [[nodiscard]] std::optional<node_id> node_in(csv_tally& tally, std::size_t column, last_node& last);
    [[nodiscard]] bool read_end(csv_tally& tally, std::size_t column, csv_words::type_meaning& type,
                                date_number begin, date_number& end);
    void make_room(const csv_scanner& scanner, std::uint64_t rows, const bytes_read& read);

    const csv_options& options_;
    builder builder_;
    load_report report_;
    csv_words words_;
    csv_dates dates_;
    admissions admits_{builder_.schema()};
    std::vector<kind> kinds_; ///< by node
    std::optional<source_id> source_;
    relation_batch batch_;
    last_node last_from_, last_to_;
    bool roomy_ = false;
};

void bulk_reader::read_node(csv_tally& tally, std::size_t id_at, std::size_t type_at, std::size_t name_at) {
    const std::string_view id = tally.field(id_at);
    const std::string_view name = tally.field(name_at);
    if (id.empty()) return tally.reject(id_at, "the id is empty");
    if (!is_utf8(id)) return tally.reject(id_at, "the id is not UTF-8");
    if (!is_utf8(name)) return tally.reject(name_at, "the name is not UTF-8");
    const std::string_view word = tally.field(type_at);
    if (!is_utf8(word)) return tally.reject(type_at, "the kind is not UTF-8");
    const csv_words::kind_meaning& meaning = words_.kind_of(word);
    if (!meaning.refused.empty()) return tally.reject(type_at, meaning.refused);
    if (builder_.find_node(id)) return tally.reject(id_at, "node " + shown(id) + " stands here twice");
    const node_id node = builder_.add_node(id, meaning.kind);
    kinds_.push_back(meaning.kind);
    if (!name.empty())
        builder_.add_attribute(node, {attribute_type::name, std::string(name), options_.language});
    if (source_) {
        statement_record stated;
        stated.source = *source_;
        builder_.add_statement(node, stated);
        ++tally.count().statements;
    }
    tally.accept();
}

void bulk_reader::read_nodes(std::unique_ptr<byte_source> bytes, const std::string& name) {
    csv_scanner scanner(std::move(bytes), name, options_.delimiter);
    csv_header header(scanner);
    const std::size_t id = header.require("id");
    const std::size_t type = header.require("type");
    const std::size_t name_at = header.find("name");
    csv_tally tally(scanner, header, report_, options_.source, options_.most_rejected);
    tally.count().unused_columns = header.unused();
    pulse tell(options_.tell, "reading nodes", nodes_read.total);
    while (scanner.next()) {
        if (tally.begin()) read_node(tally, id, type, name_at);
        if (tally.count().rows % batch == 0) tell(nodes_read.done);
    }
}

std::optional<node_id> bulk_reader::node_in(csv_tally& tally, std::size_t column, last_node& last) {
    const std::string_view id = tally.field(column);
    if (last.node && last.id == id) return last.node;
    last = {std::string(id), builder_.find_node(id)};
    if (!last.node) tally.reject(column, "no node is called " + shown(id));
    return last.node;
}

/// A row without an end gets the one that the caller says it means.
bool bulk_reader::read_end(csv_tally& tally, std::size_t column, csv_words::type_meaning& type,
                           date_number begin, date_number& end) {
    const csv_dates::reading& read = dates_.read(tally.field(column), tally);
    if (read.what == csv_dates::outcome::refused) {
        tally.reject(column, read.reason);
        return false;
    }
    end = read.number;
    if (read.what == csv_dates::outcome::date) return true;
    ++type.without_end;
    if (type.end == missing_end::open) end = builder_.date("..");
    if (type.end == missing_end::instantaneous && !type.is_act) end = begin;
    if (type.end != missing_end::refused || type.is_act) return true;
    --type.without_end;
    tally.reject(column, "there is no end, and the options don't say what that means for this relation type");
    return false;
}

void bulk_reader::read_relation(csv_tally& tally, const relation_places& at, std::uint64_t line) {
    const std::string_view word = tally.field(at.type);
    csv_words::type_meaning& type = words_.type_of(word);
    if (!type.refused.empty()) return tally.reject(at.type, type.refused);
    const auto from = node_in(tally, at.from, last_from_);
    if (!from) return;
    const auto to = node_in(tally, at.to, last_to_);
    if (!to) return;
    if (!admits_(type.type, kinds_[to_index(*from)], kinds_[to_index(*to)]))
        return tally.reject(at.type, shown(word) + " can't run from a node of kind '" +
                                         std::string(builder_.schema().name(kinds_[to_index(*from)])) +
                                         "' to one of kind '" +
                                         std::string(builder_.schema().name(kinds_[to_index(*to)])) + "'");
    const csv_dates::reading& read = dates_.read(tally.field(at.begin), tally);
    if (read.what == csv_dates::outcome::refused) return tally.reject(at.begin, read.reason);
    const date_number begin = read.number;
    date_number end{};
    if (!read_end(tally, at.end, type, begin, end)) return;
    batch_.from.push_back(static_cast<std::uint32_t>(*from));
    batch_.to.push_back(static_cast<std::uint32_t>(*to));
    batch_.type.push_back(to_index(type.type));
    batch_.begin.push_back(begin);
    batch_.end.push_back(end);
    batch_.lines.push_back(static_cast<std::uint32_t>(std::min<std::uint64_t>(line, 0xffffffff)));
    if (source_) ++tally.count().statements;
    tally.accept();
}

/// How many rows there will be, by the length of the first ones: so that columns grow once.
void bulk_reader::make_room(const csv_scanner& scanner, std::uint64_t rows, const bytes_read& read) {
    if (roomy_ || rows < batch || read.done == 0) return;
    roomy_ = true;
    // What was read ahead of the scanner makes the estimate too small at the start, never too large.
    const double left = static_cast<double>(read.total) / static_cast<double>(read.done);
    if (scanner.scanned() != 0)
        builder_.reserve(0, static_cast<std::size_t>(static_cast<double>(rows) * left));
}

void bulk_reader::read_relations(std::unique_ptr<byte_source> bytes, const std::string& name) {
    csv_scanner scanner(std::move(bytes), name, options_.delimiter);
    csv_header header(scanner);
    const std::size_t from = header.require("source");
    const std::size_t type = header.require("relation");
    const relation_places at{from, type, header.require("target"), header.find("start"), header.find("end")};
    csv_tally tally(scanner, header, report_, options_.source, options_.most_rejected);
    tally.count().unused_columns = header.unused();
    builder_.set_place(name);
    pulse tell(options_.tell, "reading relations", relations_read.total);
    while (scanner.next()) {
        if (tally.begin()) read_relation(tally, at, scanner.line());
        if (batch_.from.size() == batch) batch_.flush(builder_, source_);
        if (tally.count().rows % batch != 0) continue;
        make_room(scanner, tally.count().rows, relations_read);
        tell(relations_read.done);
    }
    batch_.flush(builder_, source_);
    builder_.set_place({});
}

loaded_history bulk_reader::finish() {
    words_.report_missing_ends();
    dates_.report_times();
    if (options_.all_or_nothing && report_.rejected_rows() != 0)
        throw findings_error(errc::parse_error, findings_of(report_));
    std::optional<history> built = std::move(builder_).try_build(report_.findings);
    if (!built) throw findings_error(errc::schema_violation, std::move(report_.findings));
    return {*std::move(built), std::move(report_)};
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
