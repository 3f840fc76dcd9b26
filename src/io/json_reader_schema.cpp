#include "io/json_reader.hpp"

#include <comity/error.hpp>

#include <utility>

namespace comity::detail {

std::vector<label_text> json_reader::labels_of(const value& object) {
    std::vector<label_text> labels;
    const value* v = object.find("label");
    if (v == nullptr) return labels;
    if (v->is == value::type::string)
        labels.push_back({"en", v->text});
    else if (expect(*v, value::type::object, "label"))
        for (const value::member& m : v->members)
            if (auto t = text(m.value, "label")) labels.push_back({m.name, *std::move(t)});
    return labels;
}

void json_reader::read_kinds(const value& root) {
    // A kind may stand before its parent: whatever can't be added yet waits for the next round.
    std::vector<std::pair<const value*, kind_spec>> waiting;
    each(root, "kinds", "a kind", [&](const value& v) {
        allow(v, {"id", "parent", "label", "definition"}, "a kind");
        if (auto id = id_of(v, "a kind"))
            waiting.push_back(
                {&v, {*id, text_member(v, "parent"), labels_of(v), text_member(v, "definition")}});
    });
    for (bool progress = true; progress && !waiting.empty();) {
        progress = false;
        for (auto it = waiting.begin(); it != waiting.end();) {
            if (!builder_.schema().find_kind(it->second.parent)) {
                ++it;
                continue;
            }
            try {
                builder_.schema().add_kind(it->second);
            } catch (const error& e) {
                complain(it->first->offset, "bad-kind", e.what(), it->second.name);
            }
            it = waiting.erase(it);
            progress = true;
        }
    }
    for (const auto& [v, spec] : waiting) {
        const value* parent = v->find("parent");
        const std::string hint = builder_.schema().nearest_kind(spec.parent);
        complain(parent != nullptr ? parent->offset : v->offset, "unknown-kind",
                 parent == nullptr ? "kind '" + spec.name + "' needs a 'parent'"
                                   : "unknown kind '" + spec.parent + "'" +
                                         (hint.empty() ? "" : ", did you mean '" + hint + "'?"),
                 spec.name);
    }
}

void json_reader::read_relation_types(const value& root) {
    each(root, "relation-types", "a relation type", [this](const value& v) {
        allow(v, {"id", "label", "definition", "domain", "range", "inverse", "nature", "flags", "mapping"},
              "a relation type");
        const auto id = id_of(v, "a relation type");
        if (!id) return;
        relation_type_spec spec;
        spec.name = *id;
        spec.inverse = text_member(v, "inverse");
        spec.mapping = text_member(v, "mapping");
        spec.definition = text_member(v, "definition");
        spec.labels = labels_of(v);
        if (const value* domain = v.find("domain")) spec.domain = texts(*domain, "domain");
        if (const value* range = v.find("range")) spec.range = texts(*range, "range");
        if (const value* nature = v.find("nature")) {
            const auto known = nature_from(nature->text);
            if (known)
                spec.nature = *known;
            else
                complain(nature->offset, "bad-nature",
                         "unknown nature '" + nature->text + "'; expected act, state or timeless", *id);
        }
        if (const value* flags = v.find("flags"))
            for (const std::string& name : texts(*flags, "flags")) {
                if (const auto flag = relation_flag_from(name))
                    spec.flags = spec.flags | *flag;
                else
                    complain(flags->offset, "bad-flag",
                             "unknown flag '" + name +
                                 "'; expected symmetric, transitive, acyclic or functional",
                             *id);
            }
        try {
            builder_.schema().add_relation_type(spec);
        } catch (const error& e) {
            complain(v.offset, "bad-relation-type", e.what(), *id);
        }
    });
}

void json_reader::read_attribute_types(const value& root) {
    each(root, "attribute-types", "an attribute type", [this](const value& v) {
        allow(v, {"id", "label", "definition", "value", "single"}, "an attribute type");
        const auto id = id_of(v, "an attribute type");
        if (!id) return;
        attribute_type_spec spec;
        spec.name = *id;
        spec.labels = labels_of(v);
        spec.definition = text_member(v, "definition");
        if (const value* single = v.find("single");
            single != nullptr && expect(*single, value::type::boolean, "single"))
            spec.single = single->boolean;
        if (const value* type = v.find("value")) {
            const auto known = value_type_from(type->text);
            if (known)
                spec.value = *known;
            else
                complain(type->offset, "bad-value-type",
                         "unknown value type '" + type->text + "'; expected text, number, date or flag", *id);
        }
        try {
            builder_.schema().add_attribute_type(spec);
        } catch (const error& e) {
            complain(v.offset, "bad-attribute-type", e.what(), *id);
        }
    });
}

void json_reader::read_schema(const value& root) {
    read_kinds(root);
    read_relation_types(root);
    read_attribute_types(root);
}

} // namespace comity::detail
