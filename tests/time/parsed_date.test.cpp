#include "catch.hpp"

#include <comity/time/edtf.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

// Runs edtf-cases.txt, the table of what each EDTF expression means; its head explains the columns.

namespace {

using comity::date;
using comity::date_fault;
using comity::date_kind;
using comity::date_options;

std::string trimmed(const std::string& s) {
    const auto first = s.find_first_not_of(' ');
    if (first == std::string::npos) return "";
    return s.substr(first, s.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> columns(const std::string& line) {
    std::vector<std::string> found;
    std::size_t start = 0;
    for (std::size_t bar = line.find('|'); bar != std::string::npos; bar = line.find('|', start)) {
        found.push_back(trimmed(line.substr(start, bar - start)));
        start = bar + 1;
    }
    found.push_back(trimmed(line.substr(start)));
    return found;
}

std::string unescaped(const std::string& s) {
    std::string out;
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s[i] != '\\') {
            out += s[i];
            continue;
        }
        switch (s[++i]) {
        case 's':
            out += ' ';
            break;
        case 't':
            out += '\t';
            break;
        case 'n':
            out += '\n';
            break;
        case '0':
            out += '\0';
            break;
        default:
            FAIL("unknown escape in " << s);
        }
    }
    return out;
}

std::string name(date_kind k) {
    constexpr const char* names[] = {"day", "month", "season", "year", "datetime", "interval", "set", "list"};
    return names[static_cast<std::size_t>(k)];
}

std::string name(date_fault f) {
    constexpr const char* names[] = {"none", "syntax", "value", "order", "length"};
    return names[static_cast<std::size_t>(f)];
}

std::string flags(const date& d) {
    std::string out;
    if (d.uncertain()) out += 'u';
    if (d.approximate()) out += 'a';
    if (!d.contiguous()) out += 'g';
    return out;
}

// One line as the table would write it, so that a failure shows both lines.
std::string observed(const std::string& text, const std::string& shown, const date_options& options) {
    const auto result = date::try_parse(text, options);
    if (!result)
        return shown + " | " + name(result.failure().fault) + " | " +
               std::to_string(result.failure().position);
    return shown + " | " + std::to_string(result->level()) + " | " + name(result->kind()) + " | " +
           result->earliest().to_string() + " | " + result->latest().to_string() + " | " + flags(*result);
}

std::string expected(const std::vector<std::string>& c) {
    std::string out = c[0];
    for (std::size_t i = 1; i < c.size(); ++i) out += " | " + c[i];
    return out;
}

date_options options_of(const std::string& heading) {
    date_options options;
    if (heading.find("southern") != std::string::npos) options.seasons = comity::season_policy::southern;
    if (heading.find("whole year") != std::string::npos) options.seasons = comity::season_policy::whole_year;
    if (heading.find("hour 24") != std::string::npos) options.allow_hour_24 = true;
    return options;
}

} // namespace

TEST_CASE("parsed_date: every expression of the conformance table means what the table says", "[time]") {
    std::ifstream file(std::filesystem::path(COMITY_SOURCE_DIR) / "tests" / "time" / "edtf-cases.txt");
    REQUIRE(file.good());
    date_options options;
    int cases = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.rfind("## ", 0) == 0)
            options = line.rfind("## options", 0) == 0 ? options_of(line) : date_options{};
        if (line.empty() || line[0] == '#') continue;
        const auto c = columns(line);
        ++cases;
        CHECK(observed(unescaped(c[0]), c[0], options) == expected(c));
    }
    CHECK(cases > 400);
}

TEST_CASE("parsed_date: says the same as the date that keeps its text", "[time]") {
    for (const char* text :
         {"1985", "1984?/2004-06-~11", "[1667,1668,1670..1672]", "156X-12-25", "Y-17E7", "/1985"}) {
        const auto light = comity::parse_bounds(text);
        const auto full = date::parse(text).parsed();
        REQUIRE(light);
        CHECK(light->begin == full.begin);
        CHECK(light->end == full.end);
        CHECK(light->marks() == full.marks());
        CHECK(light->kind == full.kind);
        CHECK(light->level == full.level);
    }
}

TEST_CASE("parsed_date: the grain is that of the coarsest part", "[time]") {
    using comity::date_precision;
    const auto grain = [](const char* text) { return comity::parse_bounds(text)->precision; };
    CHECK(grain("1985") == date_precision::year);
    CHECK(grain("201X") == date_precision::year);
    CHECK(grain("Y17E7") == date_precision::year);
    CHECK(grain("1985-21") == date_precision::season);
    CHECK(grain("1985-04") == date_precision::month);
    CHECK(grain("2004-XX") == date_precision::month);
    CHECK(grain("1985-04-12") == date_precision::day);
    CHECK(grain("1985-XX-XX") == date_precision::day);
    CHECK(grain("1985-04-12T10:00:00") == date_precision::second);
    CHECK(grain("1985-04-12/1986") == date_precision::year);
    CHECK(grain("../1986-05") == date_precision::month);
    CHECK(grain("{1985-04-12,1986-05}") == date_precision::month);
    CHECK(grain("../..") == date_precision::none);
}

TEST_CASE("parsed_date: a result without a value tells why", "[time]") {
    const auto result = comity::parse_bounds("2004/2003");
    CHECK_FALSE(result.has_value());
    CHECK(result.failure().fault == date_fault::order);
    CHECK(comity::parse_bounds("2004").failure().fault == date_fault::none);
}

TEST_CASE("parsed_date: marks add and subtract", "[time]") {
    using comity::qualifier;
    CHECK((qualifier::uncertain | qualifier::approximate) == qualifier::both);
    CHECK((qualifier::both & qualifier::approximate) == qualifier::approximate);
    CHECK(comity::without(qualifier::both, qualifier::approximate) == qualifier::uncertain);
}
