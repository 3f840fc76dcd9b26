#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/analysis/moment.hpp>

#include <optional>
#include <vector>

namespace comity {

/// A number that somebody observed or reported, or a change without one. Since 0.1.
struct quantity {
    node observation;
    comity::truth truth = comity::truth::possible;
    /// The number with its bound, unit and period; none where a trend is reported without one.
    std::optional<attribute> value;
    moment from; ///< first and last day of what was observed
    moment to;
    std::vector<relation> of;           ///< `quantity-of`: what is counted or measured
    std::vector<relation> about;        ///< `about`
    std::vector<relation> reported_by;  ///< `reports`: who made it known, and when
    std::vector<relation> observed_by;  ///< `observed-by`
    std::vector<relation> evidence_for; ///< `evidence-for`: what it is given as a ground for

    /// Who states this number: source, locator.
    [[nodiscard]] std::vector<statement> statements() const {
        return value ? value->statements() : observation.statements();
    }
};

/// The observations that the view shows, a row for each number, by first day and id. O(observations log of
/// them, and their relations). Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] listing<quantity> quantities(const view& v, const progress& tell = {});

} // namespace comity
