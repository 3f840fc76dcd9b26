#pragma once

#include <comity/history/ids.hpp>
#include <comity/history/node.hpp>
#include <comity/history/relation.hpp>
#include <comity/history/source.hpp>
#include <comity/history/store_ptr.hpp>
#include <comity/schema/schema.hpp>
#include <comity/time/edtf.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace comity {

class view;

/// A cooperation history: nodes, relations, attributes, sources and statements, sealed. Immutable, so it may
/// be read from any number of threads; copying one copies a pointer. Made by a builder or a reader. Since
/// 0.1.
class history {
public:
    explicit history(detail::store_ptr store) noexcept : store_(std::move(store)) {}

    /// The ontology: built-in kinds and types and those that the data added.
    [[nodiscard]] const comity::schema& schema() const noexcept;

    [[nodiscard]] std::size_t node_count() const noexcept;
    [[nodiscard]] std::size_t relation_count() const noexcept;
    [[nodiscard]] std::size_t source_count() const noexcept;
    [[nodiscard]] std::size_t statement_count() const noexcept;
    [[nodiscard]] std::size_t attribute_count() const noexcept;
    /// Bytes that the columns hold.
    [[nodiscard]] std::size_t memory() const noexcept;
    /// Title, description, licence or another note kept with the data; empty if there is none.
    [[nodiscard]] std::string_view note(std::string_view key) const noexcept;
    [[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> notes() const;

    /// The node of that id. Throws error (unknown_id) that names the nearest ids. O(1).
    [[nodiscard]] comity::node operator[](std::string_view id) const;
    /// The same, or nothing.
    [[nodiscard]] std::optional<comity::node> find(std::string_view id) const noexcept;
    [[nodiscard]] comity::node node(node_id number) const;
    /// The relation that carries that id, or nothing. O(1).
    [[nodiscard]] std::optional<comity::relation> find_relation(std::string_view id) const noexcept;
    [[nodiscard]] comity::relation relation(relation_id number) const;
    [[nodiscard]] std::optional<comity::source> find_source(std::string_view id) const noexcept;
    [[nodiscard]] comity::source source(source_id number) const;
    [[nodiscard]] std::vector<comity::source> sources() const;
    [[nodiscard]] comity::statement statement(statement_id number) const;
    [[nodiscard]] comity::attribute attribute(attribute_id number) const;

    /// Nodes whose id or one of whose names, aliases, titles or abbreviations contains the text, byte for
    /// byte: capitals are not small letters. Whole matches first, each node once, with the length of what
    /// matched deciding between the rest. O(nodes + attribute values).
    [[nodiscard]] std::vector<comity::node> search(std::string_view text) const;

    // The way up: declared here so that it reads `h.at("2011-09-12")`, defined by the view floor.

    /// Everything reported, at any time.
    [[nodiscard]] view all() const;
    /// See view::at, view::by and view::window.
    [[nodiscard]] view at(std::string_view day) const;
    [[nodiscard]] view by(std::string_view day) const;
    [[nodiscard]] view window(std::string_view from, std::string_view to) const;
    [[nodiscard]] view window(std::string_view days) const;

    /// Lets go of the snapshots that view::snapshot() keeps for whoever asks again. Those that somebody holds
    /// live on.
    void forget_snapshots() const;

    [[nodiscard]] const detail::store_ptr& store() const noexcept { return store_; }

private:
    detail::store_ptr store_;
};

} // namespace comity
