#include "io/edge_columns.hpp"

#include "history/start_index.hpp"
#include "io/filled_column.hpp"
#include "io/lent_column.hpp"
#include "io/listing_parts.hpp"
#include "view/gather.hpp"
#include "view/kept_rows.hpp"

#include <comity/io/table_builder.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace comity::detail {
namespace {

/// Lent as they are, unless a day is none.
template <class Days>
void add_days(table_builder& t, std::string_view name, Days days, pulse& beat) {
    beat.look();
    std::uint32_t none = 0; // of 32 bits as the days are, so that several are looked at at once
    for (const day32 d : days) none |= std::uint32_t{d <= first_day32} | std::uint32_t{d >= last_day32};
    if (none == 0) return t.add_column(lent_days(name, std::move(days)));
    column_builder& c = t.add_column(name, column_type::day);
    loop_pulse each(beat);
    for (const day32 d : days) {
        c.bounded_day(d);
        each.look(1);
    }
}

} // namespace

std::int32_t met_types::meet(std::uint16_t type) {
    if (numbers_.size() <= type) numbers_.resize(type + std::size_t{1}, -1);
    numbers_[type] = static_cast<std::int32_t>(names_.size());
    names_.push_back(store_.schema.name(relation_type(type)));
    return numbers_[type];
}

edge_columns::edge_columns(const store& s, const reading_columns& r, const wanted_columns& wanted,
                           std::size_t most, pulse& beat)
    : store_(s), reading_(r), types_(s) {
    constexpr std::size_t spare = rows_a_call; // is written before it is known to be too much
    const auto make = [&](std::string_view name, auto& column) {
        if (wanted(name)) column.emplace().reserve(most + spare);
        beat.look(); // the system takes its time to give what is large
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
    if (truth_) add_truths(truths);
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
    add(to_, store_.out.to);
    add(first_, reading_.b1);
    add(last_, reading_.e2);
    if (from_) add_starts(places);
    add_numbers_and_types(places);
}

void edge_columns::add(const sifted& left) {
    const auto add = [&left](auto& column, const auto* values) {
        append_kept(column, left.count,
                    [&](auto* to) { return keep_rows(left.possible.data(), values, left.count, to); });
    };
    if (to_) add(*to_, store_.out.to.data() + left.first);
    if (first_) add(*first_, reading_.b1.data() + left.first);
    if (last_) add(*last_, reading_.e2.data() + left.first);
    if (from_) {
        std::array<std::uint32_t, rows_a_call + starts_at_once> from; // NOLINT(*-member-init)
        write_starts(store_.out.offsets.span(), store_.starts().from(left.first),
                     {left.first, left.first + left.count}, from.data());
        add(*from_, from.data());
    }
    if (number_ || type_) {
        std::array<std::uint32_t, rows_a_call> places; // NOLINT(cppcoreguidelines-pro-type-member-init)
        add_numbers_and_types(std::span(places).first(
            number_rows(left.possible.data(), left.first, left.count, places.data())));
    }
    if (truth_) {
        std::array<truth, rows_a_call> truths; // NOLINT(cppcoreguidelines-pro-type-member-init)
        add_truths(std::span(truths).first(
            keep_truths(left.possible.data(), left.certain.data(), left.count, truths.data())));
    }
}

void edge_columns::add_truths(std::span<const truth> truths) {
    std::transform(truths.begin(), truths.end(), extend(*truth_, truths.size()),
                   [](truth t) { return static_cast<std::int32_t>(t); });
}

void edge_columns::add_numbers_and_types(std::span<const std::uint32_t> places) {
    if (number_) gather(places, store_.out.row, extend(*number_, places.size()));
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

table edge_columns::build(pulse& beat) && {
    table_builder t;
    if (number_) t.add_column(lent_column("number", *std::move(number_)));
    if (from_) t.add_column(lent_categories("from", node_ids(store_), *std::move(from_)));
    if (to_) t.add_column(lent_categories("to", node_ids(store_), *std::move(to_)));
    if (type_) t.add_column(lent_categories("type", types_.names(), *std::move(type_)));
    if (first_) add_days(t, "first", *std::move(first_), beat);
    if (last_) add_days(t, "last", *std::move(last_), beat);
    if (truth_) t.add_column(lent_categories("truth", truth_names(), *std::move(truth_)));
    beat.finish();
    return std::move(t).build();
}

namespace {

table_column all_types(const store& s, pulse& beat) {
    met_types types(s);
    const auto number = [&](std::size_t place) { return types.number(s.out.type[place]); };
    auto numbers = filled_column<std::int32_t>(s.relation_count(), beat, number);
    return lent_categories("type", types.names(), std::move(numbers));
}

} // namespace

table table_of_all_edges(const store& s, const reading_columns& r, const wanted_columns& wanted,
                         const progress& tell) {
    const std::size_t rows = s.relation_count();
    constexpr std::size_t filled = 3; // columns that are not lent
    pulse pulse(tell, "edges", filled * rows);
    table_builder t;
    if (wanted("number")) {
        const auto number = [&s](std::size_t place) { return s.out.row[place]; };
        t.add_column(lent_column("number", filled_column<std::int64_t>(rows, pulse, number)));
    }
    if (wanted("from"))
        t.add_column(lent_categories("from", node_ids(s), starts_of_all(s.out.offsets.span())));
    if (wanted("to")) t.add_column(lent_categories("to", node_ids(s), s.out.to));
    if (wanted("type")) t.add_column(all_types(s, pulse));
    if (wanted("first")) add_days(t, "first", r.b1, pulse);
    if (wanted("last")) add_days(t, "last", r.e2, pulse);
    if (wanted("truth")) {
        const auto sure = [](std::size_t) { return static_cast<std::int32_t>(truth::certain); };
        t.add_column(lent_categories("truth", truth_names(), filled_column<std::int32_t>(rows, pulse, sure)));
    }
    pulse.finish();
    return std::move(t).build();
}

} // namespace comity::detail
