// Columns that are in memory already, to a history: as two CSV files, without the files.

#include <comity/io/bulk_columns.hpp>

#include "io/bulk_load.hpp"
#include "io/utf8.hpp"
#include "pulse.hpp"

#include <comity/error.hpp>
#include <comity/time/date_error.hpp>

#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace comity {
namespace detail {
namespace {

/// The columns of one table, by what they are read as.
class column_places {
public:
    column_places(const table& t, std::string name) : table_(t), name_(std::move(name)) {}

    static constexpr std::size_t none = csv_header::none;
    /// The place of a column that holds one of those types; `none` if it is not there and need not be.
    std::size_t find(std::string_view column, bool must, std::span<const column_type> types) {
        for (std::size_t i = 0; i < table_.column_count(); ++i) {
            if (table_[i].name() != column) continue;
            used_.push_back(i);
            if (std::find(types.begin(), types.end(), table_[i].type()) != types.end()) return i;
            std::string wanted;
            for (const column_type t : types)
                wanted += (wanted.empty() ? "" : ", ") + std::string(to_string(t));
            throw error(errc::invalid_argument, "column '" + std::string(column) + "' of " + name_ +
                                                    " holds " + std::string(to_string(table_[i].type())) +
                                                    "; expected one of " + wanted);
        }
        if (!must) return none;
        std::string known;
        for (const std::string& c : table_.column_names()) known += (known.empty() ? "'" : ", '") + c + "'";
        throw error(errc::invalid_argument, name_ + " have no column '" + std::string(column) +
                                                "'; they have " + (known.empty() ? "none" : known));
    }
    [[nodiscard]] std::vector<std::string> unused() const {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < table_.column_count(); ++i)
            if (std::find(used_.begin(), used_.end(), i) == used_.end()) names.push_back(table_[i].name());
        return names;
    }
    [[nodiscard]] const table& of() const noexcept { return table_; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

private:
    const table& table_;
    std::string name_;
    std::vector<std::size_t> used_;
};

/// Counts what becomes of the rows of one table, one after the other.
class column_tally final : public told_leniently {
public:
    column_tally(const column_places& columns, load_report& report, const csv_options& options)
        : columns_(columns),
          report_(report),
          file_(report.files.size()),
          most_rejected_(options.most_rejected) {
        load_count& c = report_.files.emplace_back();
        c.file = columns.name();
        c.source = options.source;
        c.unused_columns = columns.unused();
    }

    void begin(std::size_t row) {
        row_ = row;
        leniently_ = false;
        ++count().rows;
    }
    void reject(std::size_t column, std::string reason) {
        ++count().rejected;
        if (report_.rejected.size() >= most_rejected_) return;
        rejected_row r{count().file, row_ + 1, 0, {}, {}, std::move(reason)};
        if (column != column_places::none) {
            r.column = column + 1;
            r.name = columns_.of()[column].name();
            r.value = columns_.of()[column].to_string(row_);
            if (!is_utf8(r.value)) r.value = shown(r.value);
        }
        report_.rejected.push_back(std::move(r));
    }
    void took(lenient_note notes, std::string_view text, std::string_view read_as) override {
        leniently_ = true;
        count_lenient_use(report_,
                          {count().file, notes, 1, row_ + 1, std::string(text), std::string(read_as)});
    }
    void accept() { ++(leniently_ ? count().leniently : count().accepted); }
    [[nodiscard]] load_count& count() noexcept { return report_.files[file_]; }
    [[nodiscard]] std::string_view field(std::size_t column) const {
        return column == column_places::none ? std::string_view() : columns_.of()[column].text(row_);
    }
    [[nodiscard]] std::size_t row() const noexcept { return row_; }

private:
    const column_places& columns_;
    load_report& report_;
    std::size_t file_;
    std::size_t most_rejected_;
    std::size_t row_ = 0;
    bool leniently_ = false;
};

/// The numbers of nodes that one column of relations names.
class node_column {
public:
    node_column(bulk_load& load, const std::vector<std::uint32_t>& rows, const table_column& c,
                std::size_t place)
        : load_(load), node_of_row_(rows), column_(c), place_(place) {
        if (c.type() == column_type::category) known_.assign(c.buffers().texts.size(), not_asked);
    }

    /// The node that the cell names; nothing after the row was rejected.
    [[nodiscard]] std::optional<node_id> of(column_tally& tally) {
        const std::uint32_t n = number(tally.row());
        if (n < not_asked) return node_id{n};
        if (column_.is_null(tally.row()))
            tally.reject(place_, "no node is named");
        else if (column_.type() == column_type::integer)
            tally.reject(place_, why_not(*column_.integer(tally.row())));
        else
            tally.reject(place_, "no node is called " + shown(column_.text(tally.row())));
        return std::nullopt;
    }

private:
    /// What is wrong with a row of nodes that is none.
    [[nodiscard]] std::string why_not(std::int64_t row) const {
        const auto rows = static_cast<std::int64_t>(node_of_row_.size());
        const std::string which = "row " + std::to_string(row) + " of nodes";
        if (row >= 0 && row < rows) return which + " was rejected";
        return "there is no " + which + "; expected " +
               (rows == 0 ? "none, as there are no rows" : "0 to " + std::to_string(rows - 1));
    }

    static constexpr std::uint32_t not_there = 0xffffffff;
    static constexpr std::uint32_t not_asked = not_there - 1;

    [[nodiscard]] std::uint32_t number(std::size_t row) {
        if (column_.is_null(row)) return not_there;
        if (column_.type() == column_type::integer) {
            const std::int64_t n = *column_.integer(row);
            const bool there = n >= 0 && static_cast<std::uint64_t>(n) < node_of_row_.size();
            return there ? node_of_row_[static_cast<std::size_t>(n)] : not_there;
        }
        if (column_.type() == column_type::text) return called(column_.text(row));
        std::uint32_t& known = known_[static_cast<std::size_t>(*column_.category(row))];
        if (known == not_asked) known = called(column_.text(row));
        return known;
    }
    [[nodiscard]] std::uint32_t called(std::string_view id) const {
        const auto found = load_.built.find_node(id);
        return found ? static_cast<std::uint32_t>(*found) : not_there;
    }

    bulk_load& load_;
    const std::vector<std::uint32_t>& node_of_row_;
    const table_column& column_;
    std::size_t place_;
    std::vector<std::uint32_t> known_; ///< by category
};

/// What the words of a column of relation types mean; categories are looked up once.
class type_words {
public:
    type_words(csv_words& words, const table_column& c) : words_(words), column_(c) {
        if (c.type() == column_type::category) known_.assign(c.buffers().texts.size(), nullptr);
    }
    [[nodiscard]] csv_words::type_meaning& of(std::size_t row) {
        const auto code = known_.empty() ? std::nullopt : column_.category(row);
        if (!code) return words_.type_of(column_.text(row));
        csv_words::type_meaning*& known = known_[static_cast<std::size_t>(*code)];
        if (known == nullptr) known = &words_.type_of(column_.text(row));
        return *known;
    }

private:
    csv_words& words_;
    const table_column& column_;
    std::vector<csv_words::type_meaning*> known_; ///< by category
};

/// Begins or ends.
class date_column_in {
public:
    date_column_in(bulk_load& load, const table& t, std::size_t place)
        : load_(load), column_(place == column_places::none ? nullptr : &t[place]) {}

    [[nodiscard]] const csv_dates::reading& read(column_tally& tally) {
        if (column_ == nullptr || column_->is_null(tally.row())) return nothing_;
        if (column_->type() == column_type::day) return read_day(*column_->day(tally.row()));
        if (column_->type() == column_type::integer) return read_number(*column_->integer(tally.row()));
        return load_.dates.read(column_->text(tally.row()), tally);
    }
    /// Tells the report of numbers that were read as days, with the first of them.
    void report_numbers() const {
        if (numbers_met_ != 0)
            load_.report.choices.push_back({"number read as day", std::to_string(a_number_.count()),
                                            a_number_.to_string(), numbers_met_});
    }

private:
    const csv_dates::reading& read_number(std::int64_t number) {
        const csv_dates::reading& read = read_day(day(number));
        if (read.what == csv_dates::outcome::date && numbers_met_++ == 0) a_number_ = day(number);
        return read;
    }
    const csv_dates::reading& read_day(day d) {
        try {
            last_ = {csv_dates::outcome::date, load_.built.date(d), {}};
        } catch (const date_error& e) {
            last_ = {csv_dates::outcome::refused, {}, e.what()};
        }
        return last_;
    }

    bulk_load& load_;
    const table_column* column_;
    const csv_dates::reading nothing_{};
    csv_dates::reading last_;
    std::uint64_t numbers_met_ = 0;
    day a_number_;
};

constexpr std::array word_types{column_type::category, column_type::text};
constexpr std::array end_types{column_type::category, column_type::text, column_type::integer};
constexpr std::array date_types{column_type::day, column_type::category, column_type::text,
                                column_type::integer};

class columns_reader {
public:
    explicit columns_reader(const csv_options& options) : load_(options) {}

    void read_nodes(const table& nodes);
    void read_relations(const table& relations);
    [[nodiscard]] loaded_history finish() { return load_.finish(); }

private:
    bulk_load load_;
    std::vector<std::uint32_t> node_of_row_; ///< 0xffffffff: the row was rejected
};

void columns_reader::read_nodes(const table& nodes) {
    column_places columns(nodes, "nodes");
    const std::size_t id = columns.find("id", true, word_types);
    const std::size_t type = columns.find("type", true, word_types);
    const bulk_load::node_places at{id, type, columns.find("name", false, word_types)};
    column_tally tally(columns, load_.report, load_.options);
    pulse tell(load_.options.tell, "reading nodes", nodes.row_count());
    node_of_row_.reserve(nodes.row_count());
    for (std::size_t row = 0; row < nodes.row_count(); ++row) {
        tally.begin(row);
        const auto node =
            load_.add_node(tally, at, tally.field(at.id), tally.field(at.type), tally.field(at.name));
        node_of_row_.push_back(node ? static_cast<std::uint32_t>(*node) : 0xffffffff);
        if (row % rows_between_news == 0) tell(row);
    }
    tell.finish();
}

void columns_reader::read_relations(const table& relations) {
    column_places columns(relations, "relations");
    const std::size_t from = columns.find("source", true, end_types);
    const std::size_t type = columns.find("relation", true, word_types);
    const std::size_t to = columns.find("target", true, end_types);
    const bulk_load::relation_places at{from, type, to, columns.find("start", false, date_types),
                                        columns.find("end", false, date_types)};
    column_tally tally(columns, load_.report, load_.options);
    node_column sources(load_, node_of_row_, relations[from], from);
    node_column targets(load_, node_of_row_, relations[to], to);
    type_words meanings(load_.words, relations[type]);
    date_column_in begins(load_, relations, at.begin);
    date_column_in finals(load_, relations, at.end);
    load_.built.reserve(0, relations.row_count());
    load_.built.set_place("relations");
    pulse tell(load_.options.tell, "reading relations", relations.row_count());
    const auto read_row = [&] {
        csv_words::type_meaning& meaning = meanings.of(tally.row());
        if (!meaning.refused.empty()) return tally.reject(at.type, meaning.refused);
        const auto source = sources.of(tally);
        if (!source) return;
        const auto target = targets.of(tally);
        if (!target) return;
        load_.add_relation(
            tally, at, tally.field(at.type), meaning, *source, *target, tally.row() + 1,
            [&]() -> const csv_dates::reading& { return begins.read(tally); },
            [&]() -> const csv_dates::reading& { return finals.read(tally); });
    };
    for (std::size_t row = 0; row < relations.row_count(); ++row) {
        tally.begin(row);
        read_row();
        if (row % rows_between_news == 0) tell(row);
    }
    tell.finish();
    begins.report_numbers();
    finals.report_numbers();
    load_.flush();
    load_.built.set_place({});
}

} // namespace
} // namespace detail

loaded_history read_columns(const table& nodes, const table& relations, const csv_options& options) {
    detail::columns_reader reader(options);
    reader.read_nodes(nodes);
    reader.read_relations(relations);
    return reader.finish();
}

} // namespace comity
