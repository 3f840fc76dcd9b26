#include "io/known_ids.hpp"

#include "prefetch.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

namespace comity::detail {

known_ids::head known_ids::head_at(std::uint32_t entry) const noexcept {
    head h{};
    std::memcpy(&h, entries_.data() + std::size_t{entry} * entry_unit, sizeof h);
    return h;
}

std::string_view known_ids::id_at(std::uint32_t entry) const noexcept {
    return {entries_.data() + (std::size_t{entry} + 1) * entry_unit, head_at(entry).size};
}

void known_ids::add(std::string_view id, node_id node) {
    const std::size_t entry = entries_.size() / entry_unit;
    constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max() - 1;
    if (entry > most || id.size() > most)
        throw error(errc::limit_exceeded, "the ids of all nodes take more than 32 GiB");
    const auto id_of = [this](std::uint32_t e) { return id_at(e); };
    (void)index_.find_or_add(id, id_of, [&] {
        const head h{static_cast<std::uint32_t>(node), static_cast<std::uint32_t>(id.size())};
        entries_.resize((entry + 1) * entry_unit + (id.size() + entry_unit - 1) / entry_unit * entry_unit);
        char* const at = entries_.data() + entry * entry_unit;
        std::memcpy(at, &h, sizeof h);
        if (!id.empty()) std::memcpy(at + sizeof h, id.data(), id.size());
        return static_cast<std::uint32_t>(entry);
    });
}

std::optional<node_id> known_ids::find(std::string_view id) const noexcept {
    const auto entry = index_.find(id, [this](std::uint32_t e) { return id_at(e); });
    return entry ? std::optional(node_id{head_at(*entry).node}) : std::nullopt;
}

void known_ids::find(std::span<const std::string_view> ids, std::uint32_t* nodes) const noexcept {
    constexpr std::size_t at_once = 32;
    std::array<std::uint32_t, at_once> hashes{};
    for (; !ids.empty(); ids = ids.subspan(std::min(at_once, ids.size()))) {
        const auto block = ids.first(std::min(at_once, ids.size()));
        if (index_.empty()) {
            nodes = std::fill_n(nodes, block.size(), unknown);
            continue;
        }
        for (std::size_t i = 0; i < block.size(); ++i) {
            hashes[i] = growing_index::half_hash(block[i]);
            fetch_soon(index_.first_place(hashes[i]));
        }
        for (std::size_t i = 0; i < block.size(); ++i)
            if (const auto entry = index_.first_guess(hashes[i]))
                fetch_soon(entries_.data() + std::size_t{*entry} * entry_unit);
        for (std::size_t i = 0; i < block.size(); ++i) {
            const auto entry = index_.find(block[i], hashes[i], [this](std::uint32_t e) { return id_at(e); });
            *nodes++ = entry ? head_at(*entry).node : unknown;
        }
    }
}

} // namespace comity::detail
