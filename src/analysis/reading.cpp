#include "analysis/reading.hpp"

#include "analysis/competing.hpp"
#include "history/periods.hpp"
#include "history/reading.hpp"
#include "view/reading.hpp"

#include <comity/error.hpp>
#include <comity/schema/detail/nearest_name.hpp>

#include <algorithm>
#include <set>

namespace comity::detail {
namespace {

bool speaks_of_existence(const statement& s) {
    return covers(s.slots(), slot::existence);
}

/// Without the values that the view's policy decides against.
void leave_preferred(const view& v, const fact& f, std::vector<attribute>& values) {
    std::set<attribute_id> refused;
    for (const stated_slot& s : attribute_slots(v, f)) {
        std::set<std::string> upheld;
        for (const std::size_t i : preferred_places(v, s)) upheld.insert(s.values[i].value);
        for (const attribute& a : s.all)
            if (!upheld.contains(a.to_string())) refused.insert(a.number());
    }
    std::erase_if(values, [&refused](const attribute& a) { return refused.contains(a.number()); });
}

} // namespace

bool counts(const view& v, const statement& s) {
    return counts(v, s.source());
}

bool counts(const view& v, const source& s) {
    const auto& reading = v.selection().reading;
    return !reading || reading->rule.admits(static_cast<std::uint32_t>(s.number()));
}

source source_named(const history& h, std::string_view id) {
    if (const auto found = h.find_source(id)) return *found;
    nearest_name nearest(id);
    for (const source& s : h.sources()) nearest.offer(s.id());
    throw error(errc::unknown_id, "unknown source '" + std::string(id) + "'" + nearest.question());
}

std::vector<statement> counting(const view& v, std::vector<statement> of) {
    std::erase_if(of, [&v](const statement& s) { return !counts(v, s); });
    return of;
}

std::vector<statement> statements_in(const view& v, const fact& f) {
    return counting(v, f.statements());
}

bounds effective_bounds_in(const view& v, const relation& r) noexcept {
    const store& s = *v.history().store();
    return columns_of(s, v.selection()).effective(s.relations.place[to_index(r.number())]);
}

bool is_heard(const view& v, const attribute& a) {
    if (!v.selection().reading) return true;
    const std::vector<statement> stated = a.statements();
    return stated.empty() ||
           std::any_of(stated.begin(), stated.end(), [&v](const statement& s) { return counts(v, s); });
}

std::vector<attribute> attributes_in(const view& v, const fact& f, attribute_type type) {
    std::vector<attribute> all = f.attributes(type);
    std::erase_if(all, [&v](const attribute& a) { return !is_heard(v, a); });
    if (all.size() > 1 && !v.reading().policy.order.empty()) leave_preferred(v, f, all);
    return all;
}

bool inferred_in(const view& v, const fact& f) {
    bool asserted = false;
    for (const statement& s : statements_in(v, f)) {
        if (s.denies() || !speaks_of_existence(s)) continue;
        if (!s.inferred()) return false;
        asserted = true;
    }
    return asserted;
}

std::string_view rule_in(const view& v, const fact& f) {
    if (!inferred_in(v, f)) return {};
    for (const statement& s : statements_in(v, f))
        if (s.inferred() && !s.denies()) return s.rule();
    return {};
}

bool asserted_as(const view& v, const fact& f, modality m) {
    const std::vector<statement> all = statements_in(v, f);
    return std::any_of(all.begin(), all.end(), [m](const statement& s) {
        return speaks_of_existence(s) && !s.denies() && s.modality() == m;
    });
}

modality modality_in(const view& v, const fact& f) {
    return strongest_modality(*f.store(), f.subject(), v.selection().reading.get());
}

bool only_denied(const view& v, const fact& f) {
    bool denied = false;
    for (const statement& s : statements_in(v, f)) {
        if (!speaks_of_existence(s)) continue;
        if (!s.denies()) return false;
        denied = true;
    }
    return denied;
}

bool looks_for(const view& v, modality m) {
    return (static_cast<unsigned>(v.selection().modalities) >> static_cast<unsigned>(m) & 1u) != 0;
}

} // namespace comity::detail
