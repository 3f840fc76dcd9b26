// Histories and views as tables.
#include "handles.hpp"
#include "listing.hpp"
#include "texts.hpp"

#include <comity/io/table_builder.hpp>

using namespace comity::capi;

int32_t comity_view_nodes(const comity_view* view, const char* kind, size_t length, comity_table** out) {
    return comity_view_nodes_with(view, kind, length, nullptr, out);
}

int32_t comity_view_nodes_with(const comity_view* view, const char* kind, size_t length,
                               const comity_listing_options* options, comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        std::optional<comity::kind> wanted;
        if (const auto name = optional_text_in(kind, length)) wanted = v.history().schema().kind_named(*name);
        result.make(comity::nodes_table(v, wanted, listing_in(options)));
    });
}

int32_t comity_view_relations(const comity_view* view, const char* type, size_t length, comity_table** out) {
    return comity_view_relations_with(view, type, length, nullptr, out);
}

int32_t comity_view_relations_with(const comity_view* view, const char* type, size_t length,
                                   const comity_listing_options* options, comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        result.make(comity::relations_table(v, type_in(v, type, length), listing_in(options).tell));
    });
}

int32_t comity_view_out(const comity_view* view, int64_t node, const char* type, size_t length,
                        comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        result.make(comity::out_table(v, node_in(v.history(), node), type_in(v, type, length)));
    });
}

int32_t comity_view_in(const comity_view* view, int64_t node, const char* type, size_t length,
                       comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        result.make(comity::in_table(v, node_in(v.history(), node), type_in(v, type, length)));
    });
}

int32_t comity_view_statements(const comity_view* view, comity_table** out) {
    return comity_view_statements_with(view, nullptr, out);
}

int32_t comity_view_statements_with(const comity_view* view, const comity_listing_options* options,
                                    comity_table** out) {
    return guard([&] {
        handle_out(out).make(comity::statements_table(object(view).value, listing_in(options).tell));
    });
}

int32_t comity_view_attributes(const comity_view* view, comity_table** out) {
    return comity_view_attributes_with(view, nullptr, out);
}

int32_t comity_view_attributes_with(const comity_view* view, const comity_listing_options* options,
                                    comity_table** out) {
    return guard([&] {
        handle_out(out).make(comity::attributes_table(object(view).value, listing_in(options).tell));
    });
}

int32_t comity_history_statements(const comity_history* history, comity_table** out) {
    return comity_history_statements_with(history, nullptr, out);
}

int32_t comity_history_statements_with(const comity_history* history, const comity_listing_options* options,
                                       comity_table** out) {
    return guard([&] {
        handle_out(out).make(comity::statements_table(object(history).value, listing_in(options).tell));
    });
}

int32_t comity_history_attributes(const comity_history* history, comity_table** out) {
    return comity_history_attributes_with(history, nullptr, out);
}

int32_t comity_history_attributes_with(const comity_history* history, const comity_listing_options* options,
                                       comity_table** out) {
    return guard([&] {
        handle_out(out).make(comity::attributes_table(object(history).value, listing_in(options).tell));
    });
}

int32_t comity_history_sources(const comity_history* history, const comity_listing_options* options,
                               comity_table** out) {
    return guard(
        [&] { handle_out(out).make(comity::sources_table(object(history).value, listing_in(options))); });
}

int32_t comity_history_search(const comity_history* history, const char* text, size_t length,
                              const comity_listing_options* options, comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::history& h = object(history).value;
        const auto how = listing_in(options);
        comity::table_builder found{{"node", comity::column_type::integer},
                                    {"id", comity::column_type::category},
                                    {"kind", comity::column_type::category},
                                    {"name", comity::column_type::text}};
        for (const comity::node& n : h.search(text_in(text, length, "text")))
            found.add_row({wide(to_index(n.number())), n.id(), n.kind_name(), n.name(how.language)});
        result.make(std::move(found).build());
    });
}

int32_t comity_node_statements(const comity_history* history, int64_t node, comity_table** out) {
    return guard([&] { handle_out(out).make(comity::statements_of(node_in(object(history).value, node))); });
}

int32_t comity_node_attributes(const comity_history* history, int64_t node, comity_table** out) {
    return guard([&] { handle_out(out).make(comity::attributes_of(node_in(object(history).value, node))); });
}

int32_t comity_relation_statements(const comity_history* history, int64_t relation, comity_table** out) {
    return guard(
        [&] { handle_out(out).make(comity::statements_of(relation_in(object(history).value, relation))); });
}

int32_t comity_relation_attributes(const comity_history* history, int64_t relation, comity_table** out) {
    return guard(
        [&] { handle_out(out).make(comity::attributes_of(relation_in(object(history).value, relation))); });
}
