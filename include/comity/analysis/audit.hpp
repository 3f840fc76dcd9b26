#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/history/finding.hpp>
#include <comity/progress.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace comity {

/// What an audit looks for, in the order in which it reports. The numbers are also the C API's. Since 0.1.
enum class audit_rule : std::uint8_t {
    ordinal_order = 0,   ///< numbers of a series that repeat, or run against the order of its days
    ordinal_pace = 1,    ///< a number that does not fit the pace of the numbers before and after it
    claimed_first = 2,   ///< something of the same kind and subject precedes what a source calls the first
    claimed_new = 3,     ///< something on the same subject precedes what a claim calls new or first
    parts_differ = 4,    ///< all are said to hold a position, and parts of them to want different things
    outside_event = 5,   ///< dated outside the days of the event that it belongs to
    outside_life = 6,    ///< dated outside the life of one of its ends
    never_together = 7,  ///< joins what was never there together: no view at a day shows it
    before_origin = 8,   ///< earlier than what it implements, amends, cites or follows
    before_founding = 9, ///< a membership that begins before the body does
    organ_before_parent = 10, ///< an organ that begins before the body that it is a part of
    ends_before_begin = 11,   ///< no reading has the begin before the end
    after_source = 12,        ///< reported as past by a source that is older than it
    count_exceeded = 13,      ///< more members named than a source counts
    count_unnamed = 14,       ///< fewer members named than a source counts
    single_source = 15,       ///< facts that rest on one source, copies of one counted once
    inferred_only = 16,       ///< facts that nobody states outright
    no_locator = 17,          ///< facts of which no statement says where in its source
    unsourced = 18,           ///< facts that nobody states
    far_off = 19, ///< a few dates a century or more from all others that their source gives for the same
};

/// Number of rules.
inline constexpr std::size_t audit_rule_count = 20;

/// "ordinal-order", "ordinal-pace", ... Since 0.1.
[[nodiscard]] std::string_view to_string(audit_rule r) noexcept;

/// Something in the record that deserves a look. It is never more than that: the audit judges what sources
/// say by what they say elsewhere, not by what was the case. Since 0.1.
struct audit_finding {
    audit_rule rule = audit_rule::unsourced;
    severity level = severity::warning; ///< `note` where nothing need be wrong
    std::vector<fact> subjects;         ///< the one in doubt first, then those that it is held against
    std::string message;                ///< one sentence
    std::vector<statement> statements;  ///< that the finding rests on: ask them for source and locator
    std::size_t count = 1;              ///< how many facts it is about, of which `subjects` may be examples
};

/// How an audit reports. Since 0.1.
struct audit_options {
    /// Name every fact in `subjects` of the rules that only count (from `single_source` on), not three of
    /// each.
    bool list_facts = false;
    progress tell = {};
};

/// What the view shows, held against itself; also what no view at a day can show, because its dates exclude
/// each other. Only what is so in every reading of the dates is found. By rule, then by the label of the
/// first subject. O((nodes + relations + statements) log of them); what is claimed as first or new is held
/// against all nodes of its kind. Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] listing<audit_finding> audit(const view& v, const audit_options& options = {});

/// How the history itself explains a finding: its note `finding <rule>: <label of the first subject>`, or, of
/// a rule that only counts (from `single_source` on), also `finding <rule>`; empty if it has none. O(notes).
/// Since 0.1.
[[nodiscard]] std::string explanation(const audit_finding& f);

} // namespace comity
