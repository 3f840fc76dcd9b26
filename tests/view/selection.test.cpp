#include "catch.hpp"

#include <comity/history/builder.hpp>
#include <comity/view/view.hpp>

using namespace comity;
using detail::selection;

TEST_CASE("selection: a fresh one looks at any time at everything that is reported", "[view]") {
    const selection s;
    CHECK(s.time == detail::when::always);
    CHECK(s.modalities == 1);
    CHECK(s.admits(kind::state));
    CHECK(s.admits(relation_type::member_of));
    CHECK(s.certainty(truth::possible) == truth::possible);
}

TEST_CASE("selection: admits only the kinds and types that it has, if it has any", "[view]") {
    selection s;
    s.kinds = std::make_shared<const kind_set>(kind_set{kind::state});
    s.types.emplace();
    CHECK(s.admits(kind::state));
    CHECK_FALSE(s.admits(kind::actor));
    CHECK_FALSE(s.admits(relation_type::member_of));
}

TEST_CASE("selection: of only what is certain nothing else counts", "[view]") {
    selection s;
    s.only_certain = true;
    CHECK(s.certainty(truth::certain) == truth::certain);
    CHECK(s.certainty(truth::possible) == truth::no);
    CHECK(s.certainty(truth::no) == truth::no);
}

TEST_CASE("selection: says which days it looks at, as they were written or given", "[view]") {
    const view all = builder().build().all();
    const auto words = [](const view& v) { return v.selection().days_text(); };
    const day first = *day::from_civil(2001, 6, 15), last = *day::from_civil(2001, 7, 9);
    CHECK(words(all).empty());
    CHECK(words(all.at("2001-06")) == "2001-06");
    CHECK(words(all.at(first, first)) == "2001-06-15");
    CHECK(words(all.by(first, last)) == "[2001-06-15..2001-07-09]");
    CHECK(words(all.window("2001", "..")) == "2001/..");
    CHECK(words(all.at(first, first).at_any_time()).empty());
    const day beyond(std::int64_t{1} << 40);
    CHECK(words(all.by(beyond, beyond)) == beyond.to_string()); // although columns end before it
}
