#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace comity {

/// How a source states a fact. Ordered from the strongest: where sources differ, the strongest modality among
/// those that assert a fact is the fact's own. Since 0.1.
enum class modality : std::uint8_t {
    reported, ///< as having happened or as holding
    planned,  ///< as decided or scheduled
    proposed, ///< as something that ought to be
    alleged,  ///< as somebody else's claim that the source does not make its own
};

/// Number of modalities.
inline constexpr std::size_t modality_count = 4;

/// "reported", "planned", "proposed" or "alleged".
[[nodiscard]] std::string_view to_string(modality m) noexcept;

/// The modality of that name, or nothing.
[[nodiscard]] std::optional<modality> modality_of(std::string_view name) noexcept;

} // namespace comity
