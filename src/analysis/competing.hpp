#pragma once

#include <comity/analysis/disagreements.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace comity::detail {

/// A slot of a fact with all values that are given for it, in the order in which they are stated.
struct stated_slot {
    fact about;
    std::string slot;                    ///< as in a disagreement
    conflict how = conflict::value;      ///< of two values that are not compatible
    std::vector<competing_value> values; ///< at least one, each once
    std::vector<attribute> given;        ///< of an attribute: for each of the values one that has it
    std::vector<attribute> all;          ///< of an attribute: all that have one of the values

    /// Whether two of the values, or all of them, can be true together.
    [[nodiscard]] bool compatible(std::size_t a, std::size_t b) const;
    [[nodiscard]] bool compatible() const;
    /// The largest sets of values that can be true together, by their places, in order. Cubic in the
    /// values for each of the sets, of which there is one where all are compatible.
    [[nodiscard]] std::vector<std::vector<std::size_t>> sides() const;
};

/// Those of the sides that the policy of the view prefers: all of them if it has no preference.
[[nodiscard]] std::vector<std::vector<std::size_t>> preferred_sides(const view& v, const stated_slot& s);

/// The places of the values on these sides, in their order: all, without looking for sides, if the policy has
/// no preference.
[[nodiscard]] std::vector<std::size_t> preferred_places(const view& v, const stated_slot& s);

/// The slots of the single attributes of a fact, with their values.
[[nodiscard]] std::vector<stated_slot> attribute_slots(const view& v, const fact& f);

/// The slots of one fact for which a value is given: existence, begin, end and single attributes.
[[nodiscard]] std::vector<stated_slot> stated_slots(const view& v, const fact& f);

/// Those for which more than one is given.
[[nodiscard]] std::vector<disagreement> competing_slots(const view& v, const fact& f);

/// The targets of one relation type that admits one at a time, where `n` has several at one time.
[[nodiscard]] std::vector<disagreement> competing_targets(const view& v, const node& n);

} // namespace comity::detail
