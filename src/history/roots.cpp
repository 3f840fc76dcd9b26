#include "history/roots.hpp"

#include <algorithm>
#include <utility>

namespace comity::detail {
namespace {

using source_lists = std::vector<std::vector<std::uint32_t>>;

source_lists parents_of(const store& s) {
    const auto id_of = [&s](std::uint32_t i) { return s.strings[s.sources.id[i]]; };
    source_lists parents(s.sources.id.size());
    for (std::size_t i = 0; i < parents.size(); ++i)
        for (const string_id id : s.sources.derived_from.of(i))
            if (const auto parent = find_slot(s.sources.slots.span(), s.strings[id], id_of))
                parents[i].push_back(*parent);
    return parents;
}

/// Takes sources ring by ring (Tarjan's strong components; a source outside of all rings is one of its own),
/// those that a ring derives from before it.
class root_search {
public:
    explicit root_search(source_lists parents)
        : parents_(std::move(parents)), roots_(parents_.size()), met_(parents_.size()), low_(met_) {}

    [[nodiscard]] source_lists found() && {
        for (std::uint32_t i = 0; i < parents_.size(); ++i)
            if (met_[i] == 0) walk_from(i);
        return std::move(roots_);
    }

private:
    struct step {
        std::uint32_t source;
        std::size_t next; ///< of its parents
    };

    void enter(std::uint32_t source) {
        met_[source] = low_[source] = ++last_met_;
        path_.push_back({source, 0});
        open_.push_back(source);
    }

    void walk_from(std::uint32_t start) {
        enter(start);
        while (!path_.empty()) {
            const std::uint32_t at = path_.back().source;
            if (path_.back().next < parents_[at].size()) {
                const std::uint32_t parent = parents_[at][path_.back().next++];
                if (met_[parent] == 0)
                    enter(parent);
                else if (roots_[parent].empty()) // its ring is not closed yet, so it leads back here
                    low_[at] = std::min(low_[at], met_[parent]);
                continue;
            }
            path_.pop_back();
            if (low_[at] == met_[at])
                close_ring(at);
            else
                low_[path_.back().source] = std::min(low_[path_.back().source], low_[at]);
        }
    }

    /// The ring of all that was entered since its first member and is open still.
    void close_ring(std::uint32_t first) {
        const auto begin = std::find(open_.rbegin(), open_.rend(), first).base() - 1;
        std::vector<std::uint32_t> roots;
        for (auto member = begin; member != open_.end(); ++member)
            for (const std::uint32_t parent : parents_[*member]) // one of the ring has none yet
                roots.insert(roots.end(), roots_[parent].begin(), roots_[parent].end());
        if (roots.empty()) roots.push_back(*std::min_element(begin, open_.end()));
        std::sort(roots.begin(), roots.end());
        roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
        for (auto member = begin; member != open_.end(); ++member) roots_[*member] = roots;
        open_.erase(begin, open_.end());
    }

    source_lists parents_;
    source_lists roots_; ///< empty until the ring is closed
    std::vector<std::uint32_t> met_, low_;
    std::uint32_t last_met_ = 0;
    std::vector<step> path_;
    std::vector<std::uint32_t> open_; ///< in the order in which they were met
};

} // namespace

std::vector<std::vector<std::uint32_t>> roots_of(const store& s) {
    return root_search(parents_of(s)).found();
}

} // namespace comity::detail
