#include <comity/io/edges.hpp>

#include "history/store.hpp"
#include "io/lent_column.hpp"
#include "io/listing_parts.hpp"
#include "view/candidates.hpp"
#include "view/eval.hpp"
#include "view/sieve.hpp"

#include <comity/error.hpp>
#include <comity/io/table_builder.hpp>

#include <string>
#include <utility>
#include <vector>

namespace comity {
namespace {

using detail::column;
using detail::lent_categories;
using detail::lent_column;
using detail::selection;
using detail::store;

using codes = std::vector<std::int32_t>;

/// What is seen: places in `out`, ascending, and, where it is asked for, how surely each is there.
class edges_seen {
public:
    edges_seen(bool with_truths, std::size_t most) : with_truths_(with_truths) {
        places_.reserve(most);
        if (with_truths) truths_.reserve(most);
    }
    /// All of them certainly.
    edges_seen(bool with_truths, std::vector<std::uint32_t> places)
        : with_truths_(with_truths), places_(std::move(places)) {
        if (with_truths) truths_.assign(places_.size(), truth::certain);
    }
    void add(std::uint32_t place, truth t) {
        if (!is_possible(t)) return;
        places_.push_back(place);
        if (with_truths_) truths_.push_back(t);
    }
    void add(const detail::sifted& left) {
        places_.insert(places_.end(), left.rows.data(), left.rows.data() + left.size);
        if (with_truths_) truths_.insert(truths_.end(), left.truths.data(), left.truths.data() + left.size);
    }
    [[nodiscard]] const std::vector<std::uint32_t>& places() const noexcept { return places_; }
    [[nodiscard]] const std::vector<truth>& truths() const noexcept { return truths_; }

private:
    bool with_truths_;
    std::vector<std::uint32_t> places_;
    std::vector<truth> truths_;
};

/// Found through the time index, where the days looked at leave few.
edges_seen tested_candidates(const store& s, const selection& sel, bool with_truths) {
    std::vector<std::uint32_t> places = detail::candidate_places(s, sel);
    if (detail::shows_each(s, sel)) return {with_truths, std::move(places)};
    edges_seen seen(with_truths, places.size());
    const detail::start_index& starts = s.starts();
    for (const std::uint32_t p : places)
        seen.add(p, detail::relation_truth(s, sel, sel.kinds ? starts.from(p) : 0, p));
    return seen;
}

/// Row by row, where more than days and types is asked for.
edges_seen tested_rows(const store& s, const selection& sel, bool with_truths) {
    edges_seen seen(with_truths, 0);
    for (std::uint32_t from = 0; from < s.node_count(); ++from)
        for (std::uint32_t p = s.out.offsets[from]; p < s.out.offsets[from + 1]; ++p)
            seen.add(p, detail::relation_truth(s, sel, from, p));
    return seen;
}

edges_seen seen_in(const store& s, const selection& sel, bool with_truths) {
    if (detail::selective(s, sel)) return tested_candidates(s, sel, with_truths);
    if (!detail::is_siftable(sel)) return tested_rows(s, sel, with_truths);
    edges_seen seen(with_truths, sel.time == detail::when::always ? s.relation_count()
                                                                  : detail::estimated_candidates(s, sel));
    const detail::place_run all{0, static_cast<std::uint32_t>(s.relation_count())};
    detail::sift_out(s, sel, all, [&seen](const detail::sifted& left) { seen.add(left); });
    return seen;
}

std::vector<std::uint32_t> starts_of(const store& s, const std::vector<std::uint32_t>& places) {
    const detail::start_index& starts = s.starts();
    if (places.size() < s.relation_count() / 8) return starts.from(places);
    std::vector<std::uint32_t> from(places.size());
    for (std::size_t i = 0; i < places.size();) {
        const std::uint32_t node = starts.from(places[i]);
        const std::uint32_t end = s.out.offsets[node + 1];
        while (i < places.size() && places[i] < end) from[i++] = node;
    }
    return from;
}

template <class T, class From>
std::vector<T> gathered(const column<From>& values, const std::vector<std::uint32_t>& places) {
    std::vector<T> picked(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) picked[i] = static_cast<T>(values[places[i]]);
    return picked;
}

/// The types met become the categories, in the order in which they are met.
table_column types_of(const store& s, const std::vector<std::uint32_t>& places) {
    std::vector<std::int32_t> numbers;
    std::vector<std::string_view> names;
    codes picked(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::uint16_t type = s.out.type[places[i]];
        if (numbers.size() <= type) numbers.resize(type + std::size_t{1}, -1);
        if (numbers[type] < 0) {
            numbers[type] = static_cast<std::int32_t>(names.size());
            names.push_back(s.schema.name(relation_type(type)));
        }
        picked[i] = numbers[type];
    }
    return lent_categories("type", text_list(names), std::move(picked));
}

/// Lent as they are, unless a day is none.
void add_days(table_builder& t, std::string_view name, std::vector<day32> days) {
    if (std::none_of(days.begin(), days.end(),
                     [](day32 d) { return d == unbounded_below || d == unbounded_above; }))
        return t.add_column(detail::lent_days(name, std::move(days)));
    column_builder& c = t.add_column(name, column_type::day);
    for (const day32 d : days) c.bounded_day(d);
}

codes codes_of(const std::vector<truth>& truths) {
    codes numbers(truths.size());
    for (std::size_t i = 0; i < truths.size(); ++i) numbers[i] = static_cast<std::int32_t>(truths[i]);
    return numbers;
}

/// Which columns are asked for.
class wanted_columns {
public:
    explicit wanted_columns(std::span<const std::string_view> names) : names_(names) {
        static constexpr std::string_view known[] = {"number", "from", "to",   "type",
                                                     "first",  "last", "truth"};
        for (const std::string_view name : names)
            if (std::find(std::begin(known), std::end(known), name) == std::end(known))
                throw error(errc::invalid_argument,
                            "edges have no column '" + std::string(name) +
                                "'; they have number, from, to, type, first, last, truth");
    }
    [[nodiscard]] bool operator()(std::string_view name) const {
        return names_.empty() || std::find(names_.begin(), names_.end(), name) != names_.end();
    }

private:
    std::span<const std::string_view> names_;
};

} // namespace

table edges_table(const view& v, std::optional<relation_type> type,
                  std::span<const std::string_view> columns) {
    const wanted_columns wanted(columns);
    const view asked = type ? v.types({*type}) : v;
    const store& s = *asked.history().store();
    const detail::reading_columns& r = detail::columns_of(s, asked.selection());
    const edges_seen seen = seen_in(s, asked.selection(), wanted("truth"));
    const std::vector<std::uint32_t>& places = seen.places();
    table_builder t;
    if (wanted("number")) t.add_column(lent_column("number", gathered<std::int64_t>(s.out.row, places)));
    if (wanted("from")) t.add_column(lent_categories("from", detail::node_ids(s), starts_of(s, places)));
    if (wanted("to"))
        t.add_column(lent_categories("to", detail::node_ids(s), gathered<std::int32_t>(s.out.to, places)));
    if (wanted("type")) t.add_column(types_of(s, places));
    if (wanted("first")) add_days(t, "first", gathered<day32>(r.b1, places));
    if (wanted("last")) add_days(t, "last", gathered<day32>(r.e2, places));
    if (wanted("truth"))
        t.add_column(lent_categories("truth", detail::truth_names(), codes_of(seen.truths())));
    return std::move(t).build();
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

table neighbours_table(const history& h, std::span<const node_id> asked, neighbour_lists lists) {
    if (asked.size() != lists.size())
        throw error(errc::invalid_argument,
                    std::to_string(lists.size()) + " lists of " + std::to_string(asked.size()) + " nodes");
    codes from, truths;
    from.reserve(lists.nodes.size());
    for (std::size_t i = 0; i < asked.size(); ++i)
        from.insert(from.end(), lists.of(i).size(), static_cast<std::int32_t>(to_index(asked[i])));
    truths.assign(lists.nodes.size(), static_cast<std::int32_t>(truth::certain));
    for (std::size_t i = 0; i < lists.truths.size(); ++i)
        truths[i] = static_cast<std::int32_t>(lists.truths[i]);
    const text_list& ids = detail::node_ids(*h.store());
    table_builder t;
    t.add_column(lent_categories("from", ids, std::move(from)));
    t.add_column(lent_categories("to", ids, std::move(lists.nodes)));
    t.add_column(lent_categories("truth", detail::truth_names(), std::move(truths)));
    return std::move(t).build();
}

} // namespace comity
