#include <comity/io/listing.hpp>

#include "io/listing_parts.hpp"

namespace comity {
namespace {

/// A list as short as a degree: nothing here may cost as much as the history is large.
table neighbours_table(const view& v, const relation_range& relations) {
    const detail::store& s = *v.history().store();
    table_builder t;
    column_builder& number = t.add_column("number", column_type::integer);
    column_builder& id = t.add_column("id", column_type::text);
    column_builder& from = t.add_column("from", column_type::category);
    detail::type_column<relation_type> types(t.add_column("type", column_type::category), s);
    column_builder& to = t.add_column("to", column_type::category);
    detail::fact_columns rest(t, v, detail::amount::few);
    for (const auto& r : relations) {
        number.integer(static_cast<std::int64_t>(r.number()));
        r.id().empty() ? id.null() : id.text(r.id());
        from.text(r.from().id());
        types.add(to_index(r.type()));
        to.text(r.to().id());
        rest.add(r.number(), r.truth());
    }
    return std::move(t).build();
}

} // namespace

table out_table(const view& v, const node& n, std::optional<relation_type> type) {
    return neighbours_table(v, type ? v.out(n, *type) : v.out(n));
}

table in_table(const view& v, const node& n, std::optional<relation_type> type) {
    return neighbours_table(v, type ? v.in(n, *type) : v.in(n));
}

} // namespace comity
