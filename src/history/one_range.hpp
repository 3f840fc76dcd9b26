#pragma once

#include <comity/error.hpp>
#include <comity/time/edtf.hpp>

#include <string>

namespace comity::detail {

/// Throws error (invalid_argument) for days with gaps between them.
inline void require_no_gaps(const date& d) {
    if (!d.contiguous())
        throw error(errc::invalid_argument,
                    "'" + d.text() + "' means days with gaps between them; expected one range of days");
}

/// The same, and for an interval, with what is wanted instead of it.
inline void require_one_range(const date& d, const char* instead) {
    if (d.kind() == date_kind::interval)
        throw error(errc::invalid_argument, "'" + d.text() + "' is an interval; " + instead);
    require_no_gaps(d);
}

} // namespace comity::detail
