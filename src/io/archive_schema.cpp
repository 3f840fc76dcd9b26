#include "io/archive_schema.hpp"

#include "schema/kind_names.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

namespace comity::detail {
namespace {

using texts = std::vector<std::string>;

class text_writer {
public:
    void count(std::size_t n) {
        const auto narrow = static_cast<std::uint32_t>(n);
        char raw[sizeof narrow];
        std::memcpy(raw, &narrow, sizeof narrow);
        bytes_.append(raw, sizeof raw);
    }
    void text(std::string_view t) {
        count(t.size());
        bytes_ += t;
    }
    void list(const texts& all) {
        count(all.size());
        for (const std::string& t : all) text(t);
    }
    [[nodiscard]] std::string take() && { return std::move(bytes_); }

private:
    std::string bytes_;
};

[[noreturn]] void fail(const std::string& what) {
    throw error(errc::corrupt_file, "section 'schema': " + what);
}

class text_reader {
public:
    explicit text_reader(std::string_view bytes) : rest_(bytes) {}

    std::uint32_t count() {
        std::uint32_t n = 0;
        std::memcpy(&n, taken(sizeof n).data(), sizeof n);
        // Each text or record takes four bytes at least: a count beyond that is none.
        if (n > rest_.size())
            fail("it counts " + std::to_string(n) + " in its last " + std::to_string(rest_.size()) +
                 " bytes");
        return n;
    }
    std::string text() { return std::string(taken(count())); }
    texts list() {
        texts all;
        for (std::uint32_t n = count(); n != 0; --n) all.push_back(text());
        return all;
    }
    /// Language, text, language, text ...
    std::vector<label_text> labels() {
        const std::uint32_t n = count();
        if (n % 2 != 0) fail("a label has no text");
        std::vector<label_text> all;
        for (std::uint32_t i = 0; i < n; i += 2) {
            std::string language = text();
            all.push_back({std::move(language), text()});
        }
        return all;
    }
    void end() const {
        if (!rest_.empty()) fail(std::to_string(rest_.size()) + " bytes follow after its end");
    }

private:
    std::string_view taken(std::size_t n) {
        if (rest_.size() < n) fail("it ends in the middle of a text");
        const std::string_view head = rest_.substr(0, n);
        rest_.remove_prefix(n);
        return head;
    }

    std::string_view rest_;
};

texts flat(const std::vector<label_text>& labels) {
    texts all;
    for (const label_text& l : labels) {
        all.push_back(l.language);
        all.push_back(l.text);
    }
    return all;
}

constexpr std::string_view single = "single";

/// What `find` makes of a name; fails if that is nothing.
template <class Find>
auto known(const std::string& name, const char* what, Find&& find) {
    const auto found = find(name);
    if (!found) fail("unknown " + std::string(what) + " '" + name + "'");
    return *found;
}

void add_kinds(schema& s, text_reader& in) {
    for (std::uint32_t n = in.count(); n != 0; --n) {
        kind_spec k;
        k.name = in.text();
        k.parent = in.text();
        k.labels = in.labels();
        k.definition = in.text();
        s.add_kind(std::move(k));
    }
}

void add_relation_types(schema& s, text_reader& in) {
    for (std::uint32_t n = in.count(); n != 0; --n) {
        relation_type_spec t;
        t.name = in.text();
        t.inverse = in.text();
        t.domain = in.list();
        t.range = in.list();
        t.nature = known(in.text(), "nature", [](const std::string& name) { return nature_from(name); });
        for (const std::string& flag : in.list())
            t.flags =
                t.flags | known(flag, "flag", [](const std::string& f) { return relation_flag_from(f); });
        t.mapping = in.text();
        t.labels = in.labels();
        t.definition = in.text();
        s.add_relation_type(std::move(t));
    }
}

void add_attribute_types(schema& s, text_reader& in) {
    for (std::uint32_t n = in.count(); n != 0; --n) {
        attribute_type_spec t;
        t.name = in.text();
        t.value = known(in.text(), "value type", [](const std::string& v) { return value_type_from(v); });
        t.single = in.text() == single;
        t.labels = in.labels();
        t.definition = in.text();
        s.add_attribute_type(std::move(t));
    }
}

} // namespace

std::string schema_to_bytes(const schema& s) {
    const auto kinds = s.added_kinds();
    const auto relation_types = s.added_relation_types();
    const auto attribute_types = s.added_attribute_types();
    if (kinds.empty() && relation_types.empty() && attribute_types.empty()) return {};
    text_writer out;
    out.count(kinds.size());
    for (const kind_definition& k : kinds) {
        out.text(k.name);
        out.text(s.name(k.parent));
        out.list(flat(k.labels));
        out.text(k.definition);
    }
    out.count(relation_types.size());
    for (const relation_type_definition& t : relation_types) {
        texts flags;
        for (const auto& [flag, name] : relation_flag_names)
            if (has(t.flags, flag)) flags.emplace_back(name);
        out.text(t.name);
        out.text(t.inverse);
        out.list(names_of(s, t.domain));
        out.list(names_of(s, t.range));
        out.text(to_string(t.nature));
        out.list(flags);
        out.text(t.mapping);
        out.list(flat(t.labels));
        out.text(t.definition);
    }
    out.count(attribute_types.size());
    for (const attribute_type_definition& t : attribute_types) {
        out.text(t.name);
        out.text(to_string(t.value));
        out.text(t.single ? single : std::string_view());
        out.list(flat(t.labels));
        out.text(t.definition);
    }
    return std::move(out).take();
}

schema schema_from_bytes(int revision, std::string_view bytes) {
    schema s(revision);
    if (bytes.empty()) return s;
    text_reader in(bytes);
    try {
        add_kinds(s, in);
        add_relation_types(s, in);
        add_attribute_types(s, in);
    } catch (const error& e) {
        if (e.code() == errc::corrupt_file) throw;
        fail(e.what());
    }
    in.end();
    return s;
}

} // namespace comity::detail
