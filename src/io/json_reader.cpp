#include "io/json_reader.hpp"

#include "history/number_text.hpp"
#include "io/file.hpp"
#include <comity/io/json.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace comity {
namespace detail {

bool json_reader::read_edition(const value& root) {
    const value* format = root.find("format");
    if (format == nullptr || format->text != "comity-history") {
        complain(format != nullptr ? format->offset : root.offset, "wrong-format",
                 R"(a history file says "format": "comity-history")");
        return false;
    }
    const auto whole = [](const value* v) {
        return v != nullptr && v->is == value::type::number && v->number == std::floor(v->number);
    };
    const value* version = root.find("version");
    if (!whole(version) || version->number < 1) {
        complain(version != nullptr ? version->offset : root.offset, "wrong-version",
                 R"(a history file says which version of the format it is of: "version": 1)");
        return false;
    }
    if (version->number > 1) {
        complain(version->offset, "newer-version",
                 "this file is of version " + number_text(version->number) +
                     " of the format; this library reads version 1");
        return false;
    }
    const value* ontology = root.find("ontology");
    const double revision = ontology == nullptr ? 1 : ontology->number;
    if (ontology != nullptr && (!whole(ontology) || revision < 1)) {
        complain(ontology->offset, "wrong-version",
                 "'ontology' should be the revision of the built-in ontology, a whole number from 1");
        return false;
    }
    if (revision > schema::current_revision) {
        complain(ontology != nullptr ? ontology->offset : root.offset, "newer-version",
                 "this file was written with revision " + number_text(revision) +
                     " of the ontology; this library knows those up to " +
                     std::to_string(schema::current_revision));
        return false;
    }
    builder_.schema() = schema(static_cast<int>(revision));
    return true;
}

void json_reader::read_head(const value& root) {
    allow(root,
          {"$schema", "format", "version", "ontology", "title", "description", "license", "notes", "kinds",
           "relation-types", "attribute-types", "sources", "nodes", "relations"},
          "a history file");
    if (const std::string license = text_member(root, "license"); !license.empty())
        builder_.set_note("license", license);
    for (const std::string name : {"title", "description"})
        for (const label_text& t : texts_by_language(root, name, {}))
            builder_.set_note(t.language.empty() ? name : name + '@' + t.language, t.text);
    if (const value* notes = root.find("notes");
        notes != nullptr && expect(*notes, value::type::object, "notes"))
        for (const value::member& m : notes->members)
            if (const auto t = text(m.value, m.name)) builder_.set_note(m.name, *t);
}

coverage_record json_reader::coverage_of(const value& v) {
    allow(v, {"relation-type", "kind", "scope", "from", "until"}, "a coverage");
    const std::string type = text_member(v, "relation-type");
    return {type.empty() ? text_member(v, "kind") : type, text_member(v, "scope"), date_member(v, "from"),
            date_member(v, "until")};
}

void json_reader::read_source(const value& v) {
    allow(v,
          {"id", "kind", "title", "authors", "publisher", "date", "language", "uri", "description",
           "derived-from", "coverage"},
          "a source");
    const auto id = id_of(v, "a source");
    source_record r;
    r.kind = text_member(v, "kind");
    r.publisher = text_member(v, "publisher");
    r.date = date_member(v, "date");
    r.language = text_member(v, "language");
    r.uri = text_member(v, "uri");
    r.note = text_member(v, "description");
    r.authors = texts_member(v, "authors");
    r.derived_from = texts_member(v, "derived-from");
    for (const label_text& t : texts_by_language(v, "title", {})) r.titles.emplace_back(t.language, t.text);
    if (const value* coverage = v.find("coverage");
        coverage != nullptr && expect(*coverage, value::type::array, "coverage"))
        for (const value& c : coverage->items)
            if (expect(c, value::type::object, "coverage")) r.coverage.push_back(coverage_of(c));
    if (!id) return;
    stand_at(v.offset);
    builder_.add_source(*id, r);
}

void json_reader::read_sources(const value& root) {
    each(root, "sources", "source", [this](const value& v) { read_source(v); });
}

std::optional<history> json_reader::read(json_document document, std::vector<finding>& findings) {
    for (const json_fault& f : document.faults)
        complain(f.offset, "not-json",
                 f.unclosed ? f.message + "; what begins at " + place_of(*f.unclosed) + " is not closed"
                            : f.message);
    value& root = document.root;
    if (document.faults.empty() && expect(root, value::type::object, "a history file") &&
        read_edition(root)) {
        read_head(root);
        read_schema(root);
        read_sources(root);
        read_nodes(root);
        read_relations(root);
    }
    beat_.finish();
    std::optional<history> built = std::move(builder_).try_build(findings, tell_);
    finish(findings);
    return built;
}

} // namespace detail

std::optional<history> try_read_json_text(std::string_view text, std::string_view name,
                                          std::vector<finding>& findings, const progress& tell) {
    detail::json_document document = detail::parse_json(text, tell);
    return detail::json_reader(text, name, tell).read(std::move(document), findings);
}

history read_json_text(std::string_view text, std::string_view name, const progress& tell) {
    std::vector<finding> findings;
    std::optional<history> read = try_read_json_text(text, name, findings, tell);
    if (read) return *std::move(read);
    const bool newer = std::any_of(findings.begin(), findings.end(),
                                   [](const finding& f) { return f.code == "newer-version"; });
    throw findings_error(newer ? errc::unsupported : errc::parse_error, std::move(findings));
}

namespace {

std::string_view text_in(const detail::growing<char>& content) {
    return {content.data(), content.size()};
}

} // namespace

history read_json(const std::string& path, const progress& tell) {
    return read_json_text(text_in(detail::read_file(path, tell)), path, tell);
}

std::optional<history> try_read_json(const std::string& path, std::vector<finding>& findings,
                                     const progress& tell) {
    return try_read_json_text(text_in(detail::read_file(path, tell)), path, findings, tell);
}

} // namespace comity
