#include "analysis/competing.hpp"

#include <comity/analysis/label.hpp>

#include "analysis/reading.hpp"
#include "history/dates.hpp"
#include "history/number_range.hpp"
#include "history/reading.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

namespace comity::detail {
namespace {

/// The statements of a value, which may be new.
std::vector<statement>& statements_for(std::vector<competing_value>& values, std::string_view value) {
    auto at = std::find_if(values.begin(), values.end(), [value](const auto& v) { return v.value == value; });
    if (at == values.end()) at = values.insert(values.end(), {std::string(value), {}});
    return at->statements;
}

void add(std::vector<competing_value>& values, std::string_view value, const statement& s) {
    statements_for(values, value).push_back(s);
}

/// Whether some day satisfies both dates. Text that is no date satisfies only itself.
bool compatible_dates(std::string_view a, std::string_view b) {
    if (a == ".." || b == ".." || a.empty() || b.empty()) return true;
    const auto x = date::try_parse(a);
    const auto y = date::try_parse(b);
    return x && y ? a == b || share_a_day(*x, *y) : a == b;
}

bool compatible_numbers(const attribute& a, const attribute& b) {
    return a.unit() == b.unit() &&
           share_a_number({a.bound(), a.number_value()}, {b.bound(), b.number_value()});
}

bool compatible(const attribute& a, const attribute& b) {
    if (a.value() == value_type::date) return compatible_dates(a.text(), b.text());
    if (a.value() == value_type::number) return compatible_numbers(a, b);
    return a.to_string() == b.to_string();
}

void look_at_existence(const view& v, const fact& f, std::vector<stated_slot>& found) {
    stated_slot d{f, "existence", conflict::polarity, {}, {}, {}};
    for (const statement& s : statements_in(v, f))
        if (covers(s.slots(), slot::existence)) add(d.values, s.denies() ? "denied" : "asserted", s);
    if (!d.values.empty()) found.push_back(std::move(d));
}

/// Only statements in the fact's own modality compete: a plan that came out otherwise is no contradiction.
void look_at_dates(const view& v, const fact& f, slot which, std::vector<stated_slot>& found) {
    stated_slot d{f, which == slot::end ? "end" : "begin", conflict::time_disjoint, {}, {}, {}};
    const modality strongest = modality_in(v, f);
    for (const statement& s : statements_in(v, f)) {
        if (s.denies() || s.modality() != strongest || !covers(s.slots(), which)) continue;
        if (const auto given = which == slot::end ? s.end() : s.begin()) add(d.values, *given, s);
    }
    if (!d.values.empty()) found.push_back(std::move(d));
}

} // namespace

std::vector<stated_slot> attribute_slots(const view& v, const fact& f) {
    std::vector<stated_slot> found;
    const schema& types = history(f.store()).schema();
    using slot_key = std::tuple<attribute_type, std::string_view, std::string>;
    std::map<slot_key, std::vector<attribute>> slots;
    for (const attribute& a : f.attributes())
        if (types.definition(a.type()).single && is_heard(v, a))
            slots[{a.type(), a.language(), a.period().text()}].push_back(a);
    for (const auto& [key, values] : slots) {
        stated_slot d{f, std::string(types.name(std::get<0>(key))), conflict::value, {}, {}, values};
        for (const attribute& a : values) {
            // A value that nobody states competes too.
            std::vector<statement>& stated = statements_for(d.values, a.to_string());
            for (const statement& s : counting(v, a.statements())) stated.push_back(s);
            if (d.given.size() < d.values.size()) d.given.push_back(a);
        }
        found.push_back(std::move(d));
    }
    return found;
}

namespace {

/// How surely two relations hold on some day together.
truth together(const view& v, const relation& a, const relation& b) {
    const bounds both = intersection(effective_bounds_in(v, a), effective_bounds_in(v, b));
    return truth_of(both.b1 <= both.e2, both.b2 <= both.e1);
}

} // namespace

bool stated_slot::compatible(std::size_t a, std::size_t b) const {
    if (a == b) return true;
    if (how == conflict::time_disjoint) return compatible_dates(values[a].value, values[b].value);
    if (how == conflict::value) return comity::detail::compatible(given[a], given[b]);
    return false;
}

bool stated_slot::compatible() const {
    for (std::size_t a = 0; a < values.size(); ++a)
        for (std::size_t b = a + 1; b < values.size(); ++b)
            if (!compatible(a, b)) return false;
    return true;
}

namespace {

using value_places = std::vector<std::size_t>;

/// Bron and Kerbosch's search for the largest sets, with a pivot: no set is met twice.
class side_search {
public:
    explicit side_search(const stated_slot& s) : beside_(s.values.size()) {
        for (std::size_t a = 0; a < beside_.size(); ++a)
            for (std::size_t b = 0; b < beside_.size(); ++b)
                beside_[a].push_back(a != b && s.compatible(a, b));
    }

    [[nodiscard]] std::vector<value_places> run() && {
        value_places all(beside_.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        value_places none;
        grow(none, std::move(all), {});
        for (value_places& side : found_) std::sort(side.begin(), side.end());
        std::sort(found_.begin(), found_.end());
        return std::move(found_);
    }

private:
    /// `some` may still grow by `candidates`; what could have been added before is in `seen`.
    void grow(value_places& some, value_places candidates, value_places seen) {
        if (candidates.empty() && seen.empty()) return found_.push_back(some);
        if (candidates.empty()) return;
        const std::size_t pivot = best_of(candidates, seen);
        // A largest set holds the pivot or something that is not beside it.
        for (const std::size_t value : value_places(candidates)) {
            if (beside_[pivot][value]) continue;
            some.push_back(value);
            grow(some, beside(candidates, value), beside(seen, value));
            some.pop_back();
            std::erase(candidates, value);
            seen.push_back(value);
        }
    }

    [[nodiscard]] value_places beside(const value_places& of, std::size_t value) const {
        value_places kept;
        for (const std::size_t other : of)
            if (beside_[value][other]) kept.push_back(other);
        return kept;
    }

    /// Beside whichever most of the candidates stand.
    [[nodiscard]] std::size_t best_of(const value_places& candidates, const value_places& seen) const {
        std::size_t best = candidates.front(), most = 0;
        for (const value_places* const places : {&candidates, &seen})
            for (const std::size_t value : *places)
                if (const std::size_t n = beside(candidates, value).size(); n > most) {
                    best = value;
                    most = n;
                }
        return best;
    }

    std::vector<std::vector<bool>> beside_;
    std::vector<value_places> found_;
};

} // namespace

std::vector<std::vector<std::size_t>> stated_slot::sides() const {
    return side_search(*this).run();
}

std::vector<stated_slot> stated_slots(const view& v, const fact& f) {
    std::vector<stated_slot> found;
    look_at_existence(v, f, found);
    look_at_dates(v, f, slot::begin, found);
    look_at_dates(v, f, slot::end, found);
    for (stated_slot& s : attribute_slots(v, f)) found.push_back(std::move(s));
    return found;
}

namespace {

/// Whether its policy has a preference at all.
bool prefers(const view& v) {
    const auto& reading = v.selection().reading;
    return reading && !reading->rule.how.policy.order.empty();
}

} // namespace

std::vector<std::vector<std::size_t>> preferred_sides(const view& v, const stated_slot& s) {
    std::vector<std::vector<std::size_t>> sides = s.sides();
    if (!prefers(v) || sides.size() < 2) return sides;
    std::vector<std::vector<std::uint32_t>> stated_by;
    for (const auto& side : sides) {
        auto& sources = stated_by.emplace_back();
        for (const std::size_t value : side)
            for (const statement& st : s.values[value].statements)
                sources.push_back(static_cast<std::uint32_t>(st.source().number()));
    }
    const std::vector<bool> left = preferred(stated_by, v.selection().reading->rule);
    std::vector<std::vector<std::size_t>> kept;
    for (std::size_t i = 0; i < sides.size(); ++i)
        if (left[i]) kept.push_back(std::move(sides[i]));
    return kept;
}

std::vector<std::size_t> preferred_places(const view& v, const stated_slot& s) {
    std::vector<std::size_t> left;
    if (prefers(v)) {
        for (const auto& side : preferred_sides(v, s)) left.insert(left.end(), side.begin(), side.end());
        std::sort(left.begin(), left.end());
        left.erase(std::unique(left.begin(), left.end()), left.end());
    } else {
        left.resize(s.values.size());
        std::iota(left.begin(), left.end(), std::size_t{0});
    }
    return left;
}

std::vector<disagreement> competing_slots(const view& v, const fact& f) {
    std::vector<disagreement> found;
    for (stated_slot& s : stated_slots(v, f)) {
        if (s.values.size() < 2) continue;
        const conflict how = s.compatible() ? conflict::refinement : s.how;
        found.push_back({f, std::move(s.slot), how, truth::certain, std::move(s.values)});
    }
    return found;
}

std::vector<disagreement> competing_targets(const view& v, const node& n) {
    std::map<relation_type, std::vector<relation>> targets;
    for (const auto& r : v.out(n))
        if (has(v.history().schema().definition(r.type()).flags, relation_flags::functional))
            targets[r.type()].push_back(r);
    std::vector<disagreement> found;
    for (const auto& [type, relations] : targets)
        for (auto a = relations.begin(); a != relations.end(); ++a)
            for (auto b = std::next(a); b != relations.end(); ++b) {
                const truth at_once = together(v, *a, *b);
                if (a->to() == b->to() || !is_possible(at_once)) continue;
                found.push_back({n,
                                 std::string(a->type_name()),
                                 conflict::constraint,
                                 at_once,
                                 {{std::string(a->to().id()), statements_in(v, *a)},
                                  {std::string(b->to().id()), statements_in(v, *b)}}});
            }
    return found;
}

} // namespace comity::detail
