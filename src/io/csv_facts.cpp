#include "io/csv_facts.hpp"

#include "history/sorting.hpp"

#include <algorithm>

namespace comity::detail {
namespace {

fact_key key_of(const said_of_relation& s) {
    return {s.from, s.to, s.type};
}

growing<std::uint32_t> sorted_by_node(std::span<const std::uint32_t> nodes,
                                      const growing<std::uint32_t>& order, pulse& beat) {
    const std::uint32_t most = nodes.empty() ? 0 : *std::max_element(nodes.begin(), nodes.end());
    return sorted_by(nodes, offsets_by(nodes, std::size_t{most} + 1, beat), order, beat);
}

/// The rows by key, and as they stand in the file where keys are the same.
growing<std::uint32_t> rows_by_key(std::span<const said_of_relation> said) {
    growing<std::uint32_t> from(said.size()), to(said.size());
    growing<std::uint16_t> type(said.size());
    for (std::size_t i = 0; i < said.size(); ++i) {
        from[i] = said[i].from;
        to[i] = said[i].to;
        type[i] = said[i].type;
    }
    pulse nobody;
    const growing<std::uint32_t> by_type = sorted_by(type, counted(said.size()), nobody);
    return sorted_by_node(from, sorted_by_node(to, by_type, nobody), nobody);
}

} // namespace

std::uint32_t csv_facts::new_fact(const said_of_relation& like) {
    const auto number = static_cast<std::uint32_t>(facts_.size());
    const relation_id r =
        builder_.add_relation(node_id{like.from}, relation_type(like.type), node_id{like.to});
    facts_.push_back({key_of(like), static_cast<std::uint32_t>(r), {}, {}, 0});
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
void csv_facts::place_alone(const said_of_relation& one, std::uint32_t row, rows known) {
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

void csv_facts::find_facts(std::vector<group>& groups, const said_of_relation& like, rows known) {
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

void csv_facts::place(everything_said said, rows same, rows known, csv_repeats repeats, load_count& count) {
    if (same.size() == 1) return place_alone(said[same[0]], same[0], known);
    std::vector<group> groups = groups_of(said, same, repeats);
    find_facts(groups, said[same[0]], known);
    count.repeated += same.size() - groups.size();
    count.separate += groups.size() - 1;
    for (const group& g : groups)
        for (const std::uint32_t row : g.rows) fact_of_row_[row] = g.fact - 1;
}

/// Rows and facts, both in the order of their keys, walked side by side.
void csv_facts::place_all(everything_said said, csv_repeats repeats, load_count& count) {
    const growing<std::uint32_t> order = rows_by_key(said);
    auto known = by_key_.begin();
    for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
        const fact_key key = key_of(said[order[first]]);
        for (last = first + 1; last < order.size() && key_of(said[order[last]]) == key;) ++last;
        while (known != by_key_.end() && facts_[*known].key < key) ++known;
        auto after = known;
        while (after != by_key_.end() && facts_[*after].key == key) ++after;
        place(said, std::span(order).subspan(first, last - first), rows(known, after), repeats, count);
        known = after;
    }
}

/// Facts are made in the order of their keys, file by file.
void csv_facts::merge_new_facts(std::size_t first) {
    const std::size_t known = by_key_.size();
    for (std::size_t number = first; number < facts_.size(); ++number)
        by_key_.push_back(static_cast<std::uint32_t>(number));
    std::inplace_merge(by_key_.begin(), by_key_.begin() + static_cast<std::ptrdiff_t>(known), by_key_.end(),
                       [this](std::uint32_t a, std::uint32_t b) { return facts_[a].key < facts_[b].key; });
}

void csv_facts::add(const std::vector<said_of_relation>& said, source_id source, csv_repeats repeats,
                    load_count& count) {
    ++file_;
    fact_of_row_.assign(said.size(), 0);
    const std::size_t known = facts_.size();
    place_all(said, repeats, count);
    merge_new_facts(known);
    std::vector<std::uint32_t> relations(said.size()), lines(said.size());
    std::vector<date_number> begins(said.size()), ends(said.size());
    for (std::size_t i = 0; i < said.size(); ++i) {
        relations[i] = facts_[fact_of_row_[i]].relation;
        lines[i] = said[i].line;
        begins[i] = said[i].begin;
        ends[i] = said[i].end;
    }
    builder_.add_statements({source, relations, begins, ends, lines});
    count.statements += said.size();
}

} // namespace comity::detail
