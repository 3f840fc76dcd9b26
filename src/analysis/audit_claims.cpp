#include "analysis/audit_rules.hpp"

#include "analysis/reading.hpp"

#include <comity/analysis/firsts.hpp>

// What is called the first or new, and is certainly not: firsts() also tells what only may precede it.

namespace comity::detail {
namespace {

void report_first(audit_log& log, const claimed_first& c, const node& earlier) {
    audit_finding f{audit_rule::claimed_first,
                    severity::note,
                    {c.thing, earlier},
                    dated_label(c.thing, c.when) + " is called '" + c.words + "', and " +
                        dated_label(earlier, log.begin(earlier)) +
                        ", of the same kind and on the same subject, precedes it: true only of what the "
                        "claim says more narrowly",
                    counting(log.seen(), c.value->statements()),
                    1};
    for (const statement& s : statements_in(log.seen(), earlier)) f.statements.push_back(s);
    log.add(std::move(f));
}

void report_new(audit_log& log, const claimed_first& c, const precedent& p) {
    log.add(audit_rule::claimed_new, severity::warning, {c.claim, c.thing, *p.subject, p.what},
            label(c.claim) + " calls it new or first that " + dated_label(c.thing, c.when) + " takes up " +
                label(*p.subject) + ", and " + dated_label(p.what, p.when) +
                ", on the same subject, precedes it");
}

} // namespace

void check_claims(audit_log& log) {
    for (const claimed_first& c : firsts(log.seen(), log.heartbeat().within()))
        for (const precedent& p : c.earlier) {
            if (!is_certain(p.truth)) continue;
            if (c.value) report_first(log, c, p.what);
            if (!c.value && p.subject) report_new(log, c, p);
        }
}

} // namespace comity::detail
