#include <comity/analysis/summary.hpp>

#include "analysis/pulse_over.hpp"
#include "analysis/reading.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace comity {
namespace {

void increase(count& c, truth t) {
    ++c.possible;
    if (is_certain(t)) ++c.certain;
}

class tally {
public:
    tally(const view& v, const progress& tell)
        : sum_{{}, {}, {}, {}, {}, {}, 0, 0, 0, 0, 0, 0, {}, 0, {v}},
          pulse_(detail::pulse_over(v, tell, "summary", 2)) {}

    void add(const seen<node>& n) {
        increase(sum_.nodes, n.truth());
        increase(kinds_[n.kind()], n.truth());
        add_fact(n);
    }
    void add(const seen<relation>& r) {
        increase(sum_.relations, r.truth());
        increase(types_[r.type()], r.truth());
        add_fact(r);
    }

    view_summary sum() && {
        const history& h = sum_.searched.seen.history();
        add_kinds(h.schema());
        for (const auto& [type, n] : types_) sum_.types.push_back({type, n});
        std::stable_sort(sum_.types.begin(), sum_.types.end(),
                         [&h](const type_count& a, const type_count& b) {
                             if (a.relations.possible != b.relations.possible)
                                 return a.relations.possible > b.relations.possible;
                             return h.schema().name(a.type) < h.schema().name(b.type);
                         });
        for (std::uint32_t i = 0; i < h.node_count(); ++i) count_if_denied(h.node(node_id{i}));
        for (std::uint32_t i = 0; i < h.relation_count(); ++i) count_if_denied(h.relation(relation_id{i}));
        sum_.sources = sources_.size();
        sum_.searched.nodes = sum_.nodes.possible;
        sum_.searched.relations = sum_.relations.possible;
        return std::move(sum_);
    }

private:
    void count_if_denied(const fact& f) {
        pulse_();
        if (detail::only_denied(sum_.searched.seen, f)) ++sum_.denied;
    }

    void add_fact(const fact& f) {
        pulse_();
        const view& v = sum_.searched.seen;
        const auto statements = detail::statements_in(v, f);
        sum_.statements += statements.size();
        for (const statement& s : statements) sources_.insert(s.source().number());
        if (statements.empty()) ++sum_.unsourced;
        if (detail::inferred_in(v, f)) ++sum_.inferred;
        if (v.disputed(f)) ++sum_.disputed;
        ++sum_.modalities[static_cast<std::size_t>(detail::modality_in(v, f))];
        const moment begin = begin_of(v, f);
        const moment end = end_of(v, f);
        if (begin.known() || end.known()) ++sum_.dated;
        stretch(begin);
        stretch(end);
    }

    /// Only days bound the span: a begin before 2021 that may be of any age does not.
    void stretch(const moment& m) {
        const auto earlier = [](const bound& a, const bound& b) { return a.value < b.value; };
        if (m.earliest.is_day() && (!sum_.first.known() || earlier(m.earliest, sum_.first.earliest)))
            sum_.first = m;
        if (m.latest.is_day() && (!sum_.last.known() || earlier(sum_.last.latest, m.latest))) sum_.last = m;
    }

    void add_kinds(const schema& types) {
        std::map<kind, count> with_subkinds;
        for (const auto& [k, n] : kinds_)
            for (kind up = k; up != kind{}; up = types.definition(up).parent) {
                with_subkinds[up].certain += n.certain;
                with_subkinds[up].possible += n.possible;
            }
        for (const kind_definition& def : types.kinds())
            if (def.parent == kind{}) add_tree(types, def.id, with_subkinds);
    }

    void add_tree(const schema& types, kind k, const std::map<kind, count>& with_subkinds) {
        const auto at = with_subkinds.find(k);
        if (at == with_subkinds.end() && types.definition(k).parent != kind{}) return;
        sum_.kinds.push_back(
            {k, types.root_of(k), kinds_[k], at == with_subkinds.end() ? count{} : at->second});
        for (const kind_definition& def : types.kinds())
            if (def.parent == k) add_tree(types, def.id, with_subkinds);
    }

    view_summary sum_;
    std::map<kind, count> kinds_;
    std::map<relation_type, count> types_;
    std::set<source_id> sources_;
    detail::pulse pulse_;
};

} // namespace

view_summary summary(const view& v, const progress& tell) {
    tally t(v, tell);
    for (const auto& n : v.nodes()) t.add(n);
    for (const auto& r : v.relations()) t.add(r);
    return std::move(t).sum();
}

} // namespace comity
