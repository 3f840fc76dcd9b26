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

TEST_CASE("edtf: every expression of the conformance table means what the table says", "[time]") {
    std::ifstream file(std::filesystem::path(__FILE__).parent_path() / "edtf-cases.txt");
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
