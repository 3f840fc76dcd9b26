#include <comity/history/attribute.hpp>

#include "history/number_text.hpp"
#include "history/periods.hpp"
#include "history/store.hpp"

namespace comity {

subject attribute::about() const noexcept {
    return store_->subject_of(store_->attributes.subject[to_index(number_)]);
}
attribute_type attribute::type() const noexcept {
    return attribute_type(store_->attributes.type[to_index(number_)]);
}
std::string_view attribute::name() const noexcept {
    return store_->schema.name(type());
}
value_type attribute::value() const noexcept {
    return static_cast<value_type>(store_->attributes.value[to_index(number_)]);
}
std::string_view attribute::text() const noexcept {
    return store_->strings[store_->attributes.text[to_index(number_)]];
}
double attribute::number_value() const noexcept {
    return store_->attributes.number[to_index(number_)];
}
number_bound attribute::bound() const noexcept {
    return static_cast<number_bound>(store_->attributes.bound[to_index(number_)]);
}
std::string_view attribute::language() const noexcept {
    return store_->strings[store_->attributes.language[to_index(number_)]];
}
std::string_view attribute::unit() const noexcept {
    return store_->strings[store_->attributes.unit[to_index(number_)]];
}

period attribute::period() const {
    return detail::period_of(store_, number_);
}

std::pair<std::optional<std::string_view>, std::optional<std::string_view>>
attribute::dates() const noexcept {
    return {detail::date_text(*store_, store_->attributes.begin[to_index(number_)]),
            detail::date_text(*store_, store_->attributes.end[to_index(number_)])};
}

bool attribute::stated_apart() const noexcept {
    return (store_->attributes.flags[to_index(number_)] & detail::attribute_columns::own_statements) != 0;
}

bool attribute::disputed() const noexcept {
    return (store_->attributes.flags[to_index(number_)] & detail::flag::disputed) != 0;
}

std::vector<statement> attribute::statements() const {
    const detail::attribute_columns& a = store_->attributes;
    const bool own = (a.flags[to_index(number_)] & detail::attribute_columns::own_statements) != 0;
    const auto [first, last] = store_->statements.of.of(a.subject[to_index(number_)]);
    std::vector<statement> all;
    for (std::uint32_t i = first; i < last; ++i) {
        const auto slots = static_cast<slot>(store_->statements.slots[i]);
        const bool mine = store_->statements.value[i] == to_index(number_) + 1;
        if (own ? mine : covers(slots, slot::attributes)) all.emplace_back(store_, statement_id{i});
    }
    return all;
}

std::string attribute::to_string() const {
    if (value() == value_type::flag) return flag() ? "true" : "false";
    if (value() != value_type::number) return std::string(text());
    std::string written;
    if (bound() != number_bound::exact) written = std::string(comity::to_string(bound())) + ' ';
    written += detail::number_text(number_value());
    if (!unit().empty()) written += ' ' + std::string(unit());
    return written;
}

} // namespace comity
