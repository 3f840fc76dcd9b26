#pragma once

#include <comity/analysis/ballots.hpp>
#include <comity/analysis/listing.hpp>
#include <comity/analysis/positions.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace comity {

/// How what was voted on bears on what an actor is said to stand for. Since 0.1.
enum class bearing : std::uint8_t {
    itself, ///< it is the thing
    line,   ///< a text on a subject (`about`) of the thing, or one on the thing as its subject
};

/// "itself" or "line". Since 0.1.
[[nodiscard]] std::string_view to_string(bearing b) noexcept;

/// What an actor is said to stand for, beside how it voted. Since 0.1.
struct profession {
    position said; ///< by itself, or as a member of the bloc whose stance it is
    bearing bears = bearing::itself;
    /// The vote, and what is known of the actor in it. `member` is of the bloc whose stance it is, or of the
    /// body that it is drawn from, on the day of the vote; of a stance of its own certain.
    vote_cast cast;
    std::vector<relation> line; ///< `about`: what makes it the same line
};

/// What actors profess, set beside their votes on the same thing and on the same line: a row for each stance
/// of an actor (see `positions`) and each vote that bears on it, earlier and later ones. Whether a vote bears
/// the profession out is for a reader to judge. By the id of what the stance is on, the day and id of the
/// vote, the id of the actor, and the stance. Texts and meetings take stands too, and are left out; blocs are
/// their members. O(positions * votes). Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] listing<profession> professions(const view& v, const progress& tell = {});

} // namespace comity
