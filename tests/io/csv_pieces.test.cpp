// Long files are read in pieces by two threads, the cells of most rows by number: what comes of it must be
// what comes of a file that is read row by row.

#include <comity/io/csv.hpp>

#include "catch.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>

using namespace comity;

namespace {

const std::string nodes = "id,type,name\nfr,state,France\nde,state,Germany\nun,organisation,\n";
const std::string header = "source,relation,target,start,end\n";
constexpr std::size_t rows = 500;
constexpr std::size_t times = 100;

/// Rows of all sorts, good and bad.
std::string any_rows(std::mt19937& random) {
    const auto one_of = [&random](std::initializer_list<const char*> texts) {
        return std::string(texts.begin()[random() % texts.size()]);
    };
    std::string text;
    for (std::size_t i = 0; i < rows; ++i) {
        text += one_of({"fr", "de", "un", "fr", "de", "\"fr\"", "nobody"}) + ',';
        text += one_of({"member-of", "member-of", "met", "visited", "\"said \"\"no\"\"\"", "3"}) + ',';
        text += one_of({"un", "de", "un", "un", "somebody"}) + ',';
        text +=
            one_of({"2001-01-01", "2001-01-01", "2001", "2001-02-03T10:00:00Z", "5 May 2001", "", "?"}) + ',';
        text += one_of({"", "", "", "..", "2002-03", "2000-01-01", "never"});
        text += one_of({"\n", "\n", "\n", "\n", "\r\n", ",more\n", "\n\n"});
    }
    return text;
}

csv_options options() {
    csv_options o;
    o.all_or_nothing = false;
    o.add_types = true;
    o.missing_end = missing_end::open;
    o.types.push_back({"met", {}, missing_end::instantaneous});
    o.times = time_of_day::dropped;
    o.lenient.emplace();
    o.source = "s";
    o.most_rejected = rows * times;
    return o;
}

std::uint64_t lines_in(const std::string& text) {
    return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

} // namespace

TEST_CASE("read_csv: a long file comes to what its rows come to one by one", "[io][property]") {
    std::mt19937 random(20261129);
    const std::string text = any_rows(random);
    std::string many = header;
    for (std::size_t i = 0; i < times; ++i) many += text;
    const loaded_history one = read_csv_text(nodes, header + text, options());
    const loaded_history all = read_csv_text(nodes, many, options());

    const std::size_t relations = one.history.relation_count();
    REQUIRE(relations > rows / 10);
    REQUIRE(all.history.relation_count() == times * relations);
    for (std::size_t i = 0; i < times * relations; ++i) {
        const relation x = all.history.relation(relation_id{static_cast<std::uint32_t>(i)});
        const relation y = one.history.relation(relation_id{static_cast<std::uint32_t>(i % relations)});
        const bool same = x.from().id() == y.from().id() && x.to().id() == y.to().id() &&
                          x.type_name() == y.type_name() && x.period().text() == y.period().text();
        if (!same) FAIL("row " << i);
    }
    const load_report& a = all.report;
    const load_report& b = one.report;
    const load_count& x = a.files.at(1);
    const load_count& y = b.files.at(1);
    CHECK(x.rows == times * y.rows);
    CHECK(x.accepted == times * y.accepted);
    CHECK(x.leniently == times * y.leniently);
    CHECK(x.rejected == times * y.rejected);
    CHECK(x.statements == times * y.statements);
    REQUIRE(a.choices.size() == b.choices.size());
    for (std::size_t i = 0; i < a.choices.size(); ++i) {
        CHECK(a.choices[i].text == b.choices[i].text);
        CHECK(a.choices[i].made == b.choices[i].made);
        CHECK(a.choices[i].rows == times * b.choices[i].rows);
    }
    REQUIRE(a.lenient.size() == b.lenient.size());
    for (std::size_t i = 0; i < a.lenient.size(); ++i)
        CHECK(a.lenient[i].cells == times * b.lenient[i].cells);
    REQUIRE(a.rejected.size() == times * b.rejected.size());
    for (std::size_t i = 0; i < a.rejected.size(); ++i) {
        const rejected_row& r = a.rejected[i];
        const rejected_row& s = b.rejected[i % b.rejected.size()];
        const bool same = r.line == s.line + i / b.rejected.size() * lines_in(text) && r.column == s.column &&
                          r.value == s.value && r.reason == s.reason;
        if (!same) FAIL("rejected " << i);
    }
}
