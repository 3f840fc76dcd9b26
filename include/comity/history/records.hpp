#pragma once

#include <comity/history/ids.hpp>
#include <comity/history/modality.hpp>
#include <comity/schema/attribute_type.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace comity {

// What a builder takes: plain records with names for their fields. What a history hands out are the handles
// in node.hpp, relation.hpp, source.hpp, statement.hpp and attribute.hpp.

/// How far a number given by a source is meant to be exact. Since 0.1.
enum class number_bound : std::uint8_t { exact, at_least, at_most, more_than, less_than, about };

/// "exact", "at-least", "at-most", "more-than", "less-than" or "about".
[[nodiscard]] std::string_view to_string(number_bound b) noexcept;
[[nodiscard]] std::optional<number_bound> number_bound_of(std::string_view name) noexcept;

/// When something begins and ends, as text. A missing begin or end is an empty optional; `..` is open (no end
/// known to the source) and the empty text is unknown. Since 0.1.
struct period_record {
    std::optional<std::string> begin;
    std::optional<std::string> end;

    /// Reads `A/B`, `A/..`, `A/`, `../B`, `/B`, or one date A, which is a begin without an end.
    /// Parts are not yet checked: the builder does that and names the place.
    [[nodiscard]] static period_record of(std::string_view text);
    [[nodiscard]] bool empty() const noexcept { return !begin && !end; }
};

struct attribute_record;

/// One source's word on one thing. Without values of its own it states that the thing exists and everything
/// that was given for the thing; with values, existence and just these. Since 0.1.
struct statement_record {
    source_id source{};
    std::string locator; ///< where in the source; empty if not known
    comity::modality modality = modality::reported;
    bool denies = false;
    bool existence_only = false;       ///< states that the thing exists and nothing that was given for it
    std::string quote;                 ///< a short quotation; optional
    std::string rule;                  ///< not empty: inferred from what the source says there, by this rule
    std::vector<std::string> premises; ///< ids or locators that the inference starts from
    period_record period;              ///< the period that this source gives, if it differs
    std::vector<attribute_record> attributes; ///< the attribute values that this source gives
};

/// One value of one attribute. Since 0.1.
struct attribute_record {
    attribute_type type;
    std::variant<std::string, double, bool> value; ///< text (and dates, as EDTF), number or flag
    std::string language{};                        ///< BCP 47 tag of a text; empty if none
    number_bound bound = number_bound::exact;
    std::string unit{};
    period_record period{};                 ///< when the value holds; empty: as long as its subject
    std::vector<statement_record> stated{}; ///< who states it; empty: whoever states the subject
};

/// What a source claims to list: up to `until`, absence in it speaks. Since 0.1.
struct coverage_record {
    std::string what;  ///< relation type or kind that is covered; empty: everything
    std::string scope; ///< id of the node whose record is covered; empty: the whole history
    std::string from;  ///< EDTF; empty: from the beginning
    std::string until; ///< EDTF; empty: up to the source's date
};

/// A document. Since 0.1.
struct source_record {
    std::string kind; ///< article, treaty-text, communique, register, dataset, press, web-page, ...
    std::vector<std::pair<std::string, std::string>> titles; ///< language tag, title
    std::vector<std::string> authors;
    std::string publisher;
    std::string date; ///< EDTF; empty if not known
    std::string language;
    std::string uri;
    std::string note;
    std::vector<std::string> derived_from; ///< ids of the sources that it copies
    std::vector<coverage_record> coverage;
};

} // namespace comity
