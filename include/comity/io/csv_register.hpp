#pragma once

#include <comity/history/records.hpp>
#include <comity/io/csv.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace comity {

/// A column whose cells name nodes. Since 0.1.
struct csv_node_column {
    std::string column;
    std::string kind;   ///< name of the kind that its nodes are of
    std::string prefix; ///< stands before the cell in the node's id: "state:" makes "state:FRA"
    std::string names;  ///< a column that says what the node is called; empty: none
    attribute_type called = attribute_type::name; ///< what kind of name that is
};

/// Columns that say that one node of the row stands in a relation to another. Since 0.1.
struct csv_relation_columns {
    std::string type;     ///< name of the relation type
    std::size_t from = 0; ///< place of the node's column in csv_register::nodes
    std::size_t to = 1;
    std::string begin; ///< column of its begin, or of an act's day; empty: the file has none
    std::string end;   ///< column of its end; empty: the file has none
    /// What it means that there is a begin and no end. unknown: the source does not speak of the end.
    comity::missing_end missing_end = comity::missing_end::unknown;
    bool undated = false; ///< a row without any of these dates states the relation too
};

/// A column that gives a value of a node of the row. Since 0.1.
struct csv_attribute_column {
    std::string column;
    std::string type;     ///< name of the attribute type, which takes text or a date
    std::size_t node = 0; ///< place in csv_register::nodes
};

/// What rows of one file become that say of one relation (same type, same nodes) things that can't both be
/// true: a state that ratified, left and ratified again; an entry that was amended. Since 0.1.
enum class csv_repeats : std::uint8_t {
    separate, ///< as many relations, one after the other: what was done twice stands there twice
    dispute,  ///< one relation about which the source contradicts itself
};

/// One CSV file as one source: how its columns become statements of that source. Since 0.1.
struct csv_register {
    std::string path;   ///< gzip is unpacked
    std::string source; ///< id; two files of one source have the same
    source_record about_source;
    std::vector<csv_node_column> nodes;
    std::vector<csv_relation_columns> relations;
    std::vector<csv_attribute_column> attributes;
    csv_repeats repeats = csv_repeats::separate;
    char delimiter = ',';
    time_of_day times = time_of_day::refused;
    std::optional<lenient_options> lenient; ///< dates that are not EDTF may be read so, and are reported
    std::string language;                   ///< BCP 47 tag of names and texts; empty: not said
};

/// How registers are loaded. Since 0.1.
struct csv_register_options {
    bool all_or_nothing = true;         ///< see csv_options
    std::size_t most_rejected = 10'000; ///< the same
    progress tell;                      ///< the same
};

/// Reads several registers into one history, each as a source whose locators are the lines of its file.
///
/// Rows state facts. Rows of two files state *one* fact if they name the same relation type and the same
/// nodes: then what the sources say of its dates competes, and `disagreements` finds where they differ.
/// Within a file, rows that can both be true are statements of one fact too (`load_count::repeated`); those
/// that can't are treated as csv_register::repeats says (`load_count::separate`). Where a relation stands
/// there several times, a row belongs to the first one with whose dates its own agree, else to the first of
/// which its source has not spoken yet, else to a new one.
///
/// A row is rejected as a whole if one of its mapped cells can't be read. Throws as read_csv(), and error
/// (invalid_argument) for a mapping that makes no sense. O(bytes + statements log repeats). Since 0.1.
[[nodiscard]] loaded_history read_csv_registers(std::span<const csv_register> registers,
                                                const csv_register_options& options = {});

} // namespace comity
