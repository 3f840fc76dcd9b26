#pragma once

#include "history/column.hpp"
#include "history/search.hpp"
#include "view/gather.hpp"
#include "view/kept_rows.hpp"
#include "view/sieve.hpp"

#include <comity/error.hpp>
#include <comity/view/asking.hpp>
#include <comity/view/neighbours.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>

namespace comity::detail {

/// Gathers lists one after the other.
class neighbour_gathering {
public:
    neighbour_gathering(std::size_t lists, asking asked) : how_surely_(asked == asking::how_surely) {
        lists_.offsets.reserve(lists + 1);
        lists_.offsets.push_back(0);
    }
    /// Makes room for what may come next.
    void expect(std::size_t most) {
        const std::size_t room = lists_.nodes.size() + most;
        if (room > lists_.nodes.capacity()) lists_.nodes.reserve(std::max(room, 2 * lists_.nodes.capacity()));
    }
    void add(std::uint32_t node, truth t) {
        if (!how_surely_) return lists_.nodes.push_back(node);
        if (t != truth::certain && lists_.truths.empty())
            lists_.truths.assign(lists_.nodes.size(), truth::certain);
        lists_.nodes.push_back(node);
        if (t != truth::certain || !lists_.truths.empty()) lists_.truths.push_back(t);
    }
    /// Rows each of which is certainly seen; `ends` are those of all rows.
    void add(std::span<const std::uint32_t> rows, const column<std::uint32_t>& ends) {
        add_ends(rows, ends);
        if (!lists_.truths.empty()) lists_.truths.resize(lists_.nodes.size(), truth::certain);
    }
    /// What is left of some rows.
    void add(const sifted& left, const column<std::uint32_t>& ends) {
        const std::size_t before = lists_.nodes.size();
        append_kept(lists_.nodes, left.count, [&](std::uint32_t* to) {
            return keep_rows(left.possible.data(), ends.data() + left.first, left.count, to);
        });
        if (!how_surely_ || (left.all_certain() && lists_.truths.empty())) return;
        lists_.truths.reserve(lists_.nodes.capacity());
        lists_.truths.resize(before, truth::certain);
        append_kept(lists_.truths, left.count, [&](truth* to) {
            return keep_truths(left.possible.data(), left.certain.data(), left.count, to);
        });
    }
    /// A run of rows each of which is certainly seen.
    void add(const place_run& run, const column<std::uint32_t>& ends) {
        lists_.nodes.insert(lists_.nodes.end(), ends.begin() + run.first, ends.begin() + run.end);
        if (!lists_.truths.empty()) lists_.truths.resize(lists_.nodes.size(), truth::certain);
    }
    void end_list() {
        if (lists_.nodes.size() > std::numeric_limits<std::uint32_t>::max())
            throw error(
                errc::limit_exceeded,
                "lists of neighbours hold at most 4,294,967,295 of them; ask for fewer nodes at once");
        lists_.offsets.push_back(static_cast<std::uint32_t>(lists_.nodes.size()));
    }
    [[nodiscard]] neighbour_lists take() && { return std::move(lists_); }

private:
    void add_ends(std::span<const std::uint32_t> rows, const column<std::uint32_t>& ends) {
        const std::size_t before = lists_.nodes.size();
        lists_.nodes.resize(before + rows.size());
        gather(rows, ends, lists_.nodes.data() + before);
    }

    neighbour_lists lists_;
    bool how_surely_;
};

} // namespace comity::detail
