#pragma once

#include <comity/schema/detail/type_id.hpp>

namespace comity {

namespace detail {

/// The place of each built-in relation type in relation_types.def.
enum class relation_type_index : std::uint16_t {
#define COMITY_RELATION_TYPE(name, inverse, domain, range, nature, flags, mapping, label, definition) name,
#include <comity/schema/relation_types.def>
};

} // namespace detail

/// What a relation says: `implements`, `member_of`. The built-in types are constants, so a misspelt one does
/// not compile; those that data adds come from `schema::find_relation_type`. "signed" is a word of the
/// language, so its constant is `signed_`. Regular, ordered and hashable; the number is `to_index(t)`. A
/// default-made one names nothing. Since 0.1.
class relation_type : public detail::type_id<relation_type> {
public:
    using type_id::type_id;

// clang-format off
#define COMITY_RELATION_TYPE(name, inverse, domain, range, nature, flags, mapping, label, definition) \
    static const relation_type name;
#include <comity/schema/relation_types.def>
};

#define COMITY_RELATION_TYPE(name, inverse, domain, range, nature, flags, mapping, label, definition) \
    inline constexpr relation_type relation_type::name{ \
        static_cast<std::uint16_t>(detail::relation_type_index::name)};
#include <comity/schema/relation_types.def>
// clang-format on

} // namespace comity

template <>
struct std::hash<comity::relation_type> {
    [[nodiscard]] std::size_t operator()(comity::relation_type t) const noexcept { return to_index(t); }
};
