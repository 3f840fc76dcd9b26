#include <comity/io/csv_register.hpp>

#include "history/admissions.hpp"
#include "history/id_text.hpp"
#include "io/built_load.hpp"
#include "io/csv_dates.hpp"
#include "io/csv_facts.hpp"
#include "io/csv_scanner.hpp"
#include "io/csv_tally.hpp"
#include "io/utf8.hpp"
#include "pulse.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace comity {
namespace detail {
namespace {

/// Reads registers into one builder.
class register_loader {
public:
    explicit register_loader(const csv_register_options& options) : options_(options) {}
    void load(const csv_register& r);
    [[nodiscard]] loaded_history finish();

private:
    friend class register_reader;
    const csv_register_options& options_;
    builder builder_;
    load_report report_;
    csv_facts facts_{builder_};
    std::vector<kind> kinds_; ///< by node
    std::map<std::string, source_id> sources_;
    std::map<std::string, std::vector<bool>> spoken_; ///< by source and node: it states the node already
};

/// Reads one file.
class register_reader {
public:
    register_reader(register_loader& in, const csv_register& r);
    void read();

private:
    struct node_place {
        std::size_t id, names;
        comity::kind kind;
        std::string last_cell; ///< the cell of the row before, and what it was
        std::optional<node_id> last;
    };
    struct relation_place {
        relation_type type;
        std::size_t begin, end;
        bool is_act;
        std::uint64_t without_end = 0; ///< rows, of which the mapping says what that means
    };
    struct attribute_place {
        attribute_type type;
        std::size_t column;
    };
    void find_columns();
    void read_row();
    [[nodiscard]] bool read_nodes();
    [[nodiscard]] bool read_relations();
    [[nodiscard]] bool read_texts();
    [[nodiscard]] bool read_date(std::size_t column, date_number& number, days_said& days);
    [[nodiscard]] std::string id_in(std::size_t which) const;
    [[nodiscard]] bool fits_kind(std::size_t which, kind known, std::string_view where);
    void take_nodes();
    void take_text(node_id node, attribute_type type, std::size_t column);
    [[nodiscard]] statement_record stated() const;

    register_loader& in_;
    const csv_register& register_;
    bytes_read bytes_;
    csv_scanner scanner_;
    csv_header header_;
    csv_tally tally_;
    csv_dates dates_;
    source_id source_{};
    std::vector<bool>* spoken_;
    std::vector<node_place> nodes_;
    std::vector<relation_place> relations_;
    std::vector<attribute_place> attributes_;
    std::vector<std::optional<node_id>> row_nodes_;
    std::vector<said_of_relation> row_said_;
    std::vector<std::size_t> row_endless_; ///< those of the row whose missing end was taken for something
    std::vector<said_of_relation> said_;
    std::map<std::pair<std::uint32_t, std::uint16_t>, std::set<std::string, std::less<>>> texts_;
};

void require(bool holds, const std::string& source, const std::string& what) {
    if (!holds) throw error(errc::invalid_argument, "register '" + source + "': " + what);
}

register_reader::register_reader(register_loader& in, const csv_register& r)
    : in_(in),
      register_(r),
      scanner_(open_bytes(r.path, bytes_), r.path, r.delimiter),
      header_(scanner_),
      tally_(scanner_, header_, in.report_, r.source, in.options_.most_rejected),
      dates_(in.builder_, r.times, r.lenient, in.report_),
      spoken_(&in.spoken_[r.source]) {
    require(!r.source.empty(), r.path, "it has no source");
    const auto known = in.sources_.find(r.source);
    source_ = known != in.sources_.end()
                  ? known->second
                  : in.sources_[r.source] = in.builder_.add_source(r.source, r.about_source);
    find_columns();
}

void register_reader::find_columns() {
    const csv_register& r = register_;
    const comity::schema& schema = in_.builder_.schema();
    const auto place = [this](const std::string& column) {
        return column.empty() ? csv_header::none : header_.require(column);
    };
    for (const csv_node_column& n : r.nodes) {
        require(!n.column.empty(), r.source, "a column of nodes has no name");
        nodes_.push_back({header_.require(n.column), place(n.names), schema.kind_named(n.kind), {}, {}});
    }
    for (const csv_relation_columns& c : r.relations) {
        require(c.from < nodes_.size() && c.to < nodes_.size(), r.source,
                "relation '" + c.type + "' runs between nodes that the mapping does not have");
        const relation_type type = schema.relation_type_named(c.type);
        const bool is_act = schema.definition(type).nature == nature::act;
        require(schema.admits(type, nodes_[c.from].kind, nodes_[c.to].kind), r.source,
                not_admitted(schema, type, "a " + r.nodes[c.from].kind, "a " + r.nodes[c.to].kind));
        require(!is_act || c.missing_end != missing_end::open, r.source,
                "'" + c.type + "' is an act, which has no end; a missing one can't be open");
        require(c.missing_end != missing_end::refused, r.source,
                "what a missing end of '" + c.type + "' means must be said");
        relations_.push_back({type, place(c.begin), place(c.end), is_act});
    }
    for (const csv_attribute_column& a : r.attributes) {
        require(a.node < nodes_.size(), r.source,
                "attribute '" + a.type + "' is of a node that the mapping does not have");
        const attribute_type type = schema.attribute_type_named(a.type);
        const value_type value = schema.definition(type).value;
        require(value == value_type::text || value == value_type::date, r.source,
                "attribute '" + a.type + "' takes a " + std::string(to_string(value)) +
                    "; columns give text and dates");
        attributes_.push_back({type, header_.require(a.column)});
    }
    tally_.count().unused_columns = header_.unused();
}

bool register_reader::read_date(std::size_t column, date_number& number, days_said& days) {
    const csv_dates::reading& read = dates_.read(tally_.field(column), tally_);
    if (read.what == csv_dates::outcome::refused) {
        tally_.reject(column, read.reason);
        return false;
    }
    number = read.number;
    days = {read.first, read.last};
    return true;
}

/// Every cell that is going to be kept is looked at before anything is: a row is taken whole or not at all.
bool register_reader::read_texts() {
    const auto fits = [this](std::size_t column) {
        if (is_utf8(tally_.field(column))) return true;
        tally_.reject(column, "the text is not UTF-8");
        return false;
    };
    for (const node_place& n : nodes_) {
        if (!fits(n.id) || !fits(n.names)) return false;
        const std::string_view fault = fault_of_id(tally_.field(n.id));
        if (fault.empty()) continue;
        tally_.reject(n.id, "the cell that names the node " + std::string(fault));
        return false;
    }
    return std::all_of(attributes_.begin(), attributes_.end(), [&](const attribute_place& a) {
        if (!fits(a.column)) return false;
        const std::string_view text = tally_.field(a.column);
        if (text.empty() || in_.builder_.schema().definition(a.type).value != value_type::date) return true;
        const auto read = parse_bounds(text);
        if (!read) tally_.reject(a.column, describe(text, read.failure()));
        return static_cast<bool>(read);
    });
}

bool register_reader::read_relations() {
    row_said_.clear();
    row_endless_.clear();
    for (std::size_t i = 0; i < relations_.size(); ++i) {
        const relation_place& at = relations_[i];
        const csv_relation_columns& c = register_.relations[i];
        said_of_relation s{static_cast<std::uint32_t>(c.from),
                           static_cast<std::uint32_t>(c.to),
                           to_index(at.type),
                           static_cast<std::uint32_t>(scanner_.line()),
                           {},
                           {},
                           {},
                           {}};
        if (!read_date(at.begin, s.begin, s.begins) || !read_date(at.end, s.end, s.ends)) return false;
        const bool begun = s.begin != date_number{};
        const bool ended = s.end != date_number{};
        if (!begun && !ended && !c.undated) continue;
        // That an act has no end is nobody's choice.
        const bool acts = at.is_act && c.missing_end == missing_end::unknown;
        if (begun && !ended && !acts) row_endless_.push_back(i);
        if (begun && !ended && c.missing_end == missing_end::open) {
            s.end = in_.builder_.date("..");
            s.ends = {unbounded_above, unbounded_above};
        }
        if (begun && !ended && c.missing_end == missing_end::instantaneous && !at.is_act) {
            s.end = s.begin;
            s.ends = s.begins;
        }
        row_said_.push_back(s);
    }
    return true;
}

/// The id of the node that a cell of the row names.
std::string register_reader::id_in(std::size_t which) const {
    return register_.nodes[which].prefix + nodes_[which].last_cell;
}

/// Whether a node whose kind is known already has the one of the mapping; the row is rejected if not.
bool register_reader::fits_kind(std::size_t which, kind known, std::string_view where) {
    const node_place& n = nodes_[which];
    if (known == n.kind) return true;
    tally_.reject(n.id, shown(n.last_cell) + " is a '" + std::string(in_.builder_.schema().name(known)) +
                            "' " + std::string(where) + "; here it would be a '" +
                            register_.nodes[which].kind + "'");
    return false;
}

/// The nodes that the cells name, if they are there already, and of the mapping's kinds. One that is not may
/// be named by two cells.
bool register_reader::read_nodes() {
    row_nodes_.clear();
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        node_place& n = nodes_[i];
        const std::string_view cell = tally_.field(n.id);
        if (!n.last || n.last_cell != cell) {
            n.last_cell = cell;
            n.last = in_.builder_.find_node(id_in(i));
        }
        row_nodes_.push_back(n.last);
        if (n.last) {
            if (!fits_kind(i, in_.kinds_[to_index(*n.last)], "elsewhere")) return false;
            continue;
        }
        for (std::size_t before = 0; before < i; ++before)
            if (!row_nodes_[before] && id_in(before) == id_in(i) &&
                !fits_kind(i, nodes_[before].kind, "before in this row"))
                return false;
    }
    return true;
}

statement_record register_reader::stated() const {
    statement_record record;
    record.source = source_;
    record.locator = "line " + std::to_string(scanner_.line());
    record.existence_only = true;
    return record;
}

/// A text is stated once, where the source has it first.
void register_reader::take_text(node_id node, attribute_type type, std::size_t column) {
    const std::string_view text = tally_.field(column);
    if (text.empty()) return;
    auto& known = texts_[{static_cast<std::uint32_t>(node), to_index(type)}];
    if (known.find(text) != known.end()) return;
    known.emplace(text);
    attribute_record value{type, std::string(text), register_.language};
    value.stated = {stated()};
    in_.builder_.add_attribute(node, value);
    ++tally_.count().statements;
}

void register_reader::take_nodes() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        node_place& n = nodes_[i];
        if (!row_nodes_[i]) {
            n.last = in_.builder_.find_node(id_in(i)); // a cell before may have named it
            if (!n.last) {
                n.last = in_.builder_.add_node(id_in(i), n.kind);
                in_.kinds_.push_back(n.kind);
            }
            row_nodes_[i] = n.last;
        }
        const std::size_t number = to_index(*row_nodes_[i]);
        if (spoken_->size() <= number) spoken_->resize(number + 1);
        if (!(*spoken_)[number]) {
            (*spoken_)[number] = true;
            in_.builder_.add_statement(*row_nodes_[i], stated());
            ++tally_.count().statements;
        }
        if (n.names != csv_header::none) take_text(*row_nodes_[i], register_.nodes[i].called, n.names);
    }
}

void register_reader::read_row() {
    if (!read_texts() || !read_nodes() || !read_relations()) return;
    take_nodes();
    for (std::size_t i = 0; i < attributes_.size(); ++i)
        take_text(*row_nodes_[register_.attributes[i].node], attributes_[i].type, attributes_[i].column);
    for (said_of_relation s : row_said_) {
        s.from = static_cast<std::uint32_t>(*row_nodes_[s.from]);
        s.to = static_cast<std::uint32_t>(*row_nodes_[s.to]);
        said_.push_back(s);
    }
    for (const std::size_t i : row_endless_) ++relations_[i].without_end;
    tally_.accept();
}

void register_reader::read() {
    pulse tell(in_.options_.tell, "reading " + register_.source, bytes_.total);
    while (scanner_.next()) {
        if (tally_.begin()) read_row();
        if (tally_.count().rows % rows_between_news == 0) tell(bytes_.done);
    }
    tell.finish();
    in_.builder_.set_place(scanner_.name());
    in_.facts_.add(said_, source_, register_.repeats, tally_.count());
    in_.builder_.set_place({});
    dates_.report_times();
    for (std::size_t i = 0; i < relations_.size(); ++i)
        if (const csv_relation_columns& c = register_.relations[i]; relations_[i].without_end != 0)
            in_.report_.choices.push_back(
                {"missing end", c.type, std::string(to_string(c.missing_end)), relations_[i].without_end});
}

void register_loader::load(const csv_register& r) {
    register_reader(*this, r).read();
}

loaded_history register_loader::finish() {
    return built_load(std::move(builder_), std::move(report_), options_.all_or_nothing, options_.tell);
}

} // namespace
} // namespace detail

loaded_history read_csv_registers(std::span<const csv_register> registers,
                                  const csv_register_options& options) {
    detail::register_loader loader(options);
    for (const csv_register& r : registers) loader.load(r);
    return loader.finish();
}

} // namespace comity
