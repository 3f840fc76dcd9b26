// What data adds to a schema, and what it may not.

#include <comity/schema/schema.hpp>

#include "ascii.hpp"
#include "words.hpp"

#include <algorithm>
#include <utility>

namespace comity {

namespace {

using detail::in_quotes;
using detail::is_digit;
using detail::is_lower;

/// Words of letters and digits joined by single hyphens.
bool is_words(std::string_view text) {
    bool word = false; // whether the word at hand has begun
    for (const char c : text) {
        if (c == '-' && !word) return false;
        if (c != '-' && !is_lower(c) && !is_digit(c)) return false;
        word = c != '-';
    }
    return word;
}

[[noreturn]] void fail(errc code, std::string_view noun, std::string_view name, const std::string& problem) {
    throw error(code, std::string(noun) + " '" + std::string(name) + "': " + problem);
}

void require_one_label_a_language(std::string_view noun, std::string_view name,
                                  const std::vector<label_text>& labels) {
    for (auto at = labels.begin(); at != labels.end(); ++at)
        if (std::any_of(labels.begin(), at, [at](const label_text& l) { return l.language == at->language; }))
            fail(errc::invalid_argument, noun, name,
                 "it has two labels in " + in_quotes(at->language) + "; expected one a language");
}

void require_type_name(std::string_view noun, std::string_view name) {
    if (!is_type_name(name))
        throw error(errc::invalid_argument,
                    "'" + std::string(name) + "' can't name a " + std::string(noun) +
                        ": expected lower-case words joined by hyphens, perhaps after a prefix and a colon, "
                        "such as 'cyber-exercise' or 'un:roll-call'");
}

template <class Definition>
void require_free_name(const detail::catalogue<Definition>& all, std::string_view noun,
                       std::string_view name) {
    require_type_name(noun, name);
    if (const auto id = all.find(name))
        fail(errc::duplicate_id, noun, name,
             all.at(*id).id < decltype (*id)(schema::first_added)
                 ? "the name is built in; use it as it is, or give yours a prefix such as 'x:" +
                       std::string(name) + "'"
                 : "the name is already defined");
}

/// The kind of that name; throws unknown_id with a message that `context()` opens.
template <class Context>
kind kind_named_in(const detail::catalogue<kind_definition>& all, std::string_view name, Context&& context) {
    if (const auto found = all.find(name)) return *found;
    return all.named(name, context());
}

/// The kinds of those names, each once: the domain or the range of a relation type to be.
std::vector<kind> kinds_at_end(const detail::catalogue<kind_definition>& all, std::string_view type,
                               std::string_view end, const std::vector<std::string>& names) {
    std::vector<kind> found;
    for (const std::string& name : names) {
        const kind k = kind_named_in(
            all, name, [&] { return "relation type " + in_quotes(type) + ", " + std::string(end) + ": "; });
        if (std::find(found.begin(), found.end(), k) == found.end()) found.push_back(k);
    }
    return found;
}

/// Checks the inverse of a relation type to be; `all` is what the schema has.
void require_free_inverse(const schema& s, const relation_type_definition& d) {
    constexpr std::string_view noun = "relation type";
    if (s.find_inverse(d.name))
        fail(errc::duplicate_id, noun, d.name,
             "the name is the inverse of " + in_quotes(s.name(*s.find_inverse(d.name))));
    const bool symmetric = has(d.flags, relation_flags::symmetric);
    if (symmetric && d.inverse != d.name)
        fail(errc::schema_violation, noun, d.name,
             "it is symmetric, so its inverse is itself, not " + in_quotes(d.inverse));
    if (symmetric || d.inverse.empty()) return;
    require_type_name("relation type's inverse", d.inverse);
    if (d.inverse == d.name)
        fail(errc::schema_violation, noun, d.name, "only a symmetric relation type is its own inverse");
    if (s.find_relation_type(d.inverse))
        fail(errc::duplicate_id, noun, d.name,
             "its inverse " + in_quotes(d.inverse) + " is itself a relation type");
    if (const auto other = s.find_inverse(d.inverse))
        fail(errc::duplicate_id, noun, d.name,
             "its inverse " + in_quotes(d.inverse) + " is already that of " + in_quotes(s.name(*other)));
}

void require_sound_flags(const relation_type_definition& d) {
    constexpr std::string_view noun = "relation type";
    if (!has(d.flags, relation_flags::symmetric)) return;
    if (has(d.flags, relation_flags::acyclic))
        fail(errc::schema_violation, noun, d.name, "it can't be symmetric and acyclic");
    if (!std::is_permutation(d.domain.begin(), d.domain.end(), d.range.begin(), d.range.end()))
        fail(errc::schema_violation, noun, d.name,
             "it is symmetric, so its domain and range must be the same");
}

} // namespace

bool is_type_name(std::string_view name) noexcept {
    const std::size_t colon = name.find(':');
    const std::string_view head = name.substr(0, colon); // the prefix, or all
    if (head.empty() || !is_lower(head.front()) || !is_words(head)) return false;
    return colon == std::string_view::npos || is_words(name.substr(colon + 1));
}

kind schema::add_kind(kind_spec spec) {
    require_free_name(whole().kinds, "kind", spec.name);
    require_one_label_a_language("kind", spec.name, spec.labels);
    const auto context = [&spec] { return "kind " + in_quotes(spec.name) + ": "; };
    if (spec.parent.empty())
        throw error(errc::invalid_argument, context() + "it needs a parent, such as 'event' or 'instrument'");
    const kind parent = kind_named_in(whole().kinds, spec.parent, context);
    return own().kinds.add({kind{}, std::move(spec.name), parent, definition(parent).nature,
                            std::move(spec.labels), std::move(spec.definition)});
}

relation_type schema::add_relation_type(relation_type_spec spec) {
    require_free_name(whole().relation_types, "relation type", spec.name);
    require_one_label_a_language("relation type", spec.name, spec.labels);
    std::vector<kind> domain = kinds_at_end(whole().kinds, spec.name, "domain", spec.domain);
    std::vector<kind> range = kinds_at_end(whole().kinds, spec.name, "range", spec.range);
    relation_type_definition d{relation_type{},
                               std::move(spec.name),
                               std::move(spec.inverse),
                               std::move(domain),
                               std::move(range),
                               spec.nature,
                               spec.flags,
                               std::move(spec.mapping),
                               std::move(spec.labels),
                               std::move(spec.definition)};
    if (d.inverse.empty() && has(d.flags, relation_flags::symmetric)) d.inverse = d.name;
    require_free_inverse(*this, d);
    require_sound_flags(d);
    tables& all = own();
    auto& [ends_of, by_inverse] = all.of_added;
    ends_of.push_back(all.closed_ends(d));
    const std::string inverse = d.inverse;
    try {
        const relation_type added = all.relation_types.next(d.name);
        if (!inverse.empty()) by_inverse.emplace(inverse, added);
        all.relation_types.add(std::move(d));
        return added;
    } catch (...) {
        ends_of.pop_back();
        by_inverse.erase(inverse);
        throw;
    }
}

attribute_type schema::add_attribute_type(attribute_type_spec spec) {
    require_free_name(whole().attribute_types, "attribute type", spec.name);
    require_one_label_a_language("attribute type", spec.name, spec.labels);
    return own().attribute_types.add({attribute_type{}, std::move(spec.name), spec.value, spec.single,
                                      std::move(spec.labels), std::move(spec.definition)});
}

} // namespace comity
