#include "schema/flat_schema.hpp"

#include "schema/kind_names.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <string>
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
    [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }

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

/// The bytes of a schema and how to find definitions in them.
struct written_schema {
    struct directory {
        std::vector<std::uint32_t> at;
        std::vector<std::uint32_t> by_name;

        [[nodiscard]] flat_names names(std::string_view bytes) const noexcept { return {bytes, at, by_name}; }
    };
    text_writer out;
    directory kinds, relation_types, attribute_types;
};

/// Writes a list of definitions, each by `write(definition)`, and notes where it puts them.
template <class Definition, class Write>
void write_all(text_writer& out, std::span<const Definition> all, written_schema::directory& to,
               Write&& write) {
    out.count(all.size());
    for (const Definition& d : all) {
        to.at.push_back(static_cast<std::uint32_t>(out.bytes().size()));
        out.text(d.name);
        write(d);
    }
    to.by_name.resize(all.size());
    std::iota(to.by_name.begin(), to.by_name.end(), std::uint32_t{0});
    std::sort(to.by_name.begin(), to.by_name.end(),
              [all](std::uint32_t a, std::uint32_t b) { return all[a].name < all[b].name; });
}

void write_kinds(const schema& s, written_schema& to) {
    text_writer& out = to.out;
    write_all(out, s.added_kinds(), to.kinds, [&](const kind_definition& k) {
        out.text(s.name(k.parent));
        out.list(flat(k.labels));
        out.text(k.definition);
    });
}

void write_relation_types(const schema& s, written_schema& to) {
    text_writer& out = to.out;
    write_all(out, s.added_relation_types(), to.relation_types, [&](const relation_type_definition& t) {
        texts flags;
        for (const auto& [flag, name] : relation_flag_names)
            if (has(t.flags, flag)) flags.emplace_back(name);
        out.text(t.inverse);
        out.list(names_of(s, t.domain));
        out.list(names_of(s, t.range));
        out.text(to_string(t.nature));
        out.list(flags);
        out.text(t.mapping);
        out.list(flat(t.labels));
        out.text(t.definition);
    });
}

void write_attribute_types(const schema& s, written_schema& to) {
    text_writer& out = to.out;
    write_all(out, s.added_attribute_types(), to.attribute_types, [&](const attribute_type_definition& t) {
        out.text(to_string(t.value));
        out.text(t.single ? single : std::string_view());
        out.list(flat(t.labels));
        out.text(t.definition);
    });
}

/// Names, where there are any, are those of the definitions.
template <class Definition>
void require_names(const flat_names& names, std::span<const Definition> all) {
    if (names.size() == 0) return;
    bool same = names.size() == all.size() && names.by_name().size() == all.size();
    for (std::uint32_t n = 0; same && n < all.size(); ++n)
        same = names[n] == all[n].name && names.find(all[n].name) == n;
    if (!same) fail("its names lie elsewhere");
}

} // namespace

flat_schema flatten(const schema& s) {
    if (s.added_kinds().empty() && s.added_relation_types().empty() && s.added_attribute_types().empty())
        return {s.revision(), {}, {}, {}, {}, {}};
    auto written = std::make_shared<written_schema>();
    write_kinds(s, *written);
    write_relation_types(s, *written);
    write_attribute_types(s, *written);
    const std::string_view bytes = written->out.bytes();
    return {s.revision(),
            bytes,
            written->kinds.names(bytes),
            written->relation_types.names(bytes),
            written->attribute_types.names(bytes),
            written};
}

schema read(const flat_schema& flat) {
    schema s(flat.revision);
    if (flat.bytes.empty()) return s;
    text_reader in(flat.bytes);
    try {
        add_kinds(s, in);
        add_relation_types(s, in);
        add_attribute_types(s, in);
    } catch (const error& e) {
        if (e.code() == errc::corrupt_file) throw;
        fail(e.what());
    }
    in.end();
    require_names(flat.kinds, s.added_kinds());
    require_names(flat.relation_types, s.added_relation_types());
    require_names(flat.attribute_types, s.added_attribute_types());
    return s;
}

} // namespace comity::detail
