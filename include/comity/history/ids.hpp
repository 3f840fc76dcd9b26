#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace comity {

/// Dense number of a node in one history: 0 .. node_count() - 1. Survives when a larger history grows from
/// this one. Since 0.1.
enum class node_id : std::uint32_t {};
/// Dense number of a relation in one history, in the order in which relations were added. Since 0.1.
enum class relation_id : std::uint32_t {};
/// Dense number of a source in one history. Since 0.1.
enum class source_id : std::uint32_t {};
/// Dense number of a statement in one history. Since 0.1.
enum class statement_id : std::uint32_t {};
/// Dense number of an attribute value in one history. Since 0.1.
enum class attribute_id : std::uint32_t {};

/// The number as an array index.
template <class Id>
requires std::is_enum_v<Id>
[[nodiscard]] constexpr std::size_t to_index(Id id) noexcept {
    return static_cast<std::size_t>(id);
}

/// What a fact is about: a node or a relation. Since 0.1.
class subject {
public:
    constexpr subject(node_id node) noexcept : number_(static_cast<std::uint32_t>(node)) {}
    constexpr subject(relation_id relation) noexcept
        : number_(static_cast<std::uint32_t>(relation)), is_relation_(true) {}

    [[nodiscard]] constexpr bool is_relation() const noexcept { return is_relation_; }
    [[nodiscard]] constexpr std::uint32_t number() const noexcept { return number_; }
    [[nodiscard]] constexpr node_id as_node() const noexcept { return node_id{number_}; }
    [[nodiscard]] constexpr relation_id as_relation() const noexcept { return relation_id{number_}; }
    friend constexpr bool operator==(subject, subject) = default;

private:
    std::uint32_t number_;
    bool is_relation_ = false;
};

} // namespace comity
