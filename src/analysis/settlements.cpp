#include <comity/analysis/settlements.hpp>

#include "analysis/competing.hpp"
#include "history/periods.hpp"
#include "history/reading.hpp"
#include "pulse.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace comity {
namespace {

using detail::stated_slot;

std::string with_semicolons(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& v : values) text += (text.empty() ? "" : "; ") + v;
    return text;
}

/// `71..72`: from the least to the greatest, if all are plain numbers of one unit.
std::optional<std::string> merged(const stated_slot& s) {
    if (s.given.size() != s.values.size() || s.given.empty()) return std::nullopt;
    const auto plain = [&s](const attribute& a) {
        return a.value() == value_type::number && a.bound() == number_bound::exact &&
               a.unit() == s.given.front().unit();
    };
    if (!std::all_of(s.given.begin(), s.given.end(), plain)) return std::nullopt;
    const auto [least, most] =
        std::minmax_element(s.given.begin(), s.given.end(), [](const attribute& a, const attribute& b) {
            return a.number_value() < b.number_value();
        });
    return least->to_string() + ".." + most->to_string();
}

/// What the policy of the view leaves of the values of a slot.
std::string preferred_values(const view& settled, const stated_slot& s) {
    if (settled.reading().policy.rest == remainder::hull)
        if (const auto all = merged(s)) return *all;
    std::vector<std::string> texts;
    for (const std::size_t i : detail::preferred_places(settled, s)) texts.push_back(s.values[i].value);
    return with_semicolons(texts);
}

std::string all_values(const disagreement& d) {
    std::vector<std::string> texts;
    texts.reserve(d.values.size());
    for (const competing_value& v : d.values) texts.push_back(v.value);
    return with_semicolons(texts);
}

/// The slot that the disagreement is about: an attribute may have several of one name.
const stated_slot* slot_of(const std::vector<stated_slot>& slots, const disagreement& d) {
    const auto same_value = [](const competing_value& a, const competing_value& b) {
        return a.value == b.value;
    };
    const auto at = std::find_if(slots.begin(), slots.end(), [&](const stated_slot& s) {
        return s.slot == d.slot && s.how == d.how &&
               std::equal(s.values.begin(), s.values.end(), d.values.begin(), d.values.end(), same_value);
    });
    return at == slots.end() ? nullptr : &*at;
}

std::string answer(const view& settled, const disagreement& d, const std::vector<stated_slot>& slots) {
    if (d.how == conflict::time_disjoint)
        return detail::date_text(*d.about.store(), d.about.subject(),
                                 d.slot == "end" ? slot::end : slot::begin,
                                 settled.selection().reading.get());
    const stated_slot* stated = slot_of(slots, d);
    return stated == nullptr ? all_values(d) : preferred_values(settled, *stated);
}

} // namespace

settlement_report settlements(const view& v, std::span<const policy> policies, const progress& tell) {
    const std::array plain{policy::none(), policy::most_attested(), policy::newest(), policy::most_precise(),
                           policy::hull()};
    if (policies.empty()) policies = plain;
    disagreement_report found = disagreements(v, tell);
    settlement_report report{{policies.begin(), policies.end()}, {}, std::move(found.searched)};
    detail::pulse pulse(tell, "settlements", found.disputed.size());
    std::vector<view> settled;
    settled.reserve(policies.size());
    for (const policy& p : policies) {
        pulse.look();
        settled.push_back(v.settled_by(p));
    }
    for (disagreement& d : found.disputed) {
        pulse();
        const std::vector<stated_slot> slots = detail::stated_slots(v, d.about);
        std::vector<std::string> answers;
        answers.reserve(settled.size());
        for (const view& by : settled) answers.push_back(answer(by, d, slots));
        report.rows.push_back({std::move(d), std::move(answers)});
    }
    return report;
}

} // namespace comity
