#pragma once

// What work tells of itself while it is done, and callers who want no more of it.

#include "catch.hpp"
#include "support/telling.hpp"

#include <comity/error.hpp>
#include <comity/progress.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace comity::test {

/// Stops once it was asked so often.
inline progress stopped_after(std::size_t looks) {
    const auto left = std::make_shared<std::size_t>(looks);
    return [left](double, std::string_view) { return (*left)-- != 0; };
}

/// The stages that `work(tell)` tells of, each of which is told from 0 to 1.
template <class Work>
std::vector<std::string> stages_of(Work&& work) {
    std::vector<std::string> stages;
    double last = 1;
    work(progress([&](double done, std::string_view stage) {
        if (stages.empty() || stages.back() != stage) {
            CHECK(last == 1);
            CHECK(done == 0);
            stages.emplace_back(stage);
        } else {
            CHECK(done >= last);
        }
        CHECK(done <= 1);
        last = done;
        return true;
    }));
    CHECK(last == 1);
    return stages;
}

/// Whether `work(tell)` is cancelled if the caller wants no more once that stage begins, or once it is done.
template <class Work>
bool stops_at(Work&& work, std::string_view stage, double at) {
    try {
        work(progress([&](double done, std::string_view now) { return now != stage || done != at; }));
    } catch (const error& e) {
        return e.code() == errc::cancelled;
    }
    return false;
}

/// The same of all its stages.
template <class Work>
void check_stops(Work&& work) {
    for (const std::string& stage : stages_of(work))
        for (const double at : {0.0, 1.0}) {
            CAPTURE(stage, at);
            CHECK(stops_at(work, stage, at));
        }
}

/// Checks that `ask(tell)` tells its caller of that stage, on his thread, as it begins and once it is done;
/// that it stops at either when he wants no more; and that whoever asks again gets the same answer.
template <class Ask>
void check_stops(std::string_view stage, Ask&& ask) {
    const auto answer = ask(progress());
    const std::thread::id caller = std::this_thread::get_id();
    double last = -1;
    const auto hear = [&](double done, std::string_view heard) {
        CHECK(heard == stage);
        CHECK((last < 0 ? done == 0 : done >= last));
        CHECK(std::this_thread::get_id() == caller);
        last = done;
        return true;
    };
    CHECK((ask(progress(hear)) == answer));
    CHECK(last == 1);
    for (const std::size_t looks : {std::size_t{0}, std::size_t{1}})
        CHECK(code_of([&] { (void)ask(stopped_after(looks)); }) == static_cast<int>(errc::cancelled));
    CHECK((ask(progress()) == answer));
}

} // namespace comity::test
