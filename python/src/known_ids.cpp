#include "known_ids.hpp"

#include <comity/history/node.hpp>

#include <algorithm>

namespace comity::python {

known_ids::known_ids(const history& h) : store_(h.store()), texts_(h.node_count()) {}

void known_ids::make(const history& h, std::uint32_t node) {
    const std::string_view id = h.node(node_id{node}).id();
    texts_[node] = readable(id);
}

known_ids& known_ids::of(const history& h) {
    constexpr std::size_t most = 4;
    // Never destroyed: when the process ends, Python is gone before it.
    static auto& known = *new std::vector<known_ids>;
    const auto is_of = [&h](const known_ids& k) {
        return !k.store_.owner_before(h.store()) && !h.store().owner_before(k.store_);
    };
    if (!known.empty() && is_of(known.front())) return known.front();
    std::erase_if(known, [](const known_ids& k) { return k.store_.expired(); });
    const auto found = std::find_if(known.begin(), known.end(), is_of);
    if (found == known.end()) {
        if (known.size() == most) known.pop_back();
        known.insert(known.begin(), known_ids(h));
    } else {
        std::rotate(known.begin(), found, found + 1);
    }
    return known.front();
}

} // namespace comity::python
