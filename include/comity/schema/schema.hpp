#pragma once

#include <comity/schema/definitions.hpp>
#include <comity/schema/detail/catalogue.hpp>
#include <comity/schema/type_set.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace comity {

namespace detail {
struct flat_schema;
}

/// Whether `name` can be the id of a kind or type: lower-case words of letters and digits joined by hyphens,
/// the first beginning with a letter; perhaps after a prefix of the same form and a colon, and then it may
/// begin with a digit
/// ("cyber-exercise", "un:roll-call", "cameo:010"). No built-in id has a prefix, so a prefixed one never
/// meets a name that a later release adds. O(length). Since 0.1.
[[nodiscard]] bool is_type_name(std::string_view name) noexcept;

/// What may be said in a history: its kinds, relation types and attribute types. It begins with the built-in
/// ontology (kinds.def, relation_types.def, attribute_types.def) and is extended by data. A value: copies are
/// equal and apart, and cost nothing until one of them is extended. Safe to read from many threads.
///
/// Numbers are for keeps: a built-in id has the same one in every release, what is added counts from
/// `first_added` in the order of adding. So an archive that keeps `revision()` and the added definitions in
/// order gets the same ids back by adding them to `schema(revision)`. Since 0.1.
class schema {
public:
    /// The newest revision of the built-in ontology that this library knows.
    static constexpr int current_revision = 1;
    /// The number of the first kind or type that is not built in.
    static constexpr std::uint16_t first_added = detail::catalogue<kind_definition>::first_added;

    /// The built-in ontology, as of a revision: an old file keeps its own meaning of a name that a later
    /// revision added. Throws error(unsupported) if this library does not know the revision.
    explicit schema(int revision = current_revision);

    /// The one that a trusted archive holds. Which names there are is looked up where they lie; all the rest
    /// is read once, when somebody first asks for a definition, who then gets error(corrupt_file) if the
    /// trust was misplaced. O(1).
    explicit schema(detail::flat_schema unread);

    // Copies, and no moves: a schema always has its definitions.
    schema(const schema&) noexcept = default;
    schema& operator=(const schema&) noexcept = default;
    ~schema() = default;

    [[nodiscard]] int revision() const noexcept { return tables_->revision; }

    // Extending. A failed call leaves the schema as it was. Each throws error(invalid_argument) for a name
    // that is no type name and for two labels in one language, error(duplicate_id) for a name that is taken,
    // error(limit_exceeded) past 64,511 additions.

    /// Adds a kind under `spec.parent`, with its nature. Throws error(unknown_id) if there is no such parent.
    kind add_kind(kind_spec spec);
    /// Adds a relation type. Throws error(unknown_id) for an unknown kind in domain or range,
    /// error(duplicate_id) for an inverse that is taken, error(schema_violation) for flags that can't go
    /// together.
    relation_type add_relation_type(relation_type_spec spec);
    /// Adds an attribute type.
    attribute_type add_attribute_type(attribute_type_spec spec);

    // Finding by name: nothing if unknown. O(1).

    [[nodiscard]] std::optional<kind> find_kind(std::string_view name) const {
        return tables_->kinds.find(name);
    }
    [[nodiscard]] std::optional<relation_type> find_relation_type(std::string_view name) const {
        return tables_->relation_types.find(name);
    }
    [[nodiscard]] std::optional<attribute_type> find_attribute_type(std::string_view name) const {
        return tables_->attribute_types.find(name);
    }
    /// The relation type whose inverse has that name: "has-member" finds member-of.
    [[nodiscard]] std::optional<relation_type> find_inverse(std::string_view name) const;

    // The same, throwing error(unknown_id): "unknown kind 'sumit', did you mean 'summit'?".

    [[nodiscard]] kind kind_named(std::string_view name) const;
    [[nodiscard]] relation_type relation_type_named(std::string_view name) const;
    [[nodiscard]] attribute_type attribute_type_named(std::string_view name) const;

    // The name that the writer of a wrong one probably meant; empty if none is near. O(names * length^2).

    [[nodiscard]] std::string nearest_kind(std::string_view name) const {
        return whole().kinds.nearest(name).best();
    }
    [[nodiscard]] std::string nearest_relation_type(std::string_view name) const {
        return whole().relation_types.nearest(name).best();
    }
    [[nodiscard]] std::string nearest_attribute_type(std::string_view name) const {
        return whole().attribute_types.nearest(name).best();
    }

    // All definitions, or those added alone: they hold until the next addition or the schema's end.

    [[nodiscard]] definition_list<kind_definition> kinds() const { return whole().kinds.all(); }
    [[nodiscard]] definition_list<relation_type_definition> relation_types() const {
        return whole().relation_types.all();
    }
    [[nodiscard]] definition_list<attribute_type_definition> attribute_types() const {
        return whole().attribute_types.all();
    }
    [[nodiscard]] std::span<const kind_definition> added_kinds() const { return whole().kinds.added(); }
    [[nodiscard]] std::span<const relation_type_definition> added_relation_types() const {
        return whole().relation_types.added();
    }
    [[nodiscard]] std::span<const attribute_type_definition> added_attribute_types() const {
        return whole().attribute_types.added();
    }

    // One past the greatest number in use: the size of a vector indexed by `to_index`.

    [[nodiscard]] std::size_t kind_limit() const noexcept { return tables_->kinds.limit(); }
    [[nodiscard]] std::size_t relation_type_limit() const noexcept { return tables_->relation_types.limit(); }
    [[nodiscard]] std::size_t attribute_type_limit() const noexcept {
        return tables_->attribute_types.limit();
    }

    // Whether the id is of this schema. O(1).

    [[nodiscard]] bool contains(kind k) const noexcept { return tables_->kinds.contains(k); }
    [[nodiscard]] bool contains(relation_type t) const noexcept {
        return tables_->relation_types.contains(t);
    }
    [[nodiscard]] bool contains(attribute_type t) const noexcept {
        return tables_->attribute_types.contains(t);
    }

    // Throws error(unknown_id) if it is not. O(1).

    void require(kind k) const { tables_->kinds.require(k); }
    void require(relation_type t) const { tables_->relation_types.require(t); }
    void require(attribute_type t) const { tables_->attribute_types.require(t); }

    // What is known of an id. Throws error(unknown_id) if it is not of this schema. O(1).

    [[nodiscard]] const kind_definition& definition(kind k) const { return whole().kinds.at(k); }
    [[nodiscard]] const relation_type_definition& definition(relation_type t) const {
        return whole().relation_types.at(t);
    }
    [[nodiscard]] const attribute_type_definition& definition(attribute_type t) const {
        return whole().attribute_types.at(t);
    }

    /// Its name in data: "working-group", "member-of", "in-force-on".
    template <class Id>
    [[nodiscard]] std::string_view name(Id id) const {
        return definition(id).name;
    }

    /// Its label in that language, else in the same language written otherwise, else in English, else its
    /// first one, else its name.
    template <class Id>
    [[nodiscard]] std::string_view label(Id id, std::string_view language = "en") const {
        return best_label(definition(id).labels, definition(id).name, language);
    }

    /// Whether `k` is `ancestor` or a case of it. O(depth of the tree).
    [[nodiscard]] bool is_a(kind k, kind ancestor) const;

    /// The root above `k`: actor, instrument, event, topic, place, observation, commitment or assessment.
    [[nodiscard]] kind root_of(kind k) const;

    /// `ancestor` and every kind under it. O(kinds).
    [[nodiscard]] kind_set kinds_under(kind ancestor) const;

    /// Whether a relation of type `t` may run from a node of kind `source` to one of kind `target`. Throws
    /// error(unknown_id) for ids of another schema. O(1), but for kinds added after `t` O(depth of the tree).
    [[nodiscard]] bool admits(relation_type t, kind source, kind target) const;

    /// Whether both have the same revision and definitions.
    [[nodiscard]] friend bool operator==(const schema& a, const schema& b) {
        return a.tables_ == b.tables_ || a.whole() == b.whole();
    }

private:
    [[nodiscard]] static std::string_view
    best_label(std::span<const label_text> labels, std::string_view name, std::string_view language) noexcept;
    /// The kinds that may stand at one end of a relation, with all under them that were known when its type
    /// was: a kind that is added later is admitted where its parent is.
    struct admitted {
        bool any = false;
        kind_set kinds;
    };
    /// Domain and range of a relation type: what `admits` looks at.
    struct ends {
        admitted sources, targets;
    };
    using types_by_name =
        std::unordered_map<std::string, relation_type, detail::string_hash, std::equal_to<>>;

    struct unread_tables;

    /// All that is known, shared by copies.
    struct tables {
        explicit tables(int revision);
        explicit tables(detail::flat_schema flat);
        [[nodiscard]] static std::shared_ptr<tables> of_revision(int revision);
        [[nodiscard]] kind_set kinds_under(kind ancestor) const;
        [[nodiscard]] ends closed_ends(const relation_type_definition& d) const;
        [[nodiscard]] bool admits(const admitted& at, kind k) const;

        int revision;
        detail::catalogue<kind_definition> kinds;
        detail::catalogue<relation_type_definition> relation_types;
        detail::catalogue<attribute_type_definition> attribute_types;
        /// What follows from the relation types: by place of those built in, which copies share, and added.
        struct derived {
            std::vector<ends> ends_of;
            types_by_name by_inverse;
        };
        std::shared_ptr<const derived> of_built_in;
        derived of_added;
        /// What was added, if of that the names alone are known above.
        std::shared_ptr<const unread_tables> unread;

        [[nodiscard]] friend bool operator==(const tables& a, const tables& b) {
            return a.revision == b.revision && a.kinds == b.kinds && a.relation_types == b.relation_types &&
                   a.attribute_types == b.attribute_types; // the rest follows
        }
    };

    /// The tables with all definitions: read now, if they have not been.
    [[nodiscard]] const tables& whole() const { return tables_->unread ? read() : *tables_; }
    [[nodiscard]] const tables& read() const;
    /// The tables, whole and no longer shared with any other schema: to be extended.
    [[nodiscard]] tables& own();

    std::shared_ptr<tables> tables_; // changed through own() alone
};

} // namespace comity
