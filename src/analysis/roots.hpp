#pragma once

#include <comity/history/history.hpp>

#include <map>
#include <set>
#include <utility>

namespace comity::detail {

/// The documents that a source goes back to: itself, or those that it copies.
class source_roots {
public:
    explicit source_roots(history h) : history_(std::move(h)) {}

    const std::set<source_id>& of(source_id s) {
        const auto [at, fresh] = known_.try_emplace(s);
        if (!fresh) return at->second;
        std::set<source_id> found;
        for (const std::string& id : history_.source(s).record().derived_from)
            if (const auto parent = history_.find_source(id))
                if (const auto& up = of(parent->number()); !up.empty()) found.insert(up.begin(), up.end());
        if (found.empty()) found.insert(s);
        return known_[s] = std::move(found);
    }

private:
    history history_;
    std::map<source_id, std::set<source_id>> known_;
};

} // namespace comity::detail
