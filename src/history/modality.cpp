#include <comity/history/modality.hpp>

#include <algorithm>
#include <array>

namespace comity {
namespace {

constexpr std::array<std::string_view, modality_count> names{"reported", "planned", "proposed", "alleged"};

} // namespace

std::string_view to_string(modality m) noexcept {
    return names[static_cast<std::size_t>(m)];
}

std::optional<modality> modality_of(std::string_view name) noexcept {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) return std::nullopt;
    return static_cast<modality>(at - names.begin());
}

} // namespace comity
