#include "view/eval.hpp"

#include "history/periods.hpp"
#include "view/reading.hpp"

#include <vector>

namespace comity::detail {
namespace {

/// Possible in any alternative; certain in all of them.
truth passes_exactly(const selection& sel, const std::vector<bounds>& alternatives) {
    truth any = truth::no;
    truth all = truth::certain;
    for (const bounds& b : alternatives) {
        const truth t = passes(sel, b);
        any = any | t;
        all = all & t;
    }
    return truth_of(is_possible(any), is_certain(all));
}

/// What cannot be certain although its dates would make it so.
truth with_doubt(std::uint8_t flags, truth t) noexcept {
    return (flags & flag::doubtful) != 0 ? t & truth::possible : t;
}

} // namespace

truth node_truth_exactly(const store& s, const selection& sel, std::uint32_t node, truth t) noexcept {
    const reading_columns& r = columns_of(s, sel);
    const std::uint8_t flags = r.node_flags[node];
    if ((flags & flag::inexact) != 0 && is_possible(t))
        t = passes_exactly(sel, own_alternatives(s, r, node_id{node}));
    return with_doubt(flags, t);
}

truth relation_truth_exactly(const store& s, const selection& sel, std::uint32_t place, truth t) noexcept {
    const reading_columns& r = columns_of(s, sel);
    const std::uint8_t flags = r.flags[place];
    if ((flags & flag::inexact) != 0 && is_possible(t))
        t = passes_exactly(sel, effective_alternatives(s, r, place));
    return with_doubt(flags, t);
}

} // namespace comity::detail
