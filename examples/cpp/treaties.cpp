// Four registers of environmental treaties as four sources of one history: what each row became, where the
// registers contradict each other, and how far an answer hangs on one of them. The trade agreements of two
// more registers follow. The files are no part of the repository: globalgov/manytreaties and manyenviron
// (CC BY 4.0) hold them.
//
//     treaties FOLDER      FOLDER has environment-treaties/ and trade-agreements/

#include <comity/comity.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace comity;

/// The columns of one list of parties; an empty name: the list has no such column.
struct party_columns {
    std::string source, title, file, treaty_title, signature, ratification, force, end;
    std::string prefix = "treaty:"; ///< lists that number treaties alike share one
};

csv_register parties(const std::string& folder, const party_columns& c) {
    csv_register r;
    r.path = folder + '/' + c.file;
    r.source = c.source;
    r.about_source.kind = "register";
    r.about_source.titles = {{"en", c.title}};
    r.nodes = {{"stateID", "state", "state:", "", attribute_type::name},
               {"treatyID", "treaty", c.prefix, c.treaty_title, attribute_type::alias}};
    const auto add = [&r](const char* type, const std::string& begin, const std::string& end = {}) {
        if (!begin.empty() || !end.empty())
            r.relations.push_back({type, 0, 1, begin, end, missing_end::unknown, false});
    };
    add("signed", c.signature);
    add("ratified", c.ratification);
    add("party-to", c.force, c.end);
    r.lenient = lenient_options{};
    return r;
}

std::vector<csv_register> environment(const std::string& folder) {
    const std::vector<party_columns> lists{
        {"ieadb", "International Environmental Agreements Database", "parties_IEADB.csv.gz", "Title",
         "stateSignature", "Rat", "Force", ""},
        {"ggo", "Geneva Graduate Institute", "parties_GGO.csv.gz", "Title", "StateSignature",
         "StateRatification", "StateForce", "StateEnd"},
        {"ecolex", "ECOLEX", "parties_ECOLEX.csv.gz", "Title", "stateSignature", "Rat", "Force", "End"},
        {"tfdd", "Transboundary Freshwater Dispute Database", "parties_TFDD.csv", "Title", "Signature", "",
         "", ""},
    };
    std::vector<csv_register> registers;
    registers.reserve(lists.size());
    for (const party_columns& c : lists) registers.push_back(parties(folder, c));
    return registers;
}

std::vector<csv_register> trade(const std::string& folder) {
    return {parties(folder, {"desta", "Design of Trade Agreements", "parties_DESTA.csv", "Title", "Signature",
                             "", "Force", ""}),
            parties(folder, {"gptad", "Global Preferential Trade Agreements Database", "parties_GPTAD.csv",
                             "Title", "Signature", "", "Force", ""})};
}

void heading(const std::string& text) {
    std::cout << "\n== " << text << '\n';
}

void show_report(const load_report& report) {
    std::cout << load_counts_table(report) << '\n' << lenient_uses_table(report) << '\n';
    if (report.rejected_rows() != 0) std::cout << to_string(rejected_rows_table(report), {10, 60}) << '\n';
    std::cout << report.findings.size() << " findings of the builder, such as ends before begins\n";
}

/// The relation that a disagreement is about, or nothing.
std::optional<relation> relation_of(const history& h, const disagreement& d) {
    const subject about = d.about.subject();
    return about.is_relation() ? std::optional(h.relation(about.as_relation())) : std::nullopt;
}

/// What a slot of a relation is called: a signature, a ratification, an entry into force, an end.
std::string action_of(const history& h, const disagreement& d) {
    const auto r = relation_of(h, d);
    if (!r || d.slot != "begin") return d.slot;
    return r->type() == relation_type::party_to ? "force" : std::string(r->type_name());
}

using pair_of_sources = std::pair<std::string, std::string>;

/// Sources that give different values, each pair once.
std::set<pair_of_sources> pairs_in(const disagreement& d) {
    std::set<pair_of_sources> pairs;
    for (std::size_t i = 0; i < d.values.size(); ++i)
        for (std::size_t j = i + 1; j < d.values.size(); ++j)
            for (const statement& a : d.values[i].statements)
                for (const statement& b : d.values[j].statements) {
                    pair_of_sources p{a.source().id(), b.source().id()};
                    if (p.second < p.first) std::swap(p.first, p.second);
                    pairs.insert(p);
                }
    return pairs;
}

void show_disagreements(const history& h, const disagreement_report& found) {
    std::map<std::pair<std::string, pair_of_sources>, std::pair<std::size_t, std::size_t>> counts;
    for (const disagreement& d : found.disputed)
        for (const pair_of_sources& p : pairs_in(d)) ++counts[{action_of(h, d), p}].first;
    for (const disagreement& d : found.refined)
        for (const pair_of_sources& p : pairs_in(d)) ++counts[{action_of(h, d), p}].second;
    table_builder t{{"what", column_type::text},
                    {"between", column_type::text},
                    {"disputed", column_type::integer},
                    {"refined", column_type::integer}};
    for (const auto& [key, n] : counts)
        t.add_row({key.first, key.second.first + " and " + key.second.second, n.first, n.second});
    std::cout << std::move(t).build();
}

void show_single_sources(const history& h) {
    std::size_t actions = 0, alone = 0;
    for (const relation& r : h.all().relations()) {
        std::set<std::string_view> sources;
        for (const statement& s : r.statements()) sources.insert(s.source().id());
        ++actions;
        if (sources.size() == 1) ++alone;
    }
    std::cout << alone << " of " << actions << " (state, treaty, action) rest on one source: " << std::fixed
              << std::setprecision(1)
              << 100.0 * static_cast<double>(alone) / static_cast<double>(std::max<std::size_t>(actions, 1))
              << " %\n";
}

void show_most_disputed(const history& h, const disagreement_report& found) {
    std::map<std::string, std::size_t> by_treaty;
    for (const disagreement& d : found.disputed)
        if (const auto r = relation_of(h, d)) ++by_treaty[std::string(r->to().id())];
    std::vector<std::pair<std::size_t, std::string>> most;
    most.reserve(by_treaty.size());
    for (const auto& [id, n] : by_treaty) most.emplace_back(n, id);
    std::sort(most.rbegin(), most.rend());
    for (std::size_t i = 0; i < std::min<std::size_t>(10, most.size()); ++i)
        std::cout << std::setw(6) << most[i].first << "  " << most[i].second << '\n';
}

/// For how many states it was in force, and how many had ratified, on that day.
void show_standing(const view& v, const std::string& day, const char* treaty, const std::string& label) {
    const auto states = [&](const view& seen, relation_type type) {
        std::set<std::string> certain, possible;
        const auto node = seen.history().find(treaty);
        if (!node) return std::pair(certain.size(), possible.size());
        for (const relation& r : seen.in(*node, type)) {
            possible.insert(std::string(r.from().id()));
            if (seen.shows(r) == truth::certain) certain.insert(std::string(r.from().id()));
        }
        return std::pair(certain.size(), possible.size());
    };
    const auto force = states(v.at(day), relation_type::party_to);
    const auto ratified = states(v.by(day), relation_type::ratified);
    std::cout << std::left << std::setw(18) << label << std::right << "  in force for " << force.first
              << " to " << force.second << ", ratified by " << ratified.first << " to " << ratified.second
              << '\n';
}

void tell(const std::vector<csv_register>& registers, const char* treaty) {
    csv_register_options options;
    options.all_or_nothing = false; // the registers hold mistakes: the report names each
    const loaded_history loaded = read_csv_registers(registers, options);
    const history& h = loaded.history;
    heading("what became of the rows");
    show_report(loaded.report);
    std::cout << h.node_count() << " nodes, " << h.relation_count() << " relations, " << h.statement_count()
              << " statements, " << h.memory() / std::max<std::size_t>(h.statement_count(), 1)
              << " bytes a statement\n";
    const disagreement_report found = disagreements(h.all());
    heading("where the sources disagree");
    show_disagreements(h, found);
    heading("how much rests on one source");
    show_single_sources(h);
    heading("the ten treaties with the most disputed record");
    show_most_disputed(h, found);
    heading("dates a century or more from all others of their source");
    for (const audit_finding& f : audit(h.all()))
        if (f.rule == audit_rule::far_off) std::cout << f.message << '\n';
    if (treaty == nullptr) return;
    heading(std::string(treaty) + " on 1995-01-01: certainly to possibly");
    show_standing(h.all(), "1995-01-01", treaty, "all sources");
    for (const source& s : h.sources())
        show_standing(h.all().without_sources({std::string(s.id())}), "1995-01-01", treaty,
                      "without " + std::string(s.id()));
}

} // namespace

int main(int argc, char* argv[]) {
    const std::string folder = argc > 1 ? argv[1] : "../shared/data";
    try {
        if (!std::filesystem::is_directory(folder + "/environment-treaties")) {
            std::cout << "No treaty lists in '" << folder
                      << "'; name the folder that has environment-treaties/.\n";
            return EXIT_SUCCESS;
        }
        heading("ENVIRONMENT");
        tell(environment(folder + "/environment-treaties"), "treaty:CBD_1992A");
        heading("TRADE");
        tell(trade(folder + "/trade-agreements"), nullptr);
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
