#pragma once

#include <comity/analysis/listing.hpp>

#include <span>
#include <vector>

namespace comity {

/// The relation types by which one thing acts upon another in somebody's judgement: drives, hinders, causes,
/// poses, threatens, pressures. Since 0.1.
[[nodiscard]] std::span<const relation_type> influence_types() noexcept;

/// That one thing pushes, hinders or brings about another, in the judgement of those who state it. Since 0.1.
struct influence {
    relation effect; ///< its `from` acts on its `to`, in the way that its type says
    comity::truth truth = comity::truth::possible;
    std::vector<relation> about;       ///< what a driver or challenge speaks of
    std::vector<relation> within;      ///< the larger driver or challenge that it is a part of
    std::vector<relation> answered_by; ///< what is meant to meet it, as far as the view shows it
};

/// Drivers and challenges with what they act on, and whatever else is said to act on something. By type (in
/// the order of `influence_types`), then by the ids of the ends. O(relations log of them). Throws error
/// (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] listing<influence> causes(const view& v, const progress& tell = {});

} // namespace comity
