#include "view/candidates.hpp"

namespace comity::detail {

std::size_t estimated_candidates(const store& s, const selection& sel) noexcept {
    const time_index& index = columns_of(s, sel).index;
    if ((sel.modalities & 1u) == 0) return index.others.size();
    const std::size_t begun = index.begins.up_to(sel.last);
    const std::size_t gone = sel.time == when::by ? 0 : index.ends.before(sel.first);
    return begun - gone + index.others.size();
}

std::vector<std::uint32_t> candidate_places(const store& s, const selection& sel) {
    std::vector<std::uint32_t> places;
    places.reserve(estimated_candidates(s, sel));
    for_each_candidate(s, sel, [&places](std::uint32_t p) { places.push_back(p); });
    std::sort(places.begin(), places.end());
    return places;
}

} // namespace comity::detail
