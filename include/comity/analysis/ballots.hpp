#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/analysis/moment.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace comity {

/// What the record has an actor do in a vote. Since 0.1.
enum class ballot : std::uint8_t {
    yes,
    no,
    abstained, ///< was there and took no side
    absent,    ///< was not there, or did not vote
    vetoed,
    unknown, ///< the record does not say
};

/// "yes", "no", "abstained", "absent", "vetoed" or "unknown". Since 0.1.
[[nodiscard]] std::string_view to_string(ballot b) noexcept;

/// The relation types that say how somebody voted: voted-for, voted-against, abstained-on, absent-from,
/// vetoed. Since 0.1.
[[nodiscard]] std::span<const relation_type> ballot_types() noexcept;

/// How one actor voted in one vote. Since 0.1.
struct vote_cast {
    node vote;            ///< the roll call; the text itself where no vote is recorded as an event
    std::vector<node> on; ///< what it decided about, by `vote-on`
    moment when;          ///< of the vote
    node who;
    comity::ballot ballot = comity::ballot::unknown;
    /// How surely; possible at most where the record has him vote in more than one way, of which a veto is
    /// no other than a no. Of an unknown ballot `no`.
    comity::truth truth = comity::truth::no;
    /// That he was a member of the group on the day of the vote; `no`: the record does not have him as one.
    comity::truth member = comity::truth::no;
    std::optional<relation> by; ///< that says so; nothing of an unknown ballot
};

/// How each of those who are members of `group` at any time voted in each vote that the view shows, also
/// before they joined and after they left: to be absent is not to abstain, and neither is not to be a member,
/// or not to be in the record. Blocs cast no ballots, their members do. By day and id of the vote, then by
/// the id of the actor. O(votes * members + relations of both). Throws error (cancelled) once `tell` asks.
/// Since 0.1.
[[nodiscard]] listing<vote_cast> ballots(const view& v, const node& group, const progress& tell = {});

/// How far the members of a group went together in one vote. Since 0.1.
struct cohesion {
    node vote;
    std::vector<node> on;
    moment when;
    count members; ///< on the day of the vote
    count yes;     ///< of these, and so on
    count no;      ///< a veto is one too
    count abstained;
    count absent;
    count unknown; ///< members of whom the record has no ballot
    /// That all members who were there voted in the same way. Possible only where a ballot or a membership
    /// is not known, or nobody is known to have been there.
    comity::truth alike = comity::truth::possible;
};

/// The same vote by vote, of those who were members on its day. Throws error (cancelled) once `tell` asks.
/// Since 0.1.
[[nodiscard]] listing<cohesion> cohesion_of(const view& v, const node& group, const progress& tell = {});

} // namespace comity
