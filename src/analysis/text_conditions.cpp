#include "analysis/text_conditions.hpp"

#include "analysis/reading.hpp"
#include "view/eval.hpp"

#include <comity/analysis/moment.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace comity::detail {
namespace {

constexpr std::array adopting_from{relation_type::adopted, relation_type::signed_, relation_type::endorsed,
                                   relation_type::produced};
constexpr std::array adopting_to{relation_type::adopted_at, relation_type::signed_at};

/// The surest of what speaks for a condition, and since when.
class condition_gathering {
public:
    void add(truth now, std::string since) {
        if (!found_.stated || found_.truth < now) found_ = {now, true, std::move(since)};
    }
    [[nodiscard]] const text_condition& found() const noexcept { return found_; }

private:
    text_condition found_;
};

/// Whether the day that an attribute gives has come by the day of `by`.
truth come(const view& by, const attribute& a) {
    const auto on = date::try_parse(a.text());
    if (!on) return truth::possible;
    return passes(by.selection(), period::act(*on).bounds());
}

/// Statuses in which a text is not in force. Of others, such as signed, that is not said.
constexpr std::array<std::string_view, 5> without_force{"draft", "proposed", "suspended", "terminated",
                                                        "ended"};

std::optional<attribute> first_of(const view& v, const node& n, std::initializer_list<attribute_type> types) {
    for (const attribute_type t : types)
        for (const attribute& a : attributes_in(v, n, t)) return a;
    return std::nullopt;
}

} // namespace

view record_by_day_of(const view& v) {
    const selection& s = v.selection();
    view any = v.at_any_time();
    if (s.time == when::always || s.last == unbounded_above) return any;
    const day last(s.last);
    return s.time == when::window ? any.by(last, last) : any.by(day(s.first), last);
}

text_condition adopted_by(const view& v, const node& text) {
    const view any = v.at_any_time();
    const view by = record_by_day_of(v);
    condition_gathering g;
    for (const relation_type t : adopting_from)
        for (const auto& r : any.in(text, t)) g.add(by.shows(r), begin_of(v, r).text);
    for (const relation_type t : adopting_to)
        for (const auto& r : any.out(text, t)) g.add(by.shows(r), begin_of(v, r).text);
    for (const attribute_type t : {attribute_type::adopted_on, attribute_type::signed_on})
        for (const attribute& a : attributes_in(v, text, t)) g.add(come(by, a), std::string(a.text()));
    return g.found();
}

std::optional<text_condition> in_force_at(const view& v, const node& text) {
    const view by = record_by_day_of(v);
    condition_gathering g;
    const auto begun = first_of(v, text, {attribute_type::in_force_on, attribute_type::applies_from});
    const auto ended = first_of(v, text, {attribute_type::terminated_on});
    if (begun)
        g.add(come(by, *begun) & (ended ? !come(by, *ended) : truth::certain), std::string(begun->text()));
    if (ended && !begun && is_certain(come(by, *ended))) g.add(truth::no, {});
    for (const attribute& a : attributes_in(v, text, attribute_type::status)) {
        const truth now = passes(v.selection(), a.period().bounds());
        const bool lacks =
            std::find(without_force.begin(), without_force.end(), a.text()) != without_force.end();
        if (is_possible(now) && (lacks || a.text() == "in-force")) g.add(lacks ? !now : now, {});
    }
    for (const auto& r : v.in(text, relation_type::party_to)) g.add(r.truth(), begin_of(v, r).text);
    const bool binding = text.is_a(kind::treaty) || text.is_a(kind::law);
    if (!binding && !g.found().stated) return std::nullopt;
    return g.found();
}

} // namespace comity::detail
