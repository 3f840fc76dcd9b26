#include <comity/analysis/timeline.hpp>

#include <comity/analysis/label.hpp>

#include "analysis/pulse_over.hpp"
#include "history/periods.hpp"
#include "time/edges.hpp"
#include "view/eval.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace comity {
namespace {

/// Finds the lines and keeps beside each the text that decides between lines of one day.
class timeline_collector {
public:
    timeline_collector(const view& v, const progress& tell)
        : view_(v), found_{{}, {v}}, pulse_(detail::pulse_over(v, tell, "timeline")) {}

    void look_at_nodes() {
        for (const auto& n : view_.nodes()) {
            pulse_();
            ++found_.searched.nodes;
            add(n, n.truth(), detail::nature_of(*n.store(), n.subject()));
        }
    }
    void look_at_relations() {
        for (const auto& r : view_.relations()) {
            pulse_();
            ++found_.searched.relations;
            add(r, r.truth(), detail::nature_of(*r.store(), r.subject()));
        }
    }

    [[nodiscard]] listing<timeline_entry> found() && {
        std::stable_sort(lines_.begin(), lines_.end(), detail::stoppable(in_order, pulse_));
        found_.rows.reserve(lines_.size());
        for (line& l : lines_) {
            pulse_.now_and_then();
            found_.rows.push_back(std::move(l.entry));
        }
        return std::move(found_);
    }

private:
    struct line {
        timeline_entry entry;
        std::string label;
    };

    static bool in_order(const line& a, const line& b) {
        if (listed_before(a.entry.when, b.entry.when)) return true;
        if (listed_before(b.entry.when, a.entry.when)) return false;
        return a.label < b.label;
    }

    void add(const fact& f, truth shown, nature n) {
        if (n == nature::act) {
            moment whole = begin_of(view_, f);
            const moment last = end_of(view_, f);
            if (last.known() && !(last == whole)) {
                whole.latest = last.latest;
                whole.text += '/' + last.text;
            }
            if (whole.known()) push(f, turn::happened, std::move(whole), shown);
            return;
        }
        if (moment begin = begin_of(view_, f); begin.known() && begin.text != "..")
            push(f, turn::began, std::move(begin), shown);
        if (moment end = end_of(view_, f); end.known() && end.text != "..")
            push(f, turn::ended, std::move(end), shown);
    }

    void push(const fact& f, turn what, moment when, truth shown) {
        const truth falls = what == turn::happened ? shown : shown & falls_into(when);
        if (!is_possible(view_.selection().certainty(falls))) return;
        lines_.push_back({{std::move(when), what, f, falls, occasion_of(f, what)}, label(f)});
    }

    /// Whether the day is one that the view looks at. Of a doubted one no days are sure.
    [[nodiscard]] truth falls_into(const moment& when) const {
        const detail::selection& s = view_.selection();
        const detail::run days = detail::days_between(when.earliest, when.latest);
        const truth t = detail::passes(s, bounds::one_day_of(days.first, days.last));
        return when.doubted && s.time != detail::when::always ? t & truth::possible : t;
    }

    [[nodiscard]] std::optional<node> occasion_of(const fact& f, turn what) const {
        if (what == turn::ended) return std::nullopt;
        if (f.subject().is_relation()) {
            const relation r = as_relation(f);
            if (r.from().is_a(kind::event)) return r.from();
            if (r.to().is_a(kind::event)) return r.to();
            return std::nullopt;
        }
        if (what == turn::happened) return std::nullopt;
        const node n = as_node(f);
        const view any = view_.at_any_time();
        for (const relation_type t : {relation_type::adopted_at, relation_type::signed_at})
            for (const auto& r : any.out(n, t))
                if (r.to().is_a(kind::event)) return r.to();
        for (const auto& r : any.in(n, relation_type::produced)) return r.from();
        return std::nullopt;
    }

    const view& view_;
    listing<timeline_entry> found_;
    std::vector<line> lines_;
    detail::pulse pulse_;
};

} // namespace

std::string_view to_string(turn t) noexcept {
    return t == turn::happened ? "happened" : t == turn::began ? "began" : "ended";
}

listing<timeline_entry> timeline(const view& v, const progress& tell) {
    timeline_collector c(v, tell);
    c.look_at_nodes();
    c.look_at_relations();
    return std::move(c).found();
}

} // namespace comity
