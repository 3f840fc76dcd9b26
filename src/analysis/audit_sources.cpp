#include "analysis/audit_rules.hpp"

#include "analysis/reading.hpp"
#include "history/roots.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <vector>

namespace comity::detail {
namespace {

class source_tally {
public:
    source_tally(const view& v, const history& h, const audit_options& options)
        : view_(v),
          roots_(roots_of(*h.store())),
          single_(audit_rule::single_source, severity::note, options.list_facts),
          inferred_(audit_rule::inferred_only, severity::note, options.list_facts),
          unlocated_(audit_rule::no_locator, severity::warning, options.list_facts),
          unsourced_(audit_rule::unsourced, severity::warning, options.list_facts) {}

    void add(const fact& f) {
        ++facts_;
        std::vector<statement> statements = statements_in(view_, f);
        std::erase_if(statements, [](const statement& s) { return s.denies(); }); // no support
        if (statements.empty()) {
            unsourced_.add(f);
            return;
        }
        std::set<std::uint32_t> from;
        for (const statement& s : statements) {
            const auto& roots = roots_[to_index(s.source().number())];
            from.insert(roots.begin(), roots.end());
        }
        const bool located = std::any_of(statements.begin(), statements.end(),
                                         [](const statement& s) { return !s.locator().empty(); });
        if (from.size() == 1) single_.add(f);
        if (inferred_in(view_, f)) inferred_.add(f);
        if (!located) unlocated_.add(f);
    }

    void report(audit_log& log) && {
        const std::string of = " of " + std::to_string(facts_) + " facts ";
        std::move(single_).report(log, of + "rest on one source");
        std::move(inferred_).report(log, of + "are inferred and stated by nobody outright");
        std::move(unlocated_).report(log, of + "have no locator");
        std::move(unsourced_).report(log, of + "have no source");
    }

private:
    const view& view_;
    std::vector<std::vector<std::uint32_t>> roots_;
    std::size_t facts_ = 0;
    pile single_, inferred_, unlocated_, unsourced_;
};

} // namespace

void check_sources(audit_log& log, const audit_options& options) {
    source_tally t(log.seen(), log.seen().history(), options);
    const auto add = [&](const fact& f) {
        log.heartbeat()();
        t.add(f);
    };
    for (const node& n : log.nodes()) add(n);
    for (const relation& r : log.relations()) add(r);
    std::move(t).report(log);
}

} // namespace comity::detail
