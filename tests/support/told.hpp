#pragma once

// A small history as plain data: what property tests make up, build, and ask the naive reference about. Days
// are worked out here with std::chrono, not by the library.

#include <comity/history/builder.hpp>
#include <comity/history/history.hpp>
#include <comity/time/nature.hpp>

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace comity::test {

/// Days since 1970-01-01; the two extremes stand for "no bound".
using day_no = std::int64_t;
inline constexpr day_no before_all = -1'000'000'000;
inline constexpr day_no after_all = 1'000'000'000;

[[nodiscard]] day_no day_number(int year, unsigned month, unsigned day);

struct day_run {
    day_no first = before_all;
    day_no last = after_all;
};

/// A begin or an end: its text, and the days that it means.
struct told_date {
    enum class sort { known, open, unknown };
    std::string text;
    std::vector<day_run> days; ///< ascending, none touching the next; of a known one
    sort is = sort::known;
    bool marked = false;
};

struct told_statement {
    std::size_t source = 0;
    modality how = modality::reported;
    bool denies = false;
    bool inferred = false;
    std::optional<told_date> begin, end; ///< neither: it states the whole record
    [[nodiscard]] bool whole() const { return !begin && !end; }
};

struct told_thing {
    nature lasts = nature::state;
    bool assessment = false;
    std::optional<told_date> begin, end;
    std::vector<told_statement> said;
};

struct told_node : told_thing {
    comity::kind is;
};

struct told_relation : told_thing {
    std::size_t from = 0;
    std::size_t to = 0;
    relation_type type;
};

struct told_source {
    std::optional<told_date> date;
    std::optional<told_date> covers_until;      ///< everything that it says
    std::optional<told_date> covers_type_until; ///< relations of the type x:state
};

struct told_history {
    comity::schema schema;
    relation_type act, state, timeless; ///< added types that run between any two kinds
    std::vector<told_source> sources;
    std::vector<told_node> nodes;
    std::vector<told_relation> relations;

    /// Nodes, relations and sources get the numbers that they have here.
    [[nodiscard]] history build() const;
};

/// Some of everything that a history may say: precise days, months, years, marks, sets with gaps, open and
/// unknown ends, sources that agree, refine, contradict and deny, all modalities.
[[nodiscard]] told_history make_up(std::mt19937& random);

/// The same with exact days, and nothing doubted, disputed or denied: the fast ways of counting.
[[nodiscard]] told_history make_up_precise(std::mt19937& random);

} // namespace comity::test
