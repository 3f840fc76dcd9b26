#include "catch.hpp"

#include <comity/view/selection.hpp>

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
    s.types = std::make_shared<const relation_type_set>();
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
