// docs/ontology.md is the built-in ontology written out. It is made here and compared here, so it can't
// drift:
//   comity_tests "[.write]"     writes it anew

#include "catch.hpp"

#include <comity/schema/schema.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace comity;

namespace {

std::filesystem::path page_path() {
    return std::filesystem::path(COMITY_SOURCE_DIR) / "docs" / "ontology.md";
}

std::string joined(const schema& s, const std::vector<kind>& kinds) {
    if (kinds.empty()) return "any";
    std::string text;
    for (const kind k : kinds) text += (text.empty() ? "" : ", ") + std::string(s.name(k));
    return text;
}

std::string joined(relation_flags flags) {
    std::string text;
    for (const auto& [flag, name] : relation_flag_names)
        if (has(flags, flag)) text += ", " + std::string(name);
    return text;
}

void write_kinds_under(std::ostream& out, const schema& s, kind parent, int depth) {
    for (const auto& d : s.kinds()) {
        if (d.parent != parent) continue;
        if (depth == 0)
            out << "\n### " << d.name << " (" << to_string(d.nature) << ")\n\n" << d.definition << "\n\n";
        else
            out << std::string(2 * static_cast<std::size_t>(depth - 1), ' ') << "- `" << d.name
                << "`: " << d.definition << '\n';
        write_kinds_under(out, s, d.id, depth + 1);
    }
}

std::string page() {
    const schema s;
    std::ostringstream out;
    out << "# The built-in ontology\n\n"
           "What a history can say without adding to its schema: "
        << s.kinds().size() << " kinds, " << s.relation_types().size() << " relation types and "
        << s.attribute_types().size() << " attribute types\n(revision " << s.revision()
        << "). Data may add its own: in a file under `kinds`, `relation-types` and `attribute-types`, in C++ "
           "with\n"
           "`schema::add_kind` and its like. This page is made from the lists in "
           "`include/comity/schema/*.def`; a test "
           "keeps\nit the same.\n\n"
           "In C++ the constant is the name with underscores (`kind::working_group`); `signed` and `concept` "
           "are words "
           "of\nthe language, so theirs are `relation_type::signed_` and `kind::concept_`.\n\n"
           "## Kinds\n\n"
           "A kind under another is a case of it: what admits a treaty admits a convention. The nature in "
           "brackets is "
           "that of\nall kinds below: an act happened on a day, a state holds from day to day, what is "
           "timeless needs no "
           "dates.\n";
    write_kinds_under(out, s, kind{}, 0);
    out << "\n## Relation types\n\n"
           "A row reads \"source relation target\"; the inverse is how it reads from the target. Domain and "
           "range are "
           "the kinds\nthat source and target may be. Under \"same as\" stand properties of public "
           "vocabularies where the "
           "match is\ncertain; `^` marks one that runs the other way.\n\n"
           "| relation | inverse | domain -> range | nature, flags | same as | meaning |\n"
           "|---|---|---|---|---|---|\n";
    for (const auto& d : s.relation_types())
        out << "| `" << d.name << "` | " << d.inverse << " | " << joined(s, d.domain) << " -> "
            << joined(s, d.range) << " | " << to_string(d.nature) << joined(d.flags) << " | " << d.mapping
            << " | " << d.definition << " |\n";
    out << "\n## Attribute types\n\n"
           "A single attribute has at most one value at a time (for text: and in one language), so sources "
           "that give "
           "different\nones disagree; of the others, values stand side by side.\n\n"
           "| attribute | value | | meaning |\n|---|---|---|---|\n";
    for (const auto& d : s.attribute_types())
        out << "| `" << d.name << "` | " << to_string(d.value) << " | " << (d.single ? "single" : "many")
            << " | " << d.definition << " |\n";
    return out.str();
}

} // namespace

TEST_CASE("ontology: docs/ontology.md is the ontology", "[schema]") {
    std::ifstream file(page_path());
    INFO("run comity_tests \"[.write]\" to write " << page_path());
    REQUIRE(file);
    const std::string written{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    CHECK((written == page()));
}

TEST_CASE("ontology: write docs/ontology.md", "[.write]") {
    std::filesystem::create_directories(page_path().parent_path());
    std::ofstream(page_path(), std::ios::binary) << page();
}
