#include <comity/analysis/differences.hpp>

#include <comity/analysis/label.hpp>
#include <comity/error.hpp>

#include "analysis/competing.hpp"
#include "analysis/pulse_over.hpp"
#include "analysis/reading.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace comity {
namespace {

using detail::stated_slot;

/// Which of the values each source gives.
using choices = std::map<source_id, std::set<std::size_t>>;

choices choices_of(const std::vector<competing_value>& values) {
    choices by_source;
    for (std::size_t i = 0; i < values.size(); ++i)
        for (const statement& s : values[i].statements) by_source[s.source().number()].insert(i);
    return by_source;
}

/// How what two sources give for a slot differs; nothing if it is the same.
std::optional<conflict> compared(const stated_slot& s, const std::set<std::size_t>& a,
                                 const std::set<std::size_t>& b) {
    if (a == b) return std::nullopt;
    for (const std::size_t x : a)
        for (const std::size_t y : b)
            if (!s.compatible(x, y)) return s.how;
    return conflict::refinement;
}

/// The statements of one source among those of the values that it gives.
std::vector<competing_value> said_by(const std::vector<competing_value>& values, source_id by) {
    std::vector<competing_value> said;
    for (const competing_value& v : values) {
        std::vector<statement> own = v.statements;
        std::erase_if(own, [by](const statement& s) { return s.source().number() != by; });
        if (!own.empty()) said.push_back({v.value, std::move(own)});
    }
    return said;
}

/// A source that the view hears.
source heard(const view& v, std::string_view id) {
    source found = detail::source_named(v.history(), id);
    if (detail::counts(v, found)) return found;
    throw error(errc::invalid_argument, "the view does not hear source '" + std::string(id) + "'");
}

class source_comparison {
public:
    source_comparison(const view& v, const source& first, const source& other, const progress& tell)
        : first_(first.number()),
          other_(other.number()),
          report_{{}, {}, 0, 0, 0, {v}},
          pulse_(detail::pulse_over(v, tell, "differences")) {}

    void look_at(const fact& f) {
        pulse_();
        for (const stated_slot& s : detail::stated_slots(report_.searched.seen, f)) {
            const choices by = choices_of(s.values);
            const auto a = by.find(first_);
            const auto b = by.find(other_);
            if (a == by.end() && b == by.end()) continue; // a value that nobody states
            if (a == by.end() || b == by.end()) {
                ++(a == by.end() ? report_.only_other : report_.only_first);
                continue;
            }
            const auto how = compared(s, a->second, b->second);
            if (how)
                file({f, s.slot, *how, truth::certain, said_by(s.values, first_), said_by(s.values, other_)});
            else
                ++report_.same;
        }
    }

    void look_at_targets(const node& n) {
        for (const disagreement& d : detail::competing_targets(report_.searched.seen, n)) {
            auto mine = said_by(d.values, first_);
            auto theirs = said_by(d.values, other_);
            if (apart(mine, theirs)) file({n, d.slot, d.how, d.truth, std::move(mine), std::move(theirs)});
        }
    }

    [[nodiscard]] difference_report report() && {
        for (const auto& n : report_.searched.seen.nodes()) {
            ++report_.searched.nodes;
            look_at(n);
            look_at_targets(n);
        }
        for (const auto& r : report_.searched.seen.relations()) {
            ++report_.searched.relations;
            look_at(r);
        }
        return std::move(report_);
    }

    /// Each names a target, and one of them one that the other does not.
    static bool apart(const std::vector<competing_value>& a, const std::vector<competing_value>& b) {
        const auto same_value = [](const competing_value& x, const competing_value& y) {
            return x.value == y.value;
        };
        return !a.empty() && !b.empty() && !std::equal(a.begin(), a.end(), b.begin(), b.end(), same_value);
    }

private:
    void file(source_difference d) {
        (d.how == conflict::refinement ? report_.refined : report_.disputed).push_back(std::move(d));
    }

    source_id first_;
    source_id other_;
    difference_report report_;
    detail::pulse pulse_;
};

class matrix {
public:
    matrix(const view& v, const progress& tell)
        : view_(v), found_{{}, {v}}, pulse_(detail::pulse_over(v, tell, "agreements")) {}

    [[nodiscard]] listing<agreement> found() && {
        for (const auto& n : view_.nodes()) {
            ++found_.searched.nodes;
            look_at(n);
            for (const disagreement& d : detail::competing_targets(view_, n)) look_at_targets(n, d);
        }
        for (const auto& r : view_.relations()) {
            ++found_.searched.relations;
            look_at(r);
        }
        for (auto& [place, row] : rows_) found_.rows.push_back(std::move(row));
        return std::move(found_);
    }

private:
    void look_at(const fact& f) {
        pulse_();
        for (const stated_slot& s : detail::stated_slots(view_, f)) {
            const choices by = choices_of(s.values);
            for (auto a = by.begin(); a != by.end(); ++a)
                for (auto b = std::next(a); b != by.end(); ++b)
                    enter(a->first, b->first, type_name(f), s.slot, compared(s, a->second, b->second));
        }
    }

    void look_at_targets(const node& n, const disagreement& d) {
        const choices by = choices_of(d.values);
        for (auto a = by.begin(); a != by.end(); ++a)
            for (auto b = std::next(a); b != by.end(); ++b)
                if (a->second != b->second) enter(a->first, b->first, type_name(n), d.slot, d.how);
    }

    void enter(source_id a, source_id b, std::string_view type, const std::string& slot,
               std::optional<conflict> how) {
        const history& h = view_.history();
        const auto at = rows_
                            .try_emplace({a, b, std::string(type), slot},
                                         agreement{h.source(a), h.source(b), std::string(type), slot})
                            .first;
        agreement& row = at->second;
        ++row.both;
        if (!how) {
            ++row.same;
            return;
        }
        switch (*how) {
        case conflict::refinement:
            ++row.refined;
            break;
        case conflict::value:
            ++row.value;
            break;
        case conflict::time_disjoint:
            ++row.time_disjoint;
            break;
        case conflict::polarity:
            ++row.polarity;
            break;
        case conflict::constraint:
            ++row.constraint;
            break;
        }
    }

    using key = std::tuple<source_id, source_id, std::string, std::string>;
    const view& view_;
    listing<agreement> found_;
    std::map<key, agreement> rows_;
    detail::pulse pulse_;
};

} // namespace

difference_report differences(const view& v, std::string_view first, std::string_view other,
                              const progress& tell) {
    const source a = heard(v, first);
    const source b = heard(v, other);
    if (a == b)
        throw error(errc::invalid_argument,
                    "a source is not compared with itself: '" + std::string(first) + "'");
    return source_comparison(v.sources({std::string(first), std::string(other)}), a, b, tell).report();
}

listing<agreement> agreements(const view& v, const progress& tell) {
    return matrix(v, tell).found();
}

} // namespace comity
