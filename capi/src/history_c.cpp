#include "handles.hpp"
#include "options.hpp"
#include "progress_in.hpp"

#include <comity/error.hpp>
#include <comity/io/json.hpp>
#include <comity/io/table_builder.hpp>

using namespace comity::capi;

namespace {

/// One count of a history.
int32_t count(const comity_history* history, size_t (comity::history::*of)() const noexcept, int64_t* out) {
    return guard([&] { required(out, "out_count") = wide((object(history).value.*of)()); });
}

/// The number of what a lookup found; throws refusal (COMITY_E_UNKNOWN_ID) if that is nothing.
template <class Found>
int64_t number_of(const Found& found, const char* what, std::string_view id) {
    if (!found)
        throw refusal(COMITY_E_UNKNOWN_ID, std::string("unknown ") + what + " '" + std::string(id) + "'");
    return wide(to_index(found->number()));
}

/// Reads by `read`, which fills in the findings and tells the caller, and makes a handle of what comes of it.
template <class Read>
int32_t read_history(const comity_read_options* options, comity_history** out, Read&& read) {
    return guard([&] {
        const handle_out result(out);
        const auto given = options_in(options);
        std::vector<comity::finding> findings;
        std::optional<comity::history> found = read(given, findings, progress_in(given.progress, given.user));
        if (!found) throw comity::findings_error(comity::errc::parse_error, std::move(findings));
        result.make(*std::move(found), std::move(findings));
    });
}

} // namespace

int32_t comity_history_read(const char* path, size_t length, comity_history** out) {
    return comity_history_read_with(path, length, nullptr, out);
}

int32_t comity_history_read_with(const char* path, size_t length, const comity_read_options* options,
                                 comity_history** out) {
    return read_history(options, out, [&](const auto&, auto& findings, const comity::progress& tell) {
        return comity::try_read_json(std::string(text_in(path, length, "path")), findings, tell);
    });
}

int32_t comity_history_read_text(const char* text, size_t length, const comity_read_options* options,
                                 comity_history** out) {
    return read_history(
        options, out, [&](const comity_read_options& given, auto& findings, const comity::progress& tell) {
            const std::string_view name =
                optional_text_in(given.name.data, given.name.length).value_or("text");
            return comity::try_read_json_text(text_in(text, length, "text"), name, findings, tell);
        });
}

int32_t comity_history_write(const comity_history* history, const char* path, size_t length) {
    return comity_history_write_with(history, path, length, nullptr);
}

int32_t comity_history_write_with(const comity_history* history, const char* path, size_t length,
                                  const comity_write_options* options) {
    return guard([&] {
        const auto given = options_in(options);
        comity::write_json(object(history).value, std::string(text_in(path, length, "path")),
                           progress_in(given.progress, given.user));
    });
}

int32_t comity_history_write_text(const comity_history* history, comity_string** out) {
    return comity_history_write_text_with(history, nullptr, out);
}

int32_t comity_history_write_text_with(const comity_history* history, const comity_write_options* options,
                                       comity_string** out) {
    return guard([&] {
        const handle_out result(out);
        const auto given = options_in(options);
        result.make(comity::to_json_text(object(history).value, progress_in(given.progress, given.user)));
    });
}

int32_t comity_history_destroy(comity_history** history) {
    return destroy(history);
}

int32_t comity_history_findings(const comity_history* history, comity_table** out) {
    return guard([&] { handle_out(out).make(findings_table(object(history).findings)); });
}

int32_t comity_history_node_count(const comity_history* history, int64_t* out_count) {
    return count(history, &comity::history::node_count, out_count);
}

int32_t comity_history_relation_count(const comity_history* history, int64_t* out_count) {
    return count(history, &comity::history::relation_count, out_count);
}

int32_t comity_history_forget_snapshots(const comity_history* history) {
    return guard([&] { object(history).value.forget_snapshots(); });
}

int32_t comity_history_source_count(const comity_history* history, int64_t* out_count) {
    return count(history, &comity::history::source_count, out_count);
}

int32_t comity_history_statement_count(const comity_history* history, int64_t* out_count) {
    return count(history, &comity::history::statement_count, out_count);
}

int32_t comity_history_attribute_count(const comity_history* history, int64_t* out_count) {
    return count(history, &comity::history::attribute_count, out_count);
}

int32_t comity_history_memory(const comity_history* history, int64_t* out_bytes) {
    return count(history, &comity::history::memory, out_bytes);
}

int32_t comity_history_note(const comity_history* history, const char* key, size_t length,
                            const char** out_text, size_t* out_length) {
    return guard([&] {
        const text_out result(out_text, out_length);
        const std::string_view wanted = text_in(key, length, "key");
        for (const auto& [name, text] : object(history).value.notes())
            if (name == wanted) return void(result = text);
        throw refusal(COMITY_E_NO_VALUE, "the history has no note '" + std::string(wanted) + "'");
    });
}

int32_t comity_history_notes(const comity_history* history, comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        comity::table_builder rows{{"key", comity::column_type::text}, {"text", comity::column_type::text}};
        for (const auto& [key, text] : object(history).value.notes()) rows.add_row({key, text});
        result.make(std::move(rows).build());
    });
}

int32_t comity_history_find_node(const comity_history* history, const char* id, size_t length,
                                 int64_t* out_node) {
    return guard([&] {
        auto& result = required(out_node, "out_node");
        result = wide(to_index(object(history).value[text_in(id, length, "id")].number()));
    });
}

int32_t comity_history_find_relation(const comity_history* history, const char* id, size_t length,
                                     int64_t* out_relation) {
    return guard([&] {
        auto& result = required(out_relation, "out_relation");
        const std::string_view wanted = text_in(id, length, "id");
        result = number_of(object(history).value.find_relation(wanted), "relation", wanted);
    });
}

int32_t comity_history_find_source(const comity_history* history, const char* id, size_t length,
                                   int64_t* out_source) {
    return guard([&] {
        auto& result = required(out_source, "out_source");
        const std::string_view wanted = text_in(id, length, "id");
        result = number_of(object(history).value.find_source(wanted), "source", wanted);
    });
}

int32_t comity_history_all(const comity_history* history, comity_view** out) {
    return guard([&] { handle_out(out).make(object(history).value.all()); });
}
