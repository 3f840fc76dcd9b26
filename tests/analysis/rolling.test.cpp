#include "comity/analysis/rolling.hpp"

#include "analysis/maker.hpp"
#include "analysis/naive_sets.hpp"
#include "catch.hpp"
#include "history/side_by_side.hpp"
#include "support/crowded.hpp"
#include "support/told.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

using namespace comity;
using namespace comity::test;

namespace {

/// What one view shows, by walking it.
rolling_row walked(const view& v, day_range days) {
    rolling_row row{days, {}, {}};
    std::set<node_id> possible, certain;
    naive_sets joined(static_cast<std::uint32_t>(v.history().node_count()));
    for (const auto& r : v.relations()) {
        ++row.relations.possible;
        const node_id a = r.from().number(), b = r.to().number();
        possible.insert({a, b});
        if (r.certain()) {
            ++row.relations.certain;
            certain.insert({a, b});
        }
        joined.join(static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b));
    }
    row.nodes = {certain.size(), possible.size()};
    std::map<std::uint32_t, std::uint32_t> sizes;
    for (const node_id n : possible)
        row.largest = std::max(row.largest, ++sizes[joined.find(static_cast<std::uint32_t>(n))]);
    row.parts = static_cast<std::uint32_t>(sizes.size());
    return row;
}

void check_same(const rolling_row& a, const rolling_row& b) {
    INFO(a.days.first << " to " << a.days.last);
    REQUIRE(a.days == b.days);
    REQUIRE(a.relations == b.relations);
    REQUIRE(a.nodes == b.nodes);
    REQUIRE(a.parts == b.parts);
    REQUIRE(a.largest == b.largest);
}

day on(int year, unsigned month, unsigned d) {
    return *day::from_civil(year, month, d);
}

/// The views that a rolling one stands for.
view of(const view& v, const day_range& w, bool by) {
    if (by) return v.by(w.last, w.last);
    return v.window(w.first.to_string(), w.last.to_string());
}

void check_all(const view& v, const std::vector<day_range>& windows, bool by) {
    rolling_options options;
    options.by = by;
    options.components = true;
    const auto found = rolling(v, windows, options);
    REQUIRE(found.size() == windows.size());
    for (std::size_t w = 0; w < windows.size(); ++w)
        check_same(found[w], walked(of(v, windows[w], by), windows[w]));
}

} // namespace

TEST_CASE("rolling: each window is as asking a view for it", "[analysis]") {
    const day from = on(1999, 11, 30), to = on(2005, 3, 1);
    for (unsigned seed = 1; seed <= 25; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        const history h = (seed % 3 == 0 ? make_up_precise(random) : make_up(random)).build();
        for (const bool by : {false, true}) {
            check_all(h.all(), consecutive_windows(from, to, calendar_unit::month, 2), by);
            check_all(h.all(), sliding_windows(from, to, calendar_unit::month, 7, 1), by);
            check_all(h.all(), single_days(from, to, calendar_unit::day, 17), by);
            check_all(h.all().certain(), consecutive_windows(from, to, calendar_unit::year), by);
        }
        check_all(h.all().modalities({modality::reported, modality::alleged}),
                  consecutive_windows(from, to, calendar_unit::year), false);
    }
}

TEST_CASE("rolling: acts of single days, seen in one window, in several or in none", "[analysis]") {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        const history h = acts(random);
        const day from = day(10'000) - 3, to = day(10'000) + 45;
        const std::vector<day_range> some{{from, from + 8}, {from + 6, from + 12}, {from + 20, to}};
        for (const view& v : {h.all(), h.all().types({relation_type::founded}), h.all().certain()}) {
            check_all(v, consecutive_windows(from, to, calendar_unit::day, 1), false);
            check_all(v, consecutive_windows(from, to, calendar_unit::day, 6), false);
            check_all(v, sliding_windows(from, to, calendar_unit::day, 5, 2), false);
            check_all(v, single_days(from, to, calendar_unit::day, 3), true);
            check_all(v, some, false);
        }
    }
}

TEST_CASE("rolling: parts of so many windows that two threads share them", "[analysis][threads]") {
    std::mt19937 random(7);
    const view v = crowded(random, true).all();
    const auto windows = sliding_windows(day(10'000), day(12'000), calendar_unit::day, 365, 7);
    rolling_options options;
    options.components = true;
    const auto found = rolling(v, windows, options);
    std::size_t met = 0;
    for (const rolling_row& r : found) met += r.relations.possible;
    REQUIRE(met >= detail::rows_worth_a_thread);
    for (std::size_t w = 0; w < windows.size(); w += 13)
        check_same(found[w], walked(of(v, windows[w], false), windows[w]));

    std::set<std::string> stages;
    options.tell = [&stages](double, std::string_view stage) {
        stages.emplace(stage);
        return stage != "components";
    };
    CHECK_THROWS_WITH(rolling(v, windows, options), "components: stopped by the caller");
    CHECK(stages.size() == 2);
}

TEST_CASE("rolling: stops in the middle of parts that two threads count", "[analysis][threads]") {
    std::mt19937 random(7);
    const view v = crowded(random, true).all();
    const auto days = sliding_windows(day(10'000), day(12'000), calendar_unit::day, 1000, 1);
    // Each of them so often that to count all takes many times as long as it is from one news to the next.
    std::vector<day_range> windows;
    for (const day_range& w : days) windows.insert(windows.end(), 200, w);
    rolling_options options;
    options.components = true;
    double reached = 0;
    options.tell = [&reached](double share, std::string_view stage) {
        if (stage == "components") reached = share;
        return reached == 0;
    };
    CHECK_THROWS_WITH(rolling(v, windows, options), "components: stopped by the caller");
    CHECK(reached > 0);
    CHECK(reached < 1);
    options.tell = {};
    check_same(rolling(v, std::span(days).first(1), options)[0], walked(of(v, days[0], false), days[0]));
}

TEST_CASE("rolling: of disputed days only the windows that they touch are asked about", "[analysis]") {
    constexpr std::int64_t windows = 300'000;
    constexpr std::int64_t relations = 200; // asked about all windows, these would take minutes
    maker m;
    m.add_source("register", "2020");
    m.node("a", kind::state);
    for (std::int64_t i = 0; i < relations; ++i) {
        m.node("t" + std::to_string(i), kind::treaty);
        const relation_id r = m.relation("a", relation_type::signed_, "t" + std::to_string(i));
        m.dated_by(r, "article", day(1000 * i).to_string());
        m.dated_by(r, "register", day(1000 * i + 2).to_string());
    }
    const history h = m.made();
    std::size_t possible = 0, certain = 0;
    for (const rolling_row& r :
         rolling(h.all(), consecutive_windows(day(0), day(windows - 1), calendar_unit::day))) {
        possible += r.relations.possible;
        certain += r.relations.certain;
    }
    CHECK(possible == 2 * relations);
    CHECK(certain == 0);
}

TEST_CASE("rolling: windows end with the days that can be counted", "[analysis]") {
    const day from = last_day - 400;
    for (const calendar_unit unit : {calendar_unit::year, calendar_unit::month, calendar_unit::day}) {
        const auto windows = consecutive_windows(from, last_day, unit, 7);
        CHECK(windows.front().first == from);
        CHECK(windows.back().last == last_day);
        CHECK(single_days(from, last_day, unit).back().last <= last_day);
    }
    CHECK(sliding_windows(from, last_day, calendar_unit::day, 401, 1).size() == 1);
    CHECK(sliding_windows(from, last_day, calendar_unit::year, 1, 1).size() == 1);
    CHECK(sliding_windows(from, last_day, calendar_unit::year, 2, 1).empty());
    CHECK(consecutive_windows(first_day, first_day + 40, calendar_unit::month).size() == 2);
}

TEST_CASE("rolling: consecutive windows leave no gap and end in time", "[analysis]") {
    const auto months = consecutive_windows(on(2020, 1, 31), on(2020, 5, 2), calendar_unit::month);
    REQUIRE(months.size() == 4);
    CHECK(months[0] == day_range{on(2020, 1, 31), on(2020, 2, 28)});
    CHECK(months[1] == day_range{on(2020, 2, 29), on(2020, 3, 30)});
    CHECK(months[3] == day_range{on(2020, 4, 30), on(2020, 5, 2)});
    const auto years = consecutive_windows(on(2000, 2, 29), on(2001, 2, 27), calendar_unit::year, 3);
    REQUIRE(years.size() == 1);
    CHECK(years[0] == day_range{on(2000, 2, 29), on(2001, 2, 27)});
    CHECK(consecutive_windows(on(1999, 12, 31), on(1999, 12, 31), calendar_unit::day).size() == 1);
}

TEST_CASE("rolling: sliding windows are whole", "[analysis]") {
    const auto windows = sliding_windows(on(2020, 1, 1), on(2020, 12, 31), calendar_unit::month, 6, 3);
    REQUIRE(windows.size() == 3);
    CHECK(windows[2] == day_range{on(2020, 7, 1), on(2020, 12, 31)});
}

TEST_CASE("rolling: single days come at every step", "[analysis]") {
    const auto days = single_days(on(2019, 12, 31), on(2020, 3, 1), calendar_unit::month);
    REQUIRE(days.size() == 3);
    CHECK(days[2] == day_range{on(2020, 2, 29), on(2020, 2, 29)});
}

TEST_CASE("rolling: says what can't be asked, and can be stopped", "[analysis]") {
    std::mt19937 random(1);
    const history h = make_up(random).build();
    const std::vector<day_range> back{{day(5), day(6)}, {day(3), day(9)}};
    CHECK_THROWS_WITH(rolling(h.all(), back), "the windows go back in time; expected them in order");
    const std::vector<day_range> one{{day(5), day(6)}};
    CHECK_THROWS_AS(rolling(h.at("2001"), one), error);
    rolling_options stop;
    stop.tell = [](double, std::string_view) { return false; };
    CHECK_THROWS_AS(rolling(h.all(), one, stop), error);
    CHECK_THROWS_AS(consecutive_windows(day(5), day(4), calendar_unit::day), error);
    CHECK_THROWS_AS(consecutive_windows(day(5), day(6), calendar_unit::day, 0), error);
    CHECK_THROWS_AS(single_days(day(0), day(20'000'000), calendar_unit::day), error);
    const std::vector<day_range> reversed{{day(6), day(5)}};
    CHECK_THROWS_WITH(rolling(h.all(), reversed), "the window '1970-01-07/1970-01-06' ends before it begins");
    CHECK(rolling(h.all(), std::vector<day_range>{}).empty());
}
