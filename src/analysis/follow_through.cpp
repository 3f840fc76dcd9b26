#include <comity/analysis/follow_through.hpp>

#include "analysis/pulse_over.hpp"

#include <algorithm>
#include <array>

namespace comity {
namespace {

using enum outcome_at;

// clang-format off
constexpr lineage_rule action_rules[] = {
    // what puts it into effect
    {relation_type::implements, from}, {relation_type::fulfils, from}, {relation_type::based_on, from},
    // what the texts and bodies that do so bring about
    {relation_type::provides_for, to, kind::actor}, {relation_type::provides_for, to, kind::instrument},
    {relation_type::provides_for, to, kind::event}, {relation_type::decided, to}, {relation_type::produced, to},
    {relation_type::established, to}, {relation_type::founded, to}, {relation_type::launched, to},
    {relation_type::drafted, to}, {relation_type::negotiated, to}, {relation_type::adopted, to},
    {relation_type::organised, to}, {relation_type::meeting_of, from}, {relation_type::sub_event_of, from},
    // what does so for a larger promise that it is part of
    {relation_type::part_of, to, kind::commitment, kind::commitment},
};
// clang-format on

struct sort {
    follow_up what = follow_up::text;
    kind of;
};
constexpr std::array sorts{sort{follow_up::text, kind::instrument}, sort{follow_up::body, kind::actor},
                           sort{follow_up::deed, kind::event}};

/// The rows from the root to `s`, in that order.
void append_way(std::vector<relation>& way, const listing<step>& steps, const step& s) {
    std::vector<relation> back{s.via};
    for (auto row = s.previous; row; row = steps[*row].previous) back.push_back(steps[*row].via);
    way.insert(way.end(), back.rbegin(), back.rend());
}

/// Another one was surely there before: `s` was not the first.
bool preceded(const step& s, const std::vector<step>& all) {
    return std::any_of(all.begin(), all.end(), [&s](const step& other) {
        return is_certain(other.way_truth) && is_certain(before(other.when, s.when));
    });
}

followed first_of(followed f, const listing<step>& steps, const sort& wanted, detail::pulse& beat) {
    std::vector<step> all;
    for (const step& s : steps)
        if (!s.again && s.to.is_a(wanted.of) && !s.to.is_a(kind::system) &&
            is_possible(s.since_root.at_least(0)))
            all.push_back(s);
    if (all.empty()) return f;
    lag since;
    since.unbounded_below = false; // nothing precedes what it came of
    f.inferred = true;
    for (const step& s : all) {
        beat.look();
        if (preceded(s, all)) continue;
        const lag& own = s.since_root;
        const std::int64_t least = own.unbounded_below ? 0 : std::max<std::int64_t>(own.min, 0);
        since.min = f.first.empty() ? least : std::min(since.min, least);
        if (is_certain(s.way_truth) && !own.unbounded_above) {
            since.max = since.unbounded_above ? own.max : std::min(since.max, own.max);
            since.unbounded_above = false;
        }
        since.doubted = since.doubted || own.doubted;
        f.inferred = f.inferred && s.way_inferred;
        append_way(f.way, steps, s);
        f.first.push_back(s);
    }
    f.since = since;
    return f;
}

} // namespace

std::string_view to_string(follow_up f) noexcept {
    static constexpr std::array<std::string_view, 3> names{"text", "body", "deed"};
    return names[static_cast<std::size_t>(f)];
}

std::span<const lineage_rule> follow_through_rules() noexcept {
    return action_rules;
}

listing<followed> follow_through(const view& v, std::span<const lineage_rule> rules, const progress& tell) {
    detail::pulse pulse = detail::pulse_over(v, tell, "follow-through");
    listing<followed> found{{}, {v}};
    std::vector<std::pair<moment, node>> commitments;
    for (const auto& c : v.nodes(kind::commitment)) {
        pulse.look();
        commitments.emplace_back(begin_of(v, c), c);
    }
    const auto in_order = [](const auto& a, const auto& b) {
        if (listed_before(a.first, b.first)) return true;
        if (listed_before(b.first, a.first)) return false;
        return a.second.id() < b.second.id();
    };
    std::sort(commitments.begin(), commitments.end(), detail::stoppable(in_order, pulse));
    for (const auto& [made, c] : commitments) {
        pulse();
        const listing<step> steps = lineage(v, c, rules, any_depth, pulse.within());
        found.searched.nodes += steps.searched.nodes;
        found.searched.relations += steps.searched.relations;
        for (const sort& s : sorts)
            found.rows.push_back(first_of({c, made, s.what, {}, {}, false, {}}, steps, s, pulse));
    }
    return found;
}

} // namespace comity
