#pragma once

#include <comity/history/finding.hpp>
#include <comity/io/table.hpp>
#include <comity/time/lenient.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace comity {

/// What became of the rows of one file: `rows = accepted + leniently + rejected`. Since 0.1.
struct load_count {
    std::string file;
    std::string source;          ///< id of the source that states the rows; empty if none was named
    std::uint64_t rows = 0;      ///< without the header and empty lines
    std::uint64_t accepted = 0;  ///< as they stand
    std::uint64_t leniently = 0; ///< with at least one date that only the lenient reader took
    std::uint64_t rejected = 0;
    std::uint64_t statements = 0;            ///< that the accepted rows became
    std::uint64_t repeated = 0;              ///< statements that say again what a row before said
    std::uint64_t separate = 0;              ///< statements of a row that contradicts one before: facts apart
    std::vector<std::string> unused_columns; ///< columns that nothing was read from
};

/// A row that was left out, and why. Since 0.1.
struct rejected_row {
    std::string file;
    std::uint64_t line = 0;   ///< from 1
    std::uint64_t column = 0; ///< in bytes, from 1
    std::string name;         ///< of the column
    std::string value;
    std::string reason;
};

/// How often a rule of the lenient reader was used, with an example. Since 0.1.
struct lenient_use {
    std::string file;
    lenient_note note = lenient_note::none; ///< one
    std::uint64_t cells = 0;
    std::uint64_t line = 0; ///< of the example
    std::string text;       ///< as the file has it
    std::string read_as;
};

/// What was made of something that the file leaves to the caller. Since 0.1.
struct load_choice {
    /// "kind added", "kind read as", "relation type added", "relation type read as", "missing end", "time of
    /// day", "number read as day"
    std::string what;
    std::string text;       ///< the word in the file; of times and numbers the first one; a register's type
    std::string made;       ///< what became of it
    std::uint64_t rows = 0; ///< accepted ones that it concerns; of times and numbers the cells
};

/// What became of everything in the files that were loaded: nothing is dropped, guessed or read leniently
/// without a line here. Since 0.1.
struct load_report {
    std::vector<load_count> files;
    std::vector<load_choice> choices;
    std::vector<lenient_use> lenient;
    std::vector<rejected_row> rejected; ///< the first ones; the counts in `files` are of all
    std::vector<finding> findings;      ///< warnings and notes of the builder

    [[nodiscard]] std::uint64_t rows() const noexcept;
    [[nodiscard]] std::uint64_t rejected_rows() const noexcept;
};

/// One row a file: the counts. Since 0.1.
[[nodiscard]] table load_counts_table(const load_report& r);
/// One row a choice. Since 0.1.
[[nodiscard]] table load_choices_table(const load_report& r);
/// One row a rule of the lenient reader and file. Since 0.1.
[[nodiscard]] table lenient_uses_table(const load_report& r);
/// One row a rejected row. Since 0.1.
[[nodiscard]] table rejected_rows_table(const load_report& r);

} // namespace comity
