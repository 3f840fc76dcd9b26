#pragma once

#include "handles.hpp"

#include <comity/history/builder.hpp>

#include <cstddef>
#include <cstdint>

namespace comity::capi {

struct builder_object {
    comity::builder value;
    std::size_t sources = 0; ///< numbers of sources given so far
    bool spent = false;
};

/// A number that the builder has given. Throws refusal (COMITY_E_UNKNOWN_ID) for another.
[[nodiscard]] node_id node_number(const builder_object& b, std::int64_t number);
[[nodiscard]] source_id source_number(const builder_object& b, std::int64_t number);

/// The caller's texts. Throws refusal (COMITY_E_NULL, COMITY_E_INVALID_ARGUMENT).
[[nodiscard]] std::vector<std::string> strings_in(const comity_texts& texts, const char* name);
/// A column beside others of `count` texts: as many, or none. Throws the same.
[[nodiscard]] std::vector<std::string> column_in(const comity_texts& texts, std::size_t count,
                                                 const char* name);

// What options say, as the builder takes it. Each throws refusal (COMITY_E_NULL, COMITY_E_INVALID_ARGUMENT,
// COMITY_E_UNSUPPORTED) and leaves open what the options do not hold.

[[nodiscard]] kind_spec spec_of(const comity_kind_options& o);
[[nodiscard]] relation_type_spec spec_of(const comity_relation_type_options& o);
[[nodiscard]] attribute_type_spec spec_of(const comity_attribute_type_options& o);
[[nodiscard]] source_record record_of(const comity_source_options& o);
[[nodiscard]] statement_record record_of(const comity_statement_options& o);
[[nodiscard]] attribute_record record_of(const builder_object& b, attribute_type type,
                                         const comity_attribute_options& o);

} // namespace comity::capi
