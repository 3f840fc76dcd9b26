#include "io/json_reader.hpp"

#include <utility>

namespace comity::detail {

void json_reader::read_names(const value& v, std::vector<located_attribute>& out) {
    if (!expect(v, value::type::object, "names")) return;
    for (const value::member& m : v.members) {
        bool preferred = true;
        for (std::string& name : texts(m.value, "names")) {
            attribute_record a;
            a.type = preferred ? attribute_type::name : attribute_type::alias;
            a.value = std::move(name);
            a.language = m.name;
            out.push_back({m.value.offset, std::move(a)});
            preferred = false;
        }
    }
}

bool json_reader::read_plain_value(attribute_record& a, const value& v) {
    switch (v.is) {
    case value::type::string:
        a.value = v.text;
        return true;
    case value::type::boolean:
        a.value = v.boolean;
        return true;
    case value::type::number:
        a.value = v.number;
        if (v.exact) return true;
        complain(v.offset, "number-too-big",
                 "a whole number is kept exactly up to 9007199254740991; write a greater one as 1e20");
        return false;
    case value::type::null:
    case value::type::array:
    case value::type::object:
        break;
    }
    complain(v.offset, "wrong-json-type",
             "an attribute's value is a string, a number, true or false, not " + std::string(name_of(v.is)));
    return false;
}

void json_reader::read_attribute(attribute_type type, const value& v, std::vector<located_attribute>& out) {
    attribute_record a;
    a.type = type;
    const value* plain = &v;
    if (v.is == value::type::object) {
        allow(v, {"value", "bound", "unit", "lang", "on", "period", "begin", "end", "stated"},
              "an attribute value");
        plain = v.find("value");
        if (plain == nullptr)
            return complain(v.offset, "missing-value",
                            "an attribute value given as an object needs a 'value'");
        a.unit = text_member(v, "unit");
        a.language = text_member(v, "lang");
        a.period = period_of(v);
        for (located_statement& s : statements_of(v, stating::a_value))
            a.stated.push_back(std::move(s.record));
        a.bound = word_member(v, "bound", "unknown-bound",
                              "exact, at-least, at-most, more-than, less-than or about", number_bound_of)
                      .value_or(number_bound::exact);
    }
    if (read_plain_value(a, *plain)) out.push_back({v.offset, std::move(a)});
}

void json_reader::read_attributes(const value& v, std::vector<located_attribute>& out) {
    if (!expect(v, value::type::object, "attributes")) return;
    for (const value::member& m : v.members) {
        const auto type = builder_.schema().find_attribute_type(m.name);
        if (!type) {
            const std::string nearest = builder_.schema().nearest_attribute_type(m.name);
            complain(m.offset, "unknown-attribute",
                     "unknown attribute '" + m.name + '\'' +
                         (nearest.empty() ? nearest : ", did you mean '" + nearest + "'?"));
            continue;
        }
        if (m.value.is != value::type::array)
            read_attribute(*type, m.value, out);
        else
            for (const value& item : m.value.items) read_attribute(*type, item, out);
    }
}

std::vector<json_reader::located_attribute> json_reader::attributes_of(const value& object) {
    std::vector<located_attribute> all;
    if (const value* names = object.find("names")) read_names(*names, all);
    if (const value* attributes = object.find("attributes")) read_attributes(*attributes, all);
    return all;
}

void json_reader::read_inference(const value& v, statement_record& r) {
    if (!expect(v, value::type::object, "inferred")) return;
    allow(v, {"rule", "from"}, "an inference");
    r.rule = text_member(v, "rule");
    r.premises = texts_member(v, "from");
    if (!r.rule.empty()) return;
    complain(v.offset, "missing-rule", "an inference needs a 'rule': why it follows");
    r.premises.clear(); // told once
}

std::optional<statement_record> json_reader::statement_of(const value& v, stating what) {
    if (!expect(v, value::type::object, "stated")) return std::nullopt;
    if (what == stating::a_value)
        allow(v, {"source", "at", "modality", "denies", "quote", "inferred"}, "a statement of a value");
    else
        allow(v,
              {"source", "at", "modality", "denies", "quote", "inferred", "existence-only", "on", "period",
               "begin", "end", "names", "attributes"},
              "a statement");
    statement_record r;
    r.locator = text_member(v, "at");
    r.quote = text_member(v, "quote");
    r.denies = flag_member(v, "denies");
    r.modality =
        word_member(v, "modality", "unknown-modality", "reported, planned, proposed or alleged", modality_of)
            .value_or(modality::reported);
    if (const value* inferred = v.find("inferred")) read_inference(*inferred, r);
    if (what == stating::a_record) {
        r.existence_only = flag_member(v, "existence-only");
        r.period = period_of(v);
        for (located_attribute& a : attributes_of(v)) r.attributes.push_back(std::move(a.record));
    }
    const value* source = v.find("source");
    if (source == nullptr) {
        complain(v.offset, "missing-source", "a statement needs a 'source', the id of one");
        return std::nullopt;
    }
    const auto id = text(*source, "source");
    if (!id) return std::nullopt;
    stand_at(source->offset);
    r.source = builder_.source(*id);
    return r;
}

std::vector<json_reader::located_statement> json_reader::statements_of(const value& object, stating what) {
    std::vector<located_statement> all;
    const value* stated = object.find("stated");
    if (stated == nullptr) return all;
    const auto add = [&](const value& v) {
        if (auto r = statement_of(v, what)) all.push_back({v.offset, *std::move(r)});
    };
    if (stated->is != value::type::array)
        add(*stated);
    else
        for (const value& v : stated->items) add(v);
    return all;
}

} // namespace comity::detail
