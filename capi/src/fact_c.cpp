// Nodes, relations and sources: numbers of a history, each asked for one thing.
#include "constants.hpp"
#include "handles.hpp"

using namespace comity::capi;

static_assert(same(comity::modality::reported, COMITY_MODALITY_REPORTED));
static_assert(same(comity::modality::planned, COMITY_MODALITY_PLANNED));
static_assert(same(comity::modality::proposed, COMITY_MODALITY_PROPOSED));
static_assert(same(comity::modality::alleged, COMITY_MODALITY_ALLEGED));

namespace {

int32_t flags_of(const comity::fact& f) {
    return (f.dated() ? COMITY_FACT_DATED : 0) | (f.disputed() ? COMITY_FACT_DISPUTED : 0) |
           (f.inferred() ? COMITY_FACT_INFERRED : 0) | (f.statements().empty() ? COMITY_FACT_UNSOURCED : 0);
}

comity::node node_of(const comity_history* history, int64_t number) {
    return node_in(object(history).value, number);
}
comity::relation relation_of(const comity_history* history, int64_t number) {
    return relation_in(object(history).value, number);
}
comity::source source_of(const comity_history* history, int64_t number) {
    return source_in(object(history).value, number);
}

} // namespace

int32_t comity_node_id(const comity_history* history, int64_t node, const char** out_text,
                       size_t* out_length) {
    return guard([&] { text_out(out_text, out_length) = node_of(history, node).id(); });
}

int32_t comity_node_name(const comity_history* history, int64_t node, const char* language, size_t length,
                         const char** out_text, size_t* out_length) {
    return guard([&] {
        const std::string_view wanted = optional_text_in(language, length).value_or("en");
        text_out(out_text, out_length) = node_of(history, node).name(wanted);
    });
}

int32_t comity_node_kind(const comity_history* history, int64_t node, const char** out_text,
                         size_t* out_length) {
    return guard([&] { text_out(out_text, out_length) = node_of(history, node).kind_name(); });
}

int32_t comity_node_is_a(const comity_history* history, int64_t node, const char* kind, size_t length,
                         int32_t* out_is_a) {
    return guard([&] {
        auto& result = required(out_is_a, "out_is_a");
        const comity::kind wanted = object(history).value.schema().kind_named(text_in(kind, length, "kind"));
        result = node_of(history, node).is_a(wanted) ? 1 : 0;
    });
}

int32_t comity_node_period(const comity_history* history, int64_t node, comity_period** out) {
    return guard([&] { handle_out(out).make(node_of(history, node).period()); });
}

int32_t comity_node_existence(const comity_history* history, int64_t node, int32_t* out_truth) {
    return guard(
        [&] { required(out_truth, "out_truth") = static_cast<int32_t>(node_of(history, node).existence()); });
}

int32_t comity_node_modality(const comity_history* history, int64_t node, int32_t* out_modality) {
    return guard([&] {
        required(out_modality, "out_modality") = static_cast<int32_t>(node_of(history, node).modality());
    });
}

int32_t comity_node_flags(const comity_history* history, int64_t node, int32_t* out_flags) {
    return guard([&] { required(out_flags, "out_flags") = flags_of(node_of(history, node)); });
}

int32_t comity_relation_id(const comity_history* history, int64_t relation, const char** out_text,
                           size_t* out_length) {
    return guard([&] { text_out(out_text, out_length) = relation_of(history, relation).id(); });
}

int32_t comity_relation_type(const comity_history* history, int64_t relation, const char** out_text,
                             size_t* out_length) {
    return guard([&] { text_out(out_text, out_length) = relation_of(history, relation).type_name(); });
}

int32_t comity_relation_ends(const comity_history* history, int64_t relation, int64_t* out_from,
                             int64_t* out_to) {
    return guard([&] {
        auto& from = required(out_from, "out_from");
        auto& to = required(out_to, "out_to");
        const comity::relation r = relation_of(history, relation);
        from = wide(to_index(r.from().number()));
        to = wide(to_index(r.to().number()));
    });
}

int32_t comity_relation_period(const comity_history* history, int64_t relation, comity_period** out) {
    return guard([&] { handle_out(out).make(relation_of(history, relation).period()); });
}

int32_t comity_relation_existence(const comity_history* history, int64_t relation, int32_t* out_truth) {
    return guard([&] {
        required(out_truth, "out_truth") = static_cast<int32_t>(relation_of(history, relation).existence());
    });
}

int32_t comity_relation_modality(const comity_history* history, int64_t relation, int32_t* out_modality) {
    return guard([&] {
        required(out_modality, "out_modality") =
            static_cast<int32_t>(relation_of(history, relation).modality());
    });
}

int32_t comity_relation_flags(const comity_history* history, int64_t relation, int32_t* out_flags) {
    return guard([&] { required(out_flags, "out_flags") = flags_of(relation_of(history, relation)); });
}

int32_t comity_source_id(const comity_history* history, int64_t source, const char** out_text,
                         size_t* out_length) {
    return guard([&] { text_out(out_text, out_length) = source_of(history, source).id(); });
}

int32_t comity_source_title(const comity_history* history, int64_t source, const char* language,
                            size_t length, const char** out_text, size_t* out_length) {
    return guard([&] {
        const std::string_view wanted = optional_text_in(language, length).value_or("");
        text_out(out_text, out_length) = source_of(history, source).title(wanted);
    });
}

int32_t comity_source_kind(const comity_history* history, int64_t source, const char** out_text,
                           size_t* out_length) {
    return guard([&] { text_out(out_text, out_length) = source_of(history, source).kind(); });
}

int32_t comity_source_date(const comity_history* history, int64_t source, comity_date** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::source s = source_of(history, source);
        auto date = s.dated();
        if (!date) throw refusal(COMITY_E_NO_VALUE, "source '" + std::string(s.id()) + "' has no date");
        result.make(*std::move(date));
    });
}
