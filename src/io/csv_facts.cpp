#include "io/csv_facts.hpp"

#include <algorithm>
#include <tuple>

namespace comity::detail {
namespace {

std::uint64_t key_of(const said_of_relation& s) {
    return std::uint64_t{s.from} << 32 | s.to;
}

bool same(const said_of_relation& a, const said_of_relation& b) {
    return std::tie(a.from, a.to, a.type) == std::tie(b.from, b.to, b.type);
}

} // namespace

std::vector<std::uint32_t> csv_facts::facts_like(const said_of_relation& like) const {
    std::vector<std::uint32_t> found;
    const auto head = heads_.find(key_of(like));
    if (head == heads_.end()) return found;
    for (std::uint32_t at = head->second; at != 0; at = facts_[at - 1].next)
        if (facts_[at - 1].type == like.type) found.push_back(at - 1);
    return found;
}

std::uint32_t csv_facts::new_fact(const said_of_relation& like) {
    const auto number = static_cast<std::uint32_t>(facts_.size());
    const relation_id r =
        builder_.add_relation(node_id{like.from}, relation_type(like.type), node_id{like.to});
    facts_.push_back({static_cast<std::uint32_t>(r), like.type, 0, {}, {}, 0});
    std::uint32_t* last = &heads_[key_of(like)];
    while (*last != 0) last = &facts_[*last - 1].next;
    *last = number + 1;
    return number;
}

void csv_facts::speak(std::uint32_t number, const days_said& begins, const days_said& ends) {
    fact& f = facts_[number];
    f.file = file_;
    // Where sources differ there is nothing left to agree with; the first one's word stands for the fact.
    if (f.begins.agrees(begins)) f.begins.narrow(begins);
    if (f.ends.agrees(ends)) f.ends.narrow(ends);
}

/// The way of most rows: their file says nothing else of those nodes, and at most one fact is known.
void csv_facts::place_alone(const said_of_relation& one, std::uint32_t row) {
    const std::vector<std::uint32_t> known = facts_like(one);
    std::uint32_t chosen = known.empty() ? new_fact(one) : known.front();
    for (const std::uint32_t f : known)
        if (facts_[f].begins.agrees(one.begins) && facts_[f].ends.agrees(one.ends)) {
            chosen = f;
            break;
        }
    speak(chosen, one.begins, one.ends);
    fact_of_row_[row] = chosen;
}

std::vector<csv_facts::group> csv_facts::groups_of(everything_said said, rows same, csv_repeats repeats) {
    std::vector<group> groups;
    for (const std::uint32_t row : same) {
        const said_of_relation& s = said[row];
        const auto fits = [&](const group& g) {
            return repeats == csv_repeats::dispute || (g.begins.agrees(s.begins) && g.ends.agrees(s.ends));
        };
        auto at = std::find_if(groups.begin(), groups.end(), fits);
        if (at == groups.end()) at = groups.emplace(groups.end());
        if (at->begins.agrees(s.begins)) at->begins.narrow(s.begins);
        if (at->ends.agrees(s.ends)) at->ends.narrow(s.ends);
        at->rows.push_back(row);
    }
    return groups;
}

void csv_facts::find_facts(std::vector<group>& groups, const said_of_relation& like) {
    const std::vector<std::uint32_t> known = facts_like(like);
    // First those that agree, so that the order of rows and files does not matter to them.
    for (const bool must_agree : {true, false})
        for (group& g : groups) {
            if (g.fact != 0) continue;
            const auto is_free = [&](std::uint32_t number) {
                const fact& f = facts_[number];
                return f.file != file_ &&
                       (!must_agree || (f.begins.agrees(g.begins) && f.ends.agrees(g.ends)));
            };
            const auto at = std::find_if(known.begin(), known.end(), is_free);
            if (at == known.end()) continue;
            g.fact = *at + 1;
            speak(*at, g.begins, g.ends);
        }
    for (group& g : groups) {
        if (g.fact != 0) continue;
        g.fact = new_fact(like) + 1;
        speak(g.fact - 1, g.begins, g.ends);
    }
}

void csv_facts::place(everything_said said, rows same, csv_repeats repeats, load_count& count) {
    if (same.size() == 1) return place_alone(said[same[0]], same[0]);
    std::vector<group> groups = groups_of(said, same, repeats);
    find_facts(groups, said[same[0]]);
    count.repeated += same.size() - groups.size();
    count.separate += groups.size() - 1;
    for (const group& g : groups)
        for (const std::uint32_t row : g.rows) fact_of_row_[row] = g.fact - 1;
}

void csv_facts::add(const std::vector<said_of_relation>& said, source_id source, csv_repeats repeats,
                    load_count& count) {
    ++file_;
    std::vector<std::uint32_t> order(said.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&said](std::uint32_t a, std::uint32_t b) {
        return std::tuple(key_of(said[a]), said[a].type, a) < std::tuple(key_of(said[b]), said[b].type, b);
    });
    fact_of_row_.assign(said.size(), 0);
    heads_.reserve(heads_.size() + said.size() / 2);
    for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
        for (last = first + 1; last < order.size() && same(said[order[first]], said[order[last]]);) ++last;
        place(said, std::span(order).subspan(first, last - first), repeats, count);
    }
    std::vector<std::uint32_t> relations, lines;
    std::vector<date_number> begins, ends;
    for (std::size_t i = 0; i < said.size(); ++i) {
        relations.push_back(facts_[fact_of_row_[i]].relation);
        lines.push_back(said[i].line);
        begins.push_back(said[i].begin);
        ends.push_back(said[i].end);
    }
    builder_.add_statements({source, relations, begins, ends, lines});
    count.statements += said.size();
}

} // namespace comity::detail
