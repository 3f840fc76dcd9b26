#pragma once

// Everything that the library can be asked of a history, asked: for histories that come from damaged files.
// That a question is answered with an error is well; what must not be is a crash, or no answer at all.

#include "support/same_history.hpp"

#include <comity/comity.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace comity::test {

template <class Question>
void may_fail(Question&& question) {
    try {
        question();
    } catch (const error&) { // an answer too
    }
}

inline void ask_view(const view& v) {
    const history& h = v.history();
    may_fail([&] { (void)v.describe(); });
    may_fail([&] { (void)v.node_count(); });
    may_fail([&] { (void)v.relation_count(); });
    may_fail([&] { (void)summary_table(v); });
    may_fail([&] { (void)nodes_table(v); });
    may_fail([&] { (void)relations_table(v); });
    may_fail([&] { (void)edges_table(v); });
    may_fail([&] { (void)statements_table(v); });
    may_fail([&] { (void)attributes_table(v); });
    may_fail([&] { (void)graph::undirected(v.snapshot()); });
    may_fail([&] { (void)v.types({relation_type::member_of}).relation_count(); });
    for (std::uint32_t i = 0; i < h.node_count(); ++i) {
        const node n = h.node(node_id{i});
        may_fail([&] { (void)v.shows(n); });
        may_fail([&] { (void)out_table(v, n); });
        may_fail([&] { (void)in_table(v, n, relation_type::member_of); });
        for (const relation_type type : {relation_type::affiliated_with, relation_type::signed_}) {
            const node_id number = n.number();
            may_fail([&] { (void)out_neighbours(v, {&number, 1}, type); });
            may_fail([&] { (void)in_neighbours(v, {&number, 1}, type); });
        }
        may_fail([&] { (void)v.period_of(n); });
    }
}

inline void ask_analyses(const view& v) {
    const history& h = v.history();
    may_fail([&] { (void)to_table(timeline(v)); });
    may_fail([&] { (void)to_table(audit(v)); });
    may_fail([&] { (void)to_table(causes(v)); });
    may_fail([&] { (void)to_table(disagreements(v)); });
    may_fail([&] { (void)to_table(positions(v)); });
    may_fail([&] { (void)to_table(proposals(v)); });
    may_fail([&] { (void)to_table(quantities(v)); });
    may_fail([&] { (void)to_table(series(v, kind::event)); });
    may_fail([&] { (void)to_table(professions(v)); });
    may_fail([&] { (void)to_table(follow_through(v)); });
    may_fail([&] { (void)to_table(fates(v)); });
    may_fail([&] { (void)to_table(firsts(v)); });
    for (std::uint32_t i = 0; i < h.node_count(); ++i) {
        const node n = h.node(node_id{i});
        may_fail([&] { (void)to_table(lineage(v, n)); });
        may_fail([&] { (void)to_table(members_of(v, n)); });
        may_fail([&] { (void)to_table(roster(v, n)); });
        may_fail([&] { (void)to_table(cohesion_of(v, n)); });
    }
}

inline void ask_everything(const history& h) {
    may_fail([&] { (void)everything_in(h); });
    may_fail([&] { (void)to_json_text(h); });
    may_fail([&] { (void)h.search("S"); });
    may_fail([&] { (void)h["no such id"]; });
    may_fail([&] { (void)h.find_relation("no such id"); });
    for (std::uint32_t i = 0; i < h.node_count(); ++i) {
        const node n = h.node(node_id{i});
        may_fail([&] { (void)h.find(n.id()); });
        may_fail([&] { (void)n.name("en"); });
    }
    ask_view(h.all());
    ask_view(h.at("2011-09-12").certain());
    may_fail([&] { (void)h.by("2012").relation_count(); });
    may_fail([&] { (void)h.window("2001", "2015").kinds({kind::actor}).snapshot(); });
    ask_analyses(h.all());
    may_fail([&] { ask_view(h.all().stated_by("2013").settled_by(policy::most_attested())); });
    may_fail([&] { (void)relations_table(h.all().settled_by(policy::hull())); });
    may_fail([&] { (void)builder(h).build(); });
}

} // namespace comity::test
