#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace comity::detail {

/// What `kind`, `relation_type` and `attribute_type` have in common: a number of 16 bits that is a type of
/// its own, so that one can't be passed for another. Their constants are static members; that is why a value
/// is asked through free functions, which no later constant can hide.
template <class Derived>
class type_id {
public:
    /// Names nothing, and compares equal only to its like.
    constexpr type_id() noexcept = default;

    /// The id of that number; for those who read numbers back from where `to_index` put them.
    explicit constexpr type_id(std::uint16_t index) noexcept : index_(index) {}

    /// The number: a place in the built-in list, or `schema::first_added` onwards for what data adds.
    [[nodiscard]] friend constexpr std::uint16_t to_index(type_id id) noexcept { return id.index_; }

    [[nodiscard]] friend constexpr bool operator==(type_id, type_id) noexcept = default;
    [[nodiscard]] friend constexpr auto operator<=>(type_id, type_id) noexcept = default;

private:
    std::uint16_t index_ = 0xFFFF;
};

} // namespace comity::detail
