#pragma once

#include "guard.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <type_traits>

namespace comity::capi {

/// No options struct will ever be larger: a size beyond it is one that nobody has set.
inline constexpr std::size_t most_option_bytes = 4096;

/// Throws refusal (COMITY_E_INVALID_ARGUMENT) for a size that no options have.
void check_option_size(std::size_t size);

/// Throws refusal (COMITY_E_UNSUPPORTED) for a reserved member that is set.
void require_zero(std::int32_t reserved);

/// The caller's options as this library knows them. An older caller's struct is shorter: what is missing has
/// its default. A newer caller's is longer: what is not known here must have its default, else it is refused
/// (COMITY_E_UNSUPPORTED).
template <class Options>
[[nodiscard]] Options options_in(const Options* given) {
    static_assert(std::is_trivially_copyable_v<Options>);
    Options known{};
    if (given == nullptr) return known;
    const std::size_t size = given->size;
    check_option_size(size);
    std::memcpy(&known, given, std::min(size, sizeof(Options)));
    if (size <= sizeof(Options)) return known;
    const auto* const bytes = reinterpret_cast<const unsigned char*>(given);
    if (std::any_of(bytes + sizeof(Options), bytes + size, [](unsigned char b) { return b != 0; }))
        throw refusal(COMITY_E_UNSUPPORTED, "the options ask for what this version of comity does not know");
    return known;
}

} // namespace comity::capi
