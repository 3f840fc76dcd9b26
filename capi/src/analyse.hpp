#pragma once

#include "guard.hpp"
#include "handles.hpp"
#include "listing.hpp"

#include <utility>

namespace comity::capi {

/// The table of an analysis of a view: `analysis(view, tell)`.
template <class Analysis>
int32_t analyse(const comity_view* view, const comity_listing_options* options, comity_table** out,
                Analysis&& analysis) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        const comity::listing_options how = listing_in(options);
        result.make(to_table(analysis(v, how.tell), how));
    });
}

} // namespace comity::capi
