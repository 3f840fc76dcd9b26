#pragma once

#include <comity/analysis/roster.hpp>

#include <optional>

namespace comity::detail {

/// The record up to the view's day: what has begun by then, ended or not.
[[nodiscard]] view record_by_day_of(const view& v);

/// Whether the text was adopted, signed or endorsed by the view's day.
[[nodiscard]] text_condition adopted_by(const view& v, const node& text);

/// Whether the text is in force on the view's day; nothing for a text that needs no force.
[[nodiscard]] std::optional<text_condition> in_force_at(const view& v, const node& text);

} // namespace comity::detail
