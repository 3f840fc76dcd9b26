#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/analysis/moment.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace comity {

/// What a line of a timeline says of its fact. Since 0.1.
enum class turn : std::uint8_t {
    happened, ///< an act or event took place
    began,    ///< a state or a thing began
    ended,    ///< a state or a thing came to an end
};

/// "happened", "began" or "ended". Since 0.1.
[[nodiscard]] std::string_view to_string(turn t) noexcept;

/// One line of a timeline. Since 0.1.
struct timeline_entry {
    moment when; ///< of an event of several days, from its first to its last
    turn what = turn::happened;
    fact about;
    comity::truth truth = comity::truth::possible; ///< that it falls into the view's time
    /// The event at which it happened or from which it came, if the record says so.
    std::optional<node> occasion;
};

/// All that is dated in what the view shows: events, acts, and where things and states begin and end, in the
/// order of `listed_before` and then of the ids. What only touches the view's time is not in it: a body of
/// 2001 begins in 2001 and on no later day. O((nodes + relations) log of them). Throws error (cancelled) once
/// `tell` asks. Since 0.1.
[[nodiscard]] listing<timeline_entry> timeline(const view& v, const progress& tell = {});

} // namespace comity
