#pragma once

#include "history/slots.hpp"
#include "history/store.hpp"

#include <span>
#include <string>

namespace comity::detail {

/// A date of one slot and what its source claims by it.
struct given_date {
    date_id text = no_date;
    claim says; ///< of a date that no source states without days
};

/// A range of days as EDTF, open where it is not bounded: `[2020-10-11..2020-11-10]`, `[..2020-11-10]`;
/// empty, which is unknown, if it has no bounds at all. Whole years where a day has no text.
[[nodiscard]] std::string text_of(const run& days);

/// One text for what may be several dates, empty for none: the narrowest as written if it lies within all
/// others, else "one of" those that no other says more precisely: `[2020-10-11,2020-11-10]`. A set of EDTF
/// takes less than a begin or an end does, and then it says more than is claimed, never less: `..` becomes
/// all days from where its source looked to (`[2001,2020-05-01..]`), or with the last of the other dates
/// where nobody knows that (`[2001..]`), all of a list one of it, and a time of day its day; so many dates
/// that no text holds them, one range.
[[nodiscard]] std::string text_of(const store& s, std::span<const given_date> dates);

} // namespace comity::detail
