#pragma once

#include <comity/io/table.hpp>

/// Types of columns, short enough for a list of columns.
namespace comity::detail::column_types {

inline constexpr column_type text = column_type::text;
inline constexpr column_type category = column_type::category;
inline constexpr column_type integer = column_type::integer;
inline constexpr column_type number = column_type::number;
inline constexpr column_type flags = column_type::flag;
inline constexpr column_type days = column_type::day;

} // namespace comity::detail::column_types
