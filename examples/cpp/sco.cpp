// The story of the Shanghai Cooperation Organisation's information-security cooperation, as one article of 2021
// tells it. Reads as a tutorial: each function asks the history one kind of question. examples/c/sco.c and
// examples/python/sco.py ask the same and print the same.

#include <comity/comity.hpp>

#include <iostream>
#include <string>

using namespace comity;

// A number that dates or memberships leave open: 4 certain, 9 possible.
std::string text(const count& c) {
    return std::to_string(c.certain) + " certain, " + std::to_string(c.possible) + " possible";
}

std::string date_of(const moment& m) { return m.known() ? m.text : "undated"; }

// 1. What the history holds.
void contents(const view& all) {
    std::cout << "\n1. What the history holds\n";
    const view_summary s = summary(all);
    std::cout << s.nodes.possible << " nodes, " << s.relations.possible << " relations, " << s.sources << " source, "
              << s.statements << " statements, from " << s.first.text << " to " << s.last.text << '\n';
    for (const kind_count& k : s.kinds)
        if (k.kind == k.root) std::cout << "  " << all.history().schema().name(k.kind) << ": "
                                        << k.with_subkinds.possible << '\n';
    std::cout << "  most frequent relations:";
    for (std::size_t i = 0; i < 6 && i < s.types.size(); ++i)
        std::cout << ' ' << all.history().schema().name(s.types[i].type) << ' ' << s.types[i].relations.possible;
    std::cout << '\n';
}

// 2. The events, with dates as the source gives them.
void events(const view& all) {
    std::cout << "\n2. The timeline, 2001 to 2021\n";
    for (const timeline_entry& e : timeline(all.window("2001", "2021").kinds({kind::event, kind::instrument})))
        if (!e.about.subject().is_relation())
            std::cout << "  " << date_of(e.when) << "  " << to_string(e.what) << "  " << in_words(e.about) << '\n';
}

// 3. Who and what exists and belongs on a day.
void belonging(const history& sco, std::string_view on) {
    std::cout << "\n3. On " << on << '\n';
    const auto rows = roster(sco.at(on), sco["sco"]);
    std::cout << "  members: " << text(counted(rows.rows, roster_section::member)) << '\n';
    for (const roster_row& r : rows) {
        std::cout << "  " << to_string(r.section) << ": " << r.who.name() << " (" << to_string(r.truth);
        if (r.adopted) std::cout << "; adopted " << (r.adopted->stated ? r.adopted->since : "not said");
        if (r.in_force) std::cout << "; in force " << (r.in_force->stated ? r.in_force->since : "not said");
        std::cout << ")\n";
    }
}

// 4. What came of the statement of 2006.
void implementation(const history& sco) {
    std::cout << "\n4. What came of the statement of 2006\n";
    for (const step& s : lineage(sco.all(), sco["statement-2006"]))
        if (!s.again)
            std::cout << "  " << std::string(2 * (s.depth - 1), ' ') << s.to.id() << "  " << date_of(s.when) << "  after "
                      << s.since_root << " days, " << (s.inferred ? "inferred" : "stated") << '\n';
}

// 5. The track through the United Nations: who handed in the code of conduct, and who joined later.
void united_nations(const view& all) {
    std::cout << "\n5. The United Nations\n";
    for (const char* text : {"resolution-60-45", "resolution-62-17"})
        for (const auto& r : all.in(all.history()[text], relation_type::supports))
            std::cout << "  " << r.from().name() << " support " << r.to().id() << '\n';
    for (const char* code : {"code-2011", "code-2015"})
        for (const auto& r : all.in(all.history()[code], relation_type::submitted))
            std::cout << "  " << r.period() << "  " << code << " submitted by " << r.from().name() << '\n';
    for (const auto& r : all.out(all.history()["code-2015"], relation_type::updates))
        std::cout << "  " << r.from().id() << " updates " << r.to().id() << '\n';
}

// 6. The exercises as a series.
void exercises(const view& all) {
    std::cout << "\n6. The exercises\n";
    for (const occurrence& o : series(all, kind::exercise)) {
        std::cout << "  " << date_of(o.when) << "  " << o.event.name();
        if (o.gap) std::cout << ", " << *o.gap << " days after the one before";
        for (const auto& place : o.places) std::cout << ", at " << place.to().name();
        std::cout << "; participants known by name: " << text(o.named) << '\n';
    }
}

// 7. What is proposed, apart from what exists.
void proposed_things(const view& all) {
    std::cout << "\n7. What is proposed\n";
    for (const proposed& p : proposals(all))
        std::cout << "  " << p.what.name() << (p.is_thing() ? " (a " + std::string(p.what.kind_name()) + ")" : "")
                  << (p.realised_by.empty() ? "" : "; realised in part") << '\n';
}

// 8. Quantities, what drives and what hinders, and who stands where.
void judgements(const view& all) {
    std::cout << "\n8. Quantities, drivers and challenges, positions\n";
    for (const quantity& q : quantities(all)) {
        std::cout << "  " << q.observation.name() << ": " << (q.value ? q.value->to_string() : "no number");
        for (const relation& r : q.reported_by) std::cout << ", reported by " << r.from().name();
        std::cout << '\n';
    }
    for (const influence& i : causes(all)) std::cout << "  " << in_words(i.effect) << '\n';
    for (const position& p : positions(all))
        std::cout << "  " << date_of(p.when) << "  " << p.who.id() << ' ' << p.stance.type_name() << ' '
                  << p.stance.to().id() << (p.denied ? " (denied)" : "") << '\n';
}

// 9. Where the article contradicts itself, and what else an audit finds; who says so, and where.
void doubts(const view& all) {
    std::cout << "\n9. What the audit finds\n";
    for (const audit_finding& f : audit(all)) {
        std::cout << "  [" << to_string(f.rule) << "] " << f.message << '\n';
        if (f.count == 1 && !f.statements.empty())
            std::cout << "      " << f.statements.front().source().id() << ", " << f.statements.front().locator() << '\n';
    }
}

int main(int argc, char** argv) {
    if (argc != 2) return std::cerr << "usage: sco FILE.json\n", 2;
    try {
        const history sco = read_json(argv[1]);
        const view all = sco.all();
        contents(all);
        events(all);
        for (const char* on : {"2004-12-31", "2011-09-12", "2017-12-06"}) belonging(sco, on);
        implementation(sco);
        united_nations(all);
        exercises(all);
        proposed_things(all);
        judgements(all);
        doubts(all);
    } catch (const error& e) {
        return std::cerr << e.what() << '\n', 1;
    }
}
