// The story of the Shanghai Cooperation Organisation's information-security cooperation, as one article of
// 2021 tells it; then what eighty-eight other sources add and where they differ. A tutorial: each function
// asks one kind of question. examples/c/sco.c and examples/python/sco.py ask the same and print the same.

#include <comity/comity.hpp>

#include <array>
#include <initializer_list>
#include <iostream>
#include <string>

using namespace comity;

// Every listing and every analysis can become a table: named, typed columns. Prints some of them.
void show(const table& t, std::initializer_list<const char*> columns) {
    for (std::size_t row = 0; row < t.row_count(); ++row) {
        const char* before = "  ";
        for (const char* name : columns) {
            const std::string cell = t[name].to_string(row);
            std::cout << before << (cell.empty() ? "-" : cell);
            before = " | ";
        }
        std::cout << '\n';
    }
}

void title(const std::string& text) {
    std::cout << '\n' << text << '\n';
}

// 1. What the history holds: how many nodes of each kind and relations of each type.
void contents(const view& all) {
    title("1. What the history holds");
    show(to_table(summary(all)), {"what", "name", "with_subkinds_possible", "possible"});
}

// 2. What began, ended or happened, with dates as the source gives them.
void events(const std::string& heading, const view& years) {
    title(heading);
    show(to_table(timeline(years)), {"date", "what", "type", "id"});
}

// 3. Who and what exists and belongs on a day; texts existing, adopted and in force apart.
void belonging(const view& told, const std::string& day) {
    title("3. On " + day);
    show(to_table(roster(told.at(day), told.history()["sco"])),
         {"section", "id", "truth", "adopted", "adopted_since", "in_force", "in_force_since"});
}

// 4. What came of the statement of 2006: each step with its lag in days, stated or inferred.
void implementation(const view& told) {
    title("4. What came of the statement of 2006");
    for (const step& s : lineage(told, told.history()["statement-2006"]))
        std::cout << "  " << s.depth << " | " << s.from.id() << " | " << s.via.type_name() << " | "
                  << s.to.id() << " | "
                  << (s.since_root.unbounded_below ? "-" : std::to_string(s.since_root.min)) << " | "
                  << (s.since_root.unbounded_above ? "-" : std::to_string(s.since_root.max)) << " | "
                  << (s.inferred ? "inferred" : "stated") << '\n';
}

// 5. The track through the United Nations: what members support, and who handed in the code of conduct, the
// first draft, the other one, or both.
void united_nations(const view& told) {
    title("5. The United Nations");
    const auto incoming = [&told](std::string_view id, relation_type type) {
        for (const auto& r : told.in(told.history()[id], type))
            std::cout << "  " << r.from().id() << " | " << r.type_name() << " | " << r.to().id() << '\n';
    };
    incoming("resolution-60-45", relation_type::supports);
    incoming("resolution-62-17", relation_type::supports);
    incoming("code-2011", relation_type::updates);
    const history& sco = told.history();
    show(to_table(parties(told, sco["code-2011"], sco["code-2015"], relation_type::submitted)),
         {"where", "id", "in_first", "in_other"});
}

// 6. The exercises as a series; who took part is certain or only possible.
void exercises(const view& all) {
    title("6. The exercises");
    show(to_table(series(all, kind::exercise)),
         {"date", "name", "gap_min", "gap_max", "places", "participants", "participants_certain",
          "participants_possible", "counted"});
}

// 7. What is proposed, apart from what exists.
void proposed_things(const view& all) {
    title("7. What is proposed");
    show(to_table(proposals(all)), {"name", "kind", "proposers", "modelled_on", "realised_by"});
}

// 8. Quantities with reporter and bounds, what drives and what hinders, and who stands where.
void judgements(const view& all) {
    title("8. Quantities; drivers and challenges; positions");
    show(to_table(quantities(all)), {"name", "bound", "number", "unit", "date", "reporters"});
    show(to_table(causes(all)), {"from", "effect", "to"});
    show(to_table(positions(all)), {"who", "stance", "on", "last_year", "truth"});
}

// 9. Where the article contradicts itself, and what else an audit finds: with source and place.
void doubts(const view& all) {
    title("9. What the audit finds");
    show(to_table(audit(all)), {"rule", "message", "stated"});
    show(to_table(disagreements(all)), {"about", "slot", "how", "value", "stated"});
}

// 10. What became of it, how states voted, and where sources conflict: each policy answers by its own rule.
void the_record(const view& all) {
    events("10. What other sources add: what was new after the article", all.window("2021-09-25", "2026"));
    belonging(all, "2025-12-31");
    title("What became of what was proposed");
    show(to_table(proposals(all)), {"name", "modality", "realised_by"});
    title("How members voted on 62/17, which the article says they all support, and on 73/266");
    for (const char* call : {"roll-call-62-17", "roll-call-73-266"})
        for (const auto& r : all.in(all.history()[call]))
            std::cout << "  " << r.from().id() << " | " << r.type_name() << " | " << r.to().id() << '\n';
    title("Where sources conflict, and where one says more precisely what another says");
    show(to_table(disagreements(all)), {"about", "slot", "how", "value", "stated"});
    title("The summit of 2020 and its statements, and each policy's answer side by side: none | "
          "most-attested | newest | source-kind: "
          "article | hull");
    const std::array policies{policy::none(), policy::most_attested(), policy::newest(),
                              policy::by_source_kind({"article"}), policy::hull()};
    show(to_table(settlements(all.kinds({kind::summit, kind::statement}).window("2020-10-01", "2020-12-01"),
                              policies)),
         {"about", "slot", "none", "most-attested", "newest", "source-kind: article", "hull"});
}

// Whatever is asked back brings its sources along.
void sources(const history& sco) {
    title("Who says that the plan of 2007 implements the statement of 2006?");
    for (const statement& s : sco.find_relation("plan-2007-implements-statement-2006")->statements())
        std::cout << "  " << s.source().id() << " | " << s.locator() << '\n';
}

int main(int argc, char** argv) {
    if (argc < 2) return std::cerr << "usage: sco FILE.json\n", 2;
    try {
        const history sco = read_json(argv[1]);
        const view article = sco.all().sources({"ciis-2021"});
        contents(article);
        events("2. The timeline, 2001 to 2021", article.window("2001", "2021"));
        for (const char* day : {"2004-12-31", "2011-09-12", "2017-12-06"}) belonging(article, day);
        implementation(article);
        united_nations(article);
        exercises(article);
        proposed_things(article);
        judgements(article);
        doubts(article);
        the_record(sco.all());
        sources(sco);
    } catch (const error& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
