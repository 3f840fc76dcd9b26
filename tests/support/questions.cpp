#include "support/questions.hpp"

#include <algorithm>
#include <cstdio>

namespace comity::test {
namespace {

/// A day, a month or a year near those that are told of.
struct span_of_days {
    std::string text;
    day_no first, last;
};

span_of_days some_days(std::mt19937& random, unsigned precision) {
    const auto below = [&random](unsigned n) { return static_cast<unsigned>(random() % n); };
    const int year = 2000 + static_cast<int>(below(5));
    const unsigned month = 1 + below(12);
    const unsigned day = 1 + below(28);
    char text[48];
    if (precision == 0) {
        std::snprintf(text, sizeof text, "%04d-%02u-%02u", year, month, day);
        return {text, day_number(year, month, day), day_number(year, month, day)};
    }
    if (precision == 1) {
        std::snprintf(text, sizeof text, "%04d-%02u", year, month);
        const day_no next = month == 12 ? day_number(year + 1, 1, 1) : day_number(year, month + 1, 1);
        return {text, day_number(year, month, 1), next - 1};
    }
    std::snprintf(text, sizeof text, "%04d", year);
    return {text, day_number(year, 1, 1), day_number(year, 12, 31)};
}

} // namespace

std::vector<question> ask(const view& all, std::mt19937& random) {
    std::vector<question> all_asked{{"all", all, {}}};
    for (const unsigned precision : {0u, 0u, 1u, 2u}) {
        const span_of_days d = some_days(random, precision);
        all_asked.push_back({"at " + d.text, all.at(d.text), {asked::sort::at, d.first, d.last}});
        const span_of_days e = some_days(random, precision);
        all_asked.push_back({"by " + e.text, all.by(e.text), {asked::sort::by, e.first, e.last}});
        span_of_days from = some_days(random, precision);
        span_of_days to = some_days(random, static_cast<unsigned>(random() % 3));
        if (to.last < from.first) std::swap(from, to);
        all_asked.push_back({"window " + from.text + " to " + to.text,
                             all.window(from.text, to.text),
                             {asked::sort::window, from.first, to.last}});
    }
    const span_of_days d = some_days(random, 1);
    all_asked.push_back(
        {"window .. to " + d.text, all.window("..", d.text), {asked::sort::window, before_all, d.last}});
    all_asked.push_back(
        {"window " + d.text + " to ..", all.window(d.text, ".."), {asked::sort::window, d.first, after_all}});
    return all_asked;
}

view narrowing::of(const view& v) const {
    view narrowed = v.modalities(modalities);
    if (!kinds.empty()) narrowed = narrowed.kinds(kinds);
    if (!types.empty()) narrowed = narrowed.types(types);
    return certain ? narrowed.certain() : narrowed;
}

bool narrowing::admits(modality m) const {
    return std::find(modalities.begin(), modalities.end(), m) != modalities.end();
}
bool narrowing::admits(const told_history& told, kind k) const {
    return kinds.empty() ||
           std::any_of(kinds.begin(), kinds.end(), [&](kind wanted) { return told.schema.is_a(k, wanted); });
}
bool narrowing::admits(relation_type t) const {
    return types.empty() || std::find(types.begin(), types.end(), t) != types.end();
}

std::vector<narrowing> narrowings(const told_history& told) {
    std::vector<narrowing> all;
    for (const auto& kinds : {std::vector<kind>{}, {kind::actor}, {kind::event, kind::treaty, kind::topic}})
        for (const auto& types : {std::vector<relation_type>{}, {told.state}, {told.act, told.timeless}})
            for (const auto& modalities :
                 {std::vector{modality::reported},
                  {modality::planned, modality::proposed},
                  {modality::reported, modality::planned, modality::proposed, modality::alleged}})
                for (const bool certain : {false, true}) all.push_back({kinds, types, modalities, certain});
    return all;
}

truths expect(const told_history& told, const naive_history& naive, const asked& when) {
    truths all;
    for (std::size_t n = 0; n < told.nodes.size(); ++n) all.nodes.push_back(naive.node(n, when));
    for (std::size_t r = 0; r < told.relations.size(); ++r) all.relations.push_back(naive.relation(r, when));
    return all;
}

truths narrowed(const truths& all, const told_history& told, const naive_history& naive,
                const narrowing& by) {
    const auto if_certain = [&by](truth t) { return by.certain && t != truth::certain ? truth::no : t; };
    truths left = all;
    for (std::size_t n = 0; n < told.nodes.size(); ++n) {
        const bool admitted = by.admits(naive.node_modality(n)) && by.admits(told, told.nodes[n].is);
        left.nodes[n] = admitted ? if_certain(all.nodes[n]) : truth::no;
    }
    for (std::size_t r = 0; r < told.relations.size(); ++r) {
        const told_relation& row = told.relations[r];
        const bool admitted = by.admits(naive.relation_modality(r)) && by.admits(row.type) &&
                              by.admits(told, told.nodes[row.from].is) &&
                              by.admits(told, told.nodes[row.to].is);
        left.relations[r] = admitted ? if_certain(all.relations[r]) : truth::no;
    }
    return left;
}

} // namespace comity::test
