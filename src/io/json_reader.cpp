#include "io/json_reader.hpp"

#include <comity/io/json.hpp>
#include <comity/schema/detail/nearest_name.hpp>

#include <cmath>
#include <fstream>
#include <sstream>
#include <utility>

namespace comity {
namespace detail {

void json_reader::complain(std::size_t offset, std::string_view code, std::string message,
                           std::string subject) {
    const auto [line, column] = lines_.at(offset);
    builder_.add_finding({severity::error, std::string(code), std::move(subject),
                          file_ + ':' + std::to_string(line) + ':' + std::to_string(column),
                          std::move(message)});
}

void json_reader::stand_at(std::size_t offset) {
    const auto [line, column] = lines_.at(offset);
    builder_.set_place(file_, line, column);
}

bool json_reader::expect(const value& v, value::type t, std::string_view what) {
    if (v.is == t) return true;
    const bool described = what.rfind("a ", 0) == 0 || what.rfind("an ", 0) == 0; // not a member's name
    const std::string quote = described ? "" : "'";
    complain(v.offset, "wrong-json-type",
             quote + std::string(what) + quote + " should be " + std::string(name_of(t)) + ", not " +
                 std::string(name_of(v.is)));
    return false;
}

std::optional<std::string> json_reader::text(const value& v, std::string_view what) {
    if (!expect(v, value::type::string, what)) return std::nullopt;
    return v.text;
}

std::string json_reader::text_member(const value& object, std::string_view name) {
    const value* v = object.find(name);
    return v == nullptr ? std::string() : text(*v, name).value_or("");
}

std::vector<std::string> json_reader::texts(const value& v, std::string_view what) {
    std::vector<std::string> result;
    if (v.is == value::type::string)
        result.push_back(v.text);
    else if (expect(v, value::type::array, what))
        for (const value& item : v.items)
            if (auto t = text(item, what)) result.push_back(*std::move(t));
    return result;
}

void json_reader::allow(const value& object, std::initializer_list<std::string_view> names,
                        std::string_view what) {
    for (const value::member& m : object.members) {
        nearest_name nearest(m.name);
        bool known = false;
        for (const std::string_view n : names) {
            known = known || n == m.name;
            nearest.offer(n);
        }
        if (!known)
            complain(m.offset, "unknown-member",
                     "unknown member '" + m.name + "' of " + std::string(what) + nearest.question());
    }
}

std::optional<std::string> json_reader::id_of(const value& object, std::string_view what) {
    const value* id = object.find("id");
    if (id == nullptr) {
        complain(object.offset, "missing-id", std::string(what) + " needs an 'id'");
        return std::nullopt;
    }
    auto t = text(*id, "id");
    if (t && t->empty()) {
        complain(id->offset, "missing-id", "the 'id' of " + std::string(what) + " is empty");
        return std::nullopt;
    }
    return t;
}

void json_reader::read_head(const value& root) {
    allow(root,
          {"$schema", "format", "version", "ontology", "title", "description", "license", "notes", "kinds",
           "relation-types", "attribute-types", "sources", "nodes", "relations"},
          "a history file");
    const value* format = root.find("format");
    if (format == nullptr || format->text != "comity-history")
        complain(format != nullptr ? format->offset : root.offset, "wrong-format",
                 "a history file says \"format\": \"comity-history\"");
    const value* version = root.find("version");
    if (version == nullptr || version->is != value::type::number || version->number != 1)
        complain(version != nullptr ? version->offset : root.offset, "wrong-version",
                 "this library reads \"version\": 1 of the format");
    if (const value* license = root.find("license"))
        if (const auto t = text(*license, "license")) builder_.set_note("license", *t);
    for (const std::string_view name : {"title", "description"}) {
        const value* v = root.find(name);
        if (v == nullptr) continue;
        if (v->is == value::type::string)
            builder_.set_note(name, v->text);
        else if (expect(*v, value::type::object, name))
            for (const value::member& m : v->members)
                if (const auto t = text(m.value, m.name))
                    builder_.set_note(std::string(name) + '@' + m.name, *t);
    }
    if (const value* notes = root.find("notes");
        notes != nullptr && expect(*notes, value::type::object, "notes"))
        for (const value::member& m : notes->members)
            if (const auto t = text(m.value, m.name)) builder_.set_note(m.name, *t);
}

coverage_record json_reader::coverage_of(const value& v) {
    allow(v, {"relation-type", "kind", "scope", "from", "until"}, "a coverage");
    const std::string type = text_member(v, "relation-type");
    return {type.empty() ? text_member(v, "kind") : type, text_member(v, "scope"), text_member(v, "from"),
            text_member(v, "until")};
}

void json_reader::read_source(const value& v) {
    allow(v,
          {"id", "kind", "title", "authors", "publisher", "date", "language", "uri", "description",
           "derived-from", "coverage"},
          "a source");
    const auto id = id_of(v, "a source");
    if (!id) return;
    source_record r;
    r.kind = text_member(v, "kind");
    r.publisher = text_member(v, "publisher");
    r.date = text_member(v, "date");
    r.language = text_member(v, "language");
    r.uri = text_member(v, "uri");
    r.note = text_member(v, "description");
    if (const value* authors = v.find("authors")) r.authors = texts(*authors, "authors");
    if (const value* roots = v.find("derived-from")) r.derived_from = texts(*roots, "derived-from");
    if (const value* title = v.find("title")) {
        if (title->is == value::type::string)
            r.titles.emplace_back("", title->text);
        else if (expect(*title, value::type::object, "title"))
            for (const value::member& m : title->members)
                if (auto t = text(m.value, "title")) r.titles.emplace_back(m.name, *std::move(t));
    }
    each(v, "coverage", "a coverage", [&](const value& c) { r.coverage.push_back(coverage_of(c)); });
    const value* date = v.find("date");
    stand_at(date != nullptr ? date->offset : v.offset);
    builder_.add_source(*id, r);
}

void json_reader::read_sources(const value& root) {
    each(root, "sources", "a source", [this](const value& v) { read_source(v); });
}

std::optional<history> json_reader::read(const json_document& document, std::vector<finding>& findings) {
    for (const json_fault& f : document.faults) complain(f.offset, "not-json", f.message);
    if (document.faults.empty() && expect(document.root, value::type::object, "a history file")) {
        read_head(document.root);
        read_schema(document.root);
        read_sources(document.root);
        read_nodes(document.root);
        read_relations(document.root);
    }
    return std::move(builder_).try_build(findings);
}

} // namespace detail

std::optional<history> try_read_json_text(std::string_view text, std::string_view name,
                                          std::vector<finding>& findings) {
    return detail::json_reader(text, name).read(detail::parse_json(text), findings);
}

history read_json_text(std::string_view text, std::string_view name) {
    std::vector<finding> findings;
    std::optional<history> read = try_read_json_text(text, name, findings);
    if (!read) throw findings_error(errc::parse_error, std::move(findings));
    return *std::move(read);
}

namespace {

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw error(errc::io_error, "can't open '" + path + "' for reading");
    std::ostringstream content;
    content << file.rdbuf();
    if (file.bad()) throw error(errc::io_error, "reading '" + path + "' failed part-way");
    return std::move(content).str();
}

} // namespace

history read_json(const std::string& path) {
    return read_json_text(content_of(path), path);
}

std::optional<history> try_read_json(const std::string& path, std::vector<finding>& findings) {
    return try_read_json_text(content_of(path), path, findings);
}

} // namespace comity
