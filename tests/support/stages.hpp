#pragma once

// What work tells of itself while it is done, and whether it stops when it is asked to.

#include "catch.hpp"

#include <comity/error.hpp>
#include <comity/progress.hpp>

#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace comity::test {

/// The stages that `work(tell)` tells its caller's thread of, each of which is told from 0 to 1.
template <class Work>
std::vector<std::string> stages_of(Work&& work) {
    std::vector<std::string> stages;
    double last = 1;
    const std::thread::id caller = std::this_thread::get_id();
    work(progress([&](double done, std::string_view stage) {
        CHECK(std::this_thread::get_id() == caller);
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

/// The same of an answer that is found in one stage, and is found again once that was stopped.
template <class Ask>
void check_stops(std::string_view stage, Ask&& ask) {
    const auto answer = ask(progress());
    CHECK(stages_of(ask) == std::vector<std::string>{std::string(stage)});
    check_stops(ask);
    CHECK((ask(progress()) == answer));
}

} // namespace comity::test
