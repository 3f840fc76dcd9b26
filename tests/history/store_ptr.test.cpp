#include "catch.hpp"

#include <comity/history/builder.hpp>

#include <memory>
#include <type_traits>

using namespace comity;

TEST_CASE("store_ptr: nobody who holds one can change the columns", "[history]") {
    STATIC_REQUIRE(std::is_const_v<detail::store_ptr::element_type>);
}

TEST_CASE("store_ptr: the last handle, of whatever sort, lets the columns go", "[history]") {
    builder b;
    b.add_node("sco", kind::intergovernmental_organisation);
    std::optional<history> h = std::move(b).build();
    std::optional<node> sco = (*h)["sco"];
    const std::weak_ptr<const detail::store> watch = h->store();
    h.reset();
    CHECK_FALSE(watch.expired());
    CHECK(sco->id() == "sco");
    sco.reset();
    CHECK(watch.expired());
}
