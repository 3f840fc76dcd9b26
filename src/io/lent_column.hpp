#pragma once

#include <comity/io/table.hpp>

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

namespace comity::detail {

/// The column type that has such values as its cells.
template <class T>
struct column_type_of;
template <>
struct column_type_of<std::int64_t> {
    static constexpr column_type value = column_type::integer;
};
template <>
struct column_type_of<double> {
    static constexpr column_type value = column_type::number;
};

/// A column without empty cells over values that are there already: kept, not copied.
template <class Values>
[[nodiscard]] table_column lent_column(std::string_view name, Values values) {
    auto held = std::make_shared<const Values>(std::move(values));
    column_buffers b;
    b.type = column_type_of<typename Values::value_type>::value;
    b.rows = held->size();
    b.values = held->data();
    b.owner = std::move(held);
    return {std::string(name), std::move(b)};
}

/// The same of numbers into a list of texts; `codes` are 32 bits wide.
template <class Values>
[[nodiscard]] table_column lent_categories(std::string_view name, text_list texts, Values codes) {
    static_assert(sizeof(typename Values::value_type) == sizeof(std::int32_t));
    auto held = std::make_shared<const Values>(std::move(codes));
    column_buffers b;
    b.type = column_type::category;
    b.rows = held->size();
    b.values = held->data();
    b.texts = std::move(texts);
    b.owner = std::move(held);
    return {std::string(name), std::move(b)};
}

/// The same of days, none of them unbounded.
template <class Values>
[[nodiscard]] table_column lent_days(std::string_view name, Values days) {
    static_assert(sizeof(typename Values::value_type) == sizeof(std::int32_t));
    auto held = std::make_shared<const Values>(std::move(days));
    column_buffers b;
    b.type = column_type::day;
    b.rows = held->size();
    b.values = held->data();
    b.owner = std::move(held);
    return {std::string(name), std::move(b)};
}

} // namespace comity::detail
