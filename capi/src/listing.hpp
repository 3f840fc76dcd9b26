#pragma once

#include "options.hpp"

#include <comity/io/listing.hpp>

namespace comity::capi {

/// In English unless the caller says otherwise.
[[nodiscard]] inline listing_options in_language(const comity_text& language) {
    listing_options how;
    if (const auto given = optional_text_in(language.data, language.length)) how.language = *given;
    return how;
}

[[nodiscard]] inline listing_options listing_in(const comity_listing_options* options) {
    return in_language(options_in(options).language);
}

} // namespace comity::capi
