#include <comity/history/records.hpp>

#include <algorithm>
#include <array>

namespace comity {
namespace {

constexpr std::array<std::string_view, 6> bound_names{"exact",     "at-least",  "at-most",
                                                      "more-than", "less-than", "about"};

} // namespace

std::string_view to_string(number_bound b) noexcept {
    return bound_names[static_cast<std::size_t>(b)];
}

std::optional<number_bound> number_bound_of(std::string_view name) noexcept {
    const auto at = std::find(bound_names.begin(), bound_names.end(), name);
    if (at == bound_names.end()) return std::nullopt;
    return static_cast<number_bound>(at - bound_names.begin());
}

period_record period_record::of(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return {std::string(text), std::nullopt};
    return {std::string(text.substr(0, slash)), std::string(text.substr(slash + 1))};
}

} // namespace comity
