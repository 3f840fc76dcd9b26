#pragma once

#include "io/json_document.hpp"

#include <comity/history/builder.hpp>

#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace comity::detail {

/// Turns a JSON document into what a builder takes. Whatever is wrong becomes a finding with its place, and
/// reading goes on.
class json_reader {
public:
    json_reader(std::string_view text, std::string_view name) : lines_(text), file_(name) {}

    [[nodiscard]] std::optional<history> read(const json_document& document, std::vector<finding>& findings);

private:
    using value = json_value;

    // Small steps: each says what it expected where it fails.

    void complain(std::size_t offset, std::string_view code, std::string message, std::string subject = {});
    /// Findings of the builder about what is added next name this place.
    void stand_at(std::size_t offset);
    /// The text of a string; otherwise a finding that says what it should have been.
    std::optional<std::string> text(const value& v, std::string_view what);
    std::string text_member(const value& object, std::string_view name);
    /// The strings of a list of strings, or of one string.
    std::vector<std::string> texts(const value& v, std::string_view what);
    bool expect(const value& v, value::type t, std::string_view what);
    /// Members that the format does not know are mistakes: a misspelt one would be lost.
    void allow(const value& object, std::initializer_list<std::string_view> names, std::string_view what);
    /// The id of an object, or a finding.
    std::optional<std::string> id_of(const value& object, std::string_view what);
    template <class Each>
    void each(const value& root, std::string_view list, std::string_view what, Each&& read_one);

    // json_reader.cpp
    void read_head(const value& root);
    void read_sources(const value& root);
    void read_source(const value& v);
    [[nodiscard]] coverage_record coverage_of(const value& v);

    // json_reader_schema.cpp
    void read_schema(const value& root);
    void read_kinds(const value& root);
    void read_relation_types(const value& root);
    void read_attribute_types(const value& root);
    [[nodiscard]] std::vector<label_text> labels_of(const value& object);

    // json_reader_facts.cpp
    void read_nodes(const value& root);
    void read_relations(const value& root);
    void read_node(const value& v);
    void read_relation(const value& v);
    void read_names(const value& v, std::vector<attribute_record>& out);
    void read_attributes(const value& v, std::vector<attribute_record>& out);
    void read_attribute(attribute_type type, const value& v, std::vector<attribute_record>& out);
    [[nodiscard]] period_record period_of(const value& object);
    [[nodiscard]] std::vector<statement_record> statements_of(const value& object, bool of_value);
    [[nodiscard]] std::optional<statement_record> statement_of(const value& v, bool of_value);
    [[nodiscard]] std::optional<relation_type> relation_type_of(const value& v);
    /// Both ends, if the relation can be added: nodes, of known kinds as far as read.
    [[nodiscard]] std::optional<std::array<node_id, 2>> ends_of(const value& v);
    /// Reads what an object says of itself, and adds it to that subject if there is one.
    void add_facts(std::optional<subject> s, const value& object);

    builder builder_;
    line_index lines_;
    std::string file_;
    std::unordered_set<std::string> kindless_; ///< ids of nodes whose kind is unknown
};

template <class Each>
void json_reader::each(const value& root, std::string_view list, std::string_view what, Each&& read_one) {
    const value* v = root.find(list);
    if (v == nullptr || !expect(*v, value::type::array, list)) return;
    for (const value& item : v->items)
        if (expect(item, value::type::object, what)) read_one(item);
}

} // namespace comity::detail
