#include "catch.hpp"

#include "support/telling.hpp"

#include <comity/view/view.hpp>

#include <algorithm>
#include <concepts>
#include <iterator>
#include <optional>
#include <ranges>
#include <string>
#include <vector>

using namespace comity;
using namespace comity::test;

namespace {

history three_members() {
    builder b;
    const node_id sco = b.add_node("sco", kind::intergovernmental_organisation);
    for (const char* id : {"china", "russia", "uzbekistan"}) {
        const relation_id r = b.add_relation(b.add_node(id, kind::state), relation_type::member_of, sco);
        b.set_period(r, period_record::of("2001-06-15/.."));
    }
    return std::move(b).build();
}

} // namespace

TEST_CASE("seen_range: is a forward range that may outlive the view", "[view]") {
    STATIC_REQUIRE(std::ranges::forward_range<node_range>);
    STATIC_REQUIRE(std::ranges::forward_range<relation_range>);
    STATIC_REQUIRE(std::ranges::borrowed_range<node_range>);
    STATIC_REQUIRE(std::same_as<std::ranges::range_value_t<node_range>, seen<node>>);
    STATIC_REQUIRE(std::derived_from<seen<relation>, relation>);
}

TEST_CASE("seen_range: may be walked again, and an iterator copied on the way", "[view]") {
    const node_range nodes = three_members().all().nodes();
    CHECK(std::ranges::distance(nodes) == 4);
    CHECK(std::ranges::distance(nodes) == 4);
    auto at = nodes.begin();
    const auto first = at++;
    CHECK((*first).id() == "sco");
    CHECK((*at).id() == "china");
    CHECK(first != at);
    CHECK(std::ranges::next(first) == at);
}

TEST_CASE("seen_range: of nothing is empty", "[view]") {
    const history h = three_members();
    CHECK(h.all().nodes(kind::treaty).empty());
    CHECK(h.at("2000").relations().empty());
    CHECK_FALSE(h.at("2002").relations().empty());
    CHECK(builder().build().all().nodes().empty());
}

TEST_CASE("seen_range: works with the algorithms and views of the standard library", "[view]") {
    const history h = three_members();
    const auto found =
        std::ranges::find_if(h.all().nodes(), [](const node& n) { return n.id() == "russia"; });
    CHECK((*found).kind() == kind::state);
    std::vector<std::string> ids;
    for (const auto& id : h.at("2002").in(h["sco"]) | std::views::transform([](const relation& r) {
                              return std::string(r.from().id());
                          }) | std::views::drop(1))
        ids.push_back(id);
    CHECK(ids == std::vector<std::string>{"russia", "uzbekistan"});
}

TEST_CASE("seen_range: a loop over a temporary history, view and range is no trap", "[view][lifetime]") {
    std::vector<std::string> ids;
    for (auto n : three_members().at("2002").nodes(kind::state)) ids.emplace_back(n.id());
    CHECK(ids == std::vector<std::string>{"china", "russia", "uzbekistan"});
    std::size_t relations = 0;
    for (const relation& r : three_members().all().types({relation_type::member_of}).certain().relations())
        relations += r.to().id() == "sco" ? 1u : 0u;
    CHECK(relations == 3);
}

TEST_CASE("seen_range: outlives its view and its history", "[view][lifetime]") {
    std::optional<history> h = three_members();
    std::optional<view> v = h->at("2002");
    const relation_range relations = v->relations();
    const auto first = relations.begin();
    v.reset();
    h.reset();
    CHECK(std::ranges::distance(relations) == 3);
    CHECK((*first).from().id() == "china");
}

TEST_CASE("seen_range: what it shows outlives everything it was shown by", "[view][lifetime]") {
    std::optional<seen<relation>> kept;
    {
        const history h = three_members();
        for (const auto& r : h.at("2001-06-15").relations()) kept = r;
    }
    CHECK(kept->certain());
    CHECK(kept->from().name() == "uzbekistan");
    CHECK(kept->to().id() == "sco");
    CHECK(kept->period().text() == "2001-06-15/..");
}

TEST_CASE("seen: is a thing with a truth", "[view]") {
    builder b;
    b.set_period(b.add_node("sco", kind::bloc), period_record::of("2001/.."));
    const history h = std::move(b).build();
    const seen<node> early = *h.at("2001-05").nodes().begin();
    CHECK(early.truth() == truth::possible);
    CHECK_FALSE(early.certain());
    CHECK((*h.at("2002").nodes().begin()).certain());
    CHECK(early == h["sco"]);
}
