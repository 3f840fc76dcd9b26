// data/comity-history.schema.json tells editors what may stand in a history file. Its rules are written by
// hand; its lists of built-in names are made here and compared here, so they can't drift:
//   comity_tests "[.write]"     writes them anew

#include "catch.hpp"

#include <comity/schema/schema.hpp>

#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

using namespace comity;

namespace {

const std::string schema_path = std::string(COMITY_DATA_DIR) + "/comity-history.schema.json";

std::string content() {
    std::ifstream file(schema_path, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

template <class Definitions>
std::string names_of(const Definitions& definitions) {
    std::string text;
    std::string line;
    for (const auto& d : definitions) {
        const std::string name = quoted(d.name);
        if (line.size() + name.size() > 96) text += "        " + std::exchange(line, {}) + '\n';
        line += (line.empty() ? "" : " ") + name + ',';
    }
    line.pop_back();
    return text + "        " + line + "\n      ";
}

std::string attributes_of(const schema& s) {
    std::string text;
    for (const auto& d : s.attribute_types())
        text += (text.empty() ? "" : ",\n") + std::string("        ") + quoted(d.name) +
                ": {\"$ref\": \"#/$defs/" + std::string(to_string(d.value)) +
                "-values\", \"description\": " + quoted(d.definition) + '}';
    return text + "\n      ";
}

/// Puts `list` where `text` has one: behind the last of `marks`, up to `end`.
void put(std::string& text, std::initializer_list<std::string_view> marks, std::string_view end,
         const std::string& list) {
    std::size_t begin = 0;
    for (const std::string_view mark : marks) {
        begin = text.find(mark, begin);
        REQUIRE(begin != std::string::npos);
        begin += mark.size();
    }
    text.replace(begin, text.find(end, begin) - begin, list);
}

std::string renewed(std::string text) {
    const schema s;
    put(text, {"\"built-in-kind\": {\"enum\": [\n"}, "]}", names_of(s.kinds()));
    put(text, {"\"built-in-relation-type\": {\"enum\": [\n"}, "]}", names_of(s.relation_types()));
    put(text, {"\"patternProperties\"", "\"properties\": {\n"}, "}\n    }", attributes_of(s));
    return text;
}

} // namespace

TEST_CASE("history schema: offers the names of the ontology", "[io]") {
    INFO("run comity_tests \"[.write]\" to write " << schema_path);
    const std::string written = content();
    CHECK((written == renewed(written)));
}

TEST_CASE("history schema: write the names of the ontology", "[.write]") {
    const std::string text = renewed(content());
    std::ofstream(schema_path, std::ios::binary) << text;
}
