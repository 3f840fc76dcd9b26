#include "analysis/text_conditions.hpp"

#include "analysis/competing.hpp"
#include "view/eval.hpp"
#include "words.hpp"

#include <comity/analysis/moment.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

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

/// The slots of a single attribute, each with the values that are given for it.
std::vector<stated_slot> slots_of(const view& v, const node& n, attribute_type type) {
    std::vector<stated_slot> found = attribute_slots(v, n);
    std::erase_if(found, [type](const stated_slot& s) { return s.all.front().type() != type; });
    return found;
}

/// What the values that the view upholds make of a condition. Of those that can be true together one settles
/// what the others leave open; of those that compete each may be the right one.
template <class Ask>
truth condition_by(const view& v, const stated_slot& s, Ask&& ask) {
    std::optional<truth> all;
    for (const auto& side : preferred_sides(v, s)) {
        truth settled = truth::possible;
        for (const std::size_t i : side)
            if (const truth t = ask(s.given[i]); t != truth::possible) settled = t;
        all = all && *all != settled ? truth::possible : settled;
    }
    return *all;
}

/// `2010; 2012`: a value for each of the sides that the view upholds.
std::string words_of(const view& v, const stated_slot& s) {
    std::string words;
    std::set<std::size_t> told;
    for (const auto& side : preferred_sides(v, s))
        if (told.insert(side.front()).second) join(words, s.given[side.front()].text());
    return words;
}

/// Whether the day that sources give has come by the day of `by`; of these dates the first that is given.
std::optional<text_condition> come(const view& by, const node& n,
                                   std::initializer_list<attribute_type> dates) {
    const auto has_come = [&by](const attribute& a) {
        const auto on = date::try_parse(a.text());
        return on ? passes(by.selection(), period::act(*on).bounds()) : truth::possible;
    };
    for (const attribute_type type : dates) {
        condition_gathering g;
        for (const stated_slot& s : slots_of(by, n, type))
            g.add(condition_by(by, s, has_come), words_of(by, s));
        if (g.found().stated) return g.found();
    }
    return std::nullopt;
}

/// Statuses in which a text is not in force. Of others, such as signed, that is not said.
constexpr std::array<std::string_view, 5> without_force{"draft", "proposed", "suspended", "terminated",
                                                        "ended"};

/// What a status says of the force of a text; nothing if it speaks of something else.
std::optional<truth> force_by(const attribute& status) {
    if (status.text() == "in-force") return truth::certain;
    const bool lacks =
        std::find(without_force.begin(), without_force.end(), status.text()) != without_force.end();
    return lacks ? std::optional(truth::no) : std::nullopt;
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
        if (const auto c = come(by, text, {t})) g.add(c->truth, c->since);
    return g.found();
}

std::optional<text_condition> in_force_at(const view& v, const node& text) {
    const view by = record_by_day_of(v);
    condition_gathering g;
    const auto begun = come(by, text, {attribute_type::in_force_on, attribute_type::applies_from});
    const auto ended = come(by, text, {attribute_type::terminated_on});
    if (begun) g.add(begun->truth & (ended ? !ended->truth : truth::certain), begun->since);
    if (ended && !begun && is_certain(ended->truth)) g.add(truth::no, {});
    for (const stated_slot& s : slots_of(v, text, attribute_type::status)) {
        const truth now = passes(v.selection(), s.all.front().period().bounds());
        if (!is_possible(now) || std::none_of(s.given.begin(), s.given.end(), force_by)) continue;
        g.add(condition_by(v, s,
                           [now](const attribute& a) {
                               const truth force = force_by(a).value_or(truth::possible);
                               return force == truth::no ? !now : now & force;
                           }),
              {});
    }
    for (const auto& r : v.in(text, relation_type::party_to)) g.add(r.truth(), begin_of(v, r).text);
    const bool binding = text.is_a(kind::treaty) || text.is_a(kind::law);
    if (!binding && !g.found().stated) return std::nullopt;
    return g.found();
}

} // namespace comity::detail
