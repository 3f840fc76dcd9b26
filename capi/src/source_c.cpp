// What is asked of sources, each as the table that the library makes of it.
#include "analyse.hpp"
#include "texts.hpp"

#include <comity/io/evidence.hpp>
#include <comity/io/source_tables.hpp>
#include <comity/io/table_difference.hpp>

#include <limits>

using namespace comity::capi;

namespace {

/// 0 stands for no limit.
size_t limit_in(int64_t given, const char* name) {
    const size_t limit = size_in(given, name);
    return limit == 0 ? std::numeric_limits<size_t>::max() : limit;
}

std::vector<std::string> texts_in(const char* const* texts, const size_t* lengths, size_t count,
                                  const char* name) {
    return named(texts, lengths, count, name, [](std::string_view text) { return std::string(text); });
}

} // namespace

int32_t comity_supports(const comity_view* view, const comity_support_options* options, comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        const auto given = options_in(options);
        require_zero(given.reserved);
        comity::support_options how;
        how.most_sources = limit_in(given.most_sources, "most_sources");
        how.most_roots = limit_in(given.most_roots, "most_roots");
        how.unlocated = given.unlocated != 0;
        const comity::listing_options listed = listing_of(given);
        how.tell = listed.tell;
        result.make(to_table(comity::supports(v, how), listed));
    });
}

int32_t comity_differences(const comity_view* view, const char* first, size_t first_length, const char* other,
                           size_t other_length, const comity_listing_options* options, comity_table** out) {
    return analyse(view, options, out, [&](const comity::view& v, const comity::progress& tell) {
        return comity::differences(v, text_in(first, first_length, "first"),
                                   text_in(other, other_length, "other"), tell);
    });
}

int32_t comity_agreements(const comity_view* view, const comity_listing_options* options,
                          comity_table** out) {
    return analyse(view, options, out, [](const comity::view& v, const comity::progress& tell) {
        return comity::agreements(v, tell);
    });
}

int32_t comity_coverage(const comity_view* view, int64_t years, const comity_listing_options* options,
                        comity_table** out) {
    return analyse(view, options, out, [&](const comity::view& v, const comity::progress& tell) {
        return comity::coverage(v, years, tell);
    });
}

int32_t comity_first_statements(const comity_view* view, const char* source, size_t length,
                                const comity_listing_options* options, comity_table** out) {
    return analyse(view, options, out, [&](const comity::view& v, const comity::progress& tell) {
        return comity::first_statements(v, optional_text_in(source, length), tell);
    });
}

int32_t comity_parties(const comity_view* view, int64_t first, int64_t other, const char* type, size_t length,
                       const comity_listing_options* options, comity_table** out) {
    return analyse(view, options, out, [&](const comity::view& v, const comity::progress& tell) {
        std::optional<comity::relation_type> wanted;
        if (const auto name = optional_text_in(type, length))
            wanted = v.history().schema().relation_type_named(*name);
        const comity::node a = node_in(v.history(), first);
        const comity::node b = node_in(v.history(), other);
        return comity::parties(v, a, b, wanted, tell);
    });
}

int32_t comity_evidence(const comity_view* view, const comity_table* table, int64_t row, comity_table** out) {
    return comity_evidence_with(view, table, row, nullptr, out);
}

int32_t comity_evidence_with(const comity_view* view, const comity_table* table, int64_t row,
                             const comity_listing_options* options, comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        const comity::table& t = object(table).value;
        const comity::progress tell = listing_in(options).tell;
        result.make(row == -1 ? comity::evidence(v, t, tell)
                              : comity::evidence(v, t, index_in(row, t.row_count(), "row")));
    });
}

int32_t comity_table_difference(const comity_table* before, const comity_table* after,
                                const char* const* keys, const size_t* key_lengths, size_t key_count,
                                const char* const* ignored, const size_t* ignored_lengths,
                                size_t ignored_count, comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::table& was = object(before).value;
        const comity::table& is = object(after).value;
        result.make(comity::difference_of(was, is, texts_in(keys, key_lengths, key_count, "keys"),
                                          texts_in(ignored, ignored_lengths, ignored_count, "ignored")));
    });
}
