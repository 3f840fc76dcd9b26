#pragma once

#include <comity/analysis/lineage.hpp>
#include <comity/analysis/listing.hpp>
#include <comity/analysis/moment.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace comity {

/// What a commitment may lead to. Since 0.1.
enum class follow_up : std::uint8_t {
    text, ///< an instrument
    body, ///< an actor, technical systems aside
    deed, ///< an event
};

/// "text", "body" or "deed". Since 0.1.
[[nodiscard]] std::string_view to_string(follow_up f) noexcept;

/// The first thing of its sort that came of a commitment, or that none was found. Since 0.1.
struct followed {
    node commitment;
    moment made; ///< when it was taken on
    follow_up what = follow_up::text;
    /// What may have been the first: more than one where the dates leave it open; empty: none found in
    /// `searched`, which is not to say that there is none.
    std::vector<step> first;
    /// Days from the commitment until the first of them, whichever it was; unbounded where none is certain.
    std::optional<lag> since;
    /// Each of them hangs on a step that nobody states and the data's author derives.
    bool inferred = false;
    /// From the commitment to each of `first`, one after the other.
    std::vector<relation> way;
};

/// The rules of `lineage_rules` by which something puts a commitment into effect, and not those that lead on
/// to other promises or to later texts on the same. Since 0.1.
[[nodiscard]] std::span<const lineage_rule> follow_through_rules() noexcept;

/// For each commitment that the view shows the first text, the first body and the first deed that came of it
/// and did not certainly precede it: three rows each, in the order of the commitments' days and ids. Seen by
/// a day (`v.by(day)`) it says what was still without consequence then. What is only possibly a consequence,
/// by whichever step on its way, or has no date, may have been the first but bounds nothing. O(relations of
/// what is reached, for each commitment). Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] listing<followed> follow_through(const view& v,
                                               std::span<const lineage_rule> rules = follow_through_rules(),
                                               const progress& tell = {});

} // namespace comity
