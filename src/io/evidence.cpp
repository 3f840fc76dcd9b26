#include <comity/io/evidence.hpp>

#include "analysis/reading.hpp"
#include "io/grounds.hpp"
#include "io/listing_parts.hpp"
#include "pulse.hpp"

#include <comity/error.hpp>

#include <numeric>
#include <set>
#include <utility>

namespace comity {

using detail::ground;
using detail::told;

namespace {

/// What is said of one ground by the sources that count.
std::vector<statement> said_of(const view& v, const ground& g) {
    const detail::store_ptr& s = v.history().store();
    switch (g.what) {
    case ground::sort::node:
        return detail::statements_in(v, node(s, node_id{g.number}));
    case ground::sort::relation:
        return detail::statements_in(v, relation(s, relation_id{g.number}));
    case ground::sort::value:
        return detail::counting(v, attribute(s, attribute_id{g.number}).statements());
    case ground::sort::statement:
        break;
    }
    return detail::counting(v, {statement(s, statement_id{g.number})});
}

/// What a ground is about.
std::uint32_t key_of(const detail::store& s, const ground& g) {
    switch (g.what) {
    case ground::sort::node:
        return s.key(node_id{g.number});
    case ground::sort::relation:
        return s.key(relation_id{g.number});
    case ground::sort::value:
        return s.attributes.subject[g.number];
    case ground::sort::statement:
        break;
    }
    return s.statements.subject[g.number];
}

const detail::grounds& grounds_of(const view& v, const table& answer) {
    if (!answer.grounds())
        throw error(errc::invalid_argument, "this table does not say what its rows rest on: ask of a listing "
                                            "or an analysis that lists facts");
    if (!answer.grounds()->belong_to(v.history().store()))
        throw error(errc::invalid_argument, "the table is of another history");
    return *answer.grounds();
}

/// What one row rests on, each statement once, in the order of the grounds.
std::vector<told> told_of(const view& v, std::span<const ground> row) {
    const detail::store& s = *v.history().store();
    std::vector<told> found;
    std::set<std::pair<std::uint32_t, std::uint32_t>> known;
    const auto add = [&](told t) {
        if (known.emplace(t.about, t.statement).second) found.push_back(t);
    };
    for (const ground& g : row) {
        const std::vector<statement> said = said_of(v, g);
        for (const statement& one : said)
            add({key_of(s, g), static_cast<std::uint32_t>(to_index(one.number()))});
        if (said.empty()) add({key_of(s, g)});
    }
    return found;
}

} // namespace

table evidence(const view& v, const table& answer, std::span<const std::size_t> rows, const progress& tell) {
    const detail::grounds& grounds = grounds_of(v, answer);
    table_builder t;
    column_builder& place = t.add_column("row", column_type::integer);
    std::vector<told> all;
    detail::pulse pulse(tell, "evidence", rows.size());
    for (const std::size_t row : rows) {
        pulse();
        if (row >= grounds.row_count())
            throw error(errc::invalid_argument, "this table has " + std::to_string(grounds.row_count()) +
                                                    " rows, so there is no row " + std::to_string(row));
        for (const told& one : told_of(v, grounds.of(row))) {
            place.integer(static_cast<std::int64_t>(row));
            all.push_back(one);
        }
    }
    pulse.finish();
    detail::add_statements(t, v.history().store(), all, tell);
    return std::move(t).build();
}

table evidence(const view& v, const table& answer, std::size_t row) {
    return evidence(v, answer, std::span(&row, 1));
}

table evidence(const view& v, const table& answer, const progress& tell) {
    std::vector<std::size_t> rows(grounds_of(v, answer).row_count());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return evidence(v, answer, rows, tell);
}

} // namespace comity
