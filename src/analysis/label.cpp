#include <comity/analysis/label.hpp>

#include <comity/error.hpp>
#include <comity/history/history.hpp>

namespace comity {

std::string label(const fact& f) {
    if (!f.subject().is_relation()) return std::string(as_node(f).id());
    const relation r = as_relation(f);
    if (!r.id().empty()) return std::string(r.id());
    return std::string(r.from().id()) + ' ' + std::string(r.type_name()) + ' ' + std::string(r.to().id());
}

std::string in_words(const fact& f, std::string_view language) {
    if (!f.subject().is_relation()) return std::string(as_node(f).name(language));
    const relation r = as_relation(f);
    const history h(f.store());
    return std::string(r.from().name(language)) + ' ' + std::string(h.schema().label(r.type(), language)) +
           ' ' + std::string(r.to().name(language));
}

std::string_view type_name(const fact& f) {
    return f.subject().is_relation() ? as_relation(f).type_name() : as_node(f).kind_name();
}

node as_node(const fact& f) {
    if (f.subject().is_relation())
        throw error(errc::invalid_argument, "a node was wanted, and '" + label(f) + "' is a relation");
    return {f.store(), f.subject().as_node()};
}

relation as_relation(const fact& f) {
    if (!f.subject().is_relation())
        throw error(errc::invalid_argument, "a relation was wanted, and '" + label(f) + "' is a node");
    return {f.store(), f.subject().as_relation()};
}

} // namespace comity
