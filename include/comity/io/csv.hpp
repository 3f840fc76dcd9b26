#pragma once

#include <comity/history/builder.hpp>
#include <comity/history/history.hpp>
#include <comity/io/load_report.hpp>
#include <comity/progress.hpp>
#include <comity/time/lenient.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace comity {

/// What it means that a row has no end. Since 0.1.
enum class missing_end : std::uint8_t {
    refused = 0,       ///< nobody said: the row is rejected
    instantaneous = 1, ///< it lasts for the day on which it begins
    open = 2,          ///< it has no end that the source knows of
    unknown = 3,       ///< it has ended or will; when is not known
};

/// The name of the enumerator. Since 0.1.
[[nodiscard]] std::string_view to_string(missing_end m) noexcept;
/// The one of that name, or nothing. Since 0.1.
[[nodiscard]] std::optional<missing_end> missing_end_of(std::string_view name) noexcept;

/// What is done with a date-time's time of day. Since 0.1.
enum class time_of_day : std::uint8_t {
    refused = 0, ///< the row is rejected
    dropped = 1, ///< the day is read, and the report counts it
    kept = 2,    ///< kept as written; the days are those of the date; one with fractions is rejected
};

/// What a word in the column `type` of a file of nodes means. Since 0.1.
struct csv_kind {
    std::string text;   ///< as in the file
    std::string name;   ///< the kind; empty: the word itself, as csv_type_name makes a name of it
    std::string parent; ///< not empty: where the kind is not known, it is added under this one
};

/// What a word in the column `relation` of a file of relations means. Since 0.1.
struct csv_type {
    std::string text;                               ///< as in the file
    std::string name;                               ///< the relation type; empty: as of a kind
    comity::missing_end end = missing_end::refused; ///< what a missing end means; refused: as the options say
};

/// How CSV files are read. The defaults guess nothing. A word that is the name of a kind or relation type
/// means that one. Where unknown ones may be added, one that csv_type_name() makes the name of a built-in one
/// is read as it (`party_to` as `party-to`), and any other is added under the name that it makes; the report
/// has a line for each. Since 0.1.
struct csv_options {
    char delimiter = ',';
    std::vector<csv_kind> kinds; ///< words that are not names of kinds, or to be added
    std::string new_kinds_under; ///< not empty: any other unknown kind is added under this one
    std::vector<csv_type> types; ///< words that are not names of relation types, and what no end means
    bool add_types = false;      ///< unknown relation types are added; an act if instantaneous, else a state
    comity::missing_end missing_end = missing_end::refused; ///< of types that do not say their own
    time_of_day times = time_of_day::refused;
    std::optional<lenient_options> lenient; ///< dates that are not EDTF may be read so, and are reported
    std::string source;                     ///< id of the source that states all rows; empty: none does
    source_record about_source;             ///< what else is known of it
    std::string language;                   ///< BCP 47 tag of the nodes' names; empty: not said
    /// Rejected rows are an error: nothing is loaded, and the findings name them. If false the rest is
    /// loaded, and the report names them.
    bool all_or_nothing = true;
    std::size_t most_rejected = 10'000; ///< rejected rows that are described; all are counted
    progress tell; ///< told the share of the bytes that were read, file by file, then of building
};

/// A history and what became of the rows that it was made from. Since 0.1.
struct loaded_history {
    comity::history history;
    load_report report;
};

/// The name that a word of a file gets as a kind or type: in lower case, with hyphens for what is not a
/// letter or digit: "Make statement" becomes "make-statement". Empty if nothing is left. Since 0.1.
[[nodiscard]] std::string csv_type_name(std::string_view text);

/// Reads a file of nodes with the columns `id,type,name` and a file of relations with the columns
/// `source,relation,target,start,end` (in any order; name, start and end may be missing; gzip is unpacked).
/// Dates are EDTF; for the words of type and relation see csv_options. Throws error (io_error, parse_error)
/// for files that can't be read, error (unknown_id, invalid_argument) for options that name what there is
/// not, findings_error for rejected rows (see csv_options) and for what the builder finds wrong, error
/// (cancelled). O(bytes). Since 0.1.
[[nodiscard]] loaded_history read_csv(const std::string& nodes, const std::string& relations,
                                      const csv_options& options = {});

/// The same from texts in memory; `nodes` and `relations` stand for the files in messages. Since 0.1.
[[nodiscard]] loaded_history read_csv_text(std::string_view nodes, std::string_view relations,
                                           const csv_options& options = {});

} // namespace comity
