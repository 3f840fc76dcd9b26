// CSV files and registers to a history.
#include "builder_records.hpp"
#include "handles.hpp"
#include "options.hpp"
#include "progress_in.hpp"

#include <comity/io/bulk_columns.hpp>
#include <comity/io/csv.hpp>
#include <comity/io/csv_estimate.hpp>
#include <comity/io/csv_register.hpp>

namespace comity::capi {

struct load_object {
    loaded_history value;
};
struct registers_object {
    std::vector<csv_register> value;
};

namespace {

static_assert(static_cast<int>(missing_end::unknown) == COMITY_MISSING_END_UNKNOWN);
static_assert(static_cast<int>(missing_end::open) == COMITY_MISSING_END_OPEN);
static_assert(static_cast<int>(time_of_day::kept) == COMITY_TIME_KEPT);

char delimiter_in(std::int32_t given) {
    if (given < 0 || given > 127)
        throw refusal(COMITY_E_INVALID_ARGUMENT,
                      "'delimiter' is " + std::to_string(given) + "; expected an ASCII character");
    return given == 0 ? ',' : static_cast<char>(given);
}

/// The lenient reader's settings, or nothing if it is not asked for.
template <class Options>
std::optional<lenient_options> lenient_in(const Options& o) {
    lenient_options how;
    how.slashes = enum_in(o.slashes, slash_order::refuse, "slashes");
    how.open_far_end = o.keep_far_end == 0;
    return o.lenient != 0 ? std::optional(how) : std::nullopt;
}

source_record source_in(const comity_source_options* about) {
    return about == nullptr ? source_record{} : record_of(options_in(about));
}

/// 0 asks for the default.
template <class To>
void set_most_rejected(To& to, std::int64_t most) {
    if (const std::size_t n = size_in(most, "most_rejected"); n != 0) to.most_rejected = n;
}

missing_end end_named(const std::string& name) {
    if (name.empty()) return missing_end::refused;
    if (const auto found = missing_end_of(name)) return *found;
    throw refusal(COMITY_E_INVALID_ARGUMENT,
                  "'type_ends' has '" + name + "'; expected instantaneous, open or unknown");
}

void take_words(csv_options& to, const comity_csv_options& o) {
    const auto kinds = strings_in(o.kind_words, "kind_words");
    const auto kind_names = column_in(o.kind_names, kinds.size(), "kind_names");
    const auto parents = column_in(o.kind_parents, kinds.size(), "kind_parents");
    for (std::size_t i = 0; i < kinds.size(); ++i) to.kinds.push_back({kinds[i], kind_names[i], parents[i]});
    const auto types = strings_in(o.type_words, "type_words");
    const auto type_names = column_in(o.type_names, types.size(), "type_names");
    const auto ends = column_in(o.type_ends, types.size(), "type_ends");
    for (std::size_t i = 0; i < types.size(); ++i)
        to.types.push_back({types[i], type_names[i], end_named(ends[i])});
}

csv_options csv_options_in(const comity_csv_options* options) {
    const auto o = options_in(options);
    csv_options how;
    how.delimiter = delimiter_in(o.delimiter);
    how.missing_end = enum_in(o.missing_end, missing_end::unknown, "missing_end");
    how.times = enum_in(o.times, time_of_day::kept, "times");
    how.add_types = o.add_types != 0;
    how.lenient = lenient_in(o);
    how.all_or_nothing = o.keep_the_rest == 0;
    set_most_rejected(how, o.most_rejected);
    how.new_kinds_under = kept_string_in(o.new_kinds, "new_kinds");
    how.source = kept_string_in(o.source, "source");
    how.about_source = source_in(o.about_source);
    how.language = kept_string_in(o.language, "language");
    take_words(how, o);
    how.tell = progress_in(o.progress, o.user);
    return how;
}

using csv_reader = loaded_history (*)(std::string_view, std::string_view, const csv_options&);

std::int32_t read_files(const char* nodes, std::size_t nodes_length, const char* relations,
                        std::size_t relations_length, const comity_csv_options* options, comity_load** out,
                        csv_reader read) {
    return guard([&] {
        const handle_out result(out);
        result.make(read(text_in(nodes, nodes_length, "nodes"),
                         text_in(relations, relations_length, "relations"), csv_options_in(options)));
    });
}

csv_register& register_in(comity_registers* registers, std::int64_t number) {
    auto& all = object(registers).value;
    return all[index_in(number, all.size(), "register")];
}

std::size_t column_number(const csv_register& r, std::int64_t number) {
    return index_in(number, r.nodes.size(), "column of nodes");
}

attribute_type name_type(const std::string& name) {
    return name.empty() ? attribute_type::name : schema().attribute_type_named(name);
}

table report_part(const loaded_history& l, std::int32_t part) {
    switch (part) {
    case COMITY_LOAD_COUNTS:
        return load_counts_table(l.report);
    case COMITY_LOAD_CHOICES:
        return load_choices_table(l.report);
    case COMITY_LOAD_LENIENT:
        return lenient_uses_table(l.report);
    case COMITY_LOAD_REJECTED:
        return rejected_rows_table(l.report);
    case COMITY_LOAD_FINDINGS:
        return findings_table(l.report.findings);
    default:
        throw refusal(COMITY_E_INVALID_ARGUMENT,
                      "argument 'part' is " + std::to_string(part) + "; expected 0 to 4");
    }
}

} // namespace
} // namespace comity::capi

using namespace comity::capi;

int32_t comity_csv_estimate(const char* nodes, size_t nodes_length, const char* relations,
                            size_t relations_length, int32_t with_source, int64_t* out_nodes,
                            int64_t* out_relations, int64_t* out_held, int64_t* out_peak) {
    return guard([&] {
        int64_t& node_count = required(out_nodes, "out_nodes");
        int64_t& relation_count = required(out_relations, "out_relations");
        int64_t& held = required(out_held, "out_held");
        int64_t& peak = required(out_peak, "out_peak");
        const std::string_view of_nodes = text_in(nodes, nodes_length, "nodes");
        const std::string_view of_relations = text_in(relations, relations_length, "relations");
        const comity::csv_estimate e =
            comity::estimate_csv(std::string(of_nodes), std::string(of_relations), with_source != 0);
        node_count = static_cast<int64_t>(e.nodes);
        relation_count = static_cast<int64_t>(e.relations);
        held = static_cast<int64_t>(e.held);
        peak = static_cast<int64_t>(e.peak);
    });
}

int32_t comity_csv_read(const char* nodes, size_t nodes_length, const char* relations,
                        size_t relations_length, const comity_csv_options* options, comity_load** out) {
    const auto read = [](std::string_view a, std::string_view b, const comity::csv_options& how) {
        return comity::read_csv(std::string(a), std::string(b), how);
    };
    return read_files(nodes, nodes_length, relations, relations_length, options, out, read);
}

int32_t comity_csv_read_text(const char* nodes, size_t nodes_length, const char* relations,
                             size_t relations_length, const comity_csv_options* options, comity_load** out) {
    return read_files(nodes, nodes_length, relations, relations_length, options, out, comity::read_csv_text);
}

int32_t comity_columns_read(const comity_table* nodes, const comity_table* relations,
                            const comity_csv_options* options, comity_load** out) {
    return guard([&] {
        const handle_out result(out);
        result.make(
            comity::read_columns(object(nodes).value, object(relations).value, csv_options_in(options)));
    });
}

int32_t comity_registers_create(comity_registers** out) {
    return guard([&] { handle_out(out).make(); });
}

int32_t comity_registers_add(comity_registers* registers, const char* path, size_t path_length,
                             const char* source, size_t source_length, const comity_register_options* options,
                             int64_t* out_register) {
    return guard([&] {
        auto& all = object(registers).value;
        int64_t& number = required(out_register, "out_register");
        const auto o = options_in(options);
        comity::csv_register r;
        r.path = text_in(path, path_length, "path");
        r.source = kept_text_in(source, source_length, "source");
        r.delimiter = delimiter_in(o.delimiter);
        r.times = enum_in(o.times, comity::time_of_day::kept, "times");
        r.lenient = lenient_in(o);
        r.repeats = o.dispute_repeats != 0 ? comity::csv_repeats::dispute : comity::csv_repeats::separate;
        r.language = kept_string_in(o.language, "language");
        r.about_source = source_in(o.about_source);
        all.push_back(std::move(r));
        number = wide(all.size() - 1);
    });
}

int32_t comity_registers_add_nodes(comity_registers* registers, int64_t number, const char* column,
                                   size_t column_length, const char* kind, size_t kind_length,
                                   const comity_register_node_options* options, int64_t* out_nodes) {
    return guard([&] {
        comity::csv_register& r = register_in(registers, number);
        int64_t& place = required(out_nodes, "out_nodes");
        const auto o = options_in(options);
        r.nodes.push_back({std::string(kept_text_in(column, column_length, "column")),
                           std::string(kept_text_in(kind, kind_length, "kind")),
                           kept_string_in(o.prefix, "prefix"), kept_string_in(o.names, "names"),
                           name_type(kept_string_in(o.called, "called"))});
        place = wide(r.nodes.size() - 1);
    });
}

int32_t comity_registers_add_relation(comity_registers* registers, int64_t number, const char* type,
                                      size_t length, int64_t from, int64_t to,
                                      const comity_register_relation_options* options) {
    return guard([&] {
        comity::csv_register& r = register_in(registers, number);
        const auto o = options_in(options);
        auto end = enum_in(o.missing_end, comity::missing_end::unknown, "missing_end");
        if (end == comity::missing_end::refused) end = comity::missing_end::unknown;
        r.relations.push_back({std::string(kept_text_in(type, length, "type")), column_number(r, from),
                               column_number(r, to), kept_string_in(o.begin, "begin"),
                               kept_string_in(o.end, "end"), end, o.undated != 0});
    });
}

int32_t comity_registers_add_attribute(comity_registers* registers, int64_t number, const char* column,
                                       size_t column_length, const char* type, size_t type_length,
                                       int64_t node) {
    return guard([&] {
        comity::csv_register& r = register_in(registers, number);
        r.attributes.push_back({std::string(kept_text_in(column, column_length, "column")),
                                std::string(kept_text_in(type, type_length, "type")),
                                column_number(r, node)});
    });
}

int32_t comity_registers_read(const comity_registers* registers, const comity_registers_options* options,
                              comity_load** out) {
    return guard([&] {
        const handle_out result(out);
        const auto& all = object(registers).value;
        const auto o = options_in(options);
        require_zero(o.reserved);
        comity::csv_register_options how;
        how.all_or_nothing = o.keep_the_rest == 0;
        set_most_rejected(how, o.most_rejected);
        how.tell = progress_in(o.progress, o.user);
        result.make(comity::read_csv_registers(all, how));
    });
}

int32_t comity_registers_destroy(comity_registers** registers) {
    return destroy(registers);
}

int32_t comity_load_history(const comity_load* load, comity_history** out) {
    return guard([&] {
        const auto& from = object(load).value;
        handle_out(out).make(from.history, from.report.findings);
    });
}

int32_t comity_load_report(const comity_load* load, int32_t part, comity_table** out) {
    return guard([&] { handle_out(out).make(report_part(object(load).value, part)); });
}

int32_t comity_load_destroy(comity_load** load) {
    return destroy(load);
}
