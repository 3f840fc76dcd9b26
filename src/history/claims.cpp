#include "history/claims.hpp"

#include <comity/time/edtf.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

namespace comity::detail {
namespace {

bool concerns(const store& s, std::span<const string_id> coverage, subject about, const joined_ends& ends) {
    const std::string_view what = s.strings[coverage[0]];
    const std::string_view scope = s.strings[coverage[1]];
    if (!about.is_relation()) {
        const auto covered = s.schema.find_kind(what);
        const bool is_covered = covered && s.schema.is_a(kind(s.nodes.kind[about.number()]), *covered);
        return scope.empty() && (what.empty() || is_covered);
    }
    if (!what.empty() && what != s.schema.name(relation_type(ends.type))) return false;
    const auto id_of = [&s](std::uint32_t n) { return s.strings[s.nodes.id[n]]; };
    return scope.empty() || id_of(ends.from) == scope || id_of(ends.to) == scope;
}

} // namespace

day32 known_until(const store& s, std::uint32_t source, subject about, const joined_ends& ends) {
    const std::span<const string_id> all = s.sources.coverage.of(source);
    std::optional<day32> latest;
    for (std::size_t c = 0; c + 3 < all.size(); c += 4) {
        const std::string_view until = s.strings[all[c + 3]];
        if (until.empty() || !concerns(s, all.subspan(c, 4), about, ends)) continue;
        if (const auto read = parse_bounds(until); read && read->earliest().is_day())
            latest = std::max(latest.value_or(unbounded_below), to_day32(read->earliest().value));
    }
    if (latest) return *latest;
    const date_id d = s.sources.date[source];
    const bool dated = d != no_date && s.dates.state(d) == date_state::known;
    return dated ? s.dates.first[d] : unbounded_above;
}

claim claim_of(const store& s, date_id d, bool is_end, day32 known_until, bool ignore_marks) {
    switch (s.dates.state(d)) {
    case date_state::open:
        // No end that the source knows of: it lasted at least as long as the source looked.
        return {{is_end ? open_end(known_until) : open_begin()}, false};
    case date_state::known:
        return {days_of(s.dates, s.strings, d), s.dates.is_marked(d) && !ignore_marks};
    case date_state::unknown:
    case date_state::none:
        break;
    }
    return {{run{}}, false};
}

} // namespace comity::detail
