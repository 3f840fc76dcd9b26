#pragma once

// How an archive lies in a file: docs/archive.md in C++. Everything stands in the byte order of the machine
// that wrote it, which the header tells.

#include "history/column.hpp"
#include "history/strings.hpp"
#include "io/checksum.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

namespace comity::detail {

/// The first byte is in no text, the line ends show a transfer that changed them, as PNG does it.
inline constexpr std::array<char, 8> archive_magic{'\x8b', 'c', 'm', 't', 'y', '\r', '\n', '\x1a'};
inline constexpr std::uint32_t archive_byte_order = 0x01020304;

/// Bytes of the values that differ between machines, or that a later format might widen.
inline constexpr std::array<std::uint8_t, 8> archive_widths{
    sizeof(std::uint64_t), // an offset of the text bytes
    sizeof(string_id),     // the number of a text, a date or a row
    sizeof(std::int32_t),  // a day
    sizeof(double),        // a number, IEEE 754
    column_alignment,      // where columns begin
    0,
    0,
    0};

/// The first 128 bytes. Up to `written_by` they mean the same in every format to come, so that an older
/// library can say what it can't read.
struct archive_header {
    std::array<char, 8> magic;
    std::uint32_t byte_order;
    std::uint32_t format;
    std::array<char, 24> written_by; ///< version of the library, filled with zeros
    std::array<std::uint8_t, 8> widths;
    std::uint64_t bytes; ///< of the file
    std::uint32_t sections;
    std::uint32_t schema_revision; ///< of the built-in ontology
    std::uint64_t table_checksum;
    std::array<std::uint8_t, 48> reserved; ///< zeros
    std::uint64_t checksum;                ///< of the bytes before it
};

/// Where one column lies. These follow the header; the columns follow them, in the order of the table, each
/// at the next multiple of 64 with zeros between.
struct archive_section {
    std::array<char, 32> name; ///< filled with zeros
    std::uint64_t offset;      ///< from the beginning of the file
    std::uint64_t bytes;       ///< never none: what is empty has no section
    std::uint32_t width;       ///< bytes of one value
    char type;                 ///< 'u' unsigned, 'i' signed, 'f' floating, 'c' UTF-8
    std::uint8_t optional;     ///< 1: a reader that does not know the name may pass it over
    std::uint16_t reserved;
    std::uint64_t checksum; ///< of its bytes

    [[nodiscard]] bool is(const char* wanted) const noexcept {
        return std::strncmp(name.data(), wanted, name.size()) == 0;
    }
    [[nodiscard]] std::string_view name_text() const noexcept {
        const std::string_view all(name.data(), name.size());
        return all.substr(0, all.find('\0'));
    }
};

static_assert(sizeof(archive_header) == 128 && std::is_trivially_copyable_v<archive_header>);
static_assert(sizeof(archive_section) == 64 && std::is_trivially_copyable_v<archive_section>);

// What data added to the ontology is no column; see schema/flat_schema.hpp. A reader may pass over where its
// names lie, and read it all.

inline constexpr const char* archive_schema_section = "schema";

/// Calls `visit(at, by_name, names)` with the sections of each sort's names and the names.
template <class Flat, class Visit>
void for_each_names(Flat& flat, Visit&& visit) {
    visit("schema.kinds.at", "schema.kinds.by-name", flat.kinds);
    visit("schema.relation-types.at", "schema.relation-types.by-name", flat.relation_types);
    visit("schema.attribute-types.at", "schema.attribute-types.by-name", flat.attribute_types);
}

/// Whether a reader may pass over the column of that name: it only says sooner what others say.
[[nodiscard]] constexpr bool is_dispensable(std::string_view name) noexcept {
    return name.starts_with("out.runs") || name.starts_with("in.runs");
}

template <class T>
constexpr char archive_type() noexcept {
    if (std::is_same_v<T, char>) return 'c';
    if (std::is_floating_point_v<T>) return 'f';
    return std::is_signed_v<T> ? 'i' : 'u';
}

[[nodiscard]] constexpr std::uint64_t aligned(std::uint64_t offset) noexcept {
    return (offset + column_alignment - 1) / column_alignment * column_alignment;
}

[[nodiscard]] inline std::uint64_t checksum_of(const archive_header& h) noexcept {
    return checksum_of(std::as_bytes(std::span(&h, 1)).first(offsetof(archive_header, checksum)));
}

} // namespace comity::detail
