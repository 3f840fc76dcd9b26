#pragma once

#include "io/mapping.hpp"

#include <comity/history/store_ptr.hpp>
#include <comity/io/archive.hpp>

#include <string>

namespace comity::detail {

/// How much of an archive is looked at before it is used.
enum class trust {
    whole,     ///< the header and the table of columns
    structure, ///< also whether every number in every column names something
    nothing,   ///< also whether every byte is as it was written
};

/// What lies in these bytes, as a store whose columns share them. `name` stands for the file in messages.
/// Throws as read_archive() does. O(columns) if they are trusted, and then `tell` hears nothing, else
/// O(size).
[[nodiscard]] store_ptr open_archive(const file_bytes& file, const std::string& name, trust how,
                                     archive_info& info, const progress& tell = {});

} // namespace comity::detail
