#include "io/atomic_file.hpp"

#include <comity/io/json.hpp>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace comity {
namespace {

/// One JSON value on one line, member by member.
class line_writer {
public:
    line_writer& open() { return json_.StartObject(), *this; }
    line_writer& close() { return json_.EndObject(), *this; }
    line_writer& open_list() { return json_.StartArray(), *this; }
    line_writer& close_list() { return json_.EndArray(), *this; }
    line_writer& name(std::string_view n) {
        json_.Key(n.data(), static_cast<rapidjson::SizeType>(n.size()));
        return *this;
    }
    line_writer& text(std::string_view t) {
        json_.String(t.data(), static_cast<rapidjson::SizeType>(t.size()));
        return *this;
    }
    line_writer& flag(bool b) { return json_.Bool(b), *this; }
    line_writer& number(double n) {
        const bool whole = std::nearbyint(n) == n && std::abs(n) < 9e15;
        if (whole)
            json_.Int64(static_cast<std::int64_t>(n));
        else
            json_.Double(n);
        return *this;
    }
    /// A member with a text, left out if the text is empty.
    line_writer& member(std::string_view n, std::string_view t) {
        return t.empty() ? *this : name(n).text(t);
    }
    template <class Texts>
    line_writer& members(std::string_view n, const Texts& texts) {
        if (texts.empty()) return *this;
        name(n).open_list();
        for (const auto& t : texts) text(t);
        return close_list();
    }
    [[nodiscard]] std::string_view done() const { return {buffer_.GetString(), buffer_.GetSize()}; }

private:
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> json_{buffer_};
};

/// Writes one history. Every record stands on a line of its own, so that differences show record by record.
class history_writer {
public:
    explicit history_writer(const history& h) : history_(h) {}

    [[nodiscard]] std::string write() {
        out_ = "{\n  \"$schema\": \"comity-history.schema.json\",\n  \"format\": \"comity-history\",\n"
               "  \"version\": 1";
        write_notes();
        write_schema();
        records("sources", history_.sources(), [](line_writer& w, const source& s) { put(w, s); });
        std::vector<node> nodes;
        for (std::uint32_t i = 0; i < history_.node_count(); ++i) nodes.push_back(history_.node(node_id{i}));
        records("nodes", nodes, [](line_writer& w, const node& n) {
            w.open().name("id").text(n.id()).name("kind").text(n.kind_name());
            put_facts(w, n);
        });
        std::vector<relation> relations;
        for (std::uint32_t i = 0; i < history_.relation_count(); ++i)
            relations.push_back(history_.relation(relation_id{i}));
        records("relations", relations, [](line_writer& w, const relation& r) {
            w.open().member("id", r.id()).name("type").text(r.type_name());
            w.name("from").text(r.from().id()).name("to").text(r.to().id());
            put_facts(w, r);
        });
        return out_ + "\n}\n";
    }

private:
    template <class Rows, class Put>
    void records(std::string_view list, const Rows& rows, Put&& put) {
        if (rows.empty()) return;
        out_ += ",\n  \"" + std::string(list) + "\": [";
        std::string_view before = "\n    ";
        for (const auto& row : rows) {
            line_writer w;
            put(w, row);
            out_ += before;
            out_ += w.done();
            before = ",\n    ";
        }
        out_ += "\n  ]";
    }

    void write_notes();
    void write_schema();
    static void put(line_writer& w, const source& s);
    static void put_facts(line_writer& w, const fact& f);
    static void put_period(line_writer& w, nature n, std::optional<std::string_view> begin,
                           std::optional<std::string_view> end);
    static void put_value(line_writer& w, const attribute& a, const std::vector<statement>& stated);
    static void put_statement_head(line_writer& w, const statement& s);
    static void put_values(line_writer& w, const std::vector<attribute>& values, bool with_statements);

    const history& history_;
    std::string out_;
};

void put_labels(line_writer& w, const std::vector<label_text>& labels) {
    if (labels.empty()) return;
    w.name("label").open();
    for (const label_text& l : labels) w.name(l.language).text(l.text);
    w.close();
}

void history_writer::write_notes() {
    std::map<std::string, std::vector<std::pair<std::string, std::string>>, std::less<>> languages;
    std::vector<std::pair<std::string, std::string>> others;
    for (const auto& [key, value] : history_.notes()) {
        const std::size_t at = key.find('@');
        const std::string_view base = key.substr(0, at);
        const bool known = base == "title" || base == "description" || key == "license";
        if (!known)
            others.emplace_back(key, value);
        else
            languages[std::string(base)].emplace_back(at == std::string_view::npos ? "" : key.substr(at + 1),
                                                      value);
    }
    for (const char* base : {"title", "description", "license"}) {
        const auto found = languages.find(base);
        if (found == languages.end()) continue;
        line_writer w;
        if (found->second.size() == 1 && found->second[0].first.empty())
            w.text(found->second[0].second);
        else {
            w.open();
            for (const auto& [language, text] : found->second) w.name(language).text(text);
            w.close();
        }
        out_ += ",\n  \"" + std::string(base) + "\": " + std::string(w.done());
    }
    if (others.empty()) return;
    line_writer w;
    w.open();
    for (const auto& [key, value] : others) w.name(key).text(value);
    out_ += ",\n  \"notes\": " + std::string(w.close().done());
}

void history_writer::write_schema() {
    const schema& s = history_.schema();
    const auto names = [&s](const std::vector<kind>& kinds) {
        std::vector<std::string_view> all;
        for (const kind k : kinds) all.push_back(s.name(k));
        return all;
    };
    records("kinds", s.added_kinds(), [&](line_writer& w, const kind_definition& d) {
        w.open().name("id").text(d.name).name("parent").text(s.name(d.parent));
        put_labels(w, d.labels);
        w.member("definition", d.definition).close();
    });
    records("relation-types", s.added_relation_types(),
            [&](line_writer& w, const relation_type_definition& d) {
                w.open().name("id").text(d.name);
                put_labels(w, d.labels);
                w.member("definition", d.definition)
                    .members("domain", names(d.domain))
                    .members("range", names(d.range));
                w.member("inverse", d.inverse)
                    .name("nature")
                    .text(to_string(d.nature))
                    .member("mapping", d.mapping);
                std::vector<std::string_view> flags;
                for (const auto& [flag, name] : relation_flag_names)
                    if (has(d.flags, flag)) flags.push_back(name);
                w.members("flags", flags).close();
            });
    records("attribute-types", s.added_attribute_types(),
            [&](line_writer& w, const attribute_type_definition& d) {
                w.open().name("id").text(d.name);
                put_labels(w, d.labels);
                w.member("definition", d.definition).name("value").text(to_string(d.value));
                w.name("single").flag(d.single).close();
            });
}

void history_writer::put(line_writer& w, const source& s) {
    const source_record r = s.record();
    w.open().name("id").text(s.id()).member("kind", r.kind);
    if (r.titles.size() == 1 && r.titles[0].first.empty())
        w.member("title", r.titles[0].second);
    else if (!r.titles.empty()) {
        w.name("title").open();
        for (const auto& [language, title] : r.titles) w.name(language).text(title);
        w.close();
    }
    w.members("authors", r.authors).member("publisher", r.publisher).member("date", r.date);
    w.member("language", r.language).member("uri", r.uri).member("description", r.note);
    w.members("derived-from", r.derived_from);
    if (!r.coverage.empty()) {
        w.name("coverage").open_list();
        for (const coverage_record& c : r.coverage)
            w.open()
                .member("relation-type", c.what)
                .member("scope", c.scope)
                .member("from", c.from)
                .member("until", c.until)
                .close();
        w.close_list();
    }
    w.close();
}

/// Part of an interval: anything but a set or list, which EDTF does not admit there.
bool fits_interval(std::string_view date) {
    return date.find_first_of("[{") == std::string_view::npos;
}

void history_writer::put_period(line_writer& w, nature n, std::optional<std::string_view> begin,
                                std::optional<std::string_view> end) {
    const std::string_view whole = n == nature::act ? "on" : "period";
    if (begin && end && fits_interval(*begin) && fits_interval(*end)) {
        w.name(whole).text(std::string(*begin) + '/' + std::string(*end));
        return;
    }
    if (begin) w.name(n == nature::act && !end ? "on" : "begin").text(*begin);
    if (end) w.name("end").text(*end);
}

void history_writer::put_statement_head(line_writer& w, const statement& s) {
    w.name("source").text(s.source().id()).member("at", s.locator());
    if (s.modality() != modality::reported) w.name("modality").text(to_string(s.modality()));
    if (s.denies()) w.name("denies").flag(true);
    w.member("quote", s.quote());
    if (s.inferred())
        w.name("inferred").open().name("rule").text(s.rule()).members("from", s.premises()).close();
}

void history_writer::put_value(line_writer& w, const attribute& a, const std::vector<statement>& stated) {
    const auto [begin, end] = a.dates();
    const bool plain = a.language().empty() && a.unit().empty() && a.bound() == number_bound::exact &&
                       !begin && !end && stated.empty();
    if (!plain) w.open().name("value");
    if (a.value() == value_type::number)
        w.number(a.number_value());
    else if (a.value() == value_type::flag)
        w.flag(a.flag());
    else
        w.text(a.text());
    if (plain) return;
    if (a.bound() != number_bound::exact) w.name("bound").text(to_string(a.bound()));
    w.member("unit", a.unit()).member("lang", a.language());
    put_period(w, nature::state, begin, end);
    if (!stated.empty()) {
        w.name("stated").open_list();
        for (const statement& s : stated) {
            w.open();
            put_statement_head(w, s);
            w.close();
        }
        w.close_list();
    }
    w.close();
}

void history_writer::put_values(line_writer& w, const std::vector<attribute>& values, bool with_statements) {
    if (values.empty()) return;
    std::vector<std::pair<std::string_view, std::vector<const attribute*>>>
        by_name; // in the order of the first
    for (const attribute& a : values) {
        auto at =
            std::find_if(by_name.begin(), by_name.end(), [&a](const auto& e) { return e.first == a.name(); });
        if (at == by_name.end()) at = by_name.insert(at, {a.name(), {}});
        at->second.push_back(&a);
    }
    w.name("attributes").open();
    for (const auto& [name, list] : by_name) {
        w.name(name);
        if (list.size() > 1) w.open_list();
        for (const attribute* a : list)
            put_value(w, *a,
                      with_statements && a->stated_apart() ? a->statements() : std::vector<statement>());
        if (list.size() > 1) w.close_list();
    }
    w.close();
}

bool same_word(const statement& a, const statement& b) {
    return a.source() == b.source() && a.locator() == b.locator() && a.modality() == b.modality() &&
           a.denies() == b.denies() && a.quote() == b.quote() && a.rule() == b.rule() &&
           a.premises() == b.premises();
}

void history_writer::put_facts(line_writer& w, const fact& f) {
    const auto [begin, end] = f.given_dates();
    put_period(w, f.nature(), begin, end);
    // A statement of values is followed by one for each of its values; other values carry their statements.
    struct entry {
        statement head;
        std::vector<attribute> values;
    };
    std::vector<entry> entries;
    std::vector<bool> in_entry;
    std::vector<attribute> values = f.attributes();
    in_entry.resize(values.size());
    for (const statement& s : f.statements()) {
        if (!s.value()) {
            entries.push_back({s, {}});
            continue;
        }
        const std::size_t first = to_index(values.front().number());
        const bool of_entry = !entries.empty() && same_word(entries.back().head, s);
        if (!of_entry) continue;
        entries.back().values.push_back(values[to_index(*s.value()) - first]);
        in_entry[to_index(*s.value()) - first] = true;
    }
    std::vector<attribute> own;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!in_entry[i]) own.push_back(values[i]);
    put_values(w, own, true);
    if (!entries.empty()) {
        w.name("stated").open_list();
        for (const entry& e : entries) {
            w.open();
            put_statement_head(w, e.head);
            const bool as_given = e.head.begin() == begin && e.head.end() == end && e.values.empty();
            if (!as_given) put_period(w, f.nature(), e.head.begin(), e.head.end());
            put_values(w, e.values, false);
            w.close();
        }
        w.close_list();
    }
    w.close();
}

} // namespace

std::string to_json_text(const history& h) {
    return history_writer(h).write();
}

void write_json(const history& h, const std::string& path) {
    detail::write_atomically(path, to_json_text(h));
}

} // namespace comity
