#include "view/candidates.hpp"

#include "view/eval.hpp"
#include "view/marked_numbers.hpp"

#include <algorithm>
#include <vector>

namespace comity::detail {

std::size_t estimated_candidates(const store& s, const selection& sel) noexcept {
    const time_index& index = columns_of(s, sel).index;
    if ((sel.modalities & 1u) == 0) return index.others.size();
    const std::size_t begun = index.begins.up_to(sel.last);
    const std::size_t gone = sel.time == when::by ? 0 : index.ends.before(sel.first);
    return begun - gone + index.others.size();
}

namespace {

/// How many bounded rows are fetched to see whether they had ended: those of blocks of which some had not.
std::size_t bounded_rows_tested(const store& s, const selection& sel) noexcept {
    const reading_columns& r = columns_of(s, sel);
    const time_index& index = r.index;
    const std::size_t rows = bounded_begun(r, sel);
    const auto blocks = index.block_last.span().first((rows + time_index::block - 1) / time_index::block);
    const day32 first = first_end(sel);
    const auto lasting =
        std::count_if(blocks.begin(), blocks.end(), [first](day32 last) { return last >= first; });
    return std::min(rows, static_cast<std::size_t>(lasting) * time_index::block);
}

} // namespace

bool selective(const store& s, const selection& sel) noexcept {
    if (sel.time == when::always) return false;
    const std::size_t few = s.relation_count() / 8;
    const std::size_t seen = estimated_candidates(s, sel);
    if (seen >= few) return false;
    if ((sel.modalities & 1u) == 0) return true; // no row that the index orders by day is a candidate
    return seen + bounded_rows_tested(s, sel) < few;
}

bool shows_all(const store& s, const selection& sel) noexcept {
    if (sel.time != when::always || sel.kinds || sel.types || (sel.modalities & 1u) == 0) return false;
    std::uint8_t met = 0;
    for (const std::uint8_t flags : columns_of(s, sel).flags) met |= flags;
    return (met & (flag::modality_mask | flag::denied | unsettled)) == 0;
}

namespace {

/// Merges the ascending runs that the numbers come in, two by two, if they are few: the types looked for on
/// one day are a run each. Says whether they were. O(numbers log runs).
bool merge_few_runs(growing<std::uint32_t>& numbers) {
    constexpr std::size_t most = 16;
    using place = growing<std::uint32_t>::iterator;
    std::vector<place> bounds{numbers.begin()}; // where the first run begins, then where each ends
    while (bounds.back() != numbers.end()) {
        if (bounds.size() > most) return false;
        bounds.push_back(std::is_sorted_until(bounds.back(), numbers.end()));
    }
    const std::size_t runs = bounds.size() - 1;
    for (std::size_t step = 1; step < runs; step *= 2)
        for (std::size_t i = 0; i + step < runs; i += 2 * step)
            std::inplace_merge(bounds[i], bounds[i + step], bounds[std::min(i + 2 * step, runs)]);
    return true;
}

} // namespace

growing<std::uint32_t> candidate_places(const store& s, const selection& sel) {
    growing<std::uint32_t> places;
    places.reserve(estimated_candidates(s, sel));
    for_each_candidate(
        s, sel, [&places](std::uint32_t p) { places.push_back(p); },
        [&places](std::span<const std::uint32_t> run) { append(places, run); });
    if (merge_few_runs(places)) return places;
    if (!marked_numbers::pays(places.size(), s.relation_count())) {
        std::sort(places.begin(), places.end());
        return places;
    }
    marked_numbers marked(s.relation_count());
    for (const std::uint32_t p : places) marked.mark(p);
    return marked.listed();
}

} // namespace comity::detail
