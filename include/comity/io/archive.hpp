#pragma once

#include <comity/history/history.hpp>
#include <comity/progress.hpp>

#include <cstdint>
#include <string>

namespace comity {

// One file that is the history's memory: its columns as they lie, behind a header and a table of them, so
// that opening one maps it and reads nothing. docs/archive.md describes the format byte by byte.

/// How an archive is opened. Since 0.1.
struct archive_options {
    /// Opens in the same short time whatever the size, for files that the caller knows to be whole: nothing
    /// but the header and the table of columns is looked at, and a damaged column may then crash whoever
    /// asks.
    bool trusted = false;
    /// Reads the whole file into memory instead of mapping it: for a file that may be changed or cut short by
    /// others while it is open, which no mapping survives. What write_archive() replaces is safe either way.
    bool in_memory = false;
    progress tell = {}; ///< hears of what is read and checked; by default nobody does
};

/// What the header of an archive says. Since 0.1.
struct archive_info {
    int format = 0;         ///< version of the file format
    std::string written_by; ///< version of the library that wrote it
    std::uint64_t bytes = 0;
    std::size_t columns = 0; ///< how many of them have values

    friend bool operator==(const archive_info&, const archive_info&) = default;
};

/// The newest file format, which is written; this one and all older ones are read. Since 0.1.
inline constexpr int archive_format = 1;

/// Writes a history to a file, which is replaced as a whole or not at all. Opening it gives an equal history:
/// numbers, order and readings too. Throws error (io_error, cancelled); the old file is then as it was.
/// O(size of the history). Since 0.1.
void write_archive(const history& h, const std::string& path, const progress& tell = {});

/// Opens an archive. The file is mapped, not read, and must stay as it is while the history or anything made
/// from it is in use; replacing or removing it by name is no change.
///
/// Unless `options.trusted`, the structure of all of it is checked first: every number that names something
/// names something that is there, so that nothing asked of the history can crash or run for ever. Whether
/// each value is the one that was written is what verify_archive() checks. Throws error: io_error;
/// parse_error if it is no archive; unsupported for one of a newer format or of another kind of machine;
/// corrupt_file that names the column and the row; cancelled. Each but the last says which version wrote the
/// file. O(size), O(1) if trusted. Since 0.1.
[[nodiscard]] history read_archive(const std::string& path, const archive_options& options = {});

/// Checks every byte of an archive against the checksums kept in it, and its structure as read_archive()
/// does; a single byte changed, missing or added is found. Throws as read_archive() does. Returns what the
/// header says. O(size). Since 0.1.
archive_info verify_archive(const std::string& path, const progress& tell = {});

} // namespace comity
