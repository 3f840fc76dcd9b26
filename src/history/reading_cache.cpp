#include "history/reading_cache.hpp"

#include "history/reading.hpp"

#include <utility>
#include <vector>

namespace comity::detail {
namespace {

/// Ends and types by row, gathered from the sealed order.
struct rows_of_store {
    std::vector<std::uint32_t> from, to;
    std::vector<std::uint16_t> type;

    explicit rows_of_store(const store& s)
        : from(s.relation_count()), to(s.relation_count()), type(s.relation_count()) {
        for (std::uint32_t n = 0; n < s.node_count(); ++n)
            for (std::uint32_t p = s.out.offsets[n]; p < s.out.offsets[n + 1]; ++p) {
                const std::uint32_t row = s.out.row[p];
                from[row] = n;
                to[row] = s.out.to[p];
                type[row] = s.out.type[p];
            }
    }
};

std::shared_ptr<const reading_state> read(const store& s, const reading& r) {
    reading_rule rule(s, r);
    const rows_of_store rows(s);
    const relation_ends ends{rows.from, rows.to, rows.type};
    pulse nobody; // a reading is made while something else is asked
    settled own = settle(s, ends, rule, nobody);
    const std::optional<settled_rows> cut = effective(ends, own, nobody);
    reading_columns columns = lay_out(s, std::move(own), cut, nobody);
    return std::make_shared<const reading_state>(reading_state{std::move(rule), std::move(columns)});
}

} // namespace

std::shared_ptr<const reading_state> reading_cache::get(const store& s, const reading& r) {
    return recent_.get(r, [&] { return read(s, r); });
}

} // namespace comity::detail
