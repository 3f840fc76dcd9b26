#include <comity/io/edges.hpp>

#include "history/store.hpp"
#include "in_blocks.hpp"
#include "io/edge_columns.hpp"
#include "io/lent_column.hpp"
#include "io/listing_parts.hpp"
#include "io/wanted_columns.hpp"
#include "pulse.hpp"
#include "view/candidates.hpp"
#include "view/eval.hpp"
#include "view/sieve.hpp"

#include <comity/error.hpp>
#include <comity/io/table_builder.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace comity {
namespace {

using detail::edge_columns;
using detail::lent_categories;
using detail::lent_column;
using detail::pulse;
using detail::selection;
using detail::store;
using detail::wanted_columns;

/// Edges that are tested one by one, on their way into columns.
class tested_edges {
public:
    tested_edges(edge_columns& to, pulse& beat) : to_(to), each_(beat) {}
    void add(std::uint32_t place, truth t) {
        each_.advance(1);
        if (!is_possible(t)) return;
        if (size_ == most) flush();
        places_[size_] = place;
        truths_[size_++] = t;
    }
    void flush() {
        to_.add(std::span(places_).first(size_), std::span(truths_).first(size_));
        size_ = 0;
    }

private:
    static constexpr std::size_t most = 512;

    edge_columns& to_;
    detail::loop_pulse each_;
    std::size_t size_ = 0;
    std::array<std::uint32_t, most> places_{};
    std::array<truth, most> truths_{};
};

/// Found through the time index, where the days looked at leave few.
void add_candidates(const store& s, const selection& sel, edge_columns& columns, pulse& beat) {
    const auto places = detail::candidate_places(s, sel);
    if (detail::shows_each(s, sel))
        return detail::in_blocks(0, places.size(), beat, [&](std::size_t first, std::size_t end) {
            columns.add(std::span(places).subspan(first, end - first));
            beat.advance(end - first);
        });
    tested_edges seen(columns, beat);
    const detail::start_index& starts = s.starts();
    for (const std::uint32_t p : places)
        seen.add(p, detail::relation_truth(s, sel, sel.kinds ? starts.from(p) : 0, p));
    seen.flush();
}

/// Row by row, where more than days and types is asked for.
void add_rows(const store& s, const selection& sel, edge_columns& columns, pulse& beat) {
    tested_edges seen(columns, beat);
    for (std::uint32_t from = 0; from < s.node_count(); ++from)
        for (std::uint32_t p = s.out.offsets[from]; p < s.out.offsets[from + 1]; ++p)
            seen.add(p, detail::relation_truth(s, sel, from, p));
    seen.flush();
}

void add_seen(const store& s, const selection& sel, asking asked, edge_columns& columns, pulse& beat) {
    if (detail::selective(s, sel)) return add_candidates(s, sel, columns, beat);
    if (!detail::is_siftable(sel)) return add_rows(s, sel, columns, beat);
    detail::in_blocks(0, s.relation_count(), beat, [&](std::size_t first, std::size_t end) {
        const detail::place_run run{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end)};
        detail::sift_out(
            s, sel, run, [&columns](const detail::sifted& left) { columns.add(left); }, asked);
        beat.advance(end - first);
    });
}

/// How many edges a selection shows at most.
std::size_t most_seen(const store& s, const selection& sel) {
    return sel.time == detail::when::always ? s.relation_count() : detail::estimated_candidates(s, sel);
}

} // namespace

table edges_table(const view& v, std::optional<relation_type> type, std::span<const std::string_view> columns,
                  const progress& tell) {
    const wanted_columns wanted("edges", edge_columns::names, columns);
    const view asked = type ? v.types({*type}) : v;
    const store& s = *asked.history().store();
    const selection& sel = asked.selection();
    const detail::reading_columns& r = detail::columns_of(s, sel);
    if (detail::shows_all(s, sel)) return detail::table_of_all_edges(s, r, wanted, tell);
    pulse pulse(tell, "edges", s.relation_count());
    edge_columns found(s, r, wanted, most_seen(s, sel), pulse);
    add_seen(s, sel, asking_for(columns), found, pulse);
    return std::move(found).build(pulse);
}

table counts_table(std::span<const day> days, std::span<const count> counts) {
    if (days.size() != counts.size())
        throw error(errc::invalid_argument,
                    std::to_string(counts.size()) + " counts of " + std::to_string(days.size()) + " days");
    std::vector<std::int64_t> certain, possible;
    certain.reserve(counts.size());
    possible.reserve(counts.size());
    for (const count& c : counts) {
        certain.push_back(static_cast<std::int64_t>(c.certain));
        possible.push_back(static_cast<std::int64_t>(c.possible));
    }
    table_builder t;
    column_builder& on = t.add_column("day", column_type::day);
    for (const day d : days) on.day(d);
    t.add_column(lent_column("certain", std::move(certain)));
    t.add_column(lent_column("possible", std::move(possible)));
    return std::move(t).build();
}

table neighbours_table(const history& h, std::span<const node_id> asked, neighbour_lists lists,
                       std::span<const std::string_view> columns) {
    static constexpr std::string_view names[] = {"from", "to", "truth"};
    const wanted_columns wanted("lists of neighbours", names, columns);
    if (asked.size() != lists.size())
        throw error(errc::invalid_argument,
                    std::to_string(lists.size()) + " lists of " + std::to_string(asked.size()) + " nodes");
    const text_list& ids = detail::node_ids(*h.store());
    const std::size_t rows = lists.nodes.size();
    table_builder t;
    if (wanted("from")) {
        detail::growing<std::uint32_t> from(rows);
        for (std::size_t i = 0; i < asked.size(); ++i)
            std::fill(from.begin() + lists.offsets[i], from.begin() + lists.offsets[i + 1],
                      static_cast<std::uint32_t>(asked[i]));
        t.add_column(lent_categories("from", ids, std::move(from)));
    }
    if (wanted("to")) t.add_column(lent_categories("to", ids, std::move(lists.nodes)));
    if (wanted("truth")) {
        detail::growing<std::int32_t> truths(rows, static_cast<std::int32_t>(truth::certain));
        std::transform(lists.truths.begin(), lists.truths.end(), truths.begin(),
                       [](truth x) { return static_cast<std::int32_t>(x); });
        t.add_column(lent_categories("truth", detail::truth_names(), std::move(truths)));
    }
    return std::move(t).build();
}

asking asking_for(std::span<const std::string_view> columns) noexcept {
    const bool truths = columns.empty() || std::ranges::find(columns, "truth") != columns.end();
    return truths ? asking::how_surely : asking::whether;
}

} // namespace comity
