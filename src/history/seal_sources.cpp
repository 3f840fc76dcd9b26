#include "history/seal.hpp"

#include <utility>

namespace comity::detail {
namespace {

/// Lists of texts while they grow.
struct growing_lists {
    growing<std::uint32_t> offsets{0};
    growing<string_id> texts;
    void close() { offsets.push_back(static_cast<std::uint32_t>(texts.size())); }
    [[nodiscard]] text_lists seal() && { return {std::move(offsets), std::move(texts)}; }
};

} // namespace

void seal_sources(draft& d, store& s) {
    growing<string_id> id, kind, publisher, language, uri, note;
    growing<date_id> date;
    growing<std::uint32_t> statements(d.sources.size(), 0);
    growing_lists titles, authors, derived_from, coverage;
    for (const draft::source_row& row : d.sources) {
        const source_record& r = row.record;
        id.push_back(row.id);
        kind.push_back(d.strings.intern(r.kind));
        publisher.push_back(d.strings.intern(r.publisher));
        language.push_back(d.strings.intern(r.language));
        uri.push_back(d.strings.intern(r.uri));
        note.push_back(d.strings.intern(r.note));
        date.push_back(row.date);
        const auto add = [&d](growing_lists& lists, const std::string& text) {
            lists.texts.push_back(d.strings.intern(text));
        };
        for (const auto& [tag, title] : r.titles) {
            add(titles, tag);
            add(titles, title);
        }
        for (const std::string& author : r.authors) add(authors, author);
        for (const std::string& root : r.derived_from) add(derived_from, root);
        for (const coverage_record& c : r.coverage)
            for (const std::string* text : {&c.what, &c.scope, &c.from, &c.until}) add(coverage, *text);
        titles.close();
        authors.close();
        derived_from.close();
        coverage.close();
    }
    for (const draft::statement_row& row : d.statements) ++statements[row.source];
    source_columns& out = s.sources;
    out.id = std::move(id);
    out.kind = std::move(kind);
    out.publisher = std::move(publisher);
    out.language = std::move(language);
    out.uri = std::move(uri);
    out.note = std::move(note);
    out.date = std::move(date);
    out.statements = std::move(statements);
    out.slots = std::move(d.source_index).seal();
    out.titles = std::move(titles).seal();
    out.authors = std::move(authors).seal();
    out.derived_from = std::move(derived_from).seal();
    out.coverage = std::move(coverage).seal();
}

} // namespace comity::detail
