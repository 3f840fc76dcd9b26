#include "ontology.hpp"

#include <comity/schema/schema.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace comity::detail {

namespace {

/// How many entries of each list a revision has. A later one is a longer row at the end: the lists only grow.
struct revision_size {
    std::size_t kinds;
    std::size_t relation_types;
    std::size_t attribute_types;
};
constexpr std::array revision_sizes{
    revision_size{154, 118, 61}, // revision 1
};

// clang-format off
#define COMITY_ROOT_KIND(name, nature, label, definition) + 1
#define COMITY_KIND(name, parent, label, definition) + 1
constexpr std::size_t kind_count = 0
#include <comity/schema/kinds.def>
;
#define COMITY_RELATION_TYPE(name, inverse, domain, range, nature, flags, mapping, label, definition) + 1
constexpr std::size_t relation_type_count = 0
#include <comity/schema/relation_types.def>
;
#define COMITY_ATTRIBUTE_TYPE(name, value, count, label, definition) + 1
constexpr std::size_t attribute_type_count = 0
#include <comity/schema/attribute_types.def>
;
// clang-format on

static_assert(schema::current_revision == static_cast<int>(revision_sizes.size()));
static_assert(revision_sizes.back().kinds == kind_count, "a kind was added without a new revision");
static_assert(revision_sizes.back().relation_types == relation_type_count, "likewise a relation type");
static_assert(revision_sizes.back().attribute_types == attribute_type_count, "likewise an attribute type");
static_assert(std::max({kind_count, relation_type_count, attribute_type_count}) <= schema::first_added);

const revision_size& size_of(int revision) {
    if (revision < 1 || revision > schema::current_revision)
        throw error(errc::unsupported,
                    "revision " + std::to_string(revision) +
                        " of the built-in ontology is not known: this library knows 1 to " +
                        std::to_string(schema::current_revision));
    return revision_sizes[static_cast<std::size_t>(revision) - 1];
}

/// The id in data of a C++ name: hyphens for underscores, and none at the end.
std::string data_name(std::string_view cpp_name) {
    std::string name(cpp_name);
    if (name.ends_with('_')) name.pop_back(); // signed_
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

kind to_kind(kind_index index) {
    return kind(static_cast<std::uint16_t>(index));
}

std::vector<kind> to_kinds(std::initializer_list<kind_index> indices) {
    std::vector<kind> result;
    for (const kind_index index : indices) result.push_back(to_kind(index));
    return result;
}

std::vector<label_text> in_english(const char* label) {
    return {label_text{"en", label}};
}

/// Cuts the newest revision back to an older one.
template <class Definition>
std::vector<Definition> first(std::vector<Definition> all, std::size_t count) {
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(count), all.end());
    return all;
}

} // namespace

std::vector<kind_definition> built_in_kinds(int revision) {
    const std::size_t count = size_of(revision).kinds;
    std::vector<kind_definition> all;
    all.reserve(kind_count);
// clang-format off
#define COMITY_ROOT_KIND(name, nat, label, definition) \
    all.push_back({kind::name, data_name(#name), kind{}, nature::nat, in_english(label), definition});
#define COMITY_KIND(name, parent, label, definition) \
    all.push_back({kind::name, data_name(#name), kind::parent, all[to_index(kind::parent)].nature, \
                   in_english(label), definition});
#include <comity/schema/kinds.def>
    // clang-format on
    return first(std::move(all), count);
}

std::vector<relation_type_definition> built_in_relation_types(int revision) {
    using enum kind_index;     // domains and ranges name kinds: a misspelt one does not compile
    using enum relation_flags; // flags likewise
    const std::size_t count = size_of(revision).relation_types;
    std::vector<relation_type_definition> all;
    all.reserve(relation_type_count);
// clang-format off
#define COMITY_LIST(...) {__VA_ARGS__}
#define COMITY_RELATION_TYPE(name, inverse, domain, range, nat, flags, mapping, label, definition) \
    all.push_back({relation_type::name, data_name(#name), data_name(#inverse), to_kinds(COMITY_LIST domain), \
                   to_kinds(COMITY_LIST range), nature::nat, flags, mapping, in_english(label), definition});
#include <comity/schema/relation_types.def>
#undef COMITY_LIST
    // clang-format on
    return first(std::move(all), count);
}

std::vector<attribute_type_definition> built_in_attribute_types(int revision) {
    constexpr bool single = true;
    constexpr bool many = false;
    const std::size_t count = size_of(revision).attribute_types;
    std::vector<attribute_type_definition> all;
    all.reserve(attribute_type_count);
// clang-format off
#define COMITY_ATTRIBUTE_TYPE(name, value, cardinality, label, definition) \
    all.push_back({attribute_type::name, data_name(#name), value_type::value, cardinality, in_english(label), \
                   definition});
#include <comity/schema/attribute_types.def>
    // clang-format on
    return first(std::move(all), count);
}

} // namespace comity::detail
