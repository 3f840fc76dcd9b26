#include <comity/analysis/support.hpp>

#include "analysis/pulse_over.hpp"
#include "analysis/reading.hpp"
#include "history/roots.hpp"

#include <algorithm>

namespace comity {
namespace {

void insert(std::vector<source>& list, const source& s) {
    if (std::find(list.begin(), list.end(), s) == list.end()) list.push_back(s);
}

class support_collector {
public:
    support_collector(const view& v, const support_options& options)
        : view_(v),
          options_(options),
          roots_(detail::roots_of(*v.history().store())),
          found_{{}, {v}},
          pulse_(detail::pulse_over(v, options.tell, "supports")) {}

    template <class Fact>
    void look_at(const seen_range<Fact>& facts, std::size_t& searched) {
        std::vector<support> met;
        for (const auto& f : facts) {
            pulse_();
            ++searched;
            if (support s = support_of(f, f.truth()); asked_for(s)) met.push_back(std::move(s));
        }
        const auto in_order = [](const support& a, const support& b) {
            return a.about.subject().number() < b.about.subject().number();
        };
        std::sort(met.begin(), met.end(), detail::stoppable(in_order, pulse_));
        for (support& s : met) {
            pulse_.now_and_then();
            found_.rows.push_back(std::move(s));
        }
    }

    [[nodiscard]] listing<support> found() && {
        look_at(view_.nodes(), found_.searched.nodes);
        look_at(view_.relations(), found_.searched.relations);
        return std::move(found_);
    }

private:
    [[nodiscard]] support support_of(const fact& f, truth shown) {
        support s{f, shown, {}, {}, 0, 0, detail::inferred_in(view_, f)};
        for (const statement& one : detail::statements_in(view_, f)) {
            if (one.denies()) continue;
            ++s.statements;
            if (!one.locator().empty()) ++s.located;
            insert(s.sources, one.source());
            for (const std::uint32_t root : roots_[to_index(one.source().number())])
                insert(s.roots, view_.history().source(source_id{root}));
        }
        return s;
    }

    [[nodiscard]] bool asked_for(const support& s) const {
        return s.sources.size() <= options_.most_sources && s.roots.size() <= options_.most_roots &&
               !(options_.unlocated && s.located != 0);
    }

    const view& view_;
    support_options options_;
    std::vector<std::vector<std::uint32_t>> roots_;
    listing<support> found_;
    detail::pulse pulse_;
};

} // namespace

listing<support> supports(const view& v, const support_options& options) {
    return support_collector(v, options).found();
}

} // namespace comity
