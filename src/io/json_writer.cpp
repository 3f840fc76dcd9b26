#include "io/json_writer.hpp"

#include "schema/kind_names.hpp"

#include "io/file.hpp"
#include "io/json_layout.hpp"
#include <comity/io/json.hpp>

namespace comity {
namespace detail {

json_writer::value json_writer::text(std::string_view t) {
    return value(t.data(), static_cast<rapidjson::SizeType>(t.size()), memory_.GetAllocator());
}

void json_writer::add(value& object, const char* name, value v) {
    object.AddMember(rapidjson::StringRef(name), v, memory_.GetAllocator());
}

void json_writer::add_text(value& object, const char* name, std::string_view t) {
    if (!t.empty()) add(object, name, text(t));
}

void json_writer::add_texts(value& object, const char* name, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    value list(rapidjson::kArrayType);
    for (const std::string& t : texts) list.PushBack(text(t), memory_.GetAllocator());
    add(object, name, std::move(list));
}

void json_writer::add_in_languages(value& object, const char* name, const text_and_language& texts) {
    if (texts.empty()) return;
    if (texts.size() == 1 && texts.front().first.empty())
        return add(object, name, text(texts.front().second));
    value by_language(rapidjson::kObjectType);
    for (const auto& [language, t] : texts)
        by_language.AddMember(text(language), text(t), memory_.GetAllocator());
    add(object, name, std::move(by_language));
}

/// A label is English where no language is said, so that each is written with its own.
void json_writer::add_labels(value& object, const std::vector<label_text>& labels) {
    if (labels.empty()) return;
    value by_language(rapidjson::kObjectType);
    for (const label_text& l : labels)
        by_language.AddMember(text(l.language), text(l.text), memory_.GetAllocator());
    add(object, "label", std::move(by_language));
}

void json_writer::begin_member(std::string_view name) {
    out_ += first_member_ ? "\n  " : ",\n  ";
    out_ += quoted_json(name.data(), name.size()) + ": ";
    first_member_ = false;
}

namespace {

constexpr std::size_t most_in_memory = std::size_t{1} << 20;

} // namespace

template <class Make>
void json_writer::section(const char* name, std::size_t count, Make&& make) {
    if (count == 0) return;
    begin_member(name);
    out_ += '[';
    for (std::size_t i = 0; i < count; ++i) {
        beat_();
        out_ += i == 0 ? "\n    " : ",\n    ";
        const value record = make(i);
        append_json(out_, record, 4, 4);
        // A few records at a time are in memory twice, not the history.
        if (memory_.GetAllocator().Size() > most_in_memory) memory_.GetAllocator().Clear();
    }
    out_ += "\n  ]";
}

namespace {

/// "title@en": what a note is about, and in which language.
std::pair<std::string_view, std::string_view> parts_of(std::string_view key) {
    const std::size_t at = key.find('@');
    if (at == std::string_view::npos || at + 1 == key.size()) return {key, {}};
    return {key.substr(0, at), key.substr(at + 1)};
}

/// The texts of one note in several languages.
std::vector<std::pair<std::string, std::string>> in_languages(const history& h, std::string_view name) {
    std::vector<std::pair<std::string, std::string>> texts;
    for (const auto& [key, text] : h.notes())
        if (const auto [about, language] = parts_of(key); about == name && key != name)
            texts.emplace_back(language, text);
    return texts;
}

/// Whether a note has a place in the file other than `notes`. An empty text there would say that there is
/// none.
bool has_member_of_its_own(const history& h, std::string_view key) {
    const std::string_view about = parts_of(key).first;
    if (key == about && h.note(key).empty()) return false;
    if (about != "title" && about != "description") return key == "license";
    return key != about || in_languages(h, about).empty();
}

} // namespace

void json_writer::write_head() {
    const auto member = [this](std::string_view name, const value& v) {
        begin_member(name);
        append_json(out_, v, 2, 4 + name.size() + 2);
    };
    member("$schema", value("comity-history.schema.json"));
    member("format", value("comity-history"));
    member("version", value(1));
    if (history_.schema().revision() != 1) member("ontology", value(history_.schema().revision()));
    for (const char* name : {"title", "description"}) {
        const text_and_language texts = in_languages(history_, name);
        value object(rapidjson::kObjectType);
        if (texts.empty())
            add_text(object, name, history_.note(name));
        else
            add_in_languages(object, name, texts);
        if (object.MemberCount() != 0) member(name, object[name]);
    }
    if (const std::string_view license = history_.note("license"); !license.empty())
        member("license", text(license));
    value others(rapidjson::kObjectType);
    for (const auto& [key, t] : history_.notes())
        if (!has_member_of_its_own(history_, key))
            others.AddMember(text(key), text(t), memory_.GetAllocator());
    if (others.MemberCount() != 0) member("notes", others);
}

json_writer::value json_writer::kind_of(const kind_definition& k) {
    value v(rapidjson::kObjectType);
    add_text(v, "id", k.name);
    add_text(v, "parent", history_.schema().name(k.parent));
    add_labels(v, k.labels);
    add_text(v, "definition", k.definition);
    return v;
}

json_writer::value json_writer::relation_type_of(const relation_type_definition& t) {
    value v(rapidjson::kObjectType);
    add_text(v, "id", t.name);
    add_labels(v, t.labels);
    add_text(v, "definition", t.definition);
    add_texts(v, "domain", names_of(history_.schema(), t.domain));
    add_texts(v, "range", names_of(history_.schema(), t.range));
    // The inverse of a symmetric type is the type itself and need not be said.
    if (!has(t.flags, relation_flags::symmetric)) add_text(v, "inverse", t.inverse);
    add_text(v, "nature", to_string(t.nature));
    std::vector<std::string> flags;
    for (const auto& [flag, name] : relation_flag_names)
        if (has(t.flags, flag)) flags.emplace_back(name);
    add_texts(v, "flags", flags);
    add_text(v, "mapping", t.mapping);
    return v;
}

json_writer::value json_writer::attribute_type_of(const attribute_type_definition& t) {
    value v(rapidjson::kObjectType);
    add_text(v, "id", t.name);
    add_labels(v, t.labels);
    add_text(v, "definition", t.definition);
    add_text(v, "value", to_string(t.value));
    if (t.single) add(v, "single", value(true));
    return v;
}

void json_writer::write_schema() {
    const auto kinds = history_.schema().added_kinds();
    const auto relation_types = history_.schema().added_relation_types();
    const auto attribute_types = history_.schema().added_attribute_types();
    section("kinds", kinds.size(), [&](std::size_t i) { return kind_of(kinds[i]); });
    section("relation-types", relation_types.size(),
            [&](std::size_t i) { return relation_type_of(relation_types[i]); });
    section("attribute-types", attribute_types.size(),
            [&](std::size_t i) { return attribute_type_of(attribute_types[i]); });
}

json_writer::value json_writer::source_of(const source& s) {
    const source_record r = s.record();
    value v(rapidjson::kObjectType);
    add_text(v, "id", s.id());
    add_text(v, "kind", r.kind);
    add_in_languages(v, "title", r.titles);
    add_texts(v, "authors", r.authors);
    add_text(v, "publisher", r.publisher);
    add_text(v, "date", r.date);
    add_text(v, "language", r.language);
    add_text(v, "uri", r.uri);
    add_texts(v, "derived-from", r.derived_from);
    add_text(v, "description", r.note);
    value coverage(rapidjson::kArrayType);
    for (const coverage_record& c : r.coverage) {
        value covered(rapidjson::kObjectType);
        const bool is_type = history_.schema().find_relation_type(c.what).has_value();
        add_text(covered, is_type ? "relation-type" : "kind", c.what);
        add_text(covered, "scope", c.scope);
        add_text(covered, "from", c.from);
        add_text(covered, "until", c.until);
        coverage.PushBack(covered, memory_.GetAllocator());
    }
    if (!coverage.Empty()) add(v, "coverage", std::move(coverage));
    return v;
}

std::string json_writer::write() {
    out_ = "{";
    write_head();
    write_schema();
    section("sources", history_.source_count(), [&](std::size_t i) {
        return source_of(history_.source(source_id{static_cast<std::uint32_t>(i)}));
    });
    section("nodes", history_.node_count(),
            [&](std::size_t i) { return node_of(history_.node(node_id{static_cast<std::uint32_t>(i)})); });
    section("relations", history_.relation_count(), [&](std::size_t i) {
        return relation_of(history_.relation(relation_id{static_cast<std::uint32_t>(i)}));
    });
    out_ += "\n}\n";
    beat_.finish();
    return std::move(out_);
}

} // namespace detail

std::string to_json_text(const history& h, const progress& tell) {
    return detail::json_writer(h, tell).write();
}

void write_json(const history& h, const std::string& path, const progress& tell) {
    detail::write_file(path, to_json_text(h, tell), tell);
}

} // namespace comity
