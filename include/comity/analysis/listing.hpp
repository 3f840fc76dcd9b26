#pragma once

#include <comity/progress.hpp>
#include <comity/view/view.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace comity {

/// How far an analysis looked: through which view, and how many nodes and relations that view showed it on
/// the way. Whatever is not found was not found in these. Since 0.1.
struct search_extent {
    view seen;
    std::size_t nodes = 0;
    std::size_t relations = 0;

    /// `278 nodes and 608 relations, at any time; 1 source, dated up to 2021-09-24`. O(sources).
    [[nodiscard]] std::string to_string() const;
};

/// What an analysis found, in a documented order, and how far it looked. A range of rows that keeps its
/// history alive. Since 0.1.
template <class Row>
struct listing {
    std::vector<Row> rows;
    search_extent searched;

    [[nodiscard]] auto begin() const noexcept { return rows.begin(); }
    [[nodiscard]] auto end() const noexcept { return rows.end(); }
    [[nodiscard]] std::size_t size() const noexcept { return rows.size(); }
    [[nodiscard]] bool empty() const noexcept { return rows.empty(); }
    [[nodiscard]] const Row& operator[](std::size_t i) const noexcept { return rows[i]; }
};

} // namespace comity
