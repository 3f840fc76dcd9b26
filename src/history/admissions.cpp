#include "history/admissions.hpp"

#include "words.hpp"

namespace comity::detail {
namespace {

std::string any_of_kinds(const comity::schema& s, const std::vector<kind>& kinds) {
    std::string text;
    for (const kind k : kinds) join(text, s.name(k), " or ");
    return text.empty() ? "any kind" : text;
}

} // namespace

std::string not_admitted(const comity::schema& s, relation_type t, const std::string& from,
                         const std::string& to) {
    const relation_type_definition& def = s.definition(t);
    return in_quotes(def.name) + " runs from " + any_of_kinds(s, def.domain) + " to " +
           any_of_kinds(s, def.range) + ", not from " + from + " to " + to;
}

} // namespace comity::detail
