#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/label.hpp>
#include <comity/analysis/timeline.hpp>

#include <algorithm>

using namespace comity;

namespace {

std::string lines(const view& v) {
    std::string text;
    for (const timeline_entry& e : timeline(v))
        text += e.when.text + ' ' + std::string(to_string(e.what)) + ' ' + label(e.about) + '\n';
    return text;
}

history some() {
    maker m;
    m.node("body", kind::organisation, "2001/2010-12-31");
    m.node("later", kind::organisation, "[..2005]/..");
    m.node("undated", kind::organisation);
    m.node("summit", kind::summit, "2005-07-05");
    m.node("text", kind::declaration, "2005-07/..");
    m.relation("text", relation_type::adopted_at, "summit", "2005-07-05");
    m.relation("body", relation_type::supports, "text", "2006/..");
    return m.made();
}

} // namespace

TEST_CASE("timeline: events, acts, begins and ends, open begins first", "[analysis]") {
    CHECK(lines(some().all()) == "[..2005] began later\n"
                                 "2001 began body\n"
                                 "2005-07 began text\n"
                                 "2005-07-05 happened summit\n"
                                 "2005-07-05 happened text adopted-at summit\n"
                                 "2006 began body supports text\n"
                                 "2010-12-31 ended body\n");
}

TEST_CASE("timeline: a window holds what falls into it, not what lasts through it", "[analysis]") {
    CHECK(lines(some().window("2005-07-05", "2005-12-31")) == "[..2005] began later\n"
                                                              "2005-07 began text\n"
                                                              "2005-07-05 happened summit\n"
                                                              "2005-07-05 happened text adopted-at summit\n");
    const auto found = timeline(some().window("2005-07-05", "2005-12-31"));
    CHECK(found[1].truth == truth::possible); // July has days before the window
    CHECK(found[2].truth == truth::certain);
    CHECK(lines(some().window("2005-07-05", "2005-12-31").certain()) ==
          "2005-07-05 happened summit\n2005-07-05 happened text adopted-at summit\n");
}

TEST_CASE("timeline: a day that its source doubts falls surely into no window", "[analysis]") {
    maker m;
    m.node("body", kind::organisation, "2001-06-15?/2010-01-01");
    m.node("court", kind::organisation, "2000-01-01/2003-01-01?");
    const history h = m.made();
    const auto told = [](const view& v) {
        std::string text;
        for (const timeline_entry& e : timeline(v))
            text += label(e.about) + ' ' + std::string(to_string(e.what)) + ' ' +
                    std::string(to_string(e.truth)) + '\n';
        return text;
    };
    CHECK(told(h.window("1990", "2012")) == "court began certain\n"
                                            "body began possible\n"
                                            "court ended possible\n"
                                            "body ended certain\n");
    CHECK(told(h.window("1990", "2012").certain()) == "court began certain\nbody ended certain\n");
    CHECK(told(h.all().certain()).starts_with("court began certain\nbody began certain\n"));
}

TEST_CASE("timeline: says at which event a thing came to be", "[analysis]") {
    const auto found = timeline(some().all().window("2005-07"));
    REQUIRE(found.size() == 4);
    CHECK(found[1].occasion->id() == "summit");
    CHECK_FALSE(found[2].occasion.has_value());
    CHECK(found[3].occasion->id() == "summit");
}

TEST_CASE("timeline: the SCO history runs from 2001 to 2020, dates as printed", "[analysis][sco]") {
    const auto found = timeline(article().window("2001", "2021"));
    const auto line = [&](const char* id) {
        return std::find_if(found.begin(), found.end(), [id](const auto& e) { return label(e.about) == id; });
    };
    CHECK(line("statement-2006")->when.text == "2006-06-15");
    CHECK(line("statement-2006")->occasion->id() == "summit-2006");
    CHECK(line("plan-2007")->when.text == "2007");
    CHECK(line("summit-2020-moscow")->when.text == "2020-10-11");
    CHECK(line("sites-blocked")->when.text == "2016/2017");
    CHECK(line("convention-cyber-terrorism") == found.end());
    const auto first = std::find_if(found.begin(), found.end(), [](const auto& e) {
        return e.when.earliest.is_day() && e.what == turn::began;
    });
    CHECK(label(first->about) == "sco");
    CHECK(first->when.text == "2001-06-15");
    CHECK(found.searched.relations > 500);
}
