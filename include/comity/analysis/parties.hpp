#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/schema/relation_type.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace comity {

/// On which side of a comparison the record has somebody. Since 0.1.
enum class side_of : std::uint8_t {
    first, ///< only of the first thing: left since, or not recorded again
    other, ///< only of the other thing: joined since, or not recorded before
    both,
};

/// "first", "other" or "both". Since 0.1.
[[nodiscard]] std::string_view to_string(side_of s) noexcept;

/// An actor in one relation to two things, or to one of them. Since 0.1.
struct party {
    node who;
    relation_type type;
    side_of where = side_of::both;
    comity::truth first =
        comity::truth::no; ///< how surely the record has it of the first; `no`: it does not say
    comity::truth other = comity::truth::no;
    std::vector<relation>
        by_first; ///< what makes it so, from the thing inwards: more than one through a bloc
    std::vector<relation> by_other;

    [[nodiscard]] bool is_bloc() const noexcept { return who.is_a(kind::bloc); }
};

/// Who stands in the same relation to two things, and who to only one of them: the states that submitted the
/// first draft and those that submitted the second, the participants of two exercises, the parties of two
/// treaties. All relations of actors to them in what the view shows, or those of one type; blocs stand beside
/// those who were their members on the day of the relation. Whoever is found on one side only is not recorded
/// on the other, which is not to say that he was not there. By type, then side (first, other, both), then id.
/// O(relations of both and of the blocs). Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] listing<party> parties(const view& v, const node& first, const node& other,
                                     std::optional<relation_type> type = std::nullopt,
                                     const progress& tell = {});

} // namespace comity
