#pragma once

#include <comity/history/node.hpp>
#include <comity/history/relation.hpp>
#include <comity/time/bound.hpp>
#include <comity/time/lag.hpp>
#include <comity/view/view.hpp>

#include <string>

namespace comity {

/// When something began, ended or happened, as far as it is known: the first and the last day that it may
/// have been, and the words of who dates it. Since 0.1.
struct moment {
    bound earliest = bound::unknown();
    bound latest = bound::unknown();
    std::string text; ///< as the source writes it; empty if nobody dates it
    /// The source itself marks the date as uncertain or approximate.
    bool doubted = false;

    /// Somebody dates it.
    [[nodiscard]] bool known() const noexcept { return !text.empty(); }

    friend bool operator==(const moment&, const moment&) = default;
};

/// When `f` begins in the view's reading; of an act, when it happened. Since 0.1.
[[nodiscard]] moment begin_of(const view& v, const fact& f);

/// When `f` ends in the view's reading; of an act of one day, that day. Open if its sources know of no end.
/// Since 0.1.
[[nodiscard]] moment end_of(const view& v, const fact& f);

/// When a relation came to be: on its own date, else, for what lasts as long as its ends, with the text or
/// event that says or does it (`from`). An actor's life dates nothing that he says in the course of it. Since
/// 0.1.
[[nodiscard]] moment came_about(const view& v, const relation& r);

/// The date of the first source that states it, of those that count in the view; unknown if none of them is
/// dated. Since 0.1.
[[nodiscard]] moment first_stated(const view& v, const fact& f);

/// The order of listings: by first day, then by last day; open begins come first and unknown ones last. It
/// decides nothing about what was before what: ask `days_between` for that. Since 0.1.
[[nodiscard]] bool listed_before(const moment& a, const moment& b) noexcept;

/// Days from `a` to `b`; negative where `b` came first. Since 0.1.
[[nodiscard]] lag days_between(const moment& a, const moment& b);

/// Whether `a` was on an earlier day than `b`. Since 0.1.
[[nodiscard]] truth before(const moment& a, const moment& b);

} // namespace comity
