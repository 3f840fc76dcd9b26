// The time index against a look at every row, made by a table of days and by sorting.

#include "history/day_grid.hpp"
#include "history/reading.hpp"

#include "catch.hpp"

#include <algorithm>
#include <random>
#include <tuple>
#include <vector>

using namespace comity;
using namespace comity::detail;

namespace {

pulse nobody; // hears of it

using places = std::vector<std::uint32_t>;

/// Rows as an index is made of them. Days lie within `span`: close together, or so far apart that a table of
/// them would have too many cells.
struct made_up_rows {
    reading_columns columns;
    growing<std::uint16_t> types;

    made_up_rows(std::mt19937& random, bool precise, bool acts, std::uint32_t span) {
        growing<day32> b1, b2, e1, e2;
        growing<std::uint8_t> flags;
        const auto some = [&](std::uint32_t most) { return static_cast<day32>(random() % most); };
        for (int row = 0; row < 3000; ++row) {
            const day32 begin = some(span), end = acts || some(3) == 0 ? begin : begin + some(30);
            const bool open = !acts && some(6) == 0;
            b1.push_back(some(40) == 0 ? unbounded_below : begin);
            b2.push_back(some(20) == 0 ? unbounded_above : begin + some(4));
            e1.push_back(open ? unbounded_above : end - some(4));
            e2.push_back(open ? unbounded_above : some(50) == 0 ? begin - 2 : end);
            flags.push_back(some(25) == 0 ? static_cast<std::uint8_t>(random() % 64) : flag::dated);
            types.push_back(static_cast<std::uint16_t>(some(5) * 3));
        }
        columns.b1 = std::move(b1);
        columns.e2 = std::move(e2);
        columns.flags = std::move(flags);
        if (precise) return;
        columns.b2 = std::move(b2);
        columns.e1 = std::move(e1);
    }
    [[nodiscard]] bool countable(std::uint32_t p) const {
        const std::uint8_t unusual = flag::modality_mask | flag::inexact | flag::denied;
        return (columns.flags[p] & unusual) == 0 && !columns.effective(p).inverted();
    }
    template <class Is>
    [[nodiscard]] places those(Is&& is) const {
        places found;
        for (std::uint32_t p = 0; p < types.size(); ++p)
            if (is(p)) found.push_back(p);
        return found;
    }
};

places sorted(const column<std::uint32_t>& list) {
    places all(list.begin(), list.end());
    std::sort(all.begin(), all.end());
    return all;
}

/// Each row is in the list in which it belongs.
void check_parts(const made_up_rows& rows, const time_index& index) {
    const auto bounds_of = [&](std::uint32_t p) { return rows.columns.effective(p); };
    const auto open = [&](std::uint32_t p) { return bounds_of(p).e2 == unbounded_above; };
    const auto one_day = [&](std::uint32_t p) { return !open(p) && bounds_of(p).b1 == bounds_of(p).e2; };
    const auto counted = [&](auto&& is) {
        return rows.those([&](std::uint32_t p) { return rows.countable(p) && is(p); });
    };
    CHECK(sorted(index.others) == rows.those([&](std::uint32_t p) { return !rows.countable(p); }));
    CHECK(sorted(index.open) == counted(open));
    CHECK(sorted(index.one_day) == counted(one_day));
    CHECK(sorted(index.bounded) == counted([&](std::uint32_t p) { return !open(p) && !one_day(p); }));
}

/// Lists are in the order that searches rely on.
void check_order(const made_up_rows& rows, const time_index& index) {
    const auto begin = [&](std::uint32_t p) { return rows.columns.b1[p]; };
    const auto by_begin = [&](std::uint32_t a, std::uint32_t b) { return begin(a) < begin(b); };
    CHECK(std::is_sorted(index.bounded.begin(), index.bounded.end(), by_begin));
    CHECK(std::is_sorted(index.open.begin(), index.open.end(), by_begin));
    const auto by_day = [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(begin(a), rows.types[a], a) < std::tuple(begin(b), rows.types[b], b);
    };
    CHECK(std::is_sorted(index.one_day.begin(), index.one_day.end(), by_day));
    REQUIRE(index.day_offsets.size() == index.days.size() + 1);
    CHECK(index.day_offsets[index.days.size()] == index.one_day.size());
    for (std::size_t d = 0; d < index.days.size(); ++d)
        for (std::uint32_t i = index.day_offsets[d]; i < index.day_offsets[d + 1]; ++i)
            REQUIRE(begin(index.one_day[i]) == index.days[d]);
    for (std::size_t i = 0; i < index.bounded.size(); ++i)
        REQUIRE(rows.columns.e2[index.bounded[i]] <= index.block_last[i / time_index::block]);
}

/// Counts are those of the rows of which `counts(p)`, by the day `day_of(p)`.
template <class Counts, class DayOf>
void check_counts(const made_up_rows& rows, const day_counts& all, const typed_day_counts& typed,
                  Counts&& counts, DayOf&& day_of) {
    for (const day32 day : {unbounded_below, -3, 0, 11, 12, 40, 700, 1'000'000'000, unbounded_above}) {
        std::vector<std::uint32_t> by_type(16);
        std::uint32_t sum = 0;
        for (std::uint32_t p = 0; p < rows.types.size(); ++p)
            if (rows.countable(p) && counts(p) && day_of(p) <= day) {
                ++by_type[rows.types[p]];
                ++sum;
            }
        CAPTURE(day);
        REQUIRE(all.up_to(day) == sum);
        for (std::uint16_t type = 0; type < by_type.size(); ++type)
            REQUIRE(typed.up_to(type, day) == by_type[type]);
    }
}

void check_all_counts(const made_up_rows& rows, const time_index& index) {
    const auto b = [&](std::uint32_t p) { return rows.columns.effective(p); };
    const auto each = [](std::uint32_t) { return true; };
    check_counts(rows, index.begins, index.typed_begins, each, [&](auto p) { return b(p).b1; });
    check_counts(rows, index.ends, index.typed_ends, each, [&](auto p) { return b(p).e2; });
    if (rows.columns.precise()) {
        CHECK(index.late_begins.days.empty());
        CHECK(index.sure_begins.days.empty());
        return;
    }
    const auto sure = [&](std::uint32_t p) { return b(p).b2 <= b(p).e1; };
    check_counts(rows, index.late_begins, index.typed_late_begins, each, [&](auto p) { return b(p).b2; });
    check_counts(rows, index.sure_begins, index.typed_sure_begins, sure, [&](auto p) { return b(p).b2; });
    check_counts(rows, index.sure_ends, index.typed_sure_ends, sure, [&](auto p) { return b(p).e1; });
}

} // namespace

TEST_CASE("time index: says of each day what a look at every row says", "[history]") {
    const bool precise = GENERATE(true, false);
    const bool acts = GENERATE(true, false);
    const std::uint32_t span = GENERATE(50u, 2'000'000'000u);
    std::mt19937 random(3);
    const made_up_rows rows(random, precise, acts, span);
    CAPTURE(precise, acts, span);
    REQUIRE(day_grid::over({rows.columns.b1.span()}, rows.types, nobody).has_value() == (span == 50));
    const time_index index = index_of(rows.columns, rows.types, nobody);
    check_parts(rows, index);
    check_order(rows, index);
    check_all_counts(rows, index);
}

TEST_CASE("time index: of no rows it is empty", "[history]") {
    const time_index index = index_of({}, {}, nobody);
    CHECK(index.days.empty());
    CHECK(index.others.empty());
    CHECK(index.begins.up_to(0) == 0);
}
