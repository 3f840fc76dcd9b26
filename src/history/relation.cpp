#include <comity/history/relation.hpp>

#include "history/store.hpp"

namespace comity {

std::string_view relation::id() const noexcept {
    const auto& ids = store_->relations.id;
    return ids.empty() ? std::string_view() : store_->strings[ids[to_index(number())]];
}

relation_type relation::type() const noexcept {
    return relation_type(store_->out.type[store_->relations.place[to_index(number())]]);
}
std::string_view relation::type_name() const noexcept {
    return store_->schema.name(type());
}
node relation::from() const noexcept {
    return {store_, node_id{store_->from_of(store_->relations.place[to_index(number())])}};
}
node relation::to() const noexcept {
    return {store_, node_id{store_->out.to[store_->relations.place[to_index(number())]]}};
}
bounds relation::effective_bounds() const noexcept {
    return store_->base.effective(store_->relations.place[to_index(number())]);
}

} // namespace comity
