#pragma once

#include "history/column.hpp"
#include "history/dates.hpp"
#include "history/reading_cache.hpp"
#include "history/search.hpp"
#include "history/start_index.hpp"
#include "history/strings.hpp"
#include "history/type_runs.hpp"
#include "made_once.hpp"
#include <comity/history/modality.hpp>
#include <comity/history/records.hpp>
#include <comity/history/statement.hpp>
#include <comity/io/table.hpp>
#include <comity/schema/schema.hpp>
#include <comity/time/bounds.hpp>
#include <comity/time/truth.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <type_traits>
#include <utility>

namespace comity::detail {

/// What is known of a node or relation besides its bounds, in one byte.
namespace flag {
inline constexpr std::uint8_t modality_mask = 3; ///< the comity::modality
inline constexpr std::uint8_t inexact = 4;       ///< possible on days that are not one range: test exactly
inline constexpr std::uint8_t disputed = 8;      ///< statements about a slot contradict each other
inline constexpr std::uint8_t denied = 16;       ///< sources only deny it: never seen
inline constexpr std::uint8_t doubtful = 32;     ///< some assert it and some deny it: never certain
/// Both of the last two: nobody whose word counts in this reading says anything of it. It is not seen itself,
/// but a relation that is stated may run to it.
inline constexpr std::uint8_t silent = denied | doubtful;
inline constexpr std::uint8_t inferred = 64; ///< nobody states it outright
inline constexpr std::uint8_t dated = 128;   ///< a begin or end was given
} // namespace flag

[[nodiscard]] constexpr modality modality_in(std::uint8_t flags) noexcept {
    return static_cast<modality>(flags & flag::modality_mask);
}

/// Four bounds a row, as parallel columns.
struct bounds_columns {
    column<std::int32_t> b1, b2, e1, e2;
    [[nodiscard]] bounds operator[](std::size_t i) const noexcept { return {b1[i], b2[i], e1[i], e2[i]}; }
    [[nodiscard]] std::size_t size() const noexcept { return b1.size(); }
};

/// Lists that few keys have: ascending keys and where the list of each begins.
struct sparse_lists {
    column<std::uint32_t> keys;
    column<std::uint32_t> offsets; ///< keys.size() + 1, unless there are none at all

    /// First and one past the last element of the list of `key`. O(log keys).
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> of(std::uint32_t key) const noexcept {
        const auto at = std::lower_bound(keys.begin(), keys.end(), key);
        if (at == keys.end() || *at != key) return {0, 0};
        const auto i = static_cast<std::size_t>(at - keys.begin());
        return {offsets[i], offsets[i + 1]};
    }
};

/// Lists of texts, one list a row.
struct text_lists {
    column<std::uint32_t> offsets;
    column<string_id> texts;
    [[nodiscard]] std::span<const string_id> of(std::size_t row) const noexcept {
        return texts.span().subspan(offsets[row], offsets[row + 1] - offsets[row]);
    }
};

struct source_columns {
    column<string_id> id, kind, publisher, language, uri, note;
    column<date_id> date;
    column<std::uint32_t> slots; ///< id -> number
    text_lists titles;           ///< language, title, language, title ...
    text_lists authors;
    text_lists derived_from;          ///< ids
    text_lists coverage;              ///< what, scope, from, until, what ...
    column<std::uint32_t> statements; ///< how many statements each makes
};

struct node_columns {
    column<string_id> id;
    column<std::uint32_t> slots; ///< id -> number
    column<std::uint16_t> kind;
    column<date_id> begin, end; ///< as given for the node, if they were
};

/// Relations by row, in the order in which they were added: what is seldom looked at.
struct row_columns {
    column<string_id> id;        ///< empty if no relation carries one
    column<std::uint32_t> slots; ///< id -> row
    column<date_id> begin, end;  ///< as given for the row, if they were; `end` empty if none has one
    column<std::uint32_t> place; ///< where the row stands in `out`
};

/// The begin or end that was given for a node or relation itself, whoever states it.
template <class Nodes, class Relations>
[[nodiscard]] date_id date_given(const Nodes& nodes, const Relations& relations, subject about,
                                 bool is_end) noexcept {
    const std::size_t i = about.number();
    if (!about.is_relation()) return is_end ? nodes.end[i] : nodes.begin[i];
    if (!is_end) return relations.begin[i];
    return relations.end.empty() ? no_date : relations.end[i];
}

/// One direction of the graph in CSR form, sorted by (from, type, begin in the default reading).
struct out_columns {
    column<std::uint32_t> offsets; ///< nodes + 1
    column<std::uint32_t> to;
    column<std::uint16_t> type;
    column<std::uint32_t> row;
    type_runs runs;
};

/// The other direction.
struct in_columns {
    column<std::uint32_t> offsets; ///< nodes + 1
    column<std::uint32_t> from;
    column<std::uint32_t> place; ///< of the same relation in `out`
    type_runs runs;
};

/// How many days of a column lie at or before a day.
struct day_counts {
    column<std::int32_t> days;    ///< distinct, ascending
    column<std::uint32_t> counts; ///< rows with a value <= days[i]

    [[nodiscard]] std::uint32_t up_to(std::int32_t day) const noexcept {
        const place_run all{0, static_cast<std::uint32_t>(days.size())};
        const std::uint32_t after = first_not_before(all, [&](std::uint32_t i) { return days[i] <= day; });
        return after == 0 ? 0 : counts[after - std::size_t{1}];
    }
    [[nodiscard]] std::uint32_t before(std::int32_t day) const noexcept {
        return day == std::numeric_limits<std::int32_t>::min() ? 0 : up_to(day - 1);
    }
};

/// The same for each relation type: what a view through some types adds up.
struct typed_day_counts {
    column<std::uint32_t>
        offsets;               ///< by type: where its days begin; one more than types up to the last one met
    column<std::int32_t> days; ///< of each type distinct, ascending
    column<std::uint32_t> counts; ///< rows of the type with a value <= days[i]

    /// How many rows of the type lie at or before the day. O(log days of the type).
    [[nodiscard]] std::uint32_t up_to(std::uint16_t type, std::int32_t day) const noexcept {
        if (std::size_t{type} + 1 >= offsets.size()) return 0;
        const place_run own{offsets[type], offsets[type + 1u]};
        const std::uint32_t after = first_not_before(own, [&](std::uint32_t i) { return days[i] <= day; });
        return after == own.first ? 0 : counts[after - std::size_t{1}];
    }
    [[nodiscard]] std::uint32_t before(std::uint16_t type, std::int32_t day) const noexcept {
        return day == std::numeric_limits<std::int32_t>::min() ? 0 : up_to(type, day - 1);
    }
};

/// Places in `out` by day, split in three so that an open row never spoils the pruning of the others. Only
/// rows that are reported, exact and seen on some day; the rest are in `others`.
struct time_index {
    column<std::int32_t> days;         ///< distinct days of the one-day rows, ascending
    column<std::uint32_t> day_offsets; ///< days + 1
    column<std::uint32_t> one_day;     ///< by day; if `typed`, then by type and place
    column<std::uint32_t> bounded;     ///< by b1
    column<std::int32_t> block_last;   ///< greatest e2 in each block of `bounded`
    column<std::uint32_t> open;        ///< no latest end; by b1
    column<std::uint32_t> others;      ///< tested one by one
    day_counts begins, ends;           ///< of b1 and e2: possible
    day_counts late_begins;            ///< of b2: certainly begun; empty in a precise history
    day_counts sure_begins, sure_ends; ///< of b2 and e1 where b2 <= e1; empty in a precise history
    typed_day_counts typed_begins, typed_ends, typed_late_begins, typed_sure_begins, typed_sure_ends;

    static constexpr std::size_t block = 1024;

    /// Whether its days cover such a row: one that is reported, possible on one range of days, and on at
    /// least one.
    [[nodiscard]] static bool covers(std::uint8_t flags, const bounds& b) noexcept {
        return (flags & (flag::modality_mask | flag::inexact | flag::denied)) == 0 && !b.inverted();
    }

    /// Whether it counts by type: archives of the first builds do not.
    [[nodiscard]] bool typed() const noexcept { return !typed_begins.offsets.empty(); }
};

struct attribute_columns {
    sparse_lists of; ///< key: subject_key
    column<std::uint32_t> subject;
    column<std::uint16_t> type;
    column<std::uint8_t> value; ///< value_type
    column<string_id> text, language, unit;
    column<double> number;
    column<std::uint8_t> bound;
    column<std::uint8_t> flags; ///< flag::disputed; flag::inferred is not used; own_statements below
    column<date_id> begin, end;

    static constexpr std::uint8_t own_statements = 1;
};

struct statement_columns {
    sparse_lists of; ///< key: subject_key
    column<std::uint32_t> subject;
    column<std::uint32_t> source;
    column<string_id> locator, quote, rule;
    column<std::uint8_t> slots; ///< comity::slot
    column<std::uint8_t> flags; ///< modality, then the bits below
    column<date_id> begin, end;
    column<std::uint32_t> value; ///< attribute number + 1
    sparse_lists premises_of;    ///< key: statement number
    column<string_id> premises;

    static constexpr std::uint8_t denies = 4;

    /// Whether a statement asserts something of that slot.
    [[nodiscard]] bool asserts(std::size_t i, slot which) const noexcept {
        return covers(static_cast<slot>(slots[i]), which) && (flags[i] & denies) == 0;
    }
    /// The same, in that modality.
    [[nodiscard]] bool asserts(std::size_t i, slot which, modality m) const noexcept {
        return asserts(i, which) && modality_in(flags[i]) == m;
    }
};

/// The ways in which an inexact node or relation may be in time.
struct alternative_columns {
    sparse_lists of; ///< key: subject_key
    bounds_columns own;
};

/// What comes of reading the statements in one way: when everything is, and how surely. The hot columns hold
/// *effective* bounds, cut by the stated periods of both ends, so that a view never looks at the ends. The
/// default reading lets every statement count and decides no dispute; others are made when asked for.
struct reading_columns {
    column<std::uint8_t> node_flags;
    bounds_columns node_bounds;
    bounds_columns own; ///< of relations, by row and their own word; empty if the effective ones are the same
    column<day32> b1, e2;       ///< by place in `out`: earliest begin, latest end
    column<day32> b2, e1;       ///< latest begin, earliest end; empty if equal to b1 and e2 in every row
    column<std::uint8_t> flags; ///< by place; effective: weakest modality of the row and its ends
    column<day32> in_b1, in_e2; ///< by place in `in`: copied, so that a walk reads one stream
    alternative_columns alternatives;
    time_index index;

    [[nodiscard]] bool precise() const noexcept { return b2.empty(); }
    [[nodiscard]] bounds effective(std::size_t place) const noexcept {
        if (precise()) return {b1[place], b1[place], e2[place], e2[place]};
        return {b1[place], b2[place], e1[place], e2[place]};
    }
};

class snapshot_cache; // made and known by the floor above

/// Everything that one sealed history holds. Flat columns throughout: nothing in them points anywhere, so the
/// bytes may as well lie in a mapped file.
struct store {
    store() = default;
    explicit store(const comity::schema& s) : schema(s) {}

    comity::schema schema;
    string_pool strings;
    date_table dates;
    column<string_id> notes; ///< key, value, key, value ...
    source_columns sources;
    node_columns nodes;
    row_columns relations;
    out_columns out;
    in_columns in;
    attribute_columns attributes;
    statement_columns statements;
    reading_columns base;                                         ///< the default reading
    mutable reading_cache readings;                               ///< the others
    mutable made_once<text_list> node_ids;                        ///< end to end, as tables have them
    mutable made_once<std::shared_ptr<snapshot_cache>> snapshots; ///< of views of it

    [[nodiscard]] std::size_t node_count() const noexcept { return nodes.kind.size(); }
    [[nodiscard]] std::size_t relation_count() const noexcept { return out.to.size(); }

    /// Nodes and relations in one numbering: what attributes, statements and alternatives are keyed by.
    [[nodiscard]] std::uint32_t key(subject s) const noexcept {
        return s.is_relation() ? static_cast<std::uint32_t>(node_count()) + s.number() : s.number();
    }
    [[nodiscard]] subject subject_of(std::uint32_t key) const noexcept {
        const auto nodes_end = static_cast<std::uint32_t>(node_count());
        if (key < nodes_end) return node_id{key};
        return relation_id{key - nodes_end};
    }
    [[nodiscard]] date_id given(subject about, bool is_end) const noexcept {
        return date_given(nodes, relations, about, is_end);
    }
    /// Which node the relation at each place leaves. O(1), but for the first time.
    [[nodiscard]] const start_index& starts() const noexcept {
        return start_index_.get([this] { return start_index(out.offsets.span()); });
    }
    [[nodiscard]] std::uint32_t from_of(std::uint32_t place) const noexcept { return starts().from(place); }

private:
    mutable made_once<start_index> start_index_;
};

/// Calls `visit(name, column)` for every column, in the order in which an archive holds them.
template <class Store, class Visit>
requires std::is_same_v<std::remove_const_t<Store>, store>
void for_each_column(Store& s, Visit&& visit);

} // namespace comity::detail
