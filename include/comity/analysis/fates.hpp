#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/analysis/proposals.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace comity {

/// How far a proposal has come, from nothing to work. Since 0.1.
enum class stage : std::uint8_t {
    none_found,  ///< nothing in what was searched, which is not to say that there is nothing
    echoed,      ///< others took it up: asked for it again, supported it, answered it with something near
    refused,     ///< somebody opposes it, and it came no further
    planned,     ///< announced or scheduled by a source that does not put it forward itself
    agreed,      ///< decided, signed or adopted: a text is there, or provides for it
    established, ///< the body is there
    operating,   ///< a deed took place: its meeting or act, or the event that it asks for
};

/// "none-found", "echoed", "refused", "planned", "agreed", "established" or "operating". Since 0.1.
[[nodiscard]] std::string_view to_string(stage s) noexcept;

/// One thing that shows how far a proposal has come. Since 0.1.
struct sign {
    stage shows = stage::echoed;
    fact by; ///< the relation; where the thing itself is reported since, or planned, the node
    comity::truth truth = comity::truth::possible;
    /// Nobody states it: that this is what was proposed is the judgement of the data's author.
    bool inferred = false;
};

/// What became of a proposal. Since 0.1.
struct fate {
    proposed what;
    stage reached = stage::none_found; ///< the furthest that any of `signs` shows
    /// The furthest that a sign which is certain and stated shows; `reached` where nothing is judged.
    stage stated = stage::none_found;
    std::vector<sign> signs; ///< the furthest first
};

/// What became of each of `proposals(v)`, by what the view reports of it and of what fulfils it. A text that
/// only mentions it is no sign. An echo is what a source other than those of the proposal itself states, and
/// that did not certainly precede it. Seen by a day (`v.by(day)`) it is the fate until then. O(proposals and
/// the relations of what fulfils them). Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] listing<fate> fates(const view& v, const progress& tell = {});

} // namespace comity
