#include "io/told_table.hpp"

#include "analysis/reading.hpp"

#include <memory>

namespace comity::detail {

std::vector<statement> told_table::statements_on(const fact& f) const {
    return heard_ != nullptr ? statements_in(*heard_, f) : f.statements();
}
std::vector<statement> told_table::statements_on(const attribute& a) const {
    return heard_ != nullptr ? counting(*heard_, a.statements()) : a.statements();
}
bool told_table::inferred(const fact& f) const {
    return heard_ != nullptr ? inferred_in(*heard_, f) : f.inferred();
}

table told_table::build() && {
    table_.set_grounds(std::make_shared<const grounds>(std::move(grounds_)));
    table made = std::move(table_).build();
    pulse_.look(); // to make columns of many names takes a while, and so does to let go of the rows
    return made;
}

} // namespace comity::detail
