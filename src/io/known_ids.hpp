#pragma once

#include "history/column.hpp"

#include <comity/history/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace comity::detail {

/// Which node each id belongs to, for who reads many rows that name nodes: once all nodes are known several
/// threads may ask, while the history goes on growing. An id lies beside its number, so that finding it looks
/// at two places in memory.
class known_ids {
public:
    /// An id that is not there yet. O(its length), amortised.
    void add(std::string_view id, node_id node);
    /// O(length of the id).
    [[nodiscard]] std::optional<node_id> find(std::string_view id) const noexcept;

private:
    struct slot {
        std::uint32_t hash = 0; ///< the half of it that does not choose the slot
        std::uint32_t at = 0;   ///< where the entry begins, counted in entry_unit; 0: the slot is free
    };
    struct head {
        std::uint32_t node, size; ///< the id follows
    };
    static constexpr std::size_t entry_unit = sizeof(head);

    [[nodiscard]] head head_at(std::uint32_t at) const noexcept;
    [[nodiscard]] std::string_view id_at(std::uint32_t at) const noexcept;
    void place(slot s, std::size_t first) noexcept;
    void grow();

    growing<slot> slots_;
    growing<char> entries_ = growing<char>(entry_unit); ///< of the first, no entry is made
    std::size_t used_ = 0;
};

} // namespace comity::detail
