#pragma once

#include <comity/history/columns.hpp>
#include <comity/history/finding.hpp>
#include <comity/history/history.hpp>
#include <comity/history/ids.hpp>
#include <comity/history/records.hpp>
#include <comity/progress.hpp>
#include <comity/schema/schema.hpp>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace comity {

/// The only way to make a history: collects nodes, relations, sources and what is stated of them in any
/// order, then checks everything once and seals it. Nothing that a file can get wrong throws before build():
/// it becomes a finding, so that all mistakes are reported in one go. Numbers must be this builder's: a call
/// given another throws error (invalid_argument) and changes nothing. A call for which the memory does not
/// suffice throws std::bad_alloc and may have done half of its work; from then on all that add anything, and
/// build(), throw error (invalid_argument). Since 0.1.
class builder {
public:
    /// Starts empty, with the built-in ontology.
    builder();
    /// Starts empty, with a schema of the caller's.
    explicit builder(const comity::schema& schema);
    /// Starts with all that `h` holds; numbers survive. O(size of h).
    explicit builder(const history& h);
    builder(builder&&) noexcept;
    builder& operator=(builder&&) noexcept;
    ~builder();

    [[nodiscard]] const comity::schema& schema() const noexcept;
    /// To add kinds, relation types and attribute types.
    [[nodiscard]] comity::schema& schema() noexcept;

    /// Room for that many, so that a bulk load does not grow step by step; `text` are the bytes of all ids
    /// and values.
    void reserve(std::size_t nodes, std::size_t relations, std::size_t attributes = 0, std::size_t text = 0);

    /// Names the place that findings about whatever is added next will carry; the history keeps no names of
    /// files. Line and column count from 1; 0 means not known.
    void set_place(std::string_view file, std::uint32_t line = 0, std::uint32_t column = 0);

    /// Title, description, licence and the like, kept with the history; the last one given under a key.
    void set_note(std::string_view key, std::string_view value);

    // An id is a text that people read: one that is empty (but for a relation's, which may have none) or
    // holds a control character is a finding.

    /// Adds a source. A second one with the same id is a finding, and so are two titles in one language and a
    /// date that is open. O(1).
    source_id add_source(std::string_view id, const source_record& record);
    /// The source of that id, declared already or later. O(1).
    source_id source(std::string_view id);

    /// Adds a node. A second one with the same id is a finding. O(1).
    node_id add_node(std::string_view id, kind k);
    /// The node of that id, declared already or later; never declared is a finding. O(1).
    node_id node(std::string_view id);

    /// The node of that id, or nothing if it was neither declared nor asked for by node(). O(1). Since 0.1.
    [[nodiscard]] std::optional<node_id> find_node(std::string_view id) const noexcept;

    /// Adds a relation that reads `from` type `to`. The id may be empty. O(1).
    relation_id add_relation(node_id from, relation_type type, node_id to, std::string_view id = {});

    /// Adds relations from columns and returns the number of the first; they are numbered in order. The same
    /// as adding them one by one, many times as fast. Throws error: invalid_argument for columns of unequal
    /// length, numbers of nodes or dates that are not this builder's and a day that has no EDTF text;
    /// limit_exceeded for more than a history holds; then nothing is added. O(rows). Since 0.1.
    relation_id add_relations(const relation_columns& columns);
    /// Adds what a source says of many relations. The same as add_statement() for each. Throws as
    /// add_relations(). O(rows). Since 0.1.
    void add_statements(const relation_statements& statements);
    /// The number of a begin or end, for columns: a date that is not an interval, `..`, or the empty text for
    /// an unknown one. Throws date_error for what is not one. O(1) for a text met before. Since 0.1.
    date_number date(std::string_view text);
    /// The number of a day. Throws date_error for one that has no EDTF text. O(1). Since 0.1.
    date_number date(comity::day day);

    /// When the thing begins and ends, as whoever states it without values of his own says.
    void set_period(subject s, const period_record& period);
    /// A value that whoever states the thing also states.
    attribute_id add_attribute(subject s, const attribute_record& record);
    /// A text as such a value; the same as a record that gives no more, and faster. `language` is a BCP 47
    /// tag or empty. Throws error (invalid_argument) for a thing that is not in this builder. O(length).
    /// Since 0.1.
    attribute_id add_attribute(subject s, attribute_type type, std::string_view text,
                               std::string_view language = {});
    /// What a source says of the thing.
    void add_statement(subject s, const statement_record& record);

    [[nodiscard]] std::size_t node_count() const noexcept;
    [[nodiscard]] std::size_t relation_count() const noexcept;

    /// Adds a finding of the caller's own (a reader's), reported with the rest.
    void add_finding(finding f);

    /// Checks and seals. Throws findings_error if any finding is an error; error (cancelled). O(n log n) in
    /// what was added; the builder is spent, whatever the outcome.
    [[nodiscard]] history build(const progress& tell = {}) &&;
    /// The same without throwing for what was added: all findings are appended in the order of their places,
    /// those without a place last; nothing is returned if one of them is an error.
    [[nodiscard]] std::optional<history> try_build(std::vector<finding>& findings,
                                                   const progress& tell = {}) &&;

private:
    struct state;
    std::unique_ptr<state> state_;
};

} // namespace comity
