#include "handles.hpp"
#include "texts.hpp"

#include <comity/history/modality.hpp>

using namespace comity::capi;

namespace {

void put_count(comity::count counted, int64_t& certain, int64_t& possible) {
    certain = wide(counted.certain);
    possible = wide(counted.possible);
}

} // namespace

int32_t comity_view_at(const comity_view* view, const char* day, size_t length, comity_view** out) {
    return guard([&] {
        const handle_out result(out);
        result.make(object(view).value.at(text_in(day, length, "day")));
    });
}

int32_t comity_view_by(const comity_view* view, const char* day, size_t length, comity_view** out) {
    return guard([&] {
        const handle_out result(out);
        result.make(object(view).value.by(text_in(day, length, "day")));
    });
}

int32_t comity_view_at_days(const comity_view* view, int64_t first, int64_t last, comity_view** out) {
    return guard([&] { handle_out(out).make(object(view).value.at(comity::day(first), comity::day(last))); });
}

int32_t comity_view_by_days(const comity_view* view, int64_t first, int64_t last, comity_view** out) {
    return guard([&] { handle_out(out).make(object(view).value.by(comity::day(first), comity::day(last))); });
}

int32_t comity_view_window(const comity_view* view, const char* from, size_t from_length, const char* to,
                           size_t to_length, comity_view** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        const std::string_view first = text_in(from, from_length, "from");
        const auto last = optional_text_in(to, to_length);
        result.make(last ? v.window(first, *last) : v.window(first));
    });
}

int32_t comity_view_kinds(const comity_view* view, const char* const* kinds, const size_t* lengths,
                          size_t count, comity_view** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        const comity::schema& schema = v.history().schema();
        result.make(v.kinds(named(kinds, lengths, count, "kinds",
                                  [&](std::string_view name) { return schema.kind_named(name); })));
    });
}

int32_t comity_view_types(const comity_view* view, const char* const* types, const size_t* lengths,
                          size_t count, comity_view** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        const comity::schema& schema = v.history().schema();
        result.make(v.types(named(types, lengths, count, "types",
                                  [&](std::string_view name) { return schema.relation_type_named(name); })));
    });
}

int32_t comity_view_modalities(const comity_view* view, const int32_t* modalities, size_t count,
                               comity_view** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        std::vector<comity::modality> wanted;
        if (count != 0) required(modalities, "modalities");
        for (size_t i = 0; i < count; ++i)
            wanted.push_back(enum_in(modalities[i], comity::modality::alleged, "modalities"));
        result.make(v.modalities(wanted));
    });
}

int32_t comity_view_certain(const comity_view* view, comity_view** out) {
    return guard([&] { handle_out(out).make(object(view).value.certain()); });
}

int32_t comity_view_sources(const comity_view* view, const char* const* sources, const size_t* lengths,
                            size_t count, comity_view** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        result.make(v.sources(
            named(sources, lengths, count, "sources", [](std::string_view id) { return std::string(id); })));
    });
}

int32_t comity_view_without_sources(const comity_view* view, const char* const* sources,
                                    const size_t* lengths, size_t count, comity_view** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        result.make(v.without_sources(
            named(sources, lengths, count, "sources", [](std::string_view id) { return std::string(id); })));
    });
}

int32_t comity_view_stated_by(const comity_view* view, const char* day, size_t length, comity_view** out) {
    return guard([&] {
        const handle_out result(out);
        result.make(object(view).value.stated_by(text_in(day, length, "day")));
    });
}

int32_t comity_view_settled_by(const comity_view* view, const char* policy, size_t length,
                               comity_view** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        result.make(v.settled_by(comity::policy::named(text_in(policy, length, "policy"))));
    });
}

int32_t comity_view_ignoring_marks(const comity_view* view, comity_view** out) {
    return guard([&] { handle_out(out).make(object(view).value.ignoring_marks()); });
}

int32_t comity_view_at_any_time(const comity_view* view, comity_view** out) {
    return guard([&] { handle_out(out).make(object(view).value.at_any_time()); });
}

int32_t comity_view_history(const comity_view* view, comity_history** out) {
    return guard([&] { handle_out(out).make(object(view).value.history(), std::vector<comity::finding>()); });
}

int32_t comity_view_destroy(comity_view** view) {
    return destroy(view);
}

int32_t comity_view_describe(const comity_view* view, const char** out_text, size_t* out_length) {
    return guard([&] {
        const auto& v = object(view);
        text_out(out_text, out_length) = v.description.get([&] { return v.value.describe(); });
    });
}

int32_t comity_view_node_count(const comity_view* view, int64_t* out_certain, int64_t* out_possible) {
    return guard([&] {
        auto& certain = required(out_certain, "out_certain");
        auto& possible = required(out_possible, "out_possible");
        put_count(object(view).value.node_count(), certain, possible);
    });
}

int32_t comity_view_relation_count(const comity_view* view, int64_t* out_certain, int64_t* out_possible) {
    return guard([&] {
        auto& certain = required(out_certain, "out_certain");
        auto& possible = required(out_possible, "out_possible");
        put_count(object(view).value.relation_count(), certain, possible);
    });
}

int32_t comity_view_node_truth(const comity_view* view, int64_t node, int32_t* out_truth) {
    return guard([&] {
        auto& result = required(out_truth, "out_truth");
        const comity::view& v = object(view).value;
        result = static_cast<int32_t>(v.shows(node_in(v.history(), node)));
    });
}

int32_t comity_view_relation_truth(const comity_view* view, int64_t relation, int32_t* out_truth) {
    return guard([&] {
        auto& result = required(out_truth, "out_truth");
        const comity::view& v = object(view).value;
        result = static_cast<int32_t>(v.shows(relation_in(v.history(), relation)));
    });
}

int32_t comity_view_node_period(const comity_view* view, int64_t node, comity_period** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        result.make(v.period_of(node_in(v.history(), node)));
    });
}

int32_t comity_view_relation_period(const comity_view* view, int64_t relation, comity_period** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        result.make(v.period_of(relation_in(v.history(), relation)));
    });
}

int32_t comity_view_node_disputed(const comity_view* view, int64_t node, int32_t* out_disputed) {
    return guard([&] {
        auto& result = required(out_disputed, "out_disputed");
        const comity::view& v = object(view).value;
        result = v.disputed(node_in(v.history(), node)) ? 1 : 0;
    });
}

int32_t comity_view_relation_disputed(const comity_view* view, int64_t relation, int32_t* out_disputed) {
    return guard([&] {
        auto& result = required(out_disputed, "out_disputed");
        const comity::view& v = object(view).value;
        result = v.disputed(relation_in(v.history(), relation)) ? 1 : 0;
    });
}

int32_t comity_view_snapshot(const comity_view* view, comity_snapshot** out) {
    return guard([&] { handle_out(out).make(object(view).value.snapshot()); });
}
