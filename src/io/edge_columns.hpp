#pragma once

#include "history/store.hpp"
#include "io/wanted_columns.hpp"

#include <comity/io/table.hpp>
#include <comity/time/truth.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace comity::detail {

/// The columns of a table of edges while they are gathered, block by block: only those that are asked for.
class edge_columns {
public:
    static constexpr std::string_view names[] = {"number", "from", "to", "type", "first", "last", "truth"};

    /// Makes room for so many edges. What it refers to must outlive it.
    edge_columns(const store& s, const reading_columns& r, const wanted_columns& wanted, std::size_t most);

    /// More of them: their places in `out`, ascending, and how surely each is there. O(places).
    void add(std::span<const std::uint32_t> places, std::span<const truth> truths);
    /// The same of edges that are certain.
    void add(std::span<const std::uint32_t> places);
    [[nodiscard]] table build() &&;

private:
    using codes = std::vector<std::int32_t>;

    void add_all_but_truth(std::span<const std::uint32_t> places);
    void add_starts(std::span<const std::uint32_t> places);
    void add_types(std::span<const std::uint32_t> places);

    const store& store_;
    const reading_columns& reading_;
    std::optional<std::vector<std::int64_t>> number_;
    std::optional<std::vector<std::uint32_t>> from_;
    std::optional<codes> to_, type_, truth_;
    std::optional<std::vector<day32>> first_, last_;
    std::vector<std::int32_t> type_numbers_;   ///< which category each type is; -1: it was not met
    std::vector<std::string_view> type_names_; ///< in the order in which they were met
};

} // namespace comity::detail
