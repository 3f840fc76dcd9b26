#include <comity/history/node.hpp>

#include "history/periods.hpp"
#include "history/store.hpp"

#include <algorithm>

namespace comity {

using detail::statement_columns;
using detail::store;

std::vector<attribute> fact::attributes() const {
    const auto [first, last] = store_->attributes.of.of(store_->key(subject_));
    std::vector<comity::attribute> all;
    for (std::uint32_t i = first; i < last; ++i) all.emplace_back(store_, attribute_id{i});
    return all;
}

std::vector<attribute> fact::attributes(attribute_type type) const {
    std::vector<comity::attribute> all = attributes();
    std::erase_if(all, [type](const comity::attribute& a) { return a.type() != type; });
    return all;
}

std::optional<attribute> fact::attribute(attribute_type type) const {
    const auto [first, last] = store_->attributes.of.of(store_->key(subject_));
    for (std::uint32_t i = first; i < last; ++i)
        if (store_->attributes.type[i] == to_index(type)) return comity::attribute(store_, attribute_id{i});
    return std::nullopt;
}

std::vector<statement> fact::statements() const {
    const auto [first, last] = store_->statements.of.of(store_->key(subject_));
    std::vector<statement> all;
    for (std::uint32_t i = first; i < last; ++i) all.emplace_back(store_, statement_id{i});
    return all;
}

namespace {

/// Flags of a fact by its own word.
std::uint8_t own_flags(const store& s, subject about) {
    return about.is_relation() ? s.base.flags[s.relations.place[about.number()]]
                               : s.base.node_flags[about.number()];
}

} // namespace

modality fact::modality() const noexcept {
    // The flags of a relation are effective ones: its ends may weaken them.
    return detail::strongest_modality(*store_, subject_);
}

truth fact::existence() const noexcept {
    bool asserted = false;
    bool denied = false;
    const auto [first, last] = store_->statements.of.of(store_->key(subject_));
    for (std::uint32_t i = first; i < last; ++i) {
        if (!covers(static_cast<slot>(store_->statements.slots[i]), slot::existence)) continue;
        ((store_->statements.flags[i] & statement_columns::denies) != 0 ? denied : asserted) = true;
    }
    if (!denied) return truth::certain;
    return asserted ? truth::possible : truth::no;
}

bool fact::disputed() const noexcept {
    return (own_flags(*store_, subject_) & detail::flag::disputed) != 0;
}
bool fact::inferred() const noexcept {
    return (own_flags(*store_, subject_) & detail::flag::inferred) != 0;
}
bool fact::dated() const noexcept {
    return (own_flags(*store_, subject_) & detail::flag::dated) != 0;
}

nature fact::nature() const noexcept {
    return detail::nature_of(*store_, subject_);
}

std::pair<std::optional<std::string_view>, std::optional<std::string_view>>
fact::given_dates() const noexcept {
    return {detail::date_text(*store_, store_->given(subject_, false)),
            detail::date_text(*store_, store_->given(subject_, true))};
}

period fact::period() const {
    return detail::period_of(*store_, subject_);
}

std::string_view node::id() const noexcept {
    return store_->strings[store_->nodes.id[to_index(number())]];
}
kind node::kind() const noexcept {
    return comity::kind(store_->nodes.kind[to_index(number())]);
}
std::string_view node::kind_name() const noexcept {
    return store_->schema.name(kind());
}
bool node::is_a(comity::kind k) const noexcept {
    return store_->schema.is_a(kind(), k);
}

namespace {

/// How well a name in `have` serves who asks for `wanted`: more is better.
int fitness(std::string_view have, std::string_view wanted) {
    if (have == wanted) return 3;
    const bool same_language =
        have.size() > wanted.size() && have.starts_with(wanted) && have[wanted.size()] == '-';
    if (same_language && !wanted.empty()) return 2;
    return have == "en" ? 1 : 0;
}

} // namespace

std::string_view node::name(std::string_view language) const noexcept {
    const detail::attribute_columns& a = store_->attributes;
    const auto [first, last] = a.of.of(store_->key(subject_));
    int best = -1;
    std::string_view found = id();
    for (std::uint32_t i = first; i < last; ++i) {
        if (a.type[i] != to_index(attribute_type::name)) continue;
        const int fit = fitness(store_->strings[a.language[i]], language);
        if (fit <= best) continue;
        best = fit;
        found = store_->strings[a.text[i]];
    }
    return found;
}

} // namespace comity
