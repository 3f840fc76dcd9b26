#pragma once

#include <comity/schema/detail/type_id.hpp>

namespace comity {

namespace detail {

/// The place of each built-in attribute type in attribute_types.def.
enum class attribute_type_index : std::uint16_t {
#define COMITY_ATTRIBUTE_TYPE(name, value, count, label, definition) name,
#include <comity/schema/attribute_types.def>
};

} // namespace detail

/// What an attribute gives: a `title`, an `ordinal`, a `status`. The built-in types are constants, so a
/// misspelt one does not compile; those that data adds come from `schema::find_attribute_type`. Regular,
/// ordered and hashable; the number is `to_index(t)`. A default-made one names nothing. Since 0.1.
class attribute_type : public detail::type_id<attribute_type> {
public:
    using type_id::type_id;

#define COMITY_ATTRIBUTE_TYPE(name, value, count, label, definition) static const attribute_type name;
#include <comity/schema/attribute_types.def>
};

// clang-format off
#define COMITY_ATTRIBUTE_TYPE(name, value, count, label, definition) \
    inline constexpr attribute_type attribute_type::name{ \
        static_cast<std::uint16_t>(detail::attribute_type_index::name)};
#include <comity/schema/attribute_types.def>
// clang-format on

} // namespace comity

template <>
struct std::hash<comity::attribute_type> {
    [[nodiscard]] std::size_t operator()(comity::attribute_type t) const noexcept { return to_index(t); }
};
