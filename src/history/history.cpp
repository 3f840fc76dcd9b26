#include <comity/history/history.hpp>

#include "history/columns_of_store.hpp"
#include "history/store.hpp"

#include <comity/error.hpp>
#include <comity/schema/detail/nearest_name.hpp>

#include <algorithm>
#include <string>

namespace comity {

const comity::schema& history::schema() const noexcept {
    return store_->schema;
}
std::size_t history::node_count() const noexcept {
    return store_->node_count();
}
std::size_t history::relation_count() const noexcept {
    return store_->relation_count();
}
std::size_t history::source_count() const noexcept {
    return store_->sources.id.size();
}
std::size_t history::statement_count() const noexcept {
    return store_->statements.source.size();
}
std::size_t history::attribute_count() const noexcept {
    return store_->attributes.type.size();
}

namespace {

/// Whether a column is one of those before it: ends that are the begins, say, lie in memory once.
bool shares_an_earlier_one(const detail::store& s, std::string_view name, const void* data) noexcept {
    bool is_earlier = true;
    bool shares = false;
    detail::for_each_column(s, [&](std::string_view other, const auto& column) {
        is_earlier = is_earlier && other != name;
        shares = shares || (is_earlier && column.data() == data);
    });
    return shares;
}

} // namespace

std::size_t history::memory() const noexcept {
    std::size_t bytes = 0;
    detail::for_each_column(*store_, [&](const char* name, const auto& column) {
        if (!shares_an_earlier_one(*store_, name, column.data())) bytes += column.bytes();
    });
    return bytes;
}

std::vector<std::pair<std::string_view, std::string_view>> history::notes() const {
    std::vector<std::pair<std::string_view, std::string_view>> all;
    for (std::size_t i = 0; i + 1 < store_->notes.size(); i += 2)
        all.emplace_back(store_->strings[store_->notes[i]], store_->strings[store_->notes[i + 1]]);
    return all;
}

std::string_view history::note(std::string_view key) const noexcept {
    for (std::size_t i = 0; i + 1 < store_->notes.size(); i += 2)
        if (store_->strings[store_->notes[i]] == key) return store_->strings[store_->notes[i + 1]];
    return {};
}

namespace {

template <class Columns>
std::optional<std::uint32_t> number_of(const detail::store& s, const Columns& columns,
                                       std::string_view id) noexcept {
    return detail::find_slot(columns.slots.span(), id,
                             [&](std::uint32_t i) { return s.strings[columns.id[i]]; });
}

void require_index(std::size_t index, std::size_t count, const char* what) {
    if (index < count) return;
    throw error(errc::invalid_argument, std::string("there is no ") + what + " number " +
                                            std::to_string(index) + "; this history has " +
                                            std::to_string(count));
}

} // namespace

std::optional<node> history::find(std::string_view id) const noexcept {
    const auto number = number_of(*store_, store_->nodes, id);
    if (!number) return std::nullopt;
    return comity::node(store_, node_id{*number});
}

node history::operator[](std::string_view id) const {
    if (auto found = find(id)) return *std::move(found);
    detail::nearest_name nearest(id);
    for (const detail::string_id name : store_->nodes.id) nearest.offer(store_->strings[name]);
    throw error(errc::unknown_id, "unknown node '" + std::string(id) + "'" + nearest.question());
}

node history::node(node_id number) const {
    require_index(to_index(number), node_count(), "node");
    return {store_, number};
}

std::optional<relation> history::find_relation(std::string_view id) const noexcept {
    const auto number = number_of(*store_, store_->relations, id);
    if (!number) return std::nullopt;
    return comity::relation(store_, relation_id{*number});
}

relation history::relation(relation_id number) const {
    require_index(to_index(number), relation_count(), "relation");
    return {store_, number};
}

std::optional<source> history::find_source(std::string_view id) const noexcept {
    const auto number = number_of(*store_, store_->sources, id);
    if (!number) return std::nullopt;
    return comity::source(store_, source_id{*number});
}

source history::source(source_id number) const {
    require_index(to_index(number), source_count(), "source");
    return {store_, number};
}

std::vector<source> history::sources() const {
    std::vector<comity::source> all;
    for (std::uint32_t i = 0; i < source_count(); ++i) all.emplace_back(store_, source_id{i});
    return all;
}

statement history::statement(statement_id number) const {
    require_index(to_index(number), statement_count(), "statement");
    return {store_, number};
}

attribute history::attribute(attribute_id number) const {
    require_index(to_index(number), attribute_count(), "attribute value");
    return {store_, number};
}

std::vector<node> history::search(std::string_view text) const {
    const detail::attribute_columns& a = store_->attributes;
    const auto is_name = [](std::uint16_t type) {
        return type == to_index(attribute_type::name) || type == to_index(attribute_type::alias) ||
               type == to_index(attribute_type::abbreviation) || type == to_index(attribute_type::title);
    };
    std::vector<std::pair<std::size_t, std::uint32_t>> hits; // bytes beside the text, node
    const auto consider = [&](std::string_view name, std::uint32_t node) {
        if (name.find(text) != std::string_view::npos) hits.emplace_back(name.size() - text.size(), node);
    };
    for (std::uint32_t n = 0; n < node_count(); ++n) consider(store_->strings[store_->nodes.id[n]], n);
    for (std::size_t i = 0; i < a.type.size(); ++i) {
        const subject about = store_->subject_of(a.subject[i]);
        if (!about.is_relation() && is_name(a.type[i])) consider(store_->strings[a.text[i]], about.number());
    }
    std::sort(hits.begin(), hits.end());
    std::vector<bool> taken(node_count());
    std::vector<comity::node> found;
    for (const auto& [rest, node] : hits) {
        if (taken[node]) continue;
        taken[node] = true;
        found.emplace_back(store_, node_id{node});
    }
    return found;
}

} // namespace comity
