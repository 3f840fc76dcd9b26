#pragma once

// What a view's reading makes of single facts: only the statements of the sources that count are heard.

#include <comity/history/node.hpp>
#include <comity/history/relation.hpp>
#include <comity/view/view.hpp>

#include <string_view>
#include <vector>

namespace comity::detail {

/// All relations of the range, in its order, with how surely each is there or without.
template <class Row = relation>
[[nodiscard]] std::vector<Row> all_of(const relation_range& range) {
    std::vector<Row> all;
    for (const auto& r : range) all.push_back(r);
    return all;
}

/// Whether the source of the statement counts in this view.
[[nodiscard]] bool counts(const view& v, const statement& s);

/// Whether that source counts.
[[nodiscard]] bool counts(const view& v, const source& s);

/// The source of that id. Throws error (unknown_id) that names the nearest.
[[nodiscard]] source source_named(const history& h, std::string_view id);

/// The statements about `f` of the sources that count.
[[nodiscard]] std::vector<statement> statements_in(const view& v, const fact& f);

/// The statements of `of` that count: of an attribute value or of a fact.
[[nodiscard]] std::vector<statement> counting(const view& v, std::vector<statement> of);

/// When the relation holds in this view's reading, cut by the stated periods of both ends.
[[nodiscard]] bounds effective_bounds_in(const view& v, const relation& r) noexcept;

/// Some source that counts gives the value, or nobody at all.
[[nodiscard]] bool is_heard(const view& v, const attribute& a);

/// The values of that attribute that some source that counts gives, and those that nobody states; of values
/// that compete those that the view's policy prefers.
[[nodiscard]] std::vector<attribute> attributes_in(const view& v, const fact& f, attribute_type type);

/// Nobody who counts states it outright.
[[nodiscard]] bool inferred_in(const view& v, const fact& f);

/// By which rule it was inferred; empty if it is stated.
[[nodiscard]] std::string_view rule_in(const view& v, const fact& f);

/// Sources that count assert it, and in that modality.
[[nodiscard]] bool asserted_as(const view& v, const fact& f, modality m);

/// The strongest modality in which a source that counts asserts it.
[[nodiscard]] modality modality_in(const view& v, const fact& f);

/// Sources that count deny it and none of them asserts it.
[[nodiscard]] bool only_denied(const view& v, const fact& f);

/// Whether the view looks for what is stated in that modality.
[[nodiscard]] bool looks_for(const view& v, modality m);

} // namespace comity::detail
