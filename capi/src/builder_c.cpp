#include "builder_records.hpp"
#include "constants.hpp"
#include "options.hpp"
#include "progress_in.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <limits>

using namespace comity::capi;

static_assert(same(comity::value_type::text, COMITY_VALUE_TEXT));
static_assert(same(comity::value_type::number, COMITY_VALUE_NUMBER));
static_assert(same(comity::value_type::date, COMITY_VALUE_DATE));
static_assert(same(comity::value_type::flag, COMITY_VALUE_FLAG));

namespace {

/// Throws refusal (COMITY_E_INVALID_ARGUMENT) once the builder is spent.
template <class Builder>
auto& usable(Builder* builder) {
    auto& b = object(builder);
    if (b.spent) throw refusal(COMITY_E_INVALID_ARGUMENT, "the builder is spent; it can only be destroyed");
    return b;
}

/// Runs `body` on the builder. An allocation that fails may leave it half way, so it is spent then; what else
/// can go wrong is found before anything is changed.
template <class Body>
int32_t build_step(comity_builder* builder, Body&& body) {
    return guard([&] {
        builder_object& b = usable(builder);
        try {
            body(b);
        } catch (const std::bad_alloc&) {
            b.spent = true;
            throw;
        }
    });
}

comity::subject node_subject(const builder_object& b, int64_t node) {
    return node_number(b, node);
}
comity::subject relation_subject(const builder_object& b, int64_t relation) {
    return comity::relation_id{
        static_cast<uint32_t>(index_in(relation, b.value.relation_count(), "relation"))};
}
int64_t given_source(builder_object& b, comity::source_id source) {
    b.sources = std::max(b.sources, to_index(source) + 1);
    return wide(to_index(source));
}

using subject_of = comity::subject (*)(const builder_object&, int64_t);

/// Adds an attribute whose type takes values of one of the two types.
template <class Value>
int32_t add_attribute(comity_builder* builder, subject_of subject, int64_t number, const char* type,
                      size_t length, comity::value_type taken, comity::value_type taken_too, Value&& value,
                      const comity_attribute_options* options) {
    return build_step(builder, [&](builder_object& b) {
        const comity::subject about = subject(b, number);
        const comity::attribute_type t =
            b.value.schema().attribute_type_named(kept_text_in(type, length, "type"));
        const comity::attribute_type_definition& definition = b.value.schema().definition(t);
        if (definition.value != taken && definition.value != taken_too)
            throw refusal(COMITY_E_INVALID_ARGUMENT, "attribute type '" + definition.name + "' takes a " +
                                                         std::string(to_string(definition.value)) +
                                                         ", not a " + std::string(to_string(taken)));
        comity::attribute_record record = record_of(b, t, options_in(options));
        record.value = value();
        b.value.add_attribute(about, record);
    });
}

int32_t add_text(comity_builder* builder, subject_of subject, int64_t number, const char* type,
                 size_t type_length, const char* text, size_t text_length,
                 const comity_attribute_options* options) {
    return add_attribute(
        builder, subject, number, type, type_length, comity::value_type::text, comity::value_type::date,
        [&] { return std::string(kept_text_in(text, text_length, "text")); }, options);
}

int32_t add_number(comity_builder* builder, subject_of subject, int64_t number, const char* type,
                   size_t length, double value, const comity_attribute_options* options) {
    return add_attribute(
        builder, subject, number, type, length, comity::value_type::number, comity::value_type::number,
        [&] { return value; }, options);
}

int32_t add_flag(comity_builder* builder, subject_of subject, int64_t number, const char* type, size_t length,
                 int32_t flag, const comity_attribute_options* options) {
    return add_attribute(
        builder, subject, number, type, length, comity::value_type::flag, comity::value_type::flag,
        [&] { return flag != 0; }, options);
}

int32_t add_statement(comity_builder* builder, subject_of subject, int64_t number, int64_t source,
                      const char* locator, size_t length, const comity_statement_options* options) {
    return build_step(builder, [&](builder_object& b) {
        const comity::subject about = subject(b, number);
        comity::statement_record record = record_of(options_in(options));
        record.source = source_number(b, source);
        record.locator = kept_string_in({locator, length}, "locator");
        b.value.add_statement(about, record);
    });
}

int32_t set_period(comity_builder* builder, subject_of subject, int64_t number, const char* period,
                   size_t length) {
    return build_step(builder, [&](builder_object& b) {
        const comity::subject about = subject(b, number);
        b.value.set_period(about, comity::period_record::of(kept_text_in(period, length, "period")));
    });
}

uint32_t place_number(int64_t number, const char* name) {
    return static_cast<uint32_t>(
        std::min<size_t>(size_in(number, name), std::numeric_limits<uint32_t>::max()));
}

} // namespace

int32_t comity_builder_create(comity_builder** out) {
    return guard([&] { handle_out(out).make(comity::builder()); });
}

int32_t comity_builder_extend(const comity_history* history, comity_builder** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::history& h = object(history).value;
        result.make(comity::builder(h), h.source_count());
    });
}

int32_t comity_builder_destroy(comity_builder** builder) {
    return destroy(builder);
}

int32_t comity_builder_reserve(comity_builder* builder, int64_t nodes, int64_t relations) {
    return build_step(builder, [&](builder_object& b) {
        b.value.reserve(size_in(nodes, "nodes"), size_in(relations, "relations"));
    });
}

int32_t comity_builder_set_place(comity_builder* builder, const char* file, size_t length, int64_t line,
                                 int64_t column) {
    return build_step(builder, [&](builder_object& b) {
        b.value.set_place(kept_text_in(file, length, "file"), place_number(line, "line"),
                          place_number(column, "column"));
    });
}

int32_t comity_builder_set_note(comity_builder* builder, const char* key, size_t key_length, const char* text,
                                size_t text_length) {
    return build_step(builder, [&](builder_object& b) {
        b.value.set_note(kept_text_in(key, key_length, "key"), kept_text_in(text, text_length, "text"));
    });
}

int32_t comity_builder_add_kind(comity_builder* builder, const char* name, size_t name_length,
                                const char* parent, size_t parent_length,
                                const comity_kind_options* options) {
    return build_step(builder, [&](builder_object& b) {
        comity::kind_spec spec = spec_of(options_in(options));
        spec.name = kept_text_in(name, name_length, "name");
        spec.parent = kept_text_in(parent, parent_length, "parent");
        b.value.schema().add_kind(spec);
    });
}

int32_t comity_builder_add_relation_type(comity_builder* builder, const char* name, size_t length,
                                         int32_t nature, const comity_relation_type_options* options) {
    return build_step(builder, [&](builder_object& b) {
        comity::relation_type_spec spec = spec_of(options_in(options));
        spec.name = kept_text_in(name, length, "name");
        spec.nature = enum_in(nature, comity::nature::timeless, "nature");
        b.value.schema().add_relation_type(spec);
    });
}

int32_t comity_builder_add_attribute_type(comity_builder* builder, const char* name, size_t length,
                                          int32_t value_type, const comity_attribute_type_options* options) {
    return build_step(builder, [&](builder_object& b) {
        comity::attribute_type_spec spec = spec_of(options_in(options));
        spec.name = kept_text_in(name, length, "name");
        spec.value = enum_in(value_type, comity::value_type::flag, "value_type");
        b.value.schema().add_attribute_type(spec);
    });
}

int32_t comity_builder_add_source(comity_builder* builder, const char* id, size_t length,
                                  const comity_source_options* options, int64_t* out_source) {
    return build_step(builder, [&](builder_object& b) {
        auto& result = required(out_source, "out_source");
        const auto record = record_of(options_in(options));
        result = given_source(b, b.value.add_source(kept_text_in(id, length, "id"), record));
    });
}

int32_t comity_builder_source(comity_builder* builder, const char* id, size_t length, int64_t* out_source) {
    return build_step(builder, [&](builder_object& b) {
        auto& result = required(out_source, "out_source");
        result = given_source(b, b.value.source(kept_text_in(id, length, "id")));
    });
}

int32_t comity_builder_add_node(comity_builder* builder, const char* id, size_t id_length, const char* kind,
                                size_t kind_length, int64_t* out_node) {
    return build_step(builder, [&](builder_object& b) {
        auto& result = required(out_node, "out_node");
        const comity::kind k = b.value.schema().kind_named(kept_text_in(kind, kind_length, "kind"));
        result = wide(to_index(b.value.add_node(kept_text_in(id, id_length, "id"), k)));
    });
}

int32_t comity_builder_node(comity_builder* builder, const char* id, size_t length, int64_t* out_node) {
    return build_step(builder, [&](builder_object& b) {
        auto& result = required(out_node, "out_node");
        result = wide(to_index(b.value.node(kept_text_in(id, length, "id"))));
    });
}

int32_t comity_builder_add_relation(comity_builder* builder, int64_t from, const char* type,
                                    size_t type_length, int64_t to, const char* id, size_t id_length,
                                    int64_t* out_relation) {
    return build_step(builder, [&](builder_object& b) {
        auto& result = required(out_relation, "out_relation");
        const auto t = b.value.schema().relation_type_named(kept_text_in(type, type_length, "type"));
        const comity::node_id source = node_number(b, from);
        const comity::node_id target = node_number(b, to);
        const std::string name = kept_string_in({id, id_length}, "id");
        result = wide(to_index(b.value.add_relation(source, t, target, name)));
    });
}

int32_t comity_builder_set_node_period(comity_builder* builder, int64_t node, const char* period,
                                       size_t length) {
    return set_period(builder, node_subject, node, period, length);
}

int32_t comity_builder_set_relation_period(comity_builder* builder, int64_t relation, const char* period,
                                           size_t length) {
    return set_period(builder, relation_subject, relation, period, length);
}

int32_t comity_builder_add_node_text(comity_builder* builder, int64_t node, const char* type,
                                     size_t type_length, const char* text, size_t text_length,
                                     const comity_attribute_options* options) {
    return add_text(builder, node_subject, node, type, type_length, text, text_length, options);
}

int32_t comity_builder_add_node_number(comity_builder* builder, int64_t node, const char* type,
                                       size_t type_length, double number,
                                       const comity_attribute_options* options) {
    return add_number(builder, node_subject, node, type, type_length, number, options);
}

int32_t comity_builder_add_node_flag(comity_builder* builder, int64_t node, const char* type,
                                     size_t type_length, int32_t flag,
                                     const comity_attribute_options* options) {
    return add_flag(builder, node_subject, node, type, type_length, flag, options);
}

int32_t comity_builder_add_relation_text(comity_builder* builder, int64_t relation, const char* type,
                                         size_t type_length, const char* text, size_t text_length,
                                         const comity_attribute_options* options) {
    return add_text(builder, relation_subject, relation, type, type_length, text, text_length, options);
}

int32_t comity_builder_add_relation_number(comity_builder* builder, int64_t relation, const char* type,
                                           size_t type_length, double number,
                                           const comity_attribute_options* options) {
    return add_number(builder, relation_subject, relation, type, type_length, number, options);
}

int32_t comity_builder_add_relation_flag(comity_builder* builder, int64_t relation, const char* type,
                                         size_t type_length, int32_t flag,
                                         const comity_attribute_options* options) {
    return add_flag(builder, relation_subject, relation, type, type_length, flag, options);
}

int32_t comity_builder_add_node_statement(comity_builder* builder, int64_t node, int64_t source,
                                          const char* locator, size_t length,
                                          const comity_statement_options* options) {
    return add_statement(builder, node_subject, node, source, locator, length, options);
}

int32_t comity_builder_add_relation_statement(comity_builder* builder, int64_t relation, int64_t source,
                                              const char* locator, size_t length,
                                              const comity_statement_options* options) {
    return add_statement(builder, relation_subject, relation, source, locator, length, options);
}

int32_t comity_builder_node_count(const comity_builder* builder, int64_t* out_count) {
    return guard([&] { required(out_count, "out_count") = wide(usable(builder).value.node_count()); });
}

int32_t comity_builder_relation_count(const comity_builder* builder, int64_t* out_count) {
    return guard([&] { required(out_count, "out_count") = wide(usable(builder).value.relation_count()); });
}

int32_t comity_builder_build(comity_builder* builder, comity_history** out) {
    return comity_builder_build_with(builder, nullptr, out);
}

int32_t comity_builder_build_with(comity_builder* builder, const comity_build_options* options,
                                  comity_history** out) {
    return guard([&] {
        const handle_out result(out);
        builder_object& b = usable(builder);
        const auto given = options_in(options);
        b.spent = true;
        std::vector<comity::finding> findings;
        auto built = std::move(b.value).try_build(findings, progress_in(given.progress, given.user));
        if (!built) throw comity::findings_error(comity::errc::schema_violation, std::move(findings));
        result.make(*std::move(built), std::move(findings));
    });
}
