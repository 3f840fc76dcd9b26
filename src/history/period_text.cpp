#include "history/period_text.hpp"

#include "words.hpp"

#include <comity/time/edtf.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace comity::detail {
namespace {

run hull_of(const claim& c) noexcept {
    return {c.days.front().first, c.days.back().last};
}

/// Whether `wide` says less precisely what `narrow` says, or no more than it.
bool is_wider(const given_date& wide, const given_date& narrow) {
    const run outer = hull_of(wide.says);
    const run inner = hull_of(narrow.says);
    if (wide.says.days.size() != 1 || outer.first > inner.first || inner.last > outer.last) return false;
    const bool as_wide = outer.first == inner.first && outer.last == inner.last;
    return !as_wide || &narrow < &wide; // of equal ones the first stays
}

/// Each text once, without what another says more precisely.
std::vector<given_date> narrowest(std::span<const given_date> dates) {
    std::vector<given_date> all;
    for (const given_date& d : dates)
        if (std::none_of(all.begin(), all.end(), [&d](const given_date& a) { return a.text == d.text; }))
            all.push_back(d);
    if (all.size() < 2) return all;
    std::erase_if(all, [](const given_date& d) { return d.text == no_date; });
    std::vector<given_date> left;
    for (const given_date& d : all)
        if (std::none_of(all.begin(), all.end(), [&d](const given_date& a) { return is_wider(d, a); }))
            left.push_back(d);
    return left;
}

/// A member of a set: `a`, `a..b`, and with an empty text on one side `..b` or `a..`.
struct set_member {
    std::string from, to;
    run days;

    [[nodiscard]] std::string text() const { return from == to ? from : from + ".." + to; }
    [[nodiscard]] bool has_no_bounds() const { return from.empty() && to.empty(); }
};

bool has_day_text(day32 d) {
    const auto year = day(d).civil().year;
    return -10000 < year && year < 10000;
}

std::string text_of_year(day32 d) {
    const auto year = day(d).civil().year;
    return has_day_text(d) ? day(d).to_string().substr(0, year < 0 ? 5 : 4) : 'Y' + std::to_string(year);
}

set_member as_member(const run& days) {
    // The outermost days that a column holds stand for all beyond them too.
    const bool has_first = days.first > first_day32;
    const bool has_last = days.last < last_day32;
    const bool in_years = (has_first && !has_day_text(days.first)) || (has_last && !has_day_text(days.last));
    const auto text = [in_years](day32 d) { return in_years ? text_of_year(d) : day(d).to_string(); };
    return {has_first ? text(days.first) : std::string(), has_last ? text(days.last) : std::string(), days};
}

set_member as_member(const date_member& m) {
    const run days = days_between(m.value.earliest(), m.value.latest());
    if (const std::size_t dots = m.text.find(".."); dots != std::string::npos)
        return {m.text.substr(0, dots), m.text.substr(dots + 2), days};
    const std::string one = m.text.substr(0, m.text.find('T'));
    return {one, one, days};
}

bool begins_before(const set_member& a, const set_member& b) {
    return a.days.first < b.days.first;
}
bool ends_before(const set_member& a, const set_member& b) {
    return a.days.last < b.days.last;
}

/// What the dates say, member by member; nothing if it may be any day.
std::vector<set_member> all_members(const store& s, std::span<const given_date> dates) {
    std::vector<set_member> members;
    bool no_first = false;
    bool no_last = false;
    for (const given_date& d : dates) {
        const run days = hull_of(d.says);
        if (s.dates.state(d.text) == date_state::known)
            for (const date_member& m : date::parse(s.strings[s.dates.text[d.text]]).members())
                members.push_back(as_member(m));
        else if (days == open_begin())
            no_first = true;
        else if (days == open_end())
            no_last = true;
        else
            members.push_back(as_member(days));
    }
    if (members.empty()) return {};
    // No begin at all is told as one before the first day of the others, no end likewise.
    if (no_first) std::min_element(members.begin(), members.end(), begins_before)->from.clear();
    if (no_last) std::max_element(members.begin(), members.end(), ends_before)->to.clear();
    if (std::any_of(members.begin(), members.end(), [](const set_member& m) { return m.has_no_bounds(); }))
        return {};
    return members;
}

/// A set has one member at most that is open on a side. The days of the others lie within it; what they write
/// stays for its marks.
template <class Narrower>
void leave_one_open(std::vector<set_member>& members, std::string set_member::*open,
                    std::string set_member::*other, Narrower&& narrower) {
    set_member* widest = nullptr;
    for (set_member& m : members)
        if ((m.*open).empty() && (widest == nullptr || narrower(*widest, m))) widest = &m;
    for (set_member& m : members)
        if ((m.*open).empty() && &m != widest) m.*open = m.*other;
}

/// `[..a,b,c..d,e..]`; one date without brackets.
std::string set_text(std::vector<set_member> members) {
    leave_one_open(members, &set_member::from, &set_member::to, ends_before);
    leave_one_open(members, &set_member::to, &set_member::from,
                   [](const set_member& a, const set_member& b) { return begins_before(b, a); });
    std::stable_sort(members.begin(), members.end(), [](const set_member& a, const set_member& b) {
        return std::pair(!a.from.empty(), a.to.empty()) < std::pair(!b.from.empty(), b.to.empty());
    });
    std::vector<std::string> each;
    for (const set_member& m : members)
        if (std::find(each.begin(), each.end(), m.text()) == each.end()) each.push_back(m.text());
    if (each.size() == 1 && members.front().from == members.front().to) return each.front();
    return '[' + detail::joined(each, ",") + ']';
}

} // namespace

std::string text_of(const run& days) {
    const set_member all = as_member(days);
    return all.has_no_bounds() ? std::string() : set_text({all});
}

std::string text_of(const store& s, std::span<const given_date> dates) {
    const std::vector<given_date> left = narrowest(dates);
    if (left.empty()) return {};
    if (left.size() == 1) return std::string(s.strings[s.dates.text[left.front().text]]);
    const std::vector<set_member> members = all_members(s, left);
    if (members.empty()) return {};
    std::string text = set_text(members);
    if (text.size() <= max_date_length) return text;
    return text_of({std::min_element(members.begin(), members.end(), begins_before)->days.first,
                    std::max_element(members.begin(), members.end(), ends_before)->days.last});
}

} // namespace comity::detail
