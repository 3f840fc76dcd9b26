// What the record of the SCO's information-security cooperation shows that no reader of one article could
// see: words beside deeds. examples/c/record.c and examples/python/record.py ask the same and print the same.

#include <comity/comity.hpp>

#include <initializer_list>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

using namespace comity;

// A cell as the other two languages print it.
std::string text_in(const table& t, std::string_view column, std::size_t row) {
    std::string text = t[column].to_string(row);
    return text.empty() ? "-" : text;
}

// The cells of a column that are one of |some|words|.
struct among {
    std::string_view column{};
    std::string_view words{};
    [[nodiscard]] bool has(const table& t, std::size_t row) const {
        return words.find('|' + text_in(t, column, row) + '|') != std::string_view::npos;
    }
};

// Some columns of the rows that are among `only`, if it is given, and not among `but`.
void show(const table& t, std::initializer_list<const char*> columns, among only = {}, among but = {}) {
    for (std::size_t row = 0; row < t.row_count(); ++row) {
        if (!only.column.empty() && !only.has(t, row)) continue;
        if (!but.column.empty() && but.has(t, row)) continue;
        const char* before = "  ";
        for (const char* name : columns) {
            std::cout << before << text_in(t, name, row);
            before = " | ";
        }
        std::cout << '\n';
    }
}

void title(const std::string& text) {
    std::cout << '\n' << text << '\n';
}

// Refinements, where one source says more precisely what another says, are no conflict; and differences of
// wording stand apart from differences of fact.
void conflicts(const view& every) {
    constexpr std::string_view wordings = "|name|manner|sense|";
    const table all = to_table(disagreements(every));
    title("1. Where sources conflict: in dates, in other values, and in words alone");
    show(all, {"about", "slot", "value", "stated"}, {"how", "|time-disjoint|polarity|constraint|"});
    show(all, {"about", "slot", "value", "stated"}, {"how", "|value|"}, {"slot", wordings});
    title("   In words alone");
    show(all, {"about", "slot", "value", "stated"}, {"slot", wordings}, {"how", "|refinement|"});
    const std::string official = "source-kind: official-text, communique, treaty-text, official-news";
    std::vector<policy> policies;
    for (const std::string& name : {std::string("none"), std::string("most-attested"), std::string("newest"),
                                    std::string("most-precise"), official, std::string("hull")})
        policies.push_back(policy::named(name));
    const table answers = to_table(settlements(every, policies));
    title("   Each policy's answer side by side: none | most-attested | newest | most-precise | " + official +
          " | hull");
    show(answers,
         {"about", "slot", "none", "most-attested", "newest", "most-precise", official.c_str(), "hull"}, {},
         {"slot", "|name|sense|"});
    title("   Of names and of what a thing amounts to the answers of two that choose: newest | " + official);
    show(answers, {"about", "slot", "newest", official.c_str()}, {"slot", "|name|sense|"});
}

// How did they vote, then and later? To be absent is not to abstain, and neither is not to be a member yet.
void consensus(const view& every) {
    const node body = every.history()["sco"];
    const table professed = to_table(professions(every));
    title("2. Claimed consensus: the resolutions that all members are said to support, and how they voted on "
          "them");
    show(professed, {"on", "who", "stance", "said", "ballot", "member", "stated"}, {"bears", "|itself|"});
    title("   On the same line, whoever did not vote yes");
    show(professed, {"on", "vote", "who", "ballot", "member"}, {"bears", "|line|"}, {"ballot", "|yes|"});
    title("   The positions that all members are said to hold");
    show(to_table(positions(every)), {"stance", "on", "date", "stated"}, {"who", "|sco-members|"});
    title("   All roll calls: members (certain, possible), yes, no, abstained, absent (possible), and "
          "whether all "
          "voted alike");
    show(to_table(cohesion_of(every, body)),
         {"date", "on", "members_certain", "members_possible", "yes_possible", "no_possible",
          "abstained_possible", "absent_possible", "alike"});
    title("   Whoever did not vote yes, members or not yet");
    show(to_table(ballots(every, body)), {"date", "on", "who", "ballot", "member", "stated"}, {},
         {"ballot", "|yes|"});
}

// Of each commitment the first text, body and deed, with the days between as [min, max]; what became of each
// proposal, by what sources state and by what the data's author judges. None found says no more than that.
void outcomes(const view& every) {
    for (const std::string day : {"2021-09-24", "2026-06-30"}) {
        title("3. From consensus to action, under the article's verdict of form over substance: what had "
              "come of it by " +
              day);
        const table followed = to_table(follow_through(every.by(day)));
        show(followed, {"commitment", "what", "first", "since_min", "since_max", "basis"});
        std::cout << "  searched: " << followed.note("searched") << '\n';
    }
    title("4. The fate of each proposal: how far it came, how far by what is stated alone, and the signs of "
          "it");
    const table became = to_table(fates(every));
    show(became, {"id", "reached", "reached_stated", "signs"});
    std::cout << "  searched: " << became.note("searched") << '\n';
}

// Who came, who went, and what they did together before and after.
void enlargement(const view& every) {
    const history& sco = every.history();
    const auto both = [&](const char* first, const char* other, relation_type type) {
        show(to_table(parties(every, sco[first], sco[other], type)), {"where", "id", "in_first", "in_other"});
    };
    title("5. Enlargement: who joined, and in what standing (certain up to the latest source that shows it, "
          "possible after)");
    for (const auto& [before, after] : {std::pair{"2016-12-31", "2017-12-31"},
                                        {"2022-12-31", "2023-12-31"},
                                        {"2023-12-31", "2024-12-31"}}) {
        std::cout << "  from " << before << " to " << after << '\n';
        show(to_table(diff(every.at(before), every.at(after))), {"change", "id", "before", "after"},
             {"type", "|member-of|observer-of|partner-of|candidate-for|"}, {"change", "|truth|"});
    }
    title("   Who handed in the code of conduct of 2011, and that of 2015");
    both("code-2011", "code-2015", relation_type::submitted);
    title("   Who sponsored the code of 2011 or that of 2015, beside those who handed it in");
    both("code-2011", "code-2015", relation_type::sponsored);
    title("   Who took part in the exercise of 2015, and in that of 2017");
    both("exercise-xiamen-2015", "exercise-xiamen-2017", relation_type::participated_in);
    title("   Where the exercises were held, and by how many");
    show(to_table(series(every, sco.schema().kind_named("cyber-exercise"))),
         {"date", "event", "places", "hosts", "participants_certain", "counted"});
    title("   Where the summits were held");
    show(to_table(series(every, sco.schema().kind_named("summit"))), {"date", "event", "places"});
    title("   Voting together: members (certain, possible) on the day, and whether all voted alike");
    show(to_table(cohesion_of(every, sco["sco"])),
         {"date", "on", "members_certain", "members_possible", "alike"});
    title("   How those who joined voted, before and since");
    show(to_table(ballots(every, sco["sco"])), {"who", "date", "on", "ballot", "member"},
         {"who", "|india|pakistan|iran|belarus|"});
    title("   Who signed the agreement of 2009, and the United Nations convention against cybercrime");
    both("agreement-2009", "un-convention-cybercrime", relation_type::signed_);
}

// That nothing precedes is no proof; that something does, disproves no claim that means something narrower.
void first_things(const view& every) {
    title("6. Firsts: what the article calls the first or new, and what the record has before it");
    show(to_table(firsts(every)), {"claim", "words", "preceded", "earlier", "earlier_date", "truth"});
}

// What a source calls lasting is certain up to the day of that source, and possible after.
void side_by_side(const view& every) {
    const view things = every.kinds({kind::actor, kind::instrument, kind::event, kind::commitment})
                            .types({relation_type::member_of});
    for (const auto& [before, after] :
         {std::pair<std::string, std::string>{"2005-12-31", "2015-12-31"}, {"2015-12-31", "2025-12-31"}}) {
        std::string heading = "7. Two days side by side: new on ";
        title(heading.append(after).append(", or gone since ").append(before));
        const table changes = to_table(diff(things.at(before), things.at(after)));
        show(changes, {"change", "type", "id", "before", "after"}, {"change", "|appeared|gone|"});
        title("   Values that are new, gone or less sure");
        show(changes, {"id", "slot", "value", "before", "after"}, {"change", "|value|"});
    }
}

// Who doubts a line asks for what stands behind it.
void names_and_sources(const view& every) {
    title("8. Names in four scripts, and in short");
    for (const char* name : {"上海合作組織", "上海合作组织", "Шанхайская организация сотрудничества",
                             "上合組織", "上合组织", "ШОС", "SCO", "РАТС", "国际信息安全", "厦门"}) {
        std::cout << "  " << name << ": ";
        const auto found = every.history().search(name);
        for (std::size_t i = 0; i < found.size() && i < 3; ++i)
            std::cout << (i > 0 ? "; " : "") << found[i].id();
        std::cout << '\n';
    }
    title("Who says that the Universal Centre is agreed on?");
    const table became = to_table(fates(every));
    for (std::size_t row = 0; row < became.row_count(); ++row)
        if (text_in(became, "id", row) == "universal-centre")
            show(evidence(every, became, row), {"about", "source", "locator", "slots", "modality"});
}

int main(int argc, char** argv) {
    if (argc < 2) return std::cerr << "usage: record FILE.json\n", 2;
    try {
        const history sco = read_json(argv[1]);
        const view every = sco.all();
        std::cout << "Searched until: " << sco.note("searched-until") << '\n';
        conflicts(every);
        consensus(every);
        outcomes(every);
        enlargement(every);
        first_things(every);
        side_by_side(every);
        names_and_sources(every);
    } catch (const error& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
