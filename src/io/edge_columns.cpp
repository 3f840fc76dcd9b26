#include "io/edge_columns.hpp"

#include "history/start_index.hpp"
#include "io/lent_column.hpp"
#include "io/listing_parts.hpp"
#include "view/gather.hpp"

#include <comity/io/table_builder.hpp>

#include <algorithm>
#include <utility>

namespace comity::detail {
namespace {

/// Lent as they are, unless a day is none.
template <class Days>
void add_days(table_builder& t, std::string_view name, Days days) {
    std::uint32_t unbounded = 0; // of 32 bits as the days are, so that several are looked at at once
    for (const day32 d : days)
        unbounded |= std::uint32_t{d == unbounded_below} | std::uint32_t{d == unbounded_above};
    if (unbounded == 0) return t.add_column(lent_days(name, std::move(days)));
    column_builder& c = t.add_column(name, column_type::day);
    for (const day32 d : days) c.bounded_day(d);
}

} // namespace

std::int32_t met_types::meet(std::uint16_t type) {
    if (numbers_.size() <= type) numbers_.resize(type + std::size_t{1}, -1);
    numbers_[type] = static_cast<std::int32_t>(names_.size());
    names_.push_back(store_.schema.name(relation_type(type)));
    return numbers_[type];
}

edge_columns::edge_columns(const store& s, const reading_columns& r, const wanted_columns& wanted,
                           std::size_t most)
    : store_(s), reading_(r), types_(s) {
    const auto make = [&](std::string_view name, auto& column) {
        if (wanted(name)) column.emplace().reserve(most);
    };
    make("number", number_);
    make("from", from_);
    make("to", to_);
    make("type", type_);
    make("first", first_);
    make("last", last_);
    make("truth", truth_);
}

void edge_columns::add(std::span<const std::uint32_t> places, std::span<const truth> truths) {
    if (truth_)
        std::transform(truths.begin(), truths.end(), extend(*truth_, truths.size()),
                       [](truth t) { return static_cast<std::int32_t>(t); });
    add_all_but_truth(places);
}

void edge_columns::add(std::span<const std::uint32_t> places) {
    if (truth_) truth_->resize(truth_->size() + places.size(), static_cast<std::int32_t>(truth::certain));
    add_all_but_truth(places);
}

void edge_columns::add_all_but_truth(std::span<const std::uint32_t> places) {
    if (places.empty()) return;
    const auto add = [&](auto& column, const auto& values) {
        if (column) gather(places, values, extend(*column, places.size()));
    };
    add(number_, store_.out.row);
    add(to_, store_.out.to);
    add(first_, reading_.b1);
    add(last_, reading_.e2);
    if (from_) add_starts(places);
    if (type_)
        std::transform(places.begin(), places.end(), extend(*type_, places.size()),
                       [this](std::uint32_t place) { return types_.number(store_.out.type[place]); });
}

void edge_columns::add_starts(std::span<const std::uint32_t> places) {
    const start_index& starts = store_.starts();
    std::uint32_t* const from = extend(*from_, places.size());
    constexpr std::size_t near = 8; // places apart: then the next one mostly leaves the same node
    if (places.back() - places.front() >= near * places.size()) return starts.from(places, from);
    std::uint32_t node = starts.from(places.front());
    constexpr std::size_t step = 8; // mostly of one node
    for (std::size_t i = 0; i < places.size();) {
        while (places[i] >= store_.out.offsets[node + std::size_t{1}]) ++node;
        const std::size_t many = std::min(step, places.size() - i);
        const bool all = places[i + many - 1] < store_.out.offsets[node + std::size_t{1}];
        std::fill_n(from + i, all ? many : 1, node);
        i += all ? many : 1;
    }
}

table edge_columns::build() && {
    table_builder t;
    if (number_) t.add_column(lent_column("number", *std::move(number_)));
    if (from_) t.add_column(lent_categories("from", node_ids(store_), *std::move(from_)));
    if (to_) t.add_column(lent_categories("to", node_ids(store_), *std::move(to_)));
    if (type_) t.add_column(lent_categories("type", types_.names(), *std::move(type_)));
    if (first_) add_days(t, "first", *std::move(first_));
    if (last_) add_days(t, "last", *std::move(last_));
    if (truth_) t.add_column(lent_categories("truth", truth_names(), *std::move(truth_)));
    return std::move(t).build();
}

namespace {

table_column all_types(const store& s) {
    met_types types(s);
    growing<std::int32_t> numbers(s.relation_count());
    std::transform(s.out.type.begin(), s.out.type.end(), numbers.begin(),
                   [&types](std::uint16_t type) { return types.number(type); });
    return lent_categories("type", types.names(), std::move(numbers));
}

} // namespace

table table_of_all_edges(const store& s, const reading_columns& r, const wanted_columns& wanted) {
    table_builder t;
    if (wanted("number"))
        t.add_column(lent_column("number", growing<std::int64_t>(s.out.row.begin(), s.out.row.end())));
    if (wanted("from"))
        t.add_column(lent_categories("from", node_ids(s), starts_of_all(s.out.offsets.span())));
    if (wanted("to")) t.add_column(lent_categories("to", node_ids(s), s.out.to));
    if (wanted("type")) t.add_column(all_types(s));
    if (wanted("first")) add_days(t, "first", r.b1);
    if (wanted("last")) add_days(t, "last", r.e2);
    if (wanted("truth"))
        t.add_column(lent_categories(
            "truth", truth_names(),
            growing<std::int32_t>(s.relation_count(), static_cast<std::int32_t>(truth::certain))));
    return std::move(t).build();
}

} // namespace comity::detail
