#include "catch.hpp"

#include <comity/comity.hpp>

#include <optional>

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
