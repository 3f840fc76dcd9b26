#include "comity/progress.hpp"

#include "catch.hpp"
#include "pulse.hpp"

#include <string>
#include <thread>
#include <vector>

using namespace comity;

TEST_CASE("progress: the caller hears of the work before it begins", "[progress]") {
    std::string heard;
    const progress tell = [&](double done, std::string_view stage) {
        heard = std::string(stage) + (done == 0 ? " from 0" : " later");
        return true;
    };
    detail::pulse pulse(tell, "sorting", 10);
    CHECK(heard == "sorting from 0");
}

TEST_CASE("progress: a caller who wants no more stops the work", "[progress]") {
    int left = 1;
    const progress tell = [&](double, std::string_view) { return left-- > 0; };
    detail::pulse pulse(tell, "sorting", 10);
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    try {
        pulse(5);
        FAIL("not stopped");
    } catch (const error& e) {
        CHECK(e.code() == errc::cancelled);
        CHECK(std::string(e.what()) == "sorting: stopped by the caller");
    }
}

TEST_CASE("progress: the caller hears once that all is done, and may still want no more", "[progress]") {
    std::vector<double> heard;
    bool goes_on = true;
    const progress tell = [&](double done, std::string_view) {
        heard.push_back(done);
        return goes_on;
    };
    detail::pulse pulse(tell, "sorting", 10);
    pulse(9); // too soon to be told
    pulse.finish();
    CHECK(heard == std::vector<double>{0, 1});
    goes_on = false;
    CHECK_THROWS_AS(pulse.finish(), error);
}

TEST_CASE("progress: without a caller nothing happens", "[progress]") {
    const progress nobody;
    detail::pulse pulse(nobody, "sorting", 0);
    CHECK_NOTHROW(pulse(5));
}
