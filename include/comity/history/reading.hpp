#pragma once

#include <comity/time/edtf.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace comity {

/// What makes one competing value better than another. A statement that agrees with all of them makes none
/// of them better. Since 0.1.
enum class preference : std::uint8_t {
    source,        ///< a source that stands earlier in policy::sources states it; unlisted ones come last
    source_kind,   ///< a source whose kind stands earlier in policy::source_kinds states it
    newest,        ///< a source of a later date states it; undated ones come last
    most_precise,  ///< it leaves fewer days
    most_attested, ///< more sources state it that do not derive from a common root
};

/// What to do with competing values that the preferences leave standing. Since 0.1.
enum class remainder : std::uint8_t {
    disputed, ///< leave them, marked
    hull,     ///< merge them: possible from the first to the last of them, certain only beyond
};

/// The named rule by which a value is chosen where statements compete. It looks only at slots that are
/// disputed; what loses stays on record and `disagreements` lists it. A value, so that it can be stored
/// beside a result and replayed. Since 0.1.
struct policy {
    std::string name = "none";
    std::vector<preference> order;         ///< tried in turn, each among those that the one before left equal
    std::vector<std::string> sources;      ///< ids, best first; for preference::source
    std::vector<std::string> source_kinds; ///< best first; for preference::source_kind
    remainder rest = remainder::disputed;

    /// Decides nothing: what the default reading does.
    [[nodiscard]] static policy none() { return {}; }
    [[nodiscard]] static policy by_source(std::vector<std::string> ids);
    [[nodiscard]] static policy by_source_kind(std::vector<std::string> kinds);
    [[nodiscard]] static policy newest();
    [[nodiscard]] static policy most_precise();
    [[nodiscard]] static policy most_attested();
    /// Merges what competes into what it spans.
    [[nodiscard]] static policy hull();
    /// The built-in policy of that name: none, newest, most-precise, most-attested, hull; or
    /// `source: a, b` and `source-kind: a, b`. Throws error (invalid_argument) that lists them.
    [[nodiscard]] static policy named(std::string_view name);

    friend bool operator==(const policy&, const policy&) = default;
};

/// One way of reading the statements of a history: whose word counts, and what is done where words compete.
/// The default lets every source count and decides nothing. Since 0.1.
struct reading {
    std::vector<std::string> only;    ///< ids of the sources that count; empty: all
    std::vector<std::string> without; ///< ids of sources that don't
    /// Only sources certainly dated by then count (not what contemporaries knew: when it was written).
    std::optional<date> stated_by;
    bool ignore_marks = false; ///< `?` and `~` keep nothing from being certain
    comity::policy policy;

    /// Every source counts as far as it is looked at: nothing is left out by source or date.
    [[nodiscard]] bool unrestricted() const noexcept { return only.empty() && without.empty() && !stated_by; }
    friend bool operator==(const reading&, const reading&) = default;
};

/// The reading on one line: `sources a, b; stated by 2015; policy newest`. Equal readings have equal texts.
/// Since 0.1.
[[nodiscard]] std::string to_string(const reading& r);

} // namespace comity
