#pragma once

#include "io/json_document.hpp"
#include "pulse.hpp"

#include <comity/history/builder.hpp>

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace comity::detail {

/// Turns a JSON document into what a builder takes. Whatever is wrong becomes a finding with its place, and
/// reading goes on.
class json_reader {
public:
    json_reader(std::string_view text, std::string_view name, const progress& tell)
        : lines_(text), file_(name), tell_(tell), beat_(tell, "reading records", text.size()) {}

    [[nodiscard]] std::optional<history> read(json_document document, std::vector<finding>& findings);

private:
    using value = json_value;

    /// A statement and where it stands.
    struct located_statement {
        std::size_t offset = 0;
        statement_record record;
    };
    /// An attribute value and where it stands.
    struct located_attribute {
        std::size_t offset = 0;
        attribute_record record;
    };

    // json_reader_steps.cpp: small steps, each of which says what it expected where it fails.

    /// A finding about the record that is being read.
    void complain(std::size_t offset, std::string_view code, std::string message);
    [[nodiscard]] std::string place_of(std::size_t offset);
    /// Findings of the builder about what is added next name this place.
    void stand_at(std::size_t offset);
    /// What findings are about from now on: "node" and the object that describes one.
    void about(std::string_view noun, const value& record) {
        noun_ = noun;
        record_ = &record;
    }
    /// The text of a string; otherwise a finding that says what it should have been.
    std::optional<std::string> text(const value& v, std::string_view what);
    std::string text_member(const value& object, std::string_view name);
    bool flag_member(const value& object, std::string_view name);
    /// The strings of a list of strings, or of one string.
    std::vector<std::string> texts(const value& v, std::string_view what);
    std::vector<std::string> texts_member(const value& object, std::string_view name);
    /// One text, or an object of language tags and texts.
    std::vector<label_text> texts_by_language(const value& object, std::string_view name,
                                              std::string_view plain_language);
    bool expect(const value& v, value::type t, std::string_view what);
    /// Members that the format does not know are mistakes: a misspelt one would be lost.
    void allow(const value& object, std::initializer_list<std::string_view> names, std::string_view what);
    /// The id of an object, or a finding.
    std::optional<std::string> id_of(const value& object, std::string_view what);
    /// Where that byte of a string stands; where the string begins if escapes make that hard to count.
    [[nodiscard]] std::size_t inside(const value& v, std::size_t byte) const;
    /// A date on its own; a finding and nothing if it is none.
    std::string date_member(const value& object, std::string_view name);
    /// The begin and end that an object gives, both checked.
    [[nodiscard]] period_record period_of(const value& object);
    std::optional<std::string> edge_of(const value& v, std::string_view what,
                                       const std::optional<std::string>& edge, std::size_t first);
    /// What `parse` makes of a member that is one of a few words, if it is there and known.
    template <class Parse>
    auto word_member(const value& object, std::string_view name, std::string_view code,
                     std::string_view words, Parse&& parse) -> decltype(parse(std::string_view())) {
        const value* v = object.find(name);
        if (v == nullptr || !expect(*v, value::type::string, name)) return std::nullopt;
        auto known = parse(v->text);
        if (!known)
            complain(v->offset, code,
                     "unknown " + std::string(name) + " '" + v->text + "'; expected " + std::string(words));
        return known;
    }
    /// Reads each item of a list that is an object; what `take` returns of it is let go of then.
    template <class Root, class Take, class Each>
    void each_taken(Root& root, std::string_view list, std::string_view noun, Take&& take, Each&& read_one) {
        auto* const v = root.find(list);
        if (v == nullptr || !expect(*v, value::type::array, list)) return;
        const std::string what = "an item of '" + std::string(list) + '\'';
        for (auto& item : v->items) {
            beat_.now_and_then(item.offset);
            const auto& taken = take(item);
            if (!expect(taken, value::type::object, what)) continue;
            about(noun, taken);
            read_one(taken);
            record_ = nullptr;
        }
    }
    template <class Each>
    void each(const value& root, std::string_view list, std::string_view noun, Each&& read_one) {
        const auto as_it_is = [](const value& item) -> const value& { return item; };
        each_taken(root, list, noun, as_it_is, read_one);
    }
    /// The same of a list that nobody looks at again: of very many items, to let go of all of them at once
    /// takes long.
    template <class Each>
    void use_up(value& root, std::string_view list, std::string_view noun, Each&& read_one) {
        each_taken(
            root, list, noun, [](value& item) { return std::move(item); }, read_one);
    }

    // json_reader.cpp
    [[nodiscard]] bool read_edition(const value& root);
    void read_head(const value& root);
    void read_sources(const value& root);
    void read_source(const value& v);
    [[nodiscard]] coverage_record coverage_of(const value& v);
    void finish(std::vector<finding>& findings) const;

    // json_reader_schema.cpp
    void read_schema(const value& root);
    /// A kind may stand before its parent: it waits until that one is there.
    struct wanted_kind {
        const value* at = nullptr;
        kind_spec spec{};
    };
    using kinds_by_parent = std::unordered_map<std::string, std::vector<wanted_kind>>;
    void read_kinds(const value& root);
    [[nodiscard]] std::optional<kind_spec> kind_of(const value& v);
    /// Adds a kind, and then those that waited for it.
    void add_kinds(wanted_kind first, kinds_by_parent& waiting);
    void read_relation_types(const value& root);
    void read_relation_type(const value& v);
    void read_attribute_types(const value& root);

    // json_reader_facts.cpp
    void read_nodes(value& root);
    void read_relations(value& root);
    void read_node(const value& v);
    void read_relation(const value& v);
    std::optional<relation_type> relation_type_of(const value& v);
    std::optional<std::string> end_of(const value& v, std::string_view name);
    /// Reads what an object says of itself, and adds it to that subject if there is one.
    void add_facts(std::optional<subject> s, const value& object);

    // json_reader_values.cpp
    void read_names(const value& v, std::vector<located_attribute>& out);
    void read_attributes(const value& v, std::vector<located_attribute>& out);
    void read_attribute(attribute_type type, const value& v, std::vector<located_attribute>& out);
    bool read_plain_value(attribute_record& a, const value& v);
    [[nodiscard]] std::vector<located_attribute> attributes_of(const value& object);
    /// Whether statements are about one value, which then is all that they state.
    enum class stating : bool { a_record, a_value };
    [[nodiscard]] std::vector<located_statement> statements_of(const value& object, stating what);
    [[nodiscard]] std::optional<statement_record> statement_of(const value& v, stating what);
    void read_inference(const value& v, statement_record& r);

    builder builder_;
    line_index lines_;
    std::string file_;
    const progress& tell_;
    pulse beat_; ///< by the bytes of the text
    std::string_view noun_;
    const value* record_ = nullptr;
    std::size_t complaints_ = 0;
    /// Ids of nodes of unknown kind: what relations to them may be can't be said.
    std::unordered_set<std::string> unclear_;
};

} // namespace comity::detail
