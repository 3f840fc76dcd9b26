#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/analysis/neighbourhoods.hpp>
#include <comity/progress.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace comity {

// Ways through time: each relation is walked on a day on which it holds, and never before the one walked
// earlier. An act is walked on its day, a state on any day of it; relations of one day may follow each other,
// since a day is the finest order that the record has. A view at a day, by a day or in a window leaves only
// those days.

/// How ways through time are looked for. Since 0.1.
struct journey_options {
    /// possible: ways that some reading of the dates allows. certain: ways that hold in every reading; what
    /// happens, or begins, on an unknown day of June is then to be met by the first day on which it may be
    /// over, and done by the last of June. Possible days with gaps between them count as the whole from the
    /// first to the last.
    truth surety = truth::possible;
    direction way = direction::out; ///< how relations are walked
    progress tell;
};

/// Where one may come to, or set out from. Since 0.1.
struct arrival {
    node at;
    day on;                     ///< the earliest day there; of a latest departure, the latest day from there
    std::uint32_t hops = 0;     ///< relations on the way found
    std::optional<relation> by; ///< the last of them (of a departure, the first); none where the way begins
};

/// The earliest day on which each node is reached that ways from `from`, setting out on `start` or later,
/// come to; `from` itself first. By day, then by the number of the node. Throws error: invalid_argument for a
/// node of another history; cancelled. O(relations + nodes log nodes). Since 0.1. Source: Bui-Xuan, Ferreira,
/// Jarry, "Computing shortest, fastest, and foremost journeys in dynamic networks", 2003.
[[nodiscard]] listing<arrival> earliest_arrivals(const view& v, const node& from, day start,
                                                 const journey_options& options = {});

/// The latest day on which one may set out from each node and come to `to` by `end`; `to` itself first. By
/// day, the latest first, then by the number of the node. Otherwise as earliest_arrivals(). Since 0.1.
[[nodiscard]] listing<arrival> latest_departures(const view& v, const node& to, day end,
                                                 const journey_options& options = {});

/// A way from one node to another. Since 0.1.
struct journey {
    day departure;
    day arrival;
    std::vector<relation> steps; ///< in the order in which they are walked
};

/// The way that takes the fewest days, of those the earliest; nothing if there is none, or both
/// are one. Throws as
/// earliest_arrivals(). One such search for each
/// day on which a relation begins or ends and a first step may be made. Since 0.1.
[[nodiscard]] std::optional<journey> fastest_journey(const view& v, const node& from, const node& to,
                                                     const journey_options& options = {});

/// By node number: how close it is to all others in time, as the sum over them of 1 / (1 + days until it
/// reaches them when setting out on `start`); 0 for what the view does not show. Throws as
/// earliest_arrivals(). One such search for each node. Since 0.1. Source: Oettershagen, Mutzel, "TGLib: an
/// open-source library for temporal graph analysis", 2022 (harmonic form; here days are counted from
/// `start`).
[[nodiscard]] std::vector<double> temporal_closeness(const view& v, day start,
                                                     const journey_options& options = {});

} // namespace comity
