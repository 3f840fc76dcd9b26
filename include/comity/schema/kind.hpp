#pragma once

#include <comity/schema/detail/type_id.hpp>

namespace comity {

namespace detail {

/// The place of each built-in kind in kinds.def.
enum class kind_index : std::uint16_t {
#define COMITY_ROOT_KIND(name, nature, label, definition) name,
#define COMITY_KIND(name, parent, label, definition) name,
#include <comity/schema/kinds.def>
};

} // namespace detail

/// What a node is: a state, a treaty, a summit. The built-in kinds are constants, so a misspelt one does not
/// compile; those that data adds come from `schema::find_kind`. Regular, ordered and hashable; the number is
/// `to_index(k)`. A default-made one names nothing. Since 0.1.
class kind : public detail::type_id<kind> {
public:
    using type_id::type_id;

#define COMITY_ROOT_KIND(name, nature, label, definition) static const kind name;
#define COMITY_KIND(name, parent, label, definition) static const kind name;
#include <comity/schema/kinds.def>
};

// clang-format off
#define COMITY_ROOT_KIND(name, nature, label, definition) COMITY_KIND(name, , , )
#define COMITY_KIND(name, parent, label, definition) \
    inline constexpr kind kind::name{static_cast<std::uint16_t>(detail::kind_index::name)};
#include <comity/schema/kinds.def>
// clang-format on

} // namespace comity

template <>
struct std::hash<comity::kind> {
    [[nodiscard]] std::size_t operator()(comity::kind k) const noexcept { return to_index(k); }
};
