#pragma once

#include "options.hpp"
#include "progress_in.hpp"

#include <comity/io/listing.hpp>

namespace comity::capi {

/// Of options that have a language and a callback. In English unless the caller says otherwise.
template <class Options>
[[nodiscard]] listing_options listing_of(const Options& given) {
    listing_options how;
    if (const auto language = optional_text_in(given.language.data, given.language.length))
        how.language = *language;
    how.tell = progress_in(given.progress, given.user);
    return how;
}

[[nodiscard]] inline listing_options listing_in(const comity_listing_options* options) {
    return listing_of(options_in(options));
}

} // namespace comity::capi
