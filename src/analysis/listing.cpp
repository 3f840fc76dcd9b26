#include <comity/analysis/listing.hpp>

#include <comity/time/bounds.hpp>

#include <optional>

namespace comity {
namespace {

std::string counted(std::size_t n, const char* noun) {
    return std::to_string(n) + ' ' + noun + (n == 1 ? "" : "s");
}

} // namespace

std::string search_extent::to_string() const {
    std::string text =
        counted(nodes, "node") + " and " + counted(relations, "relation") + ", " + seen.describe();
    std::optional<day> latest;
    for (const source& s : seen.history().sources()) {
        const std::optional<date> dated = s.dated();
        if (!dated || !dated->latest().is_day()) continue;
        if (!latest || *latest < dated->latest().value) latest = dated->latest().value;
    }
    text += "; " + counted(seen.history().source_count(), "source");
    return latest ? text + ", dated up to " + latest->to_string() : text;
}

} // namespace comity
