#pragma once

#include <comity/history/node.hpp>
#include <comity/schema/relation_type.hpp>

#include <string_view>
#include <utility>

namespace comity {

/// A typed, directed row from node to node, with an id and a period of its own: it reads
/// `from() type() to()`. A cheap handle that keeps its history alive. Since 0.1.
class relation : public fact {
public:
    relation(detail::store_ptr store, relation_id number) noexcept : fact(std::move(store), number) {}

    [[nodiscard]] relation_id number() const noexcept { return subject_.as_relation(); }
    /// The id that the data gave; may be empty.
    [[nodiscard]] std::string_view id() const noexcept;
    [[nodiscard]] relation_type type() const noexcept;
    /// Name of the type as data spells it.
    [[nodiscard]] std::string_view type_name() const noexcept;
    [[nodiscard]] node from() const noexcept;
    [[nodiscard]] node to() const noexcept;
    /// The bounds that views use: own period cut to the stated periods of both ends.
    [[nodiscard]] bounds effective_bounds() const noexcept;
};

} // namespace comity
