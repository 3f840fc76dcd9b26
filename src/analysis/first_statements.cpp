#include <comity/analysis/first_statements.hpp>

#include <comity/error.hpp>

#include "analysis/pulse_over.hpp"
#include "analysis/reading.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace comity {
namespace {

/// What is known of when a source was written.
struct writing {
    moment when;
    std::set<source_id> copied; ///< from which it derives, at any remove
};

class first_collector {
public:
    first_collector(const view& v, std::optional<source_id> only, const progress& tell)
        : view_(v), only_(only), found_{{}, {v}}, pulse_(detail::pulse_over(v, tell, "first statements")) {
        const history& h = v.history();
        for (const source& s : h.sources()) {
            pulse_.look();
            writing w;
            if (const auto d = s.dated())
                w.when = {d->earliest(), d->latest(), d->text(), d->uncertain() || d->approximate()};
            add_copied(s, w.copied);
            sources_.push_back(std::move(w));
        }
    }

    void add(const fact& f) {
        pulse_();
        std::map<source_id, statement> said;
        for (const statement& s : detail::statements_in(view_, f))
            if (!s.denies()) said.try_emplace(s.source().number(), s);
        for (const auto& [by, first] : said) {
            if (only_ && by != *only_) continue;
            const truth t = foremost(by, said);
            if (is_possible(t))
                found_.rows.push_back(
                    {f, view_.history().source(by), t, sources_[to_index(by)].when, first, said.size() - 1});
        }
    }

    [[nodiscard]] listing<first_statement> found() && {
        for (const auto& n : view_.nodes()) {
            ++found_.searched.nodes;
            add(n);
        }
        for (const auto& r : view_.relations()) {
            ++found_.searched.relations;
            add(r);
        }
        std::stable_sort(found_.rows.begin(), found_.rows.end(), detail::stoppable(in_order, pulse_));
        return std::move(found_);
    }

private:
    static bool in_order(const first_statement& a, const first_statement& b) {
        const subject x = a.about.subject();
        const subject y = b.about.subject();
        if (x.is_relation() != y.is_relation()) return y.is_relation();
        return x.number() < y.number();
    }

    /// How surely no other of them was as early.
    [[nodiscard]] truth foremost(source_id by, const std::map<source_id, statement>& said) const {
        truth t = truth::certain;
        for (const auto& [other, statement] : said)
            if (other != by) t = t & earlier(by, other);
        return t;
    }

    /// Whether `a` is not after `b`: certain if it is before, no if it is certainly after.
    [[nodiscard]] truth earlier(source_id a, source_id b) const {
        const writing& x = sources_[to_index(a)];
        const writing& y = sources_[to_index(b)];
        if (x.copied.contains(b) != y.copied.contains(a))
            return y.copied.contains(a) ? truth::certain : truth::no;
        if (!x.when.known() || !y.when.known()) return truth::possible;
        if (is_certain(before(x.when, y.when))) return truth::certain;
        return is_certain(before(y.when, x.when)) ? truth::no : truth::possible;
    }

    void add_copied(const source& s, std::set<source_id>& all) {
        for (const std::string& id : s.record().derived_from)
            if (const auto parent = view_.history().find_source(id))
                if (all.insert(parent->number()).second) add_copied(*parent, all);
    }

    const view& view_;
    std::optional<source_id> only_;
    std::vector<writing> sources_;
    listing<first_statement> found_;
    detail::pulse pulse_;
};

} // namespace

listing<first_statement> first_statements(const view& v, std::optional<std::string_view> only,
                                          const progress& tell) {
    std::optional<source_id> wanted;
    if (only) wanted = detail::source_named(v.history(), *only).number();
    return first_collector(v, wanted, tell).found();
}

} // namespace comity
