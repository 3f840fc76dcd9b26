#include "view/snapshot_cache.hpp"

#include "history/store.hpp"

namespace comity::detail {
namespace {

bool same(const std::shared_ptr<const kind_set>& a, const std::shared_ptr<const kind_set>& b) noexcept {
    return a == b || (a && b && *a == *b);
}

} // namespace

bool operator==(const snapshot_key& a, const snapshot_key& b) noexcept {
    const selection& x = a.selection_;
    const selection& y = b.selection_;
    const bool same_reading = !a.reading_.owner_before(b.reading_) && !b.reading_.owner_before(a.reading_);
    return same_reading && x.time == y.time && x.first == y.first && x.last == y.last &&
           x.only_certain == y.only_certain && x.modalities == y.modalities && same(x.kinds, y.kinds) &&
           x.types == y.types;
}

snapshot_cache::snapshot_cache(const store& s) : recent_(most, s.node_count() + s.relation_count()) {}

snapshot_cache& snapshots_of(const store& s) {
    return *s.snapshots.get([&s] { return std::make_shared<snapshot_cache>(s); });
}

} // namespace comity::detail
