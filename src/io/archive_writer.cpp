#include "history/columns_of_store.hpp"
#include "io/archive_format.hpp"
#include "io/file.hpp"
#include "schema/flat_schema.hpp"

#include <comity/io/archive.hpp>
#include <comity/version.hpp>

#include <algorithm>
#include <vector>

namespace comity {
namespace detail {
namespace {

template <class T>
std::string_view bytes_of(std::span<const T> values) noexcept {
    return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

/// The table of columns and what it tells of, as it grows.
class archive_layout {
public:
    archive_layout(const progress& tell, std::uint64_t bytes)
        : tell_(tell), beat_(tell, "checksums", bytes) {}

    /// `optional` says whether a reader can do without.
    template <class T>
    void add(std::string_view name, std::span<const T> values, bool optional = false) {
        if (values.empty()) return;
        archive_section s{};
        std::copy(name.begin(), name.end(), s.name.begin());
        s.bytes = values.size_bytes();
        s.width = sizeof(T);
        s.type = archive_type<T>();
        s.optional = optional ? 1 : 0;
        s.checksum = checksum_of(std::as_bytes(values), beat_);
        beat_(done_ += values.size_bytes());
        table_.push_back(s);
        columns_.push_back(bytes_of(values));
    }

    void write(const schema& s, const std::string& path) && {
        beat_.finish();
        std::uint64_t end = sizeof(archive_header) + table_.size() * sizeof(archive_section);
        for (archive_section& section : table_) {
            section.offset = aligned(end);
            end = section.offset + section.bytes;
        }
        const archive_header header = header_of(s, end);
        std::vector<std::string_view> parts{bytes_of(std::span(&header, 1)),
                                            bytes_of(std::span(std::as_const(table_)))};
        std::uint64_t at = sizeof(archive_header) + table_.size() * sizeof(archive_section);
        for (std::size_t i = 0; i < table_.size(); ++i) {
            static constexpr char zeros[column_alignment] = {};
            parts.emplace_back(zeros, static_cast<std::size_t>(table_[i].offset - at));
            parts.push_back(columns_[i]);
            at = table_[i].offset + table_[i].bytes;
        }
        write_file(path, parts, tell_);
    }

private:
    [[nodiscard]] archive_header header_of(const schema& s, std::uint64_t bytes) const {
        archive_header h{};
        h.magic = archive_magic;
        h.byte_order = archive_byte_order;
        h.format = archive_format;
        const std::string_view version = library_version();
        std::copy_n(version.begin(), std::min(version.size(), h.written_by.size()), h.written_by.begin());
        h.widths = archive_widths;
        h.bytes = bytes;
        h.sections = static_cast<std::uint32_t>(table_.size());
        h.schema_revision = static_cast<std::uint32_t>(s.revision());
        h.table_checksum = checksum_of(std::as_bytes(std::span(table_)));
        h.checksum = checksum_of(h);
        return h;
    }

    const progress& tell_;
    pulse beat_; ///< by bytes
    std::uint64_t done_ = 0;
    std::vector<archive_section> table_;
    std::vector<std::string_view> columns_;
};

/// Whether the column of that name holds ends that are the begins.
bool are_begins(const store& s, std::string_view name) {
    bool are = false;
    for_each_column_of_ends(s.base, [&](std::string_view ends, const auto& column, const auto& begins) {
        are = are || (ends == name && std::ranges::equal(column.span(), begins.span()));
    });
    return are;
}

} // namespace
} // namespace detail

void write_archive(const history& h, const std::string& path, const progress& tell) {
    const detail::store& s = *h.store();
    const detail::flat_schema schema = detail::flatten(s.schema);
    detail::archive_layout layout(tell, h.memory());
    layout.add(detail::archive_schema_section, std::span<const char>(schema.bytes));
    detail::for_each_names(schema,
                           [&layout](const char* at, const char* by_name, const detail::flat_names& names) {
                               layout.add(at, names.at(), true);
                               layout.add(by_name, names.by_name(), true);
                           });
    detail::for_each_column(s, [&](const char* name, const auto& column) {
        if (!detail::are_begins(s, name)) layout.add(name, column.span(), detail::is_dispensable(name));
    });
    std::move(layout).write(s.schema, path);
}

} // namespace comity
