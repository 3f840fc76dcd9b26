#include <comity/schema/schema.hpp>

#include "made_once.hpp"
#include "ontology.hpp"
#include "schema/flat_schema.hpp"

#include <algorithm>

namespace comity {

schema::tables::tables(int revision_wanted)
    : revision(revision_wanted),
      kinds("kind", detail::built_in_kinds(revision)),
      relation_types("relation type", detail::built_in_relation_types(revision)),
      attribute_types("attribute type", detail::built_in_attribute_types(revision)) {
    auto of_all = std::make_shared<derived>();
    for (const relation_type_definition& d : relation_types.all()) {
        of_all->ends_of.push_back(closed_ends(d));
        if (!d.inverse.empty()) of_all->by_inverse.emplace(d.inverse, d.id);
    }
    of_built_in = std::move(of_all);
}

/// Made once: every history begins with it.
std::shared_ptr<schema::tables> schema::tables::of_revision(int revision) {
    static const auto newest = std::make_shared<tables>(current_revision);
    return revision == current_revision ? newest : std::make_shared<tables>(revision);
}

/// Additions as they lie, and the tables that they make once they are read.
struct schema::unread_tables {
    explicit unread_tables(detail::flat_schema f) : flat(std::move(f)) {}

    detail::flat_schema flat;
    mutable detail::made_once<std::shared_ptr<tables>> whole;
};

schema::tables::tables(detail::flat_schema flat) : tables(*of_revision(flat.revision)) {
    kinds = {kinds, flat.kinds};
    relation_types = {relation_types, flat.relation_types};
    attribute_types = {attribute_types, flat.attribute_types};
    unread = std::make_shared<const unread_tables>(std::move(flat));
}

schema::schema(int revision) : tables_(tables::of_revision(revision)) {}

schema::schema(detail::flat_schema unread) : tables_(std::make_shared<tables>(std::move(unread))) {}

const schema::tables& schema::read() const {
    const unread_tables& additions = *tables_->unread;
    return *additions.whole.get([&] { return detail::read(additions.flat).tables_; });
}

schema::tables& schema::own() {
    if (tables_->unread) tables_ = std::make_shared<tables>(read());
    // Another schema may have let go of the tables on another thread: only a count that is given back again,
    // as the probe's is, makes sure that it has stopped reading them.
    const bool shared = [probe = tables_] { return probe.use_count() > 2; }();
    if (shared) tables_ = std::make_shared<tables>(*tables_);
    return *tables_;
}

std::optional<relation_type> schema::find_inverse(std::string_view name) const {
    const auto found_in = [name](const types_by_name& types) {
        const auto found = types.find(name);
        return found == types.end() ? std::nullopt : std::optional(found->second);
    };
    const auto built_in = found_in(tables_->of_built_in->by_inverse);
    return built_in ? built_in : found_in(whole().of_added.by_inverse);
}

kind schema::kind_named(std::string_view name) const {
    if (const auto id = find_kind(name)) return *id;
    return whole().kinds.named(name); // throws
}

attribute_type schema::attribute_type_named(std::string_view name) const {
    if (const auto id = find_attribute_type(name)) return *id;
    return whole().attribute_types.named(name); // throws
}

relation_type schema::relation_type_named(std::string_view name) const {
    if (const auto id = find_relation_type(name)) return *id;
    if (const auto id = find_inverse(name)) // the commonest slip: the right relation from the wrong end
        throw error(errc::unknown_id, "'" + std::string(name) + "' is the inverse of relation type '" +
                                          std::string(this->name(*id)) +
                                          "': use that one, with source and target exchanged");
    return whole().relation_types.named(name); // throws
}

std::string_view schema::best_label(std::span<const label_text> labels, std::string_view name,
                                    std::string_view language) noexcept {
    const auto first_that = [&](auto&& fits) {
        return std::find_if(labels.begin(), labels.end(),
                            [&](const label_text& l) { return fits(l.language); });
    };
    const auto primary = [](std::string_view tag) { return tag.substr(0, tag.find('-')); };
    auto found = first_that([&](std::string_view tag) { return tag == language; });
    if (found == labels.end())
        found = first_that([&](auto tag) { return primary(tag) == primary(language); });
    if (found == labels.end()) found = first_that([&](auto tag) { return primary(tag) == "en"; });
    if (found == labels.end()) found = labels.begin();
    return found == labels.end() ? name : std::string_view(found->text);
}

bool schema::is_a(kind k, kind ancestor) const {
    require(ancestor); // an id of another schema is an error, not "no"
    while (k != ancestor) {
        k = definition(k).parent;
        if (k == kind{}) return false;
    }
    return true;
}

kind schema::root_of(kind k) const {
    while (definition(k).parent != kind{}) k = definition(k).parent;
    return k;
}

kind_set schema::kinds_under(kind ancestor) const {
    return whole().kinds_under(ancestor);
}

kind_set schema::tables::kinds_under(kind ancestor) const {
    kind_set result{kinds.at(ancestor).id};
    for (const kind_definition& d : kinds.all()) // a parent comes before its children
        if (d.parent != kind{} && result.contains(d.parent)) result.insert(d.id);
    return result;
}

schema::ends schema::tables::closed_ends(const relation_type_definition& d) const {
    const auto closed = [this](std::span<const kind> wanted) {
        admitted at{wanted.empty(), {}};
        for (const kind k : wanted) at.kinds |= kinds_under(k);
        return at;
    };
    return {closed(d.domain), closed(d.range)};
}

bool schema::tables::admits(const admitted& at, kind k) const {
    if (at.any || at.kinds.contains(k)) return true;
    while (to_index(k) >= first_added) { // it may have been added after the type
        k = kinds.at(k).parent;
        if (at.kinds.contains(k)) return true;
    }
    return false;
}

bool schema::admits(relation_type t, kind source, kind target) const {
    for (const kind k : {source, target}) require(k); // a no is only one for our ids
    require(t);
    const tables& all = whole();
    const std::vector<ends>& built_in = all.of_built_in->ends_of;
    const std::size_t place = all.relation_types.place_of(t);
    const ends& of =
        place < built_in.size() ? built_in[place] : all.of_added.ends_of[place - built_in.size()];
    return all.admits(of.sources, source) && all.admits(of.targets, target);
}

} // namespace comity
