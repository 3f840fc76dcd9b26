#include "catch.hpp"

#include <comity/comity.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

using namespace comity;

namespace {

history three_states() {
    builder b;
    for (const char* id : {"a", "b", "c"}) b.add_node(id, kind::state);
    b.set_period(b.node("b"), period_record::of("1990/1995"));
    b.add_relation(b.node("a"), relation_type::recognises, b.node("b"));
    return std::move(b).build();
}

} // namespace

TEST_CASE("range: yields what the view shows, in order, each marked", "[view]") {
    std::string seen;
    for (const auto& n : three_states().at("1992").nodes())
        seen += std::string(n.id()) + (n.certain() ? "! " : "? ");
    CHECK(seen == "a? b! c? ");
}

TEST_CASE("range: keeps its history alive", "[view]") {
    std::optional<relation_range> kept;
    kept.emplace(three_states().all().relations());
    REQUIRE_FALSE(kept->empty());
    CHECK((*kept->begin()).from().id() == "a");
}

TEST_CASE("range: is empty where nothing is seen", "[view]") {
    CHECK(three_states().at("1980").kinds({kind::treaty}).nodes().empty());
}

TEST_CASE("range: an iterator can be copied and walked twice", "[view]") {
    const node_range nodes = three_states().all().nodes();
    auto first = nodes.begin();
    auto second = first++;
    CHECK((*second).id() == "a");
    CHECK((*first).id() == "b");
}

TEST_CASE("range: looking ahead changes nothing of what is walked over", "[view]") {
    builder b;
    const node_id hub = b.add_node("hub", kind::organisation);
    for (int i = 0; i < 300; ++i) {
        const node_id n = b.add_node("n" + std::to_string(i), i % 2 == 0 ? kind::state : kind::person);
        const bool gap = i > 70 && i < 210; // two looks ahead find nothing
        b.set_period(n, period_record::of(gap ? "1980/1985" : i % 3 == 0 ? "1990" : "1990/1999"));
        b.add_relation(n, relation_type::member_of, hub);
    }
    const history h = std::move(b).build();
    for (const view& v : {h.at("1990"), h.at("1995"), h.at("1982"), h.at("1900"), h.at("1995").certain(),
                          h.at("1990-06").kinds({kind::state, kind::organisation}), h.all()}) {
        std::vector<std::uint32_t> nodes, in, walked_nodes, walked_in;
        for (std::uint32_t n = 0; n < h.node_count(); ++n)
            if (v.shows(h.node(node_id{n})) != truth::no) nodes.push_back(n);
        for (const auto& n : v.nodes()) {
            walked_nodes.push_back(static_cast<std::uint32_t>(n.number()));
            REQUIRE(n.truth() == v.shows(n));
        }
        CHECK(walked_nodes == nodes);
        for (std::uint32_t r = 0; r < h.relation_count(); ++r)
            if (v.shows(h.relation(relation_id{r})) != truth::no) in.push_back(r);
        for (const auto& r : v.in(h["hub"])) {
            walked_in.push_back(static_cast<std::uint32_t>(r.number()));
            REQUIRE(r.truth() == v.shows(r));
        }
        std::sort(walked_in.begin(), walked_in.end()); // they come by begin
        CHECK(walked_in == in);
    }
}
