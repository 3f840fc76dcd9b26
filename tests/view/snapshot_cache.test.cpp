#include "catch.hpp"

#include "support/crowded.hpp"
#include "support/graphs.hpp"

#include <comity/view/snapshot.hpp>
#include <comity/view/view.hpp>

#include <memory>
#include <random>
#include <string>
#include <vector>

using namespace comity;

namespace {

history some_history() {
    std::mt19937 random(1);
    return test::crowded(random, false);
}

bool is_one(const snapshot& a, const snapshot& b) {
    return &a.columns() == &b.columns();
}

} // namespace

TEST_CASE("snapshots: the same view has the same one, however it was written", "[view]") {
    const history h = some_history();
    const snapshot g = h.window("2000", "2001").snapshot();
    CHECK(is_one(h.window("2000", "2001").snapshot(), g));
    CHECK(is_one(h.window("2000-01-01", "2001-12-31").snapshot(), g));
    CHECK(is_one(h.window("2000-01-01/2001-12-31").types({relation_type::founded}).snapshot(),
                 h.window("2000", "2001").types({relation_type::founded}).snapshot()));
}

TEST_CASE("snapshots: whatever changes what is seen makes another one", "[view]") {
    const history h = some_history();
    const view v = h.window("2000", "2001");
    const std::vector<view> others{v,
                                   h.at("2000"),
                                   h.by("2001"),
                                   h.all(),
                                   v.certain(),
                                   v.types({relation_type::founded}),
                                   v.types({}),
                                   v.kinds({kind::state}),
                                   v.modalities({modality::planned}),
                                   v.sources({"one"}),
                                   v.sources({"two"}),
                                   v.settled_by(policy::newest()),
                                   v.ignoring_marks()};
    std::vector<snapshot> made;
    for (const view& other : others) made.push_back(other.snapshot());
    for (std::size_t i = 0; i < made.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            INFO(others[i].describe() << " | " << others[j].describe());
            CHECK_FALSE(is_one(made[i], made[j]));
        }
}

TEST_CASE("snapshots: one of a reading that is gone is not taken for that of another", "[view]") {
    const history h = some_history();
    const snapshot first = h.all().sources({"one"}).snapshot();
    for (int n = 0; n < 20; ++n) // more readings than a history keeps
        (void)h.all().stated_by(std::to_string(2000 + n));
    const snapshot again = h.all().sources({"one"}).snapshot();
    CHECK_FALSE(is_one(first, again));
    CHECK(first.columns().targets == again.columns().targets);
}

TEST_CASE("snapshots: know how their view reads the statements", "[view]") {
    const history h = some_history();
    const view v = h.all().sources({"one"}).settled_by(policy::newest());
    CHECK(v.snapshot().reading() == v.reading());
    CHECK(h.all().snapshot().reading() == reading{});
}

TEST_CASE("snapshots: those kept take no more than one of everything", "[view]") {
    const history h = some_history();
    const snapshot part = h.window("2000", "2001").snapshot();
    const snapshot all = h.all().modalities({modality::reported, modality::planned}).snapshot();
    REQUIRE(all.edge_count() == h.relation_count());
    CHECK(is_one(h.all().modalities({modality::reported, modality::planned}).snapshot(), all));
    CHECK_FALSE(is_one(h.window("2000", "2001").snapshot(), part));
}

TEST_CASE("snapshots: are forgotten when asked, and live on where they are held", "[view]") {
    const history h = some_history();
    const snapshot g = h.all().snapshot();
    const std::size_t edges = g.edge_count();
    h.forget_snapshots();
    CHECK_FALSE(is_one(h.all().snapshot(), g));
    CHECK(g.edge_count() == edges);
    CHECK_FALSE(g.relation({0, 0, 0}).period().text().empty());
}

TEST_CASE("snapshots: keep no history alive by being kept", "[view]") {
    std::weak_ptr<const detail::store> gone;
    {
        const history h = some_history();
        (void)h.all().snapshot();
        gone = h.store();
    }
    CHECK(gone.expired());
}
