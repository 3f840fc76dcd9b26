#include <comity/analysis/lineage.hpp>

#include "analysis/reading.hpp"
#include "pulse.hpp"

#include <algorithm>
#include <deque>
#include <map>

namespace comity {
namespace {

using enum outcome_at;

// clang-format off
constexpr lineage_rule built_in[] = {
    // what puts a text or a commitment into effect, carries it further or changes it
    {relation_type::implements, from}, {relation_type::fulfils, from}, {relation_type::based_on, from},
    {relation_type::supplements, from}, {relation_type::amends, from}, {relation_type::replaces, from},
    {relation_type::updates, from}, {relation_type::prolongs, from}, {relation_type::corrects, from},
    {relation_type::consolidates, from}, {relation_type::interprets, from}, {relation_type::repeals, from},
    {relation_type::annexed_to, from}, {relation_type::modelled_on, from},
    // what a text, a body or a meeting brings about
    {relation_type::commits_to, to}, {relation_type::decided, to}, {relation_type::produced, to},
    {relation_type::established, to}, {relation_type::founded, to}, {relation_type::launched, to},
    {relation_type::drafted, to}, {relation_type::negotiated, to}, {relation_type::adopted, to},
    {relation_type::submitted, to}, {relation_type::organised, to}, {relation_type::agreed_on, to},
    {relation_type::predecessor_of, to},
    {relation_type::provides_for, to, kind::actor}, {relation_type::provides_for, to, kind::instrument},
    {relation_type::provides_for, to, kind::event}, {relation_type::provides_for, to, kind::commitment},
    // what was done at a meeting, and the meetings of a body
    {relation_type::adopted_at, from}, {relation_type::signed_at, from}, {relation_type::meeting_of, from},
    {relation_type::sub_event_of, from},
    // what was asked for, once it is there
    {relation_type::proposes, to}, {relation_type::calls_for, to, kind::actor},
    {relation_type::calls_for, to, kind::instrument}, {relation_type::calls_for, to, kind::event},
    // a promise that became part of a larger one
    {relation_type::part_of, to, kind::commitment, kind::commitment},
};
// clang-format on

class walker {
public:
    walker(const view& v, const node& root, std::span<const lineage_rule> rules, const progress& tell)
        : rules_(rules),
          found_{{}, {v}},
          root_(begin_of(v, root)),
          pulse_(tell, "lineage", v.history().node_count()) {
        reached_.emplace(root.number(), arrival{root_, false, truth::certain, std::nullopt});
        ahead_.push_back({root, 0});
    }

    listing<step> walk(std::size_t deepest) && {
        for (; !ahead_.empty(); ahead_.pop_front())
            if (ahead_.front().depth < deepest) step_from(ahead_.front().at, ahead_.front().depth + 1);
        return std::move(found_);
    }

private:
    struct stop {
        node at;
        std::size_t depth;
    };
    struct arrival {
        moment when;
        bool inferred;                  // somewhere on the way
        truth sure;                     // of the whole way
        std::optional<std::size_t> row; // of the step that led here
    };

    [[nodiscard]] bool applies(const relation& r, outcome_at outcome) const {
        const node origin = outcome == to ? r.from() : r.to();
        const node result = outcome == to ? r.to() : r.from();
        return std::any_of(rules_.begin(), rules_.end(), [&](const lineage_rule& rule) {
            return rule.type == r.type() && rule.outcome == outcome &&
                   (rule.outcome_kind == kind{} || result.is_a(rule.outcome_kind)) &&
                   (rule.origin_kind == kind{} || origin.is_a(rule.origin_kind));
        });
    }

    void step_from(const node& origin, std::size_t depth) {
        pulse_();
        ++found_.searched.nodes;
        std::vector<step> steps;
        const auto look = [&](const auto& relations, outcome_at outcome) {
            for (const auto& r : relations) {
                pulse_.look();
                ++found_.searched.relations;
                if (applies(r, outcome)) steps.push_back(made(origin, r, outcome, depth));
            }
        };
        look(found_.searched.seen.out(origin), to);
        look(found_.searched.seen.in(origin), from);
        const auto in_order = [](const step& a, const step& b) {
            if (listed_before(a.when, b.when)) return true;
            if (listed_before(b.when, a.when)) return false;
            return a.to.id() < b.to.id();
        };
        std::stable_sort(steps.begin(), steps.end(), detail::stoppable(in_order, pulse_));
        for (step& s : steps) arrive(std::move(s));
    }

    [[nodiscard]] step made(const node& origin, const seen<relation>& r, outcome_at outcome,
                            std::size_t depth) const {
        const arrival& before = reached_.at(origin.number());
        const node outcome_node = outcome == to ? r.to() : r.from();
        const relation& via = r;
        step s{depth, before.row, origin, via, outcome_node, outcome, r.truth()};
        const view& v = found_.searched.seen;
        s.when = begin_of(v, s.to);
        if (!s.when.known()) s.when = begin_of(v, r);
        s.inferred = detail::inferred_in(v, r);
        s.way_inferred = before.inferred || s.inferred;
        s.way_truth = before.sure & s.truth;
        s.since_root = days_between(root_, s.when);
        s.since_previous = days_between(before.when, s.when);
        s.rule = detail::rule_in(v, r);
        return s;
    }

    void arrive(step s) {
        arrival here{s.when, s.way_inferred, s.way_truth, found_.size()};
        s.again = !reached_.emplace(s.to.number(), std::move(here)).second;
        if (!s.again) ahead_.push_back({s.to, s.depth});
        found_.rows.push_back(std::move(s));
    }

    std::span<const lineage_rule> rules_;
    listing<step> found_;
    moment root_;
    std::map<node_id, arrival> reached_;
    std::deque<stop> ahead_;
    detail::pulse pulse_;
};

} // namespace

std::span<const lineage_rule> lineage_rules() noexcept {
    return built_in;
}

listing<step> lineage(const view& v, const node& root, std::span<const lineage_rule> rules,
                      std::size_t deepest, const progress& tell) {
    return walker(v, root, rules, tell).walk(deepest);
}

} // namespace comity
