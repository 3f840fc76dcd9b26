// The story of the Shanghai Cooperation Organisation's information-security cooperation, as one article of
// 2021 tells it. A tutorial: each function asks the history one kind of question. examples/c/sco.c and
// examples/python/sco.py ask the same and print the same.

#include <comity/comity.hpp>

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
void events(const history& sco) {
    title("2. The timeline, 2001 to 2021");
    show(to_table(timeline(sco.window("2001", "2021"))), {"date", "what", "type", "id"});
}

// 3. Who and what exists and belongs on a day; texts existing, adopted and in force apart.
void belonging(const history& sco, const std::string& day) {
    title("3. On " + day);
    show(to_table(roster(sco.at(day), sco["sco"])),
         {"section", "id", "truth", "adopted", "adopted_since", "in_force", "in_force_since"});
}

// 4. What came of the statement of 2006: each step with its lag in days, stated or inferred.
void implementation(const history& sco) {
    title("4. What came of the statement of 2006");
    for (const step& s : lineage(sco.all(), sco["statement-2006"]))
        std::cout << "  " << s.depth << " | " << s.from.id() << " | " << s.via.type_name() << " | "
                  << s.to.id() << " | "
                  << (s.since_root.unbounded_below ? "-" : std::to_string(s.since_root.min)) << " | "
                  << (s.since_root.unbounded_above ? "-" : std::to_string(s.since_root.max)) << " | "
                  << (s.inferred ? "inferred" : "stated") << '\n';
}

// 5. The track through the United Nations: what members support, and who handed in the code of conduct.
void united_nations(const history& sco) {
    title("5. The United Nations");
    const auto incoming = [all = sco.all(), &sco](std::string_view id, relation_type type) {
        for (const auto& r : all.in(sco[id], type))
            std::cout << "  " << r.from().id() << " | " << r.type_name() << " | " << r.to().id() << " | "
                      << (r.dated() ? r.period().text() : "-") << '\n';
    };
    incoming("resolution-60-45", relation_type::supports);
    incoming("resolution-62-17", relation_type::supports);
    incoming("code-2011", relation_type::submitted);
    incoming("code-2015", relation_type::submitted);
    incoming("code-2011", relation_type::updates);
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
    show(to_table(positions(all)), {"who", "stance", "on", "first_year", "last_year", "truth"});
}

// 9. Where the article contradicts itself, and what else an audit finds: with source and place.
void doubts(const view& all) {
    title("9. What the audit finds");
    show(to_table(audit(all)), {"rule", "message", "stated"});
    show(to_table(disagreements(all)), {"about", "slot", "how", "value", "stated"});
}

// Whatever is asked back brings its sources along.
void sources(const history& sco) {
    title("Who says that the plan of 2007 implements the statement of 2006?");
    for (const auto& r : sco.all().out(sco["plan-2007"], relation_type::implements))
        for (const statement& s : r.statements())
            std::cout << "  " << s.source().id() << " | " << s.locator() << '\n';
}

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: sco FILE.json\n";
        return 2;
    }
    try {
        const history sco = read_json(argv[1]);
        const view all = sco.all();
        contents(all);
        events(sco);
        for (const char* day : {"2004-12-31", "2011-09-12", "2017-12-06"}) belonging(sco, day);
        implementation(sco);
        united_nations(sco);
        exercises(all);
        proposed_things(all);
        judgements(all);
        doubts(all);
        sources(sco);
    } catch (const error& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
