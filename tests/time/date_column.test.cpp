#include "catch.hpp"

#include <comity/time/date_column.hpp>

#include <string>
#include <vector>

using namespace comity;

namespace {

struct columns {
    explicit columns(const std::vector<std::string>& texts, const date_column_options& options = {})
        : earliest(texts.size()),
          latest(texts.size()),
          earliest_kind(texts.size()),
          latest_kind(texts.size()),
          outcome(texts.size()),
          marks(texts.size()),
          notes(texts.size()) {
        date_column_reader reader({earliest.data(), latest.data(), earliest_kind.data(), latest_kind.data(),
                                   outcome.data(), marks.data(), notes.data()},
                                  options);
        for (std::size_t i = 0; i < texts.size(); ++i) reader.read(i, texts[i]);
        failures = reader.failures();
    }
    [[nodiscard]] date_outcome is(std::size_t i) const { return static_cast<date_outcome>(outcome[i]); }

    std::vector<std::int64_t> earliest, latest;
    std::vector<std::uint8_t> earliest_kind, latest_kind, outcome, marks;
    std::vector<std::uint32_t> notes;
    std::vector<date_column_failure> failures;
};

const std::vector<std::string> some{"1985-04-12",       "1985",    "1985/..",    "/1985",
                                    "2004-06~-11",      "NA",      "24/09/2021", "9999-12-31",
                                    "1991-01..1991-06", "1985-13", "",           " 1985"};

date_column_options leniently() {
    date_column_options options;
    options.lenient = true;
    return options;
}

} // namespace

TEST_CASE("date_column: each row as the strict reader reads it by itself", "[time]") {
    const columns read(some);
    std::size_t failed = 0;
    for (std::size_t i = 0; i < some.size(); ++i) {
        const auto alone = parse_bounds(some[i]);
        CHECK((read.is(i) == date_outcome::date) == alone.has_value());
        if (!alone) {
            REQUIRE(failed < read.failures.size());
            CHECK(read.failures[failed].row == i);
            CHECK(read.failures[failed].why.position == alone.failure().position);
            ++failed;
            CHECK(read.earliest_kind[i] == static_cast<std::uint8_t>(bound_kind::unknown));
            continue;
        }
        CHECK(read.earliest_kind[i] == static_cast<std::uint8_t>(alone->earliest().kind));
        CHECK(read.latest_kind[i] == static_cast<std::uint8_t>(alone->latest().kind));
        if (alone->earliest().is_day()) CHECK(read.earliest[i] == alone->earliest().value.count());
        if (alone->latest().is_day()) CHECK(read.latest[i] == alone->latest().value.count());
        CHECK(read.marks[i] == static_cast<std::uint8_t>(alone->marks()));
        CHECK(read.notes[i] == 0);
    }
    CHECK(failed == read.failures.size());
}

TEST_CASE("date_column: each row as the lenient reader reads it by itself", "[time]") {
    const columns read(some, leniently());
    for (std::size_t i = 0; i < some.size(); ++i) {
        const auto alone = try_read_lenient(some[i]);
        INFO(some[i]);
        if (!alone) {
            CHECK(read.is(i) == date_outcome::invalid);
            continue;
        }
        CHECK(read.notes[i] == static_cast<std::uint32_t>(alone->notes));
        if (alone->kind == lenient_reading::outcome::absent) CHECK(read.is(i) == date_outcome::absent);
        if (alone->kind == lenient_reading::outcome::open) CHECK(read.is(i) == date_outcome::open);
        if (alone->kind == lenient_reading::outcome::date) {
            CHECK(read.is(i) == date_outcome::date);
            const auto plain = parse_bounds(alone->text);
            CHECK(read.earliest[i] == (plain->earliest().is_day() ? plain->earliest().value.count() : 0));
        }
    }
    REQUIRE(read.failures.size() == 1);
    CHECK(some[read.failures[0].row] == "1985-13");
}

TEST_CASE("date_column: columns that nobody asks for are left out, rows may have no text", "[time]") {
    std::uint8_t outcome[2] = {9, 9};
    date_columns out;
    out.outcome = outcome;
    date_column_reader reader(out);
    reader.read(0, "1985");
    reader.skip(1);
    CHECK(outcome[0] == static_cast<std::uint8_t>(date_outcome::date));
    CHECK(outcome[1] == static_cast<std::uint8_t>(date_outcome::absent));
}
