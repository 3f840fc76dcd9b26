#include "analysis/audit_rules.hpp"

#include <map>
#include <set>

namespace comity::detail {
namespace {

/// That somebody holds something on a topic.
struct holding {
    relation holds;
    node topic;
};

class position_check {
public:
    explicit position_check(audit_log& log) : log_(log), any_(log.seen().at_any_time()) {}

    void run() {
        for (const relation& r : log_.relations()) {
            log_.heartbeat()();
            if (r.type() == relation_type::holds)
                for (const auto& about : any_.out(r.to(), relation_type::about))
                    by_holder_[r.from().number()].push_back({r, about.to()});
        }
        for (const auto& [whole, common] : by_holder_)
            compare_parts(node(common.front().holds.from()), common);
    }

private:
    /// What the parts of `whole` hold on the topics on which all are said to hold one thing.
    void compare_parts(const node& whole, const std::vector<holding>& common) {
        std::map<node_id, std::vector<holding>> by_topic;
        for (const auto& part : any_.in(whole, relation_type::part_of)) {
            const auto held = by_holder_.find(part.from().number());
            if (held == by_holder_.end()) continue;
            for (const holding& h : held->second) by_topic[h.topic.number()].push_back(h);
        }
        for (const auto& [topic, held] : by_topic)
            for (std::size_t i = 1; i < held.size(); ++i) {
                log_.heartbeat().look();
                const bool differs = !(held[0].holds.from() == held[i].holds.from()) &&
                                     !(held[0].holds.to() == held[i].holds.to());
                if (!differs) continue;
                for (const holding& all : common)
                    if (covers_topic(held[0].topic, all.topic)) report(all, held[0], held[i]);
            }
    }

    /// Whether `narrow` is `wide` or a case of it.
    [[nodiscard]] bool covers_topic(const node& wide, const node& narrow) const {
        std::set<node_id> met{narrow.number()};
        std::vector<node> ahead{narrow};
        while (!ahead.empty()) {
            const node topic = ahead.back();
            ahead.pop_back();
            if (topic == wide) return true;
            for (const auto& r : any_.out(topic, relation_type::narrower_than))
                if (met.insert(r.to().number()).second) ahead.push_back(r.to());
        }
        return false;
    }

    void report(const holding& all, const holding& a, const holding& b) {
        log_.add(audit_rule::parts_differ, severity::note, {all.holds, a.holds, b.holds},
                 label(all.holds.from()) + " are said to hold " + label(all.holds.to()) +
                     ", while among them " + label(a.holds.from()) + " hold " + label(a.holds.to()) +
                     " and " + label(b.holds.from()) + " hold " + label(b.holds.to()) + " on " +
                     label(a.topic));
    }

    audit_log& log_;
    view any_;
    std::map<node_id, std::vector<holding>> by_holder_;
};

} // namespace

void check_positions(audit_log& log) {
    position_check(log).run();
}

} // namespace comity::detail
