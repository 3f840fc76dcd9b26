// The example on the README's first page.

#include <comity/comity.hpp>
#include <comity/view/boost_graph.hpp>

#include <iostream>

int main(int, char** argv) {
    const comity::history sco = comity::read_json(argv[1]);
    const comity::view then = sco.at("2011-09-12"); // the day the first code of conduct reached the UN
    for (const auto& n : then.nodes(comity::kind::instrument))
        std::cout << n.period() << "  " << n.name("en") << "  " << n.truth() << '\n';
    for (const comity::step& s : comity::lineage(sco.all(), sco["statement-2006"])) // what came of it
        std::cout << s.to.id() << " after " << s.since_root << " days\n";
    const auto graph = then.snapshot(); // any algorithm of Boost.Graph
    std::cout << num_vertices(graph) << " nodes that day\n";
}
