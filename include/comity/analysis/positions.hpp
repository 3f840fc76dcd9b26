#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/analysis/moment.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace comity {

/// The relation types that say where somebody stands: supports, opposes, calls-for, reaffirms, warns-of,
/// holds, expresses, objected-to. Since 0.1.
[[nodiscard]] std::span<const relation_type> stance_types() noexcept;

/// That an actor, a text or a meeting stands somewhere on something. Since 0.1.
struct position {
    node who;
    relation stance; ///< its type says how `who` stands, its `to` on what
    comity::truth truth = comity::truth::possible;
    /// Sources say that it is not so, and none that it is. `truth` is then `no`: by their word, not for want
    /// of any.
    bool denied = false;
    moment when; ///< since when, or when it was said; else the date of the first source that states it
    /// Where `when` is only the date of the source: it is held by then, and nobody says since when.
    bool as_of_source = false;
    /// Set where `who` is known as a member of the bloc whose stance it is (`stance.from()`): what makes it
    /// one.
    std::vector<relation> through;

    /// The years within which `when` lies; nothing where a side is not bounded.
    [[nodiscard]] std::optional<std::int64_t> first_year() const;
    [[nodiscard]] std::optional<std::int64_t> last_year() const;
};

/// Who stands where: by actor, then by day and topic; also on what is only proposed, since a call for a
/// treaty is real though the treaty is not. The stance of a bloc stands once for the bloc and once for each
/// of its members on the day of the stance; of a stance that lasts, on the first day on which it certainly
/// holds. O(relations + expanded blocs). Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] listing<position> positions(const view& v, const progress& tell = {});

} // namespace comity
