#include "history/grid_index.hpp"

#include "history/side_by_side.hpp"
#include "history/sorting.hpp"

#include <array>
#include <utility>

namespace comity::detail {
namespace {

class grid_indexer {
public:
    grid_indexer(const time_places& p, const reading_columns& r, std::span<const std::uint16_t> types,
                 const day_grid& empty, pulse& beat)
        : places_(p),
          columns_(r),
          types_(types),
          empty_(empty),
          beat_(beat),
          halves_{empty, empty},
          one_day_(empty) {
        in_halves(p.one_day.size(), beat_, [this](std::size_t half, std::size_t first, std::size_t last) {
            for (std::size_t k = first; k < last; ++k) {
                const std::uint32_t i = places_.one_day[k];
                halves_[half].add(columns_.b1[i], types_[i]);
            }
        });
        for (const day_grid& half : halves_) one_day_.add(half);
    }

    /// How many are possible.
    void count_outer(time_index& index) const {
        day_grid begins = one_day_;
        day_grid ends = one_day_;
        for (const growing<std::uint32_t>* list : {&places_.bounded, &places_.open})
            each_of(*list, [&](std::uint32_t i) {
                begins.add(columns_.b1[i], types_[i]);
                ends.add(columns_.e2[i], types_[i]);
            });
        take(begins, index.begins, index.typed_begins);
        if (places_.bounded.empty() && places_.open.empty()) { // acts alone
            index.ends = index.begins;
            index.typed_ends = index.typed_begins;
        } else {
            take(ends, index.ends, index.typed_ends);
        }
    }

    /// How many are certain.
    void count_inner(time_index& index) const {
        if (columns_.precise()) return;
        day_grid late = empty_;
        day_grid begins = empty_;
        day_grid ends = empty_;
        for (const growing<std::uint32_t>* list : {&places_.one_day, &places_.bounded, &places_.open})
            each_of(*list, [&](std::uint32_t i) {
                const bounds b = columns_.effective(i);
                late.add(b.b2, types_[i]);
                if (b.b2 > b.e1) return;
                begins.add(b.b2, types_[i]);
                ends.add(b.e1, types_[i]);
            });
        take(late, index.late_begins, index.typed_late_begins);
        take(begins, index.sure_begins, index.typed_sure_begins);
        take(ends, index.sure_ends, index.typed_sure_ends);
    }

    /// On which days there are rows of one day, and where they begin.
    void count_one_day(time_index& index) const {
        const day_counts counted = one_day_.counts();
        growing<std::uint32_t> offsets{0};
        offsets.insert(offsets.end(), counted.counts.begin(), counted.counts.end());
        index.days = counted.days;
        index.day_offsets = std::move(offsets);
    }

    /// Those of one day by day, within a day by type; the last that is asked.
    [[nodiscard]] growing<std::uint32_t> order_one_day() && {
        growing<std::uint32_t> ordered(places_.one_day.size());
        day_grid::begin_order(halves_[0], halves_[1]);
        in_halves(ordered.size(), beat_, [&](std::size_t half, std::size_t first, std::size_t last) {
            for (std::size_t k = first; k < last; ++k) {
                const std::uint32_t i = places_.one_day[k];
                ordered[halves_[half].take(columns_.b1[i], types_[i])] = i;
            }
        });
        return ordered;
    }

private:
    template <class Visit>
    void each_of(const growing<std::uint32_t>& places, Visit&& visit) const {
        in_blocks(0, places.size(), beat_, [&](std::size_t first, std::size_t last) {
            for (std::size_t k = first; k < last; ++k) visit(places[k]);
        });
    }
    static void take(const day_grid& grid, day_counts& all, typed_day_counts& typed) {
        all = grid.counts();
        typed = grid.typed_counts();
    }

    const time_places& places_;
    const reading_columns& columns_;
    std::span<const std::uint16_t> types_;
    const day_grid& empty_;
    pulse& beat_;
    std::array<day_grid, 2> halves_; ///< the rows of one day
    day_grid one_day_;               ///< all of them
};

} // namespace

void index_by_grid(time_places& p, const reading_columns& r, std::span<const std::uint16_t> types,
                   const day_grid& empty, time_index& index, pulse& beat) {
    grid_indexer indexer(p, r, types, empty, beat);
    growing<std::uint32_t> bounded, open;
    side_by_side(
        r.b1.size(),
        [&] {
            indexer.count_inner(index);
            indexer.count_one_day(index);
        },
        [&] {
            indexer.count_outer(index);
            bounded = sorted_by_day(r.b1.span(), p.bounded, beat);
            open = sorted_by_day(r.b1.span(), p.open, beat);
        });
    p.one_day = std::move(indexer).order_one_day();
    p.bounded = std::move(bounded);
    p.open = std::move(open);
}

} // namespace comity::detail
