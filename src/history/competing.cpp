#include "history/dates.hpp"
#include "history/number_range.hpp"
#include "history/seal.hpp"

#include <comity/time/edtf.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace comity::detail {
namespace {

/// The strongest modality in which each attribute value is asserted; nothing where it is only denied.
std::vector<std::optional<modality>> standing_of_values(const draft& d) {
    std::vector<std::optional<modality>> standing(d.attributes.size());
    for (std::size_t i = 0; i < d.attributes.size(); ++i)
        if ((d.attributes[i].flags & attribute_columns::own_statements) == 0)
            standing[i] = modality::reported;
    for (const draft::statement_row& row : d.statements) {
        if (row.value == 0 || (row.flags & statement_columns::denies) != 0) continue;
        std::optional<modality>& value = standing[row.value - 1];
        value = std::min(value.value_or(modality::alleged), modality_in(row.flags));
    }
    return standing;
}

bool share_an_amount(const draft::attribute_row& a, const draft::attribute_row& b) {
    if (a.unit != b.unit) return true; // as far as anybody can tell without converting
    return share_a_number(number_range(static_cast<number_bound>(a.bound), a.number),
                          number_range(static_cast<number_bound>(b.bound), b.number));
}

/// Whether both values may be right.
bool compatible(const draft& d, const draft::attribute_row& a, const draft::attribute_row& b) {
    switch (static_cast<value_type>(a.value)) {
    case value_type::number:
        return share_an_amount(a, b);
    case value_type::date:
        return a.text == b.text ||
               share_a_day(date::parse(d.strings[a.text]), date::parse(d.strings[b.text]));
    case value_type::flag:
        return a.number == b.number;
    case value_type::text:
        break;
    }
    return a.text == b.text;
}

} // namespace

void mark_competing_values(draft& d, std::span<const std::uint32_t> by_subject, pulse& beat) {
    const std::vector<std::optional<modality>> standing = standing_of_values(d);
    const auto competes = [&](std::uint32_t i, std::uint32_t j) {
        const draft::attribute_row& a = d.attributes[i];
        const draft::attribute_row& b = d.attributes[j];
        return a.type == b.type && a.language == b.language && a.begin == b.begin && a.end == b.end &&
               standing[j] == standing[i] && !compatible(d, a, b);
    };
    for (std::size_t x = 0; x < by_subject.size(); ++x) {
        beat.now_and_then();
        const std::uint32_t i = by_subject[x];
        if (!standing[i] || !d.schema.definition(attribute_type(d.attributes[i].type)).single) continue;
        for (std::size_t y = x + 1; y < by_subject.size(); ++y) {
            const std::uint32_t j = by_subject[y];
            if (!(d.attributes[j].about == d.attributes[i].about)) break;
            beat.now_and_then();
            if (!competes(i, j)) continue;
            d.attributes[i].flags |= flag::disputed;
            d.attributes[j].flags |= flag::disputed;
        }
    }
}

} // namespace comity::detail
