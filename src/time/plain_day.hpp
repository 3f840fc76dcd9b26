#pragma once

#include <comity/time/parsed_date.hpp>

#include <string_view>

namespace comity::detail {

/// Reads the most frequent text by far, `1985-04-12`, without the grammar. False: let the grammar say why.
bool read_plain_day(std::string_view text, parsed_date& out) noexcept;

} // namespace comity::detail
