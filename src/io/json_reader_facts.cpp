#include "io/json_reader.hpp"

#include <comity/error.hpp>

#include <tuple>
#include <utility>

namespace comity::detail {

void json_reader::add_facts(std::optional<subject> s, const value& object) {
    const period_record period = period_of(object);
    if (s) builder_.set_period(*s, period);
    for (const located_attribute& a : attributes_of(object)) {
        if (!s) continue;
        stand_at(a.offset);
        builder_.add_attribute(*s, a.record);
    }
    for (const located_statement& st : statements_of(object, stating::a_record)) {
        if (!s) continue;
        stand_at(st.offset);
        builder_.add_statement(*s, st.record);
    }
}

void json_reader::read_node(const value& v) {
    allow(v, {"id", "kind", "names", "on", "period", "begin", "end", "attributes", "stated"}, "a node");
    const auto id = id_of(v, "a node");
    if (!id) return;
    std::optional<kind> k;
    const value* named = v.find("kind");
    if (named == nullptr) {
        complain(v.offset, "unknown-kind", "a node needs a 'kind'");
    } else if (const auto name = text(*named, "kind")) {
        k = builder_.schema().find_kind(*name);
        const std::string nearest = k ? std::string() : builder_.schema().nearest_kind(*name);
        if (!k)
            complain(named->offset, "unknown-kind",
                     "unknown kind '" + *name + '\'' +
                         (nearest.empty() ? nearest : ", did you mean '" + nearest + "'?"));
    }
    // A node of no known kind is added all the same, so that relations to it are not reported as well.
    if (!k) unclear_.insert(*id);
    stand_at(v.offset);
    add_facts(builder_.add_node(*id, k.value_or(kind::actor)), v);
}

std::optional<relation_type> json_reader::relation_type_of(const value& v) {
    const value* named = v.find("type");
    if (named == nullptr) {
        complain(v.offset, "unknown-relation-type", "a relation needs a 'type'");
        return std::nullopt;
    }
    const auto name = text(*named, "type");
    if (!name) return std::nullopt;
    try {
        return builder_.schema().relation_type_named(*name);
    } catch (const error& e) {
        complain(named->offset, "unknown-relation-type", e.what());
        return std::nullopt;
    }
}

std::optional<std::string> json_reader::end_of(const value& v, std::string_view name) {
    const value* end = v.find(name);
    if (end == nullptr) {
        complain(v.offset, "missing-end", "a relation needs '" + std::string(name) + "', the id of a node");
        return std::nullopt;
    }
    return text(*end, name);
}

void json_reader::read_relation(const value& v) {
    allow(v, {"id", "type", "from", "to", "on", "period", "begin", "end", "attributes", "stated"},
          "a relation");
    const std::optional<std::string> id = v.find("id") == nullptr ? std::string() : id_of(v, "a relation");
    const auto type = relation_type_of(v);
    const auto from = end_of(v, "from");
    const auto to = end_of(v, "to");
    std::optional<node_id> ends[2];
    for (const auto& [name, end, i] : {std::tuple("from", &from, 0), std::tuple("to", &to, 1)}) {
        if (!*end) continue;
        stand_at(v.find(name)->offset);
        ends[i] = builder_.node(**end);
    }
    // What can't be added is read all the same, for its other mistakes.
    std::optional<subject> added;
    stand_at(v.offset);
    if (type && from && to && !unclear_.contains(*from) && !unclear_.contains(*to))
        added = builder_.add_relation(*ends[0], *type, *ends[1], id.value_or(""));
    add_facts(added, v);
}

void json_reader::read_nodes(value& root) {
    use_up(root, "nodes", "node", [this](const value& v) { read_node(v); });
}
void json_reader::read_relations(value& root) {
    use_up(root, "relations", "relation", [this](const value& v) { read_relation(v); });
}

} // namespace comity::detail
