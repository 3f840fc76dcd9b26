// Every recorded vote in the UN General Assembly: 875,854 relations of two plain CSV files, and how often
// some states voted alike, decade by decade. The votes are those that Voeten, Strezhnev and Bailey gather
// (Harvard Dataverse, doi:10.7910/DVN/LEJUQZ), a row for each; they are no part of the repository.
//
//     votes FOLDER      FOLDER has nodes.csv.gz (columns id, type, name) and relations.csv.gz
//                       (columns source, relation, target, start, end)

#include <comity/comity.hpp>

#include <chrono>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace comity;

constexpr relation_type ballots[] = {relation_type::voted_for, relation_type::voted_against,
                                     relation_type::abstained_on};

/// What the words of these files mean. Nothing is guessed: a word that stands neither here nor in the schema
/// would be an error that names its line.
csv_options meanings() {
    csv_options o;
    o.types = {{"voted_yes", "voted-for"},
               {"voted_no", "voted-against"},
               {"voted_abstain", "abstained-on"},
               {"about_issue", "about-issue"}};
    o.add_types = true;          // about-issue
    o.new_kinds_under = "topic"; // issue
    o.missing_end = missing_end::instantaneous;
    return o;
}

/// How a state voted in each roll call of a view.
std::map<node_id, relation_type> votes_of(const view& v, const node& state) {
    std::map<node_id, relation_type> votes;
    for (const relation_type type : ballots)
        for (const auto& cast : v.out(state, type)) votes.emplace(cast.to().number(), type);
    return votes;
}

/// The share of the roll calls in which both voted, or abstained, in which they did the same: `0.71 of 654`.
std::string alike(const view& v, const node& a, const node& b) {
    const auto first = votes_of(v, a), second = votes_of(v, b);
    int both = 0, same = 0;
    for (const auto& [call, ballot] : first)
        if (const auto other = second.find(call); other != second.end())
            ++both, same += other->second == ballot ? 1 : 0;
    if (both == 0) return "-";
    std::ostringstream text;
    text << std::fixed << std::setprecision(2) << static_cast<double>(same) / both << " of " << both;
    return text.str();
}

/// How often some pairs of states voted alike, a row a decade.
table decades(const history& un) {
    constexpr std::pair<const char*, const char*> pairs[] = {{"Russia", "China"},
                                                             {"China", "India"},
                                                             {"Russia", "United States"},
                                                             {"United Kingdom", "United States"}};
    table_builder t;
    column_builder& decade = t.add_column("decade", column_type::text);
    for (int year = 1950; year <= 2010; year += 10) decade.text(std::to_string(year) + "s");
    for (const auto& [a, b] : pairs) {
        column_builder& shares = t.add_column(std::string(a) + " and " + b, column_type::text);
        const node first = un[std::string("state:") + a], second = un[std::string("state:") + b];
        for (int year = 1950; year <= 2010; year += 10)
            shares.text(alike(un.window(std::to_string(year), std::to_string(year + 9)), first, second));
    }
    return std::move(t).build();
}

void tell(const std::string& folder) {
    const auto began = std::chrono::steady_clock::now();
    const loaded_history loaded =
        read_csv(folder + "/nodes.csv.gz", folder + "/relations.csv.gz", meanings());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    const history& un = loaded.history;
    const view day = un.at("2018-12-05");
    std::cout << load_counts_table(loaded.report) << '\n'
              << un.node_count() << " nodes and " << un.relation_count() << " relations; on 2018-12-05 alone "
              << day.types({relation_type::voted_for}).relation_count().certain << " votes in favour and "
              << day.types({relation_type::voted_against}).relation_count().certain << " against\n\n"
              << decades(un) << '\n';
    std::cerr << "read and built in " << std::fixed << std::setprecision(2) << took.count() << " s\n";
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: votes FOLDER\n";
        return EXIT_FAILURE;
    }
    try {
        tell(argv[1]);
    } catch (const error& e) {
        std::cerr << e.what() << '\n';
        return EXIT_FAILURE;
    }
}
