#pragma once

#include "pulse.hpp"

#include <comity/analysis/audit.hpp>
#include <comity/analysis/label.hpp>
#include <comity/analysis/moment.hpp>

#include <initializer_list>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace comity::detail {

/// What an audit looks at and what it has found so far.
class audit_log {
public:
    audit_log(view v, const progress& tell);

    [[nodiscard]] const view& seen() const noexcept { return view_; }
    /// What the view admits but for time: also relations whose dates exclude each other, which no view at a
    /// day can show.
    [[nodiscard]] const std::vector<node>& nodes() const noexcept { return nodes_; }
    [[nodiscard]] const std::vector<relation>& relations() const noexcept { return relations_; }

    /// Looks whether to go on.
    [[nodiscard]] pulse& heartbeat() const noexcept { return pulse_; }

    /// When the node began; worked out once.
    [[nodiscard]] const moment& begin(const node& n) const;

    /// A finding that rests on all that is said of its subjects.
    void add(audit_rule rule, severity level, std::initializer_list<fact> subjects, std::string message);
    void add(audit_finding finding) { found_.push_back(std::move(finding)); }

    [[nodiscard]] listing<audit_finding> sorted() &&;

private:
    view view_;
    mutable std::map<node_id, moment> begins_;
    std::vector<node> nodes_;
    std::vector<relation> relations_;
    std::vector<audit_finding> found_;
    mutable pulse pulse_;
};

/// Facts of one finding: a number and some examples, or all of them.
class pile {
public:
    pile(audit_rule rule, severity level, bool list_all) : list_all_(list_all) {
        found_.rule = rule;
        found_.level = level;
        found_.count = 0;
    }
    void add(const fact& f);
    /// "12 `what`: a, b, c, ..."; nothing if the pile is empty.
    void report(audit_log& log, const std::string& what) &&;

private:
    bool list_all_;
    audit_finding found_;
};

/// `statement-2006 (2006-06-15)`, or the label alone if it is not dated.
[[nodiscard]] std::string dated_label(const fact& f, const moment& when);

// One group of rules a file.
void check_series(audit_log& log);                                // ordinal_order, ordinal_pace
void check_claims(audit_log& log);                                // claimed_first, claimed_new
void check_positions(audit_log& log);                             // parts_differ
void check_order(audit_log& log);                                 // outside_event .. after_source
void check_counts(audit_log& log);                                // count_exceeded, count_unnamed
void check_sources(audit_log& log, const audit_options& options); // single_source .. unsourced
void check_far_off(audit_log& log, const audit_options& options); // far_off

} // namespace comity::detail
