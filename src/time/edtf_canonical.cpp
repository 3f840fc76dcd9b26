#include "edtf_parser.hpp"

// The canonical places of marks: one on the whole date where all components share it, then one on a group,
// then one on a single component; none said twice.

namespace comity::detail {
namespace {

void append_mark(std::string& out, qualifier q) {
    constexpr char marks[] = {'\0', '?', '~', '%'};
    if (q != qualifier::none) out += marks[static_cast<std::size_t>(q)];
}

} // namespace

void append_canonical(std::string& out, const simple_date& d) {
    const std::size_t n = d.components();
    std::array<qualifier, 3> left{};
    for (std::size_t i = 0; i < n; ++i) left[i] = d.effective(i);

    // From the right: what component i shares with all before it becomes one mark to the right of i.
    std::array<qualifier, 3> right{};
    for (std::size_t i = n; i-- > 0;) {
        qualifier shared = left[0];
        for (std::size_t k = 1; k <= i; ++k) shared = shared & left[k];
        right[i] = shared;
        for (std::size_t k = 0; k <= i; ++k) left[k] = without(left[k], shared);
    }
    const std::array<std::string_view, 3> texts{d.year_text, d.month_text, d.day_text};
    for (std::size_t i = 0; i < n; ++i) {
        if (i > 0) out += '-';
        append_mark(out, left[i]);
        out += texts[i];
        append_mark(out, right[i]);
    }
}

} // namespace comity::detail
