#include "io/json_reader.hpp"

#include <comity/error.hpp>

#include <utility>
#include <vector>

namespace comity::detail {

std::optional<kind_spec> json_reader::kind_of(const value& v) {
    allow(v, {"id", "parent", "label", "definition"}, "a kind");
    kind_spec spec{
        {}, text_member(v, "parent"), texts_by_language(v, "label", "en"), text_member(v, "definition")};
    if (v.find("parent") == nullptr) complain(v.offset, "missing-parent", "a kind needs a 'parent'");
    const auto id = id_of(v, "a kind");
    if (!id || spec.parent.empty()) return std::nullopt;
    spec.name = *id;
    return spec;
}

void json_reader::add_kinds(wanted_kind first, kinds_by_parent& waiting) {
    std::vector<wanted_kind> ready;
    ready.push_back(std::move(first));
    while (!ready.empty()) {
        const wanted_kind next = std::move(ready.back());
        ready.pop_back();
        about("kind", *next.at);
        try {
            builder_.schema().add_kind(next.spec);
        } catch (const error& e) {
            complain(next.at->offset, "bad-kind", e.what());
            continue;
        }
        auto released = waiting.extract(next.spec.name);
        if (released.empty()) continue;
        for (wanted_kind& w : released.mapped()) ready.push_back(std::move(w));
    }
}

void json_reader::read_kinds(const value& root) {
    kinds_by_parent waiting;
    each(root, "kinds", "kind", [&](const value& v) {
        auto spec = kind_of(v);
        if (!spec) return;
        if (builder_.schema().find_kind(spec->parent))
            add_kinds({&v, *std::move(spec)}, waiting);
        else
            waiting[spec->parent].push_back({&v, *spec});
    });
    for (const auto& [parent, orphans] : waiting)
        for (const wanted_kind& w : orphans) {
            about("kind", *w.at);
            const std::string hint = builder_.schema().nearest_kind(parent);
            complain(w.at->find("parent")->offset, "unknown-kind",
                     "unknown parent '" + parent + '\'' +
                         (hint.empty() ? hint : ", did you mean '" + hint + "'?"));
        }
    record_ = nullptr;
}

void json_reader::read_relation_type(const value& v) {
    allow(v, {"id", "label", "definition", "domain", "range", "inverse", "nature", "flags", "mapping"},
          "a relation type");
    relation_type_spec spec;
    spec.inverse = text_member(v, "inverse");
    spec.mapping = text_member(v, "mapping");
    spec.definition = text_member(v, "definition");
    spec.labels = texts_by_language(v, "label", "en");
    spec.domain = texts_member(v, "domain");
    spec.range = texts_member(v, "range");
    spec.nature = word_member(v, "nature", "unknown-nature", "act, state or timeless", nature_from)
                      .value_or(spec.nature);
    for (const std::string& name : texts_member(v, "flags")) {
        if (const auto flag = relation_flag_from(name))
            spec.flags = spec.flags | *flag;
        else
            complain(v.find("flags")->offset, "unknown-flag",
                     "unknown flag '" + name + "'; expected symmetric, transitive, acyclic or functional");
    }
    const auto id = id_of(v, "a relation type");
    if (!id) return;
    spec.name = *id;
    try {
        builder_.schema().add_relation_type(spec);
    } catch (const error& e) {
        complain(v.offset, "bad-relation-type", e.what());
    }
}

void json_reader::read_relation_types(const value& root) {
    each(root, "relation-types", "relation type", [this](const value& v) { read_relation_type(v); });
}

void json_reader::read_attribute_types(const value& root) {
    each(root, "attribute-types", "attribute type", [this](const value& v) {
        allow(v, {"id", "label", "definition", "value", "single"}, "an attribute type");
        attribute_type_spec spec;
        spec.labels = texts_by_language(v, "label", "en");
        spec.definition = text_member(v, "definition");
        spec.single = flag_member(v, "single");
        spec.value =
            word_member(v, "value", "unknown-value-type", "text, number, date or flag", value_type_from)
                .value_or(spec.value);
        const auto id = id_of(v, "an attribute type");
        if (!id) return;
        spec.name = *id;
        try {
            builder_.schema().add_attribute_type(spec);
        } catch (const error& e) {
            complain(v.offset, "bad-attribute-type", e.what());
        }
    });
}

void json_reader::read_schema(const value& root) {
    read_kinds(root);
    read_relation_types(root);
    read_attribute_types(root);
}

} // namespace comity::detail
