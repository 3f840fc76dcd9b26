#include "io/json_reader.hpp"

#include <utility>

namespace comity::detail {
namespace {

std::string did_you_mean(const std::string& nearest) {
    return nearest.empty() ? std::string() : ", did you mean '" + nearest + "'?";
}

} // namespace

period_record json_reader::period_of(const value& object) {
    const value* on = object.find("on");
    const value* period = object.find("period");
    const value* begin = object.find("begin");
    const value* end = object.find("end");
    const int ways = (on != nullptr) + (period != nullptr) + (begin != nullptr || end != nullptr);
    if (ways > 1)
        complain((on != nullptr ? on : period)->offset, "two-periods",
                 "give either 'on', or 'period', or 'begin' and 'end'");
    for (const value* whole : {on, period})
        if (whole != nullptr) {
            const auto t = text(*whole, whole == on ? "on" : "period");
            return t ? period_record::of(*t) : period_record{};
        }
    period_record r;
    if (begin != nullptr) r.begin = text(*begin, "begin");
    if (end != nullptr) r.end = text(*end, "end");
    return r;
}

void json_reader::read_names(const value& v, std::vector<attribute_record>& out) {
    if (!expect(v, value::type::object, "names")) return;
    for (const value::member& m : v.members) {
        bool preferred = true;
        for (std::string& name : texts(m.value, "names")) {
            attribute_record a;
            a.type = preferred ? attribute_type::name : attribute_type::alias;
            a.value = std::move(name);
            a.language = m.name;
            out.push_back(std::move(a));
            preferred = false;
        }
    }
}

void json_reader::read_attribute(attribute_type type, const value& v, std::vector<attribute_record>& out) {
    attribute_record a;
    a.type = type;
    const value* plain = &v;
    if (v.is == value::type::object) {
        allow(v, {"value", "bound", "unit", "lang", "on", "period", "begin", "end", "stated"},
              "an attribute value");
        plain = v.find("value");
        if (plain == nullptr) {
            complain(v.offset, "missing-value", "an attribute value needs a 'value'");
            return;
        }
        a.unit = text_member(v, "unit");
        a.language = text_member(v, "lang");
        a.period = period_of(v);
        a.stated = statements_of(v, true);
        if (const value* bound = v.find("bound")) {
            const auto known = number_bound_of(bound->text);
            if (known)
                a.bound = *known;
            else
                complain(bound->offset, "bad-bound",
                         "unknown bound '" + bound->text +
                             "'; expected exact, at-least, at-most, more-than, less-than or about");
        }
    }
    if (plain->is == value::type::string)
        a.value = plain->text;
    else if (plain->is == value::type::number)
        a.value = plain->number;
    else if (plain->is == value::type::boolean)
        a.value = plain->boolean;
    else {
        complain(plain->offset, "wrong-json-type",
                 "an attribute's value is a string, a number, true or false, not " +
                     std::string(name_of(plain->is)));
        return;
    }
    out.push_back(std::move(a));
}

void json_reader::read_attributes(const value& v, std::vector<attribute_record>& out) {
    if (!expect(v, value::type::object, "attributes")) return;
    for (const value::member& m : v.members) {
        const auto type = builder_.schema().find_attribute_type(m.name);
        if (!type) {
            complain(m.offset, "unknown-attribute",
                     "unknown attribute '" + m.name + "'" +
                         did_you_mean(builder_.schema().nearest_attribute_type(m.name)));
            continue;
        }
        if (m.value.is != value::type::array)
            read_attribute(*type, m.value, out);
        else
            for (const value& item : m.value.items) read_attribute(*type, item, out);
    }
}

std::optional<statement_record> json_reader::statement_of(const value& v, bool of_value) {
    if (!expect(v, value::type::object, "stated")) return std::nullopt;
    if (of_value) // it is the value that it states: values of its own would be lost
        allow(v, {"source", "at", "modality", "denies", "quote", "inferred"}, "a statement of a value");
    else
        allow(v,
              {"source", "at", "modality", "denies", "quote", "inferred", "on", "period", "begin", "end",
               "names", "attributes"},
              "a statement");
    const value* source = v.find("source");
    if (source == nullptr) {
        complain(v.offset, "missing-source", "a statement needs a 'source'");
        return std::nullopt;
    }
    const auto source_id = text(*source, "source");
    if (!source_id) return std::nullopt;
    statement_record r;
    stand_at(source->offset);
    r.source = builder_.source(*source_id);
    r.locator = text_member(v, "at");
    r.quote = text_member(v, "quote");
    if (const value* denies = v.find("denies");
        denies != nullptr && expect(*denies, value::type::boolean, "denies"))
        r.denies = denies->boolean;
    if (const value* m = v.find("modality")) {
        const auto known = modality_of(m->text);
        if (known)
            r.modality = *known;
        else
            complain(m->offset, "unknown-modality",
                     "unknown modality '" + m->text + "'; expected reported, planned, proposed or alleged");
    }
    if (const value* inferred = v.find("inferred");
        inferred != nullptr && expect(*inferred, value::type::object, "inferred")) {
        allow(*inferred, {"rule", "from"}, "an inference");
        r.rule = text_member(*inferred, "rule");
        if (r.rule.empty())
            complain(inferred->offset, "missing-rule", "an inference needs a 'rule': why it follows");
        if (const value* from = inferred->find("from")) r.premises = texts(*from, "from");
    }
    if (of_value) return r;
    r.period = period_of(v);
    if (const value* names = v.find("names")) read_names(*names, r.attributes);
    if (const value* attributes = v.find("attributes")) read_attributes(*attributes, r.attributes);
    return r;
}

std::vector<statement_record> json_reader::statements_of(const value& object, bool of_value) {
    std::vector<statement_record> all;
    const value* stated = object.find("stated");
    if (stated == nullptr) return all;
    const auto add = [&](const value& v) {
        if (auto r = statement_of(v, of_value)) all.push_back(*std::move(r));
    };
    if (stated->is != value::type::array)
        add(*stated);
    else
        for (const value& v : stated->items) add(v);
    return all;
}

void json_reader::add_facts(std::optional<subject> s, const value& object) {
    const auto first_of = [&object](std::initializer_list<std::string_view> names) -> std::size_t {
        for (const std::string_view n : names)
            if (const value* v = object.find(n)) return v->offset;
        return object.offset;
    };
    std::vector<attribute_record> attributes;
    if (const value* names = object.find("names")) read_names(*names, attributes);
    if (const value* v = object.find("attributes")) read_attributes(*v, attributes);
    const std::vector<statement_record> statements = statements_of(object, false);
    const period_record period = period_of(object);
    if (!s) return;
    stand_at(first_of({"on", "period", "begin", "end"}));
    builder_.set_period(*s, period);
    stand_at(first_of({"attributes", "names"}));
    for (const attribute_record& a : attributes) builder_.add_attribute(*s, a);
    stand_at(first_of({"stated"}));
    for (const statement_record& r : statements) builder_.add_statement(*s, r);
}

void json_reader::read_node(const value& v) {
    allow(v, {"id", "kind", "names", "on", "period", "begin", "end", "attributes", "stated"}, "a node");
    const auto id = id_of(v, "a node");
    if (!id) return;
    const value* named = v.find("kind");
    const auto given = named == nullptr ? std::string() : text(*named, "kind"); // nothing: already told
    const std::string name = given.value_or("");
    const auto k = builder_.schema().find_kind(name);
    if (!k && given)
        complain(named != nullptr ? named->offset : v.offset, "unknown-kind",
                 named == nullptr ? "node '" + *id + "' needs a 'kind'"
                                  : "unknown kind '" + name + "' of node '" + *id + "'" +
                                        did_you_mean(builder_.schema().nearest_kind(name)),
                 *id);
    stand_at(v.offset);
    // A node of no known kind is added all the same, so that relations to it are not reported as leading
    // nowhere; nor are they as leading to the wrong kind.
    if (!k) kindless_.insert(*id);
    add_facts(builder_.add_node(*id, k.value_or(kind::actor)), v);
}

void json_reader::read_relation(const value& v) {
    allow(v, {"id", "type", "from", "to", "on", "period", "begin", "end", "attributes", "stated"},
          "a relation");
    // What can't be added is read all the same, for its other mistakes.
    const auto ends = ends_of(v);
    const auto type = relation_type_of(v);
    std::optional<subject> added;
    stand_at(v.offset);
    if (ends && type) added = builder_.add_relation((*ends)[0], *type, (*ends)[1], text_member(v, "id"));
    add_facts(added, v);
}

std::optional<relation_type> json_reader::relation_type_of(const value& v) {
    const value* named = v.find("type");
    if (named == nullptr) {
        complain(v.offset, "unknown-relation-type", "a relation needs a 'type'");
        return std::nullopt;
    }
    const auto name = text(*named, "type");
    if (!name) return std::nullopt;
    const auto type = builder_.schema().find_relation_type(*name);
    if (!type)
        complain(named->offset, "unknown-relation-type",
                 "unknown relation type '" + *name + "'" +
                     did_you_mean(builder_.schema().nearest_relation_type(*name)));
    return type;
}

std::optional<std::array<node_id, 2>> json_reader::ends_of(const value& v) {
    std::array<node_id, 2> ends{};
    bool sound = true;
    for (const std::size_t i : {0u, 1u}) {
        const std::string_view name = i == 0 ? "from" : "to";
        const value* end = v.find(name);
        const auto id = end == nullptr ? std::nullopt : text(*end, name);
        if (end == nullptr) complain(v.offset, "missing-end", "a relation needs '" + std::string(name) + "'");
        sound = sound && id && kindless_.count(*id) == 0;
        if (!id) continue;
        stand_at(end->offset);
        ends[i] = builder_.node(*id);
    }
    return sound ? std::optional(ends) : std::nullopt;
}

void json_reader::read_nodes(const value& root) {
    each(root, "nodes", "a node", [this](const value& v) { read_node(v); });
}
void json_reader::read_relations(const value& root) {
    each(root, "relations", "a relation", [this](const value& v) { read_relation(v); });
}

} // namespace comity::detail
