#include <comity/schema/detail/nearest_name.hpp>

#include <algorithm>
#include <vector>

namespace comity::detail {

namespace {

char folded(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    return c == '_' || c == ' ' ? '-' : c;
}

} // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    // Three rows of the table of optimal string alignment: the one above the row above serves for swaps.
    std::vector<std::size_t> above2(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(above2, above);
        std::swap(above, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t exchange = folded(a[i - 1]) == folded(b[j - 1]) ? 0 : 1;
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + exchange});
            if (i > 1 && j > 1 && folded(a[i - 1]) == folded(b[j - 2]) &&
                folded(a[i - 2]) == folded(b[j - 1]))
                row[j] = std::min(row[j], above2[j - 2] + 1);
        }
    }
    return row[b.size()];
}

nearest_name::nearest_name(std::string_view wanted)
    // A third of the letters may be wrong, three at most: beyond that a guess misleads more than it helps.
    : wanted_(wanted), limit_(std::min<std::size_t>(3, std::max<std::size_t>(1, wanted.size() / 3)) + 1) {}

void nearest_name::offer(std::string_view name) {
    const std::size_t longer = std::max(name.size(), wanted_.size());
    if (longer - std::min(name.size(), wanted_.size()) >= limit_) return; // can't be nearer
    const std::size_t distance = edit_distance(wanted_, name);
    if (distance >= limit_) return;
    limit_ = distance;
    best_ = name;
}

std::string nearest_name::question() const {
    return best_.empty() ? std::string() : ", did you mean '" + best_ + "'?";
}

} // namespace comity::detail
