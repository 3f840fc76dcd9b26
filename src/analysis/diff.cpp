#include <comity/analysis/diff.hpp>

#include <comity/error.hpp>

#include "analysis/pulse_over.hpp"
#include "analysis/reading.hpp"
#include "view/eval.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace comity {
namespace {

/// The values that a fact has in a view, and how surely: attribute, language, value.
using value_key = std::tuple<attribute_type, std::string, std::string>;
using values_in_view = std::map<value_key, truth>;

values_in_view values_of(const view& v, const fact& f) {
    values_in_view found;
    for (const attribute& a : f.attributes()) {
        const std::vector<statement> stated = a.statements();
        if (!stated.empty() && detail::counting(v, stated).empty()) continue;
        const auto [begin, end] = a.dates();
        const truth now = begin || end ? detail::passes(v.selection(), a.period().bounds()) : truth::certain;
        if (!is_possible(now)) continue;
        truth& known = found[{a.type(), std::string(a.language()), a.to_string()}];
        known = std::max(known, now);
    }
    return found;
}

class day_comparison {
public:
    day_comparison(const view& before, const view& after, const progress& tell)
        : before_(before), found_{{}, {after}}, pulse_(detail::pulse_over(after, tell, "differences")) {}

    listing<difference> run() && {
        const history& h = before_.history();
        for (std::uint32_t i = 0; i < h.node_count(); ++i) look_at(h.node(node_id{i}), found_.searched.nodes);
        for (std::uint32_t i = 0; i < h.relation_count(); ++i)
            look_at(h.relation(relation_id{i}), found_.searched.relations);
        return std::move(found_);
    }

private:
    template <class Fact>
    void look_at(const Fact& f, std::size_t& searched) {
        pulse_();
        const truth then = before_.shows(f);
        const truth now = found_.searched.seen.shows(f);
        if (!is_possible(then) && !is_possible(now)) return;
        ++searched;
        if (then != now) {
            const change how = !is_possible(then)  ? change::appeared
                               : !is_possible(now) ? change::gone
                                                   : change::truth;
            found_.rows.push_back({f, how, then, now, {}, {}, {}});
        }
        if (is_possible(then) && is_possible(now)) compare_values(f);
    }

    void compare_values(const fact& f) {
        std::map<value_key, std::pair<truth, truth>> both;
        for (const auto& [key, sure] : values_of(before_, f)) both[key].first = sure;
        for (const auto& [key, sure] : values_of(found_.searched.seen, f)) both[key].second = sure;
        const schema& types = before_.history().schema();
        for (const auto& [key, sure] : both) {
            if (sure.first == sure.second) continue;
            const auto& [type, language, value] = key;
            found_.rows.push_back(
                {f, change::value, sure.first, sure.second, std::string(types.name(type)), value, language});
        }
    }

    const view& before_;
    listing<difference> found_;
    detail::pulse pulse_;
};

} // namespace

std::string_view to_string(change c) noexcept {
    static constexpr std::array<std::string_view, 4> names{"appeared", "gone", "truth", "value"};
    return names[static_cast<std::size_t>(c)];
}

listing<difference> diff(const view& before, const view& after, const progress& tell) {
    if (before.history().store() != after.history().store())
        throw error(errc::invalid_argument, "the two views to compare are of different histories");
    return day_comparison(before, after, tell).run();
}

} // namespace comity
