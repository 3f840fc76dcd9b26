#pragma once

// Everything that a history says, in words: two histories are equal if these are.

#include <comity/history/history.hpp>
#include <comity/io/listing.hpp>
#include <comity/io/table.hpp>
#include <comity/time/bounds.hpp>

#include <sstream>
#include <string>

namespace comity::test {

inline void tell(std::ostream& out, const fact& f) {
    const bounds b = f.period().bounds();
    out << " | " << f.period() << ' ' << b.b1 << ' ' << b.b2 << ' ' << b.e1 << ' ' << b.e2 << ' '
        << to_string(f.existence()) << ' ' << to_string(f.modality()) << (f.disputed() ? " disputed" : "")
        << (f.inferred() ? " inferred" : "") << (f.dated() ? " dated" : "") << '\n';
}

/// Nodes, relations, attributes, statements, sources, notes and added types, each in its order.
inline std::string everything_in(const history& h) {
    std::ostringstream out;
    const table_format all{h.statement_count() + h.attribute_count() + h.source_count() + 1, 100000};
    for (const auto& [key, text] : h.notes()) out << "note " << key << ' ' << text << '\n';
    for (std::size_t i = 0; i < h.node_count(); ++i) {
        const node n = h.node(node_id{static_cast<std::uint32_t>(i)});
        out << "node " << n.id() << ' ' << n.kind_name();
        tell(out, n);
    }
    for (std::size_t i = 0; i < h.relation_count(); ++i) {
        const relation r = h.relation(relation_id{static_cast<std::uint32_t>(i)});
        out << "relation " << r.id() << ' ' << r.from().id() << ' ' << r.type_name() << ' ' << r.to().id();
        tell(out, r);
    }
    out << to_string(sources_table(h), all) << to_string(statements_table(h), all)
        << to_string(attributes_table(h), all);
    return out.str();
}

} // namespace comity::test
