#include "history/draft.hpp"

namespace comity::detail {

std::string draft::label(subject s) const {
    if (!s.is_relation()) return std::string(strings[nodes.id[s.number()]]);
    const std::size_t row = s.number();
    if (row < relations.id.size() && relations.id[row] != 0) return std::string(strings[relations.id[row]]);
    return std::string(strings[nodes.id[relations.from[row]]]) + ' ' +
           std::string(schema.name(relation_type{relations.type[row]})) + ' ' +
           std::string(strings[nodes.id[relations.to[row]]]);
}

std::string draft::text_of(place p) const {
    std::string text(strings[p.file]);
    if (p.line == 0) return text;
    text += ':' + std::to_string(p.line);
    if (p.column != 0) text += ':' + std::to_string(p.column);
    return text;
}

void draft::find(severity level, std::string_view code, std::string subject_label, place at,
                 std::string message) {
    findings.push_back({level, std::string(code), std::move(subject_label), text_of(at), std::move(message)});
}

} // namespace comity::detail
