#pragma once

#include "history/column.hpp"
#include "history/strings.hpp"

#include <comity/history/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace comity::detail {

/// Which node each id belongs to, for who reads many rows that name nodes: once all nodes are known several
/// threads may ask, while the history goes on growing. An id lies beside its number, so that finding it looks
/// at two places in memory.
class known_ids {
public:
    /// An id that is not there yet. O(its length), amortised.
    void add(std::string_view id, node_id node);
    /// Room for so many.
    void reserve(std::size_t ids) { index_.reserve(ids); }
    /// O(length of the id).
    [[nodiscard]] std::optional<node_id> find(std::string_view id) const noexcept;

    /// Finds many at once, several times as fast: `nodes` gets as many numbers as there are ids, `unknown`
    /// for one that is not there. O(length of the ids).
    void find(std::span<const std::string_view> ids, std::uint32_t* nodes) const noexcept;
    static constexpr std::uint32_t unknown = 0xffffffff;

private:
    struct head {
        std::uint32_t node, size; ///< the id follows
    };
    static constexpr std::size_t entry_unit = sizeof(head);

    /// Entries are named by where they begin, counted in entry_unit.
    [[nodiscard]] head head_at(std::uint32_t entry) const noexcept;
    [[nodiscard]] std::string_view id_at(std::uint32_t entry) const noexcept;

    growing<char> entries_;
    growing_index index_; ///< from ids to entries
};

} // namespace comity::detail
