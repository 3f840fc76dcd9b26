#include "io/known_ids.hpp"

#include "history/strings.hpp"

#include <comity/error.hpp>

#include <cstring>
#include <limits>

namespace comity::detail {

known_ids::head known_ids::head_at(std::uint32_t at) const noexcept {
    head h{};
    std::memcpy(&h, entries_.data() + std::size_t{at} * entry_unit, sizeof h);
    return h;
}

std::string_view known_ids::id_at(std::uint32_t at) const noexcept {
    return {entries_.data() + std::size_t{at} * entry_unit + sizeof(head), head_at(at).size};
}

void known_ids::place(slot s, std::size_t first) noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t to = first & mask;
    while (slots_[to].at != 0) to = (to + 1) & mask;
    slots_[to] = s;
}

void known_ids::grow() {
    growing<slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (const slot s : old)
        if (s.at != 0) place(s, hash_of(id_at(s.at)));
}

void known_ids::add(std::string_view id, node_id node) {
    const std::size_t at = entries_.size() / entry_unit;
    if (at > std::numeric_limits<std::uint32_t>::max() ||
        id.size() > std::numeric_limits<std::uint32_t>::max())
        throw error(errc::limit_exceeded, "the ids of all nodes take more than 32 GiB");
    if (2 * (used_ + 1) > slots_.size()) grow();
    const head h{static_cast<std::uint32_t>(node), static_cast<std::uint32_t>(id.size())};
    entries_.resize((at + 1) * entry_unit + (id.size() + entry_unit - 1) / entry_unit * entry_unit);
    char* const entry = entries_.data() + at * entry_unit;
    std::memcpy(entry, &h, sizeof h);
    if (!id.empty()) std::memcpy(entry + sizeof h, id.data(), id.size());
    const std::uint64_t hash = hash_of(id);
    place({static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(at)}, hash);
    ++used_;
}

std::optional<node_id> known_ids::find(std::string_view id) const noexcept {
    if (slots_.empty()) return std::nullopt;
    const std::uint64_t hash = hash_of(id);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t to = hash & mask; slots_[to].at != 0; to = (to + 1) & mask) {
        const slot s = slots_[to];
        if (s.hash == static_cast<std::uint32_t>(hash >> 32) && id_at(s.at) == id)
            return node_id{head_at(s.at).node};
    }
    return std::nullopt;
}

} // namespace comity::detail
