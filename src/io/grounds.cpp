#include "io/grounds.hpp"

namespace comity::detail {

void grounds::add(const fact& f) {
    if (of_.expired()) of_ = f.store();
    const bool related = f.subject().is_relation();
    all_.push_back({related ? ground::sort::relation : ground::sort::node, f.subject().number()});
}

std::span<const ground> grounds::of(std::size_t row) const {
    if (ends_.empty()) return std::span(all_).subspan(row, 1);
    const std::size_t first = row == 0 ? 0 : ends_[row - 1];
    return std::span(all_).subspan(first, ends_[row] - first);
}

} // namespace comity::detail
