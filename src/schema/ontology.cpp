#include "ontology.hpp"

#include <comity/schema/schema.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>

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

// The lists as tables of literals. A name that an entry misspells does not compile.

struct kind_row {
    const char* name = ""; // in C++
    const char* label = "";
    const char* definition = "";
    kind parent;
    comity::nature nature = comity::nature::state; // of a root; the others take their parent's
};

struct attribute_type_row {
    const char* name = "";
    const char* label = "";
    const char* definition = "";
    value_type value = value_type::text;
    bool single = false;
};

/// A short list of kinds, kept in place.
class kind_list {
public:
    constexpr kind_list(std::initializer_list<kind_index> kinds = {}) : size_(kinds.size()) {
        // too long a list would be no constant, so it does not compile
        std::copy(kinds.begin(), kinds.end(), kinds_.begin());
    }

    [[nodiscard]] std::vector<kind> to_vector() const {
        std::vector<kind> result;
        for (std::size_t i = 0; i < size_; ++i) result.emplace_back(static_cast<std::uint16_t>(kinds_.at(i)));
        return result;
    }

private:
    std::array<kind_index, 8> kinds_{};
    std::size_t size_ = 0;
};

struct relation_type_row {
    const char* name = "";
    const char* inverse = "";
    const char* mapping = "";
    const char* label = "";
    const char* definition = "";
    kind_list domain;
    kind_list range;
    comity::nature nature = comity::nature::state;
    relation_flags flags = relation_flags::none;
};

namespace rows {

// domains and ranges name kinds, flags are joined by |
using enum kind_index;
using enum relation_flags;
constexpr bool single = true;
constexpr bool many = false;

// clang-format off
#define COMITY_ROOT_KIND(name, nat, label, definition) {#name, label, definition, {}, nature::nat},
#define COMITY_KIND(name, parent, label, definition) {#name, label, definition, kind::parent, {}},
constexpr kind_row kinds[] = {
#include <comity/schema/kinds.def>
};

#define COMITY_LIST(...) {__VA_ARGS__}
#define COMITY_RELATION_TYPE(name, inverse, domain, range, nat, flags, mapping, label, definition) \
    {#name, #inverse, mapping, label, definition, COMITY_LIST domain, COMITY_LIST range, nature::nat, flags},
constexpr relation_type_row relation_types[] = {
#include <comity/schema/relation_types.def>
};
#undef COMITY_LIST

#define COMITY_ATTRIBUTE_TYPE(name, value, count, label, definition) \
    {#name, label, definition, value_type::value, count},
constexpr attribute_type_row attribute_types[] = {
#include <comity/schema/attribute_types.def>
};
// clang-format on

} // namespace rows

static_assert(schema::current_revision == static_cast<int>(revision_sizes.size()));
static_assert(revision_sizes.back().kinds == std::size(rows::kinds),
              "a kind was added without a new revision");
static_assert(revision_sizes.back().relation_types == std::size(rows::relation_types),
              "likewise a relation type");
static_assert(revision_sizes.back().attribute_types == std::size(rows::attribute_types),
              "likewise an attribute type");
static_assert(std::max({std::size(rows::kinds), std::size(rows::relation_types),
                        std::size(rows::attribute_types)}) <= schema::first_added);

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

/// The number that the next definition gets.
template <class Definition>
auto next_id(const std::vector<Definition>& so_far) {
    return decltype(Definition::id)(static_cast<std::uint16_t>(so_far.size()));
}

std::vector<label_text> in_english(const char* label) {
    return {label_text{"en", label}};
}

} // namespace

std::vector<kind_definition> built_in_kinds(int revision) {
    std::vector<kind_definition> result;
    for (const kind_row& row : std::span(rows::kinds).first(size_of(revision).kinds)) {
        const bool root = row.parent == kind{};
        const comity::nature n = root ? row.nature : result.at(to_index(row.parent)).nature;
        result.push_back(
            {next_id(result), data_name(row.name), row.parent, n, in_english(row.label), row.definition});
    }
    return result;
}

std::vector<relation_type_definition> built_in_relation_types(int revision) {
    std::vector<relation_type_definition> result;
    for (const relation_type_row& row :
         std::span(rows::relation_types).first(size_of(revision).relation_types))
        result.push_back({next_id(result), data_name(row.name), data_name(row.inverse),
                          row.domain.to_vector(), row.range.to_vector(), row.nature, row.flags, row.mapping,
                          in_english(row.label), row.definition});
    return result;
}

std::vector<attribute_type_definition> built_in_attribute_types(int revision) {
    std::vector<attribute_type_definition> result;
    for (const attribute_type_row& row :
         std::span(rows::attribute_types).first(size_of(revision).attribute_types))
        result.push_back({next_id(result), data_name(row.name), row.value, row.single, in_english(row.label),
                          row.definition});
    return result;
}

} // namespace comity::detail
