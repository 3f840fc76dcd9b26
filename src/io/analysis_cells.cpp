#include "io/analysis_cells.hpp"

#include "words.hpp"

#include <algorithm>

namespace comity::detail {

std::string sources_of(const std::vector<statement>& statements) {
    std::string list;
    std::vector<source_id> met;
    for (const statement& s : statements) {
        const source_id number = s.source().number();
        if (std::find(met.begin(), met.end(), number) != met.end()) continue;
        met.push_back(number);
        join(list, s.source().id());
    }
    return list;
}

std::string stated_by(const std::vector<statement>& statements) {
    std::string list;
    for (const statement& s : statements) {
        std::string one(s.source().id());
        if (!s.locator().empty()) one += ' ' + std::string(s.locator());
        if (s.denies()) one += " (denies)";
        if (s.modality() != modality::reported) one += " (" + std::string(to_string(s.modality())) + ')';
        if (s.inferred()) one += " (inferred)";
        join(list, one);
    }
    return list;
}

std::string labels_of(const std::vector<relation>& relations) {
    std::string list;
    for (const relation& r : relations) join(list, label(r));
    return list;
}

std::string labels_of(const std::vector<fact>& facts) {
    std::string list;
    for (const fact& f : facts) join(list, label(f));
    return list;
}

std::string froms_of(const std::vector<relation>& relations) {
    std::string list;
    for (const relation& r : relations) join(list, r.from().id());
    return list;
}

std::string tos_of(const std::vector<relation>& relations) {
    std::string list;
    for (const relation& r : relations) join(list, r.to().id());
    return list;
}

std::string values_of(const std::vector<attribute>& values) {
    std::string list;
    for (const attribute& a : values) join(list, a.to_string());
    return list;
}

} // namespace comity::detail
