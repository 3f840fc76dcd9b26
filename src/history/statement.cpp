#include <comity/history/statement.hpp>

#include "history/periods.hpp"
#include "history/store.hpp"

namespace comity {

using detail::statement_columns;

subject statement::about() const noexcept {
    return store_->subject_of(store_->statements.subject[to_index(number_)]);
}
source statement::source() const noexcept {
    return {store_, source_id{store_->statements.source[to_index(number_)]}};
}
std::string_view statement::locator() const noexcept {
    return store_->strings[store_->statements.locator[to_index(number_)]];
}
modality statement::modality() const noexcept {
    return detail::modality_in(store_->statements.flags[to_index(number_)]);
}
bool statement::denies() const noexcept {
    return (store_->statements.flags[to_index(number_)] & statement_columns::denies) != 0;
}
slot statement::slots() const noexcept {
    return static_cast<slot>(store_->statements.slots[to_index(number_)]);
}
std::optional<std::string_view> statement::begin() const noexcept {
    return detail::date_text(*store_, store_->statements.begin[to_index(number_)]);
}
std::optional<std::string_view> statement::end() const noexcept {
    return detail::date_text(*store_, store_->statements.end[to_index(number_)]);
}
std::optional<attribute_id> statement::value() const noexcept {
    const std::uint32_t value = store_->statements.value[to_index(number_)];
    if (value == 0) return std::nullopt;
    return attribute_id{value - 1};
}
std::string_view statement::quote() const noexcept {
    return store_->strings[store_->statements.quote[to_index(number_)]];
}
bool statement::inferred() const noexcept {
    return store_->statements.rule[to_index(number_)] != 0;
}
std::string_view statement::rule() const noexcept {
    return store_->strings[store_->statements.rule[to_index(number_)]];
}
std::vector<std::string_view> statement::premises() const {
    const statement_columns& st = store_->statements;
    const auto [first, last] = st.premises_of.of(static_cast<std::uint32_t>(number_));
    std::vector<std::string_view> all;
    for (std::uint32_t i = first; i < last; ++i) all.push_back(store_->strings[st.premises[i]]);
    return all;
}

} // namespace comity
