#pragma once

#include <comity/schema/attribute_type.hpp>
#include <comity/schema/kind.hpp>
#include <comity/schema/relation_type.hpp>
#include <comity/time/nature.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comity {

/// What else holds of every relation of a type; a set, joined with `|`. Since 0.1.
enum class relation_flags : std::uint8_t {
    none = 0,
    symmetric = 1,  ///< a row from A to B is also one from B to A
    transitive = 2, ///< from A to B and from B to C follows from A to C
    acyclic = 4,    ///< no way leads from a node back to itself; one that sources state is a warning
    functional = 8, ///< a source has at most one target at a time
};

/// Both sets of flags together. Since 0.1.
[[nodiscard]] constexpr relation_flags operator|(relation_flags a, relation_flags b) noexcept {
    return static_cast<relation_flags>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

/// Whether `flags` has every flag of `wanted`. Since 0.1.
[[nodiscard]] constexpr bool has(relation_flags flags, relation_flags wanted) noexcept {
    return (static_cast<unsigned>(flags) & static_cast<unsigned>(wanted)) == static_cast<unsigned>(wanted);
}

/// Each single flag with its name in data files. Since 0.1.
inline constexpr std::array<std::pair<relation_flags, std::string_view>, 4> relation_flag_names{{
    {relation_flags::symmetric, "symmetric"},
    {relation_flags::transitive, "transitive"},
    {relation_flags::acyclic, "acyclic"},
    {relation_flags::functional, "functional"},
}};

/// The flag of that name, or nothing. Since 0.1.
[[nodiscard]] constexpr std::optional<relation_flags> relation_flag_from(std::string_view name) noexcept {
    for (const auto& [flag, text] : relation_flag_names)
        if (text == name) return flag;
    return std::nullopt;
}

/// What an attribute's value is. Since 0.1.
enum class value_type : std::uint8_t {
    text = 0,   ///< text, perhaps in a language
    number = 1, ///< a number, perhaps with a unit and a bound such as "more than"
    date = 2,   ///< an EDTF date
    flag = 3,   ///< yes or no
};

/// The name of the value type, as data files spell it. Since 0.1.
[[nodiscard]] constexpr std::string_view to_string(value_type t) noexcept {
    constexpr std::array<std::string_view, 4> names{"text", "number", "date", "flag"};
    return names[static_cast<std::size_t>(t)];
}

/// The value type of that name, or nothing. Since 0.1.
[[nodiscard]] constexpr std::optional<value_type> value_type_from(std::string_view name) noexcept {
    for (const value_type t : {value_type::text, value_type::number, value_type::date, value_type::flag})
        if (to_string(t) == name) return t;
    return std::nullopt;
}

/// A label in one language. Since 0.1.
struct label_text {
    std::string language; ///< a BCP 47 tag, such as "en" or "zh-Hans"
    std::string text;

    [[nodiscard]] friend bool operator==(const label_text&, const label_text&) = default;
};

// What a schema holds. Strings and numbers only, so that a history can keep each in flat columns.

/// A kind and all that is said of it. Since 0.1.
struct kind_definition {
    kind id;
    std::string name;                              ///< its id in data, such as "working-group"
    kind parent;                                   ///< the kind that it is a case of; `kind{}` for a root
    comity::nature nature = comity::nature::state; ///< its root's
    std::vector<label_text> labels;
    std::string definition;

    [[nodiscard]] friend bool operator==(const kind_definition&, const kind_definition&) = default;
};

/// A relation type and all that is said of it; a row reads "source relation target". Since 0.1.
struct relation_type_definition {
    relation_type id;
    std::string name;         ///< its id in data, such as "member-of"
    std::string inverse;      ///< how a row reads from its target: "has-member"; empty if it has no name
    std::vector<kind> domain; ///< what a source may be, with the kinds under it; empty admits any
    std::vector<kind> range;  ///< the same of a target
    comity::nature nature = comity::nature::state;
    relation_flags flags = relation_flags::none;
    std::string mapping; ///< the same in public vocabularies, such as "wdt:P463"; ^ marks target to source
    std::vector<label_text> labels;
    std::string definition;

    [[nodiscard]] friend bool operator==(const relation_type_definition&,
                                         const relation_type_definition&) = default;
};

/// An attribute type and all that is said of it. Since 0.1.
struct attribute_type_definition {
    attribute_type id;
    std::string name; ///< its id in data, such as "in-force-on"
    value_type value = value_type::text;
    bool single = false; ///< at most one value at a time (for text: and in one language)
    std::vector<label_text> labels;
    std::string definition;

    [[nodiscard]] friend bool operator==(const attribute_type_definition&,
                                         const attribute_type_definition&) = default;
};

// What data says to add to a schema: the same with names for numbers.

/// A kind to add. Since 0.1.
struct kind_spec {
    std::string name;
    std::string parent; ///< name of the kind that it is a case of; its nature comes with it
    std::vector<label_text> labels = {};
    std::string definition = {};
};

/// A relation type to add. Since 0.1.
struct relation_type_spec {
    std::string name;
    std::string inverse = {};             ///< empty: none, or its own name if it is symmetric
    std::vector<std::string> domain = {}; ///< names of kinds; empty admits any
    std::vector<std::string> range = {};  ///< the same
    comity::nature nature = comity::nature::state;
    relation_flags flags = relation_flags::none;
    std::string mapping = {};
    std::vector<label_text> labels = {};
    std::string definition = {};
};

/// An attribute type to add. Since 0.1.
struct attribute_type_spec {
    std::string name;
    value_type value = value_type::text;
    bool single = false;
    std::vector<label_text> labels = {};
    std::string definition = {};
};

} // namespace comity
