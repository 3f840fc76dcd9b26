#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/analysis/members.hpp>
#include <comity/analysis/moment.hpp>

#include <optional>
#include <span>
#include <vector>

namespace comity {

/// An actor that took part in an event, by itself or in a bloc. Since 0.1.
struct participation {
    node who;
    comity::truth truth = comity::truth::possible;
    std::vector<relation> by; ///< from the event inwards: `participated-in`, then what the bloc consists of

    /// Stands for others: a bloc. Where it is known who they were, rows of their own follow from it.
    [[nodiscard]] bool is_bloc() const noexcept { return who.is_a(kind::bloc); }
};

/// One event of a series. Since 0.1.
struct occurrence {
    node event;
    moment when;
    comity::truth truth = comity::truth::possible;
    std::optional<attribute> ordinal;        ///< its number in the series, as a source gives it
    std::optional<lag> gap;                  ///< days since the one before it; none for the first
    std::vector<seen<relation>> hosts;       ///< `hosted`
    std::vector<seen<relation>> places;      ///< `located-in`
    std::vector<seen<relation>> organisers;  ///< `organised`, `coordinated`, `chaired`
    std::vector<participation> participants; ///< by id, blocs beside those that they consist of
    count named;                             ///< participants known by name, blocs not counted
    std::vector<attribute> stated_counts;    ///< how many sources count, of the event or of a bloc in it
};

/// The events of a kind, in the order of their days, then of their ordinals and ids; blocs are expanded to
/// their members on the day of the event. O(relations of the events and of the blocs, n log n in the events).
/// Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] listing<occurrence> series(const view& v, kind k, const progress& tell = {});

/// The same of chosen events; those that the view does not show are left out. Throws error (cancelled) once
/// `tell` asks. Since 0.1.
[[nodiscard]] listing<occurrence> series(const view& v, std::span<const node> events,
                                         const progress& tell = {});

} // namespace comity
