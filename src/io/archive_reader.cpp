#include "io/archive_reader.hpp"

#include "history/columns_of_store.hpp"
#include "io/archive_check.hpp"
#include "io/archive_format.hpp"
#include "schema/flat_schema.hpp"

#include <comity/error.hpp>
#include <comity/version.hpp>

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>
#include <vector>

namespace comity {
namespace detail {
namespace {

/// Reads one archive; what it throws names the file and who wrote it.
class archive_opener {
public:
    archive_opener(const file_bytes& file, const std::string& name, const progress& tell)
        : file_(file), name_(name), tell_(tell) {}

    store_ptr open(trust how, archive_info& info) {
        read_header();
        read_table();
        if (how == trust::nothing) check_bytes();
        info = {static_cast<int>(header_.format), written_by(), header_.bytes, table_.size()};
        const auto s = std::make_shared<store>();
        const flat_schema flat = bind_all(*s);
        try {
            s->schema = schema_of(flat, how);
            check_sizes(*s);
            if (how != trust::whole) check_values(*s, tell_);
        } catch (const error& e) {
            if (e.code() == errc::cancelled) throw;
            fail(e.code(), e.what());
        }
        return s;
    }

private:
    [[nodiscard]] std::string written_by() const {
        std::string text(header_.written_by.data(), header_.written_by.size());
        text.resize(std::min(text.find('\0'), text.size()));
        // From a damaged header too this goes into a message.
        std::replace_if(
            text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
        return text;
    }

    [[noreturn]] void fail(errc code, const std::string& what) const {
        throw error(code, "'" + name_ + "' (written by comity " + written_by() + " in format " +
                              std::to_string(header_.format) + "; this is comity " +
                              std::string(library_version()) + ", which reads formats up to " +
                              std::to_string(archive_format) + "): " + what);
    }

    void read_header() {
        const auto is_none = [this](const std::string& what) {
            throw error(errc::parse_error, "'" + name_ + "' is no comity archive: " + what);
        };
        const std::size_t size = file_.bytes.size();
        if (size < sizeof header_)
            is_none("it has " + std::to_string(size) + " bytes, the header alone takes " +
                    std::to_string(sizeof header_));
        std::memcpy(&header_, file_.bytes.data(), sizeof header_);
        if (header_.magic != archive_magic) is_none("it begins with other bytes");
        if (header_.byte_order != archive_byte_order)
            fail(errc::unsupported, "its byte order is not that of this machine");
        if (header_.format > static_cast<std::uint32_t>(archive_format))
            fail(errc::unsupported, "its format is newer than this library; it takes a newer one to read it");
        if (header_.checksum != checksum_of(header_)) fail(errc::corrupt_file, "its header is damaged");
        if (header_.format == 0) fail(errc::corrupt_file, "there is no format 0");
        if (header_.widths != archive_widths)
            fail(errc::unsupported, "its numbers are of other widths than this library's");
        if (header_.bytes != size)
            fail(errc::corrupt_file, "it has " + std::to_string(size) + " bytes; " +
                                         std::to_string(header_.bytes) + " were written");
    }

    void read_table() {
        const std::size_t bytes = std::size_t{header_.sections} * sizeof(archive_section);
        if (bytes > file_.bytes.size() - sizeof header_)
            fail(errc::corrupt_file,
                 "its table of " + std::to_string(header_.sections) + " columns is longer than the file");
        const auto raw = file_.bytes.subspan(sizeof header_, bytes);
        if (checksum_of(raw) != header_.table_checksum)
            fail(errc::corrupt_file, "its table of columns is damaged");
        table_.resize(header_.sections);
        if (bytes != 0) std::memcpy(table_.data(), raw.data(), bytes);
        std::uint64_t end = sizeof header_ + bytes;
        for (const archive_section& s : table_) {
            const bool in_place =
                s.offset == aligned(end) && s.offset <= header_.bytes && s.bytes <= header_.bytes - s.offset;
            if (!in_place || s.bytes == 0 || s.width == 0 || s.bytes % s.width != 0)
                fail(errc::corrupt_file,
                     "its table puts column '" + std::string(s.name_text()) + "' where no column can be");
            end = s.offset + s.bytes;
        }
        if (end != header_.bytes) fail(errc::corrupt_file, "bytes follow after the last column of its table");
    }

    [[nodiscard]] std::span<const std::byte> bytes_of(const archive_section& s) const noexcept {
        return file_.bytes.subspan(static_cast<std::size_t>(s.offset), static_cast<std::size_t>(s.bytes));
    }

    /// Every byte of the columns and between them; the header and the table have been checked.
    void check_bytes() const {
        std::uint64_t end = sizeof header_ + table_.size() * sizeof(archive_section);
        pulse beat(tell_, "checksums", static_cast<std::size_t>(header_.bytes));
        for (const archive_section& s : table_) {
            beat(static_cast<std::size_t>(s.offset));
            for (; end < s.offset; ++end)
                if (file_.bytes[static_cast<std::size_t>(end)] != std::byte{0})
                    fail(errc::corrupt_file, "byte " + std::to_string(end) + ", before column '" +
                                                 std::string(s.name_text()) + "', is damaged");
            if (checksum_of(bytes_of(s), beat) != s.checksum)
                fail(errc::corrupt_file, "column '" + std::string(s.name_text()) + "' is damaged");
            end = s.offset + s.bytes;
        }
        beat.finish();
    }

    /// The section of that name, which no other column will get; null if there is none.
    const archive_section* taken(const char* name) {
        if (in_order_) // then it is the next one, if it is there
            return next_ < table_.size() && table_[next_].is(name) ? &table_[next_++] : nullptr;
        const auto found = std::find_if(table_.begin(), table_.end(),
                                        [name](const archive_section& s) { return s.is(name); });
        if (found == table_.end()) return nullptr;
        known_[static_cast<std::size_t>(found - table_.begin())] = true;
        return &*found;
    }

    template <class T>
    [[nodiscard]] std::span<const T> values_of(const archive_section& s) const {
        if (s.width != sizeof(T) || s.type != archive_type<T>())
            fail(errc::corrupt_file,
                 "column '" + std::string(s.name_text()) + "' holds values of another type");
        const std::span<const std::byte> raw = bytes_of(s);
        return {reinterpret_cast<const T*>(raw.data()), raw.size() / sizeof(T)};
    }
    template <class T>
    [[nodiscard]] std::span<const T> values_of(const char* name) {
        const archive_section* s = taken(name);
        return s == nullptr ? std::span<const T>() : values_of<T>(*s);
    }

    flat_schema bind(store& s) {
        flat_schema flat;
        const std::span<const char> bytes = values_of<char>(archive_schema_section);
        flat.bytes = {bytes.data(), bytes.size()};
        flat.owner = file_.owner;
        for_each_names(flat, [&](const char* at, const char* by_name, flat_names& names) {
            const auto places = values_of<std::uint32_t>(at);
            names = {flat.bytes, places, values_of<std::uint32_t>(by_name)};
        });
        for_each_column(s, [this]<class T>(const char* name, column<T>& to) {
            if (const archive_section* section = taken(name)) to = {values_of<T>(*section), file_.owner};
        });
        for_each_column_of_ends(s.base, []<class T>(const char*, column<T>& ends, const column<T>& begins) {
            if (ends.empty()) ends = begins;
        });
        return flat;
    }

    /// All that the table tells of. Every version of this library writes columns in the order in which they
    /// are asked for, so that one walk along the table finds them. Where others did otherwise, or there is a
    /// column that is not known, each name is searched for.
    flat_schema bind_all(store& s) {
        flat_schema flat = bind(s);
        if (next_ == table_.size()) return flat;
        in_order_ = false;
        known_.resize(table_.size());
        flat_schema found = bind(s);
        for (std::size_t i = 0; i < table_.size(); ++i)
            if (!known_[i] && table_[i].optional == 0)
                fail(errc::unsupported, "it holds a column '" + std::string(table_[i].name_text()) +
                                            "' that this library does not know");
        return found;
    }

    /// Trusted, it is not read before somebody asks; a file of the first builds tells no names and must be.
    [[nodiscard]] schema schema_of(flat_schema flat, trust how) const {
        if (header_.schema_revision > static_cast<std::uint32_t>(schema::current_revision))
            throw error(errc::unsupported, "it uses revision " + std::to_string(header_.schema_revision) +
                                               " of the ontology, which this library does not know");
        flat.revision = static_cast<int>(header_.schema_revision);
        bool named = false;
        for_each_names(flat, [&named](const char* at, const char* by_name, const flat_names& names) {
            if (names.at().size() != names.by_name().size())
                throw error(errc::corrupt_file,
                            std::string("columns '") + at + "' and '" + by_name + "' differ in length");
            named = named || names.size() != 0;
        });
        return how == trust::whole && named ? schema(std::move(flat)) : read(flat);
    }

    const file_bytes& file_;
    const std::string& name_;
    const progress& tell_;
    archive_header header_{};
    std::vector<archive_section> table_;
    bool in_order_ = true;
    std::size_t next_ = 0;    ///< into the table, while columns are in order: what was not asked for yet
    std::vector<bool> known_; ///< of the table, once they are not: what was asked for
};

} // namespace

store_ptr open_archive(const file_bytes& file, const std::string& name, trust how, archive_info& info,
                       const progress& tell) {
    return archive_opener(file, name, tell).open(how, info);
}

} // namespace detail

history read_archive(const std::string& path, const archive_options& options) {
    const detail::file_bytes file =
        options.in_memory ? detail::load_file(path, options.tell) : detail::map_file(path);
    archive_info ignored;
    return history(detail::open_archive(file, path,
                                        options.trusted ? detail::trust::whole : detail::trust::structure,
                                        ignored, options.tell));
}

archive_info verify_archive(const std::string& path, const progress& tell) {
    archive_info info;
    (void)detail::open_archive(detail::map_file(path), path, detail::trust::nothing, info, tell);
    return info;
}

} // namespace comity
