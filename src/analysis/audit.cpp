#include <comity/analysis/audit.hpp>

#include "analysis/audit_rules.hpp"
#include "analysis/pulse_over.hpp"
#include "analysis/reading.hpp"
#include "view/eval.hpp"

#include <algorithm>
#include <array>

namespace comity {
namespace detail {

namespace {

/// How often the rules together go over all facts.
constexpr std::size_t audit_rounds = 6;

} // namespace

audit_log::audit_log(view v, const progress& tell)
    : view_(std::move(v)), pulse_(pulse_over(view_, tell, "audit", audit_rounds)) {
    for (const auto& n : view_.nodes()) {
        pulse_();
        nodes_.push_back(n);
    }
    const view any = view_.at_any_time();
    for (const auto& r : any.relations()) {
        pulse_();
        const bool excluded = effective_bounds_in(view_, r).inverted();
        const bounds own = excluded ? view_.period_of(r).bounds() : bounds::always();
        const truth shown = excluded ? passes(view_.selection(), own) : view_.shows(r);
        if (is_possible(shown) || own.inverted()) relations_.push_back(r);
    }
}

const moment& audit_log::begin(const node& n) const {
    const auto [at, fresh] = begins_.try_emplace(n.number());
    if (fresh) at->second = begin_of(view_, n);
    return at->second;
}

void audit_log::add(audit_rule rule, severity level, std::initializer_list<fact> subjects,
                    std::string message) {
    audit_finding f{rule, level, subjects, std::move(message), {}, 1};
    for (const fact& subject : subjects)
        for (const statement& s : statements_in(view_, subject)) f.statements.push_back(s);
    found_.push_back(std::move(f));
}

listing<audit_finding> audit_log::sorted() && {
    const auto subject = [](const audit_finding& f) {
        return f.subjects.empty() ? std::string() : label(f.subjects.front());
    };
    const auto in_order = [&](const audit_finding& a, const audit_finding& b) {
        return a.rule != b.rule ? a.rule < b.rule : subject(a) < subject(b);
    };
    std::stable_sort(found_.begin(), found_.end(), stoppable(in_order, pulse_));
    return {std::move(found_), {view_, nodes_.size(), relations_.size()}};
}

void pile::add(const fact& f) {
    ++found_.count;
    if (list_all_ || found_.subjects.size() < 3) found_.subjects.push_back(f);
}

void pile::report(audit_log& log, const std::string& what) && {
    if (found_.count == 0) return;
    found_.message = std::to_string(found_.count) + what + ':';
    for (std::size_t i = 0; i < found_.subjects.size() && i < 3; ++i)
        found_.message += (i == 0 ? " " : ", ") + label(found_.subjects[i]);
    if (found_.count > 3) found_.message += ", ...";
    for (const fact& f : found_.subjects) {
        log.heartbeat().look();
        for (const statement& s : statements_in(log.seen(), f)) found_.statements.push_back(s);
    }
    log.add(std::move(found_));
}

std::string dated_label(const fact& f, const moment& when) {
    return when.known() ? label(f) + " (" + when.text + ')' : label(f);
}

} // namespace detail

std::string_view to_string(audit_rule r) noexcept {
    static constexpr std::array<std::string_view, audit_rule_count> names{
        "ordinal-order",       "ordinal-pace",      "claimed-first",  "claimed-new",    "parts-differ",
        "outside-event",       "outside-life",      "never-together", "before-origin",  "before-founding",
        "organ-before-parent", "ends-before-begin", "after-source",   "count-exceeded", "count-unnamed",
        "single-source",       "inferred-only",     "no-locator",     "unsourced",      "far-off"};
    return names[static_cast<std::size_t>(r)];
}

std::string explanation(const audit_finding& f) {
    if (f.subjects.empty()) return {};
    const history h(f.subjects.front().store());
    const std::string key = "finding " + std::string(to_string(f.rule));
    std::string text(h.note(key + ": " + label(f.subjects.front())));
    if (text.empty() && f.rule >= audit_rule::single_source) text = h.note(key);
    return text;
}

listing<audit_finding> audit(const view& v, const audit_options& options) {
    detail::audit_log log(v, options.tell);
    detail::check_series(log);
    detail::check_claims(log);
    detail::check_positions(log);
    detail::check_order(log);
    detail::check_counts(log);
    detail::check_sources(log, options);
    detail::check_far_off(log, options);
    return std::move(log).sorted();
}

} // namespace comity
