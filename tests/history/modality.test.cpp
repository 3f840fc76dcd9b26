#include "catch.hpp"

#include <comity/history/modality.hpp>

using namespace comity;

TEST_CASE("modality: every name is read back as the modality that it names", "[history]") {
    for (std::size_t i = 0; i < modality_count; ++i) {
        const auto m = static_cast<modality>(i);
        CHECK(modality_of(to_string(m)) == m);
    }
}

TEST_CASE("modality: is spelt as data spells it", "[history]") {
    CHECK(to_string(modality::reported) == "reported");
    CHECK(to_string(modality::planned) == "planned");
    CHECK(to_string(modality::proposed) == "proposed");
    CHECK(to_string(modality::alleged) == "alleged");
}

TEST_CASE("modality: a name that there is not gives nothing", "[history]") {
    CHECK_FALSE(modality_of(""));
    CHECK_FALSE(modality_of("Reported"));
    CHECK_FALSE(modality_of("rumoured"));
}

TEST_CASE("modality: the stronger one is the lesser", "[history]") {
    CHECK(modality::reported < modality::planned);
    CHECK(modality::planned < modality::proposed);
    CHECK(modality::proposed < modality::alleged);
}
