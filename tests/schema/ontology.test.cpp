// The built-in lists are sound: what a compiler can't see in the .def files is checked here.

#include "catch.hpp"

#include <comity/schema/schema.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace comity;

namespace {

const schema& built_in() {
    static const schema s;
    return s;
}

/// The names that the constants have in C++, in order of the list.
std::vector<std::string> constant_names() {
    return {
#define COMITY_ROOT_KIND(name, nature, label, definition) #name,
#define COMITY_KIND(name, parent, label, definition) #name,
#include <comity/schema/kinds.def>
#define COMITY_RELATION_TYPE(name, inverse, domain, range, nature, flags, mapping, label, definition) #name,
#include <comity/schema/relation_types.def>
#define COMITY_ATTRIBUTE_TYPE(name, value, count, label, definition) #name,
#include <comity/schema/attribute_types.def>
    };
}

std::string data_name(std::string cpp_name) {
    if (cpp_name.ends_with('_')) cpp_name.pop_back();
    std::replace(cpp_name.begin(), cpp_name.end(), '_', '-');
    return cpp_name;
}

template <class Definitions>
void check_common(const Definitions& definitions) {
    std::set<std::string> names;
    std::uint16_t next = 0;
    for (const auto& d : definitions) {
        INFO(d.name);
        CHECK(to_index(d.id) == next++);
        CHECK(is_type_name(d.name));
        CHECK(d.name.find(':') == std::string::npos);
        CHECK(names.insert(d.name).second);
        REQUIRE(d.labels.size() == 1);
        CHECK(d.labels.front().language == "en");
        CHECK_FALSE(d.labels.front().text.empty());
        CHECK(d.definition.size() > 10);
        CHECK(d.definition.ends_with('.'));
    }
}

} // namespace

TEST_CASE("ontology: ids count from nought, names are unique, every entry is labelled and defined",
          "[schema]") {
    check_common(built_in().kinds());
    check_common(built_in().relation_types());
    check_common(built_in().attribute_types());
}

TEST_CASE("ontology: definitions do not repeat each other", "[schema]") {
    std::map<std::string, std::string> seen;
    for (const auto& d : built_in().kinds()) CHECK(seen.emplace(d.definition, d.name).second);
    for (const auto& d : built_in().relation_types()) {
        INFO(d.name << " / " << seen[d.definition]);
        CHECK(seen[d.definition].empty());
        seen[d.definition] = d.name;
    }
}

TEST_CASE("ontology: names in data are the constants' names with hyphens", "[schema]") {
    std::vector<std::string> names;
    for (const auto& d : built_in().kinds()) names.push_back(d.name);
    for (const auto& d : built_in().relation_types()) names.push_back(d.name);
    for (const auto& d : built_in().attribute_types()) names.push_back(d.name);
    std::vector<std::string> expected;
    for (const std::string& name : constant_names()) expected.push_back(data_name(name));
    CHECK(names == expected);
    CHECK(built_in().name(kind::working_group) == "working-group");
    CHECK(built_in().name(kind::concept_) == "concept");
    CHECK(built_in().name(relation_type::signed_) == "signed");
    CHECK(built_in().name(attribute_type::in_force_on) == "in-force-on");
}

TEST_CASE("ontology: constants are the ids that the names find", "[schema]") {
#define COMITY_ROOT_KIND(name, nature, label, definition)                                                    \
    CHECK(built_in().find_kind(data_name(#name)) == kind::name);
#define COMITY_KIND(name, parent, label, definition) COMITY_ROOT_KIND(name, parent, label, definition)
#include <comity/schema/kinds.def>
#define COMITY_RELATION_TYPE(name, inverse, domain, range, nature, flags, mapping, label, definition)        \
    CHECK(built_in().find_relation_type(data_name(#name)) == relation_type::name);
#include <comity/schema/relation_types.def>
#define COMITY_ATTRIBUTE_TYPE(name, value, count, label, definition)                                         \
    CHECK(built_in().find_attribute_type(data_name(#name)) == attribute_type::name);
#include <comity/schema/attribute_types.def>
}

TEST_CASE("ontology: there are eight roots, and every other kind has an earlier parent of its nature",
          "[schema]") {
    std::vector<std::string> roots;
    for (const auto& d : built_in().kinds()) {
        INFO(d.name);
        if (d.parent == kind{}) {
            roots.push_back(d.name);
            continue;
        }
        REQUIRE(built_in().contains(d.parent));
        CHECK(d.parent < d.id); // so there is no cycle
        CHECK(d.nature == built_in().definition(d.parent).nature);
    }
    CHECK(roots == std::vector<std::string>{"actor", "instrument", "event", "topic", "place", "observation",
                                            "commitment", "assessment"});
}

TEST_CASE("ontology: domains and ranges name kinds once and no kind under another", "[schema]") {
    const auto check = [](const std::vector<kind>& kinds) {
        for (const kind a : kinds) {
            REQUIRE(built_in().contains(a));
            CHECK(std::count_if(kinds.begin(), kinds.end(), [&](kind b) { return built_in().is_a(a, b); }) ==
                  1);
        }
    };
    for (const auto& d : built_in().relation_types()) {
        INFO(d.name);
        check(d.domain);
        check(d.range);
    }
}

TEST_CASE("ontology: inverses are unique and name no relation type but a symmetric one's own", "[schema]") {
    std::set<std::string> inverses;
    for (const auto& d : built_in().relation_types()) {
        INFO(d.name << " / " << d.inverse);
        CHECK(is_type_name(d.inverse));
        CHECK(inverses.insert(d.inverse).second);
        const bool symmetric = has(d.flags, relation_flags::symmetric);
        CHECK((d.inverse == d.name) == symmetric);
        if (!symmetric) CHECK_FALSE(built_in().find_relation_type(d.inverse));
    }
}

TEST_CASE("ontology: flags can be true together", "[schema]") {
    for (const auto& d : built_in().relation_types()) {
        INFO(d.name);
        if (has(d.flags, relation_flags::symmetric)) {
            CHECK(d.domain == d.range);
            CHECK_FALSE(has(d.flags, relation_flags::acyclic));
        }
        // a chain needs a link that can be both target and source
        if (has(d.flags, relation_flags::transitive) && !d.domain.empty())
            CHECK(std::any_of(d.domain.begin(), d.domain.end(), [&](kind k) {
                return std::any_of(d.range.begin(), d.range.end(),
                                   [&](kind r) { return built_in().is_a(k, r) || built_in().is_a(r, k); });
            }));
    }
}

TEST_CASE("ontology: mappings are prefixed names of known vocabularies", "[schema]") {
    const std::set<std::string> known{"wdt", "schema", "eli", "crm", "skos", "owl"};
    for (const auto& d : built_in().relation_types()) {
        INFO(d.name << ": " << d.mapping);
        std::string_view rest = d.mapping;
        while (!rest.empty()) {
            std::string_view one = rest.substr(0, rest.find(' '));
            rest = rest.substr(std::min(rest.size(), one.size() + 1));
            if (one.starts_with('^')) one.remove_prefix(1);
            CHECK(known.count(std::string(one.substr(0, one.find(':')))) == 1);
            CHECK(one.size() > one.find(':') + 1);
        }
    }
}

TEST_CASE("ontology: numbers written into archives stay what they were", "[schema]") {
    // One entry near each end of each list of revision 1; a failure here means that a list was not appended
    // to.
    CHECK(to_index(kind::actor) == 0);
    CHECK(to_index(kind::forecast) == 153);
    CHECK(to_index(relation_type::member_of) == 0);
    CHECK(to_index(relation_type::distinct_from) == 117);
    CHECK(to_index(attribute_type::name) == 0);
    CHECK(to_index(attribute_type::vote_recorded) == 60);
}
