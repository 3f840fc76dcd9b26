#pragma once

#include <cstdint>
#include <string>

namespace comity {

/// What loading two CSV files will take, before it is tried. Of memory it counts what a history takes whose
/// relations last, with dates of one day each, packed files and plain ones; acts alone take up to a third
/// less. Not counted: imprecise dates, and what is told of rejected rows. Since 0.1.
struct csv_estimate {
    std::uint64_t nodes = 0;     ///< rows of the one file
    std::uint64_t relations = 0; ///< rows of the other
    std::uint64_t text = 0;      ///< bytes of both, unpacked
    std::uint64_t held = 0;      ///< bytes that the history will hold; history::memory() tells it afterwards
    std::uint64_t peak = 0; ///< bytes at most while it is made, beside what the process has already: text
                            ///< that is read ahead, columns with room to grow, pages kept to be used again
};

/// Estimates by the sizes of the files, as packed ones tell them, and by their beginnings, a megabyte of text
/// at most of each; where rows further on are longer or shorter it is off by as much: of four data sets by up
/// to 3 per cent of the relations and 7 of the nodes. Of a file of several gzip members, where only the last
/// one's size is told, it is off too where they pack better or worse than the first megabyte. `with_source`:
/// all rows are stated by a source. Throws error (io_error, parse_error) for files that can't be read. Since
/// 0.1.
[[nodiscard]] csv_estimate estimate_csv(const std::string& nodes, const std::string& relations,
                                        bool with_source = false);

} // namespace comity
