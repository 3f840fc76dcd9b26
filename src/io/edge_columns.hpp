#pragma once

#include "history/store.hpp"
#include "io/wanted_columns.hpp"
#include "pulse.hpp"
#include "view/sieve.hpp"

#include <comity/io/table.hpp>
#include <comity/progress.hpp>
#include <comity/time/truth.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace comity::detail {

/// Relation types as categories, in the order in which they are met.
class met_types {
public:
    explicit met_types(const store& s) : store_(s) {}
    [[nodiscard]] std::int32_t number(std::uint16_t type) {
        return type < numbers_.size() && numbers_[type] >= 0 ? numbers_[type] : meet(type);
    }
    [[nodiscard]] text_list names() const { return text_list(names_); }

private:
    std::int32_t meet(std::uint16_t type);

    const store& store_;
    std::vector<std::int32_t> numbers_; ///< by type; -1: it was not met
    std::vector<std::string_view> names_;
};

/// The columns of a table of edges while they are gathered, block by block: only those that are asked for.
class edge_columns {
public:
    static constexpr std::string_view names[] = {"number", "from", "to", "type", "first", "last", "truth"};

    /// Makes room for so many edges. What it refers to must outlive it.
    edge_columns(const store& s, const reading_columns& r, const wanted_columns& wanted, std::size_t most,
                 pulse& beat);

    /// More of them: their places in `out`, ascending, and how surely each is there. O(places).
    void add(std::span<const std::uint32_t> places, std::span<const truth> truths);
    /// The same of edges that are certain.
    void add(std::span<const std::uint32_t> places);
    /// What is left of some places. O(places).
    void add(const sifted& left);
    /// Says that the work is done.
    [[nodiscard]] table build(pulse& beat) &&;

private:
    void add_all_but_truth(std::span<const std::uint32_t> places);
    void add_starts(std::span<const std::uint32_t> places);
    void add_numbers_and_types(std::span<const std::uint32_t> places);
    void add_truths(std::span<const truth> truths);

    const store& store_;
    const reading_columns& reading_;
    std::optional<growing<std::int64_t>> number_;
    std::optional<growing<std::uint32_t>> from_, to_;
    std::optional<growing<std::int32_t>> type_, truth_;
    std::optional<growing<day32>> first_, last_;
    met_types types_;
};

/// The same of all relations there are, each of which is certain: what the history has as a column already is
/// lent. Throws error (cancelled). O(relations).
[[nodiscard]] table table_of_all_edges(const store& s, const reading_columns& r, const wanted_columns& wanted,
                                       const progress& tell);

} // namespace comity::detail
