#include "builder_records.hpp"
#include "options.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comity::capi {

static_assert(static_cast<int>(number_bound::exact) == COMITY_NUMBER_EXACT);
static_assert(static_cast<int>(number_bound::at_least) == COMITY_NUMBER_AT_LEAST);
static_assert(static_cast<int>(number_bound::at_most) == COMITY_NUMBER_AT_MOST);
static_assert(static_cast<int>(number_bound::more_than) == COMITY_NUMBER_MORE_THAN);
static_assert(static_cast<int>(number_bound::less_than) == COMITY_NUMBER_LESS_THAN);
static_assert(static_cast<int>(number_bound::about) == COMITY_NUMBER_ABOUT);
static_assert(static_cast<int>(relation_flags::symmetric) == COMITY_RELATION_SYMMETRIC);
static_assert(static_cast<int>(relation_flags::transitive) == COMITY_RELATION_TRANSITIVE);
static_assert(static_cast<int>(relation_flags::acyclic) == COMITY_RELATION_ACYCLIC);
static_assert(static_cast<int>(relation_flags::functional) == COMITY_RELATION_FUNCTIONAL);

std::vector<std::string> strings_in(const comity_texts& texts, const char* name) {
    std::vector<std::string> found;
    if (texts.count != 0) required(texts.data, name);
    for (std::size_t i = 0; i < texts.count; ++i)
        found.emplace_back(
            kept_text_in(texts.data[i], texts.lengths == nullptr ? COMITY_NUL : texts.lengths[i], name));
    return found;
}

std::vector<std::string> column_in(const comity_texts& texts, std::size_t count, const char* name) {
    std::vector<std::string> found = strings_in(texts, name);
    if (!found.empty() && found.size() != count)
        throw refusal(COMITY_E_INVALID_ARGUMENT, std::string("'") + name + "' has " +
                                                     std::to_string(found.size()) + " texts; expected " +
                                                     std::to_string(count) + " or none");
    found.resize(count);
    return found;
}

namespace {

constexpr relation_flags all_flags = relation_flags::symmetric | relation_flags::transitive |
                                     relation_flags::acyclic | relation_flags::functional;

period_record period_in(const comity_text& text) {
    return text.data == nullptr ? period_record() : period_record::of(kept_string_in(text, "period"));
}

std::vector<label_text> labels_in(const comity_text& english) {
    if (english.data == nullptr) return {};
    return {{"en", kept_string_in(english, "label")}};
}

void add_coverage(source_record& record, const comity_source_options& o) {
    const std::size_t count = std::max(
        {o.coverage_what.count, o.coverage_scope.count, o.coverage_from.count, o.coverage_until.count});
    const auto what = column_in(o.coverage_what, count, "coverage_what");
    const auto scope = column_in(o.coverage_scope, count, "coverage_scope");
    const auto from = column_in(o.coverage_from, count, "coverage_from");
    const auto until = column_in(o.coverage_until, count, "coverage_until");
    for (std::size_t i = 0; i < count; ++i) record.coverage.push_back({what[i], scope[i], from[i], until[i]});
}

} // namespace

node_id node_number(const builder_object& b, std::int64_t number) {
    return node_id{static_cast<std::uint32_t>(index_in(number, b.value.node_count(), "node"))};
}
source_id source_number(const builder_object& b, std::int64_t number) {
    return source_id{static_cast<std::uint32_t>(index_in(number, b.sources, "source"))};
}

kind_spec spec_of(const comity_kind_options& o) {
    kind_spec spec;
    spec.labels = labels_in(o.label);
    spec.definition = kept_string_in(o.definition, "definition");
    return spec;
}

relation_type_spec spec_of(const comity_relation_type_options& o) {
    require_zero(o.reserved);
    relation_type_spec spec;
    spec.labels = labels_in(o.label);
    spec.definition = kept_string_in(o.definition, "definition");
    spec.inverse = kept_string_in(o.inverse, "inverse");
    spec.mapping = kept_string_in(o.mapping, "mapping");
    spec.domain = strings_in(o.domain, "domain");
    spec.range = strings_in(o.range, "range");
    spec.flags = enum_in(o.flags, all_flags, "flags");
    return spec;
}

attribute_type_spec spec_of(const comity_attribute_type_options& o) {
    require_zero(o.reserved);
    attribute_type_spec spec;
    spec.labels = labels_in(o.label);
    spec.definition = kept_string_in(o.definition, "definition");
    spec.single = o.single != 0;
    return spec;
}

source_record record_of(const comity_source_options& o) {
    source_record record;
    record.kind = kept_string_in(o.kind, "kind");
    record.publisher = kept_string_in(o.publisher, "publisher");
    record.date = kept_string_in(o.date, "date");
    record.language = kept_string_in(o.language, "language");
    record.uri = kept_string_in(o.uri, "uri");
    record.note = kept_string_in(o.note, "note");
    if (o.title.data != nullptr)
        record.titles.emplace_back(record.language, kept_string_in(o.title, "title"));
    const auto titles = strings_in(o.more_titles, "more_titles");
    const auto languages = column_in(o.more_title_languages, titles.size(), "more_title_languages");
    for (std::size_t i = 0; i < titles.size(); ++i) record.titles.emplace_back(languages[i], titles[i]);
    record.authors = strings_in(o.authors, "authors");
    record.derived_from = strings_in(o.derived_from, "derived_from");
    add_coverage(record, o);
    return record;
}

statement_record record_of(const comity_statement_options& o) {
    statement_record record;
    record.modality = enum_in(o.modality, modality::alleged, "modality");
    record.denies = o.denies != 0;
    record.existence_only = o.existence_only != 0;
    require_zero(o.reserved);
    record.quote = kept_string_in(o.quote, "quote");
    record.rule = kept_string_in(o.rule, "rule");
    record.premises = strings_in(o.premises, "premises");
    record.period = period_in(o.period);
    return record;
}

attribute_record record_of(const builder_object& b, attribute_type type, const comity_attribute_options& o) {
    attribute_record record{type, std::string()};
    record.language = kept_string_in(o.language, "language");
    record.unit = kept_string_in(o.unit, "unit");
    record.period = period_in(o.period);
    record.bound = enum_in(o.bound, number_bound::about, "bound");
    const auto how = enum_in(o.modality, modality::alleged, "modality");
    if (o.source_count != 0) required(o.sources, "sources");
    const auto locators = column_in(o.locators, o.source_count, "locators");
    for (std::size_t i = 0; i < o.source_count; ++i) {
        statement_record stated;
        stated.source = source_number(b, o.sources[i]);
        stated.locator = locators[i];
        stated.modality = how;
        record.stated.push_back(std::move(stated));
    }
    return record;
}

} // namespace comity::capi
