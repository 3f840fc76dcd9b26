#pragma once

#include <comity/analysis/listing.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace comity {

/// How what one view shows differs from what another one shows. Since 0.1.
enum class change : std::uint8_t {
    appeared, ///< only the second view shows it
    gone,     ///< only the first view shows it
    truth,    ///< both show it, and one of them only as possible
    value,    ///< both show it, and a value of it holds in one of them only, or less surely in one
};

/// "appeared", "gone", "truth" or "value". Since 0.1.
[[nodiscard]] std::string_view to_string(change c) noexcept;

/// Something in which two views differ. Since 0.1.
struct difference {
    fact about;
    change how = change::appeared;
    /// How surely the first and the second view show it; of a value, how surely it holds in each.
    comity::truth before = comity::truth::no;
    comity::truth after = comity::truth::no;
    std::string slot;     ///< of a value: the name of its attribute
    std::string value;    ///< of a value: the value
    std::string language; ///< of a value in words: its language, if it has one
};

/// Two views of one history side by side, such as two days: what is new, gone or less sure, and which values
/// changed. What neither shows is not in it, and what is not in it is the same in both: unknown in both
/// counts as the same. Nodes by number, then relations by number, the values of each after it; `searched` is
/// the second view, and counts what either shows. Throws error (invalid_argument) for views of two histories.
/// O(nodes + relations + attributes). Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] listing<difference> diff(const view& before, const view& after, const progress& tell = {});

} // namespace comity
