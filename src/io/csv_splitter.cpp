#include "io/csv_splitter.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

namespace comity::detail {
namespace {

/// What room is made for at once; where rows and fields are shorter, there are more of them.
constexpr std::size_t bytes_a_row = 64;
constexpr std::size_t bytes_a_field = 16;

} // namespace

csv_splitter::csv_splitter(std::unique_ptr<byte_source> source, std::string name, char delimiter,
                           std::size_t piece)
    : source_(std::move(source)),
      name_(std::move(name)),
      delimiter_(delimiter),
      piece_(piece),
      stops_(delimiter) {}

bool csv_splitter::split(csv_rows& to) {
    to.rows.clear();
    to.fields.clear();
    to.cells.rows.clear();
    to.rows.reserve(piece_ / bytes_a_row);
    to.fields.reserve(piece_ / bytes_a_field);
    do {
        split_rows(to, read_on(to.text));
        rest_.assign(at_, end_);
    } while (to.rows.empty() && !ended_);
    return !ended_;
}

/// Puts a piece behind the rest, or as much as that if it is more: a row may be longer than a piece. Returns
/// the size of both.
std::size_t csv_splitter::read_on(growing<char>& text) {
    std::size_t size = rest_.size();
    if (size > longest_row)
        throw error(errc::limit_exceeded, name_ + ':' + std::to_string(line_) +
                                              ": the row is longer than 64 MiB; is a quote never closed?");
    const std::size_t wanted = size + std::max({size, piece_, mark_size});
    // The stops are looked for in blocks, which may reach beyond the end.
    if (text.size() < wanted + csv_stops::block_size) text.resize(wanted + csv_stops::block_size);
    rest_.copy(text.data(), size);
    while (size < wanted && !ended_) {
        const std::size_t n = source_->read(text.data() + size, wanted - size);
        size += n;
        text_read_ += n;
        ended_ = n == 0;
    }
    text[size] = '\n';
    return size;
}

void csv_splitter::skip_mark() {
    const std::string_view text(at_, static_cast<std::size_t>(end_ - at_));
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
        throw error(errc::parse_error, name_ + ":1:1: the file is UTF-16; expected UTF-8");
    if (text.starts_with("\xef\xbb\xbf")) at_ += mark_size;
}

void csv_splitter::split_rows(csv_rows& to, std::size_t size) {
    begin_ = at_ = to.text.data();
    end_ = begin_ + size;
    if (text_read_ == size) skip_mark(); // the first piece
    stops_.seek(at_);
    while (split_row(to)) {
    }
}

/// From an opening quote to behind the field; null if the text read so far does not hold all of it.
const char* csv_splitter::split_quoted(csv_rows& to, const char* p, csv_rows::row& row) {
    const char* const begin = ++p;
    const char* close = nullptr;
    for (;;) {
        close = static_cast<const char*>(std::memchr(p, '"', static_cast<std::size_t>(end_ - p)));
        if (close == nullptr || close + 1 == end_) {
            if (!ended_) return nullptr;
            if (close != nullptr) break;
            row.fault = csv_fault::unclosed_quote;
            row.faulty_field = row.count;
            close = end_;
            break;
        }
        if (close[1] != '"') break;
        row.doubled = true;
        p = close + 2;
    }
    row.quoted = true;
    const char* const after = close == end_ ? end_ : close + 1;
    stops_.seek(after);
    p = stops_.next();
    if (p != after && row.fault == csv_fault::none) {
        row.fault = csv_fault::text_after_quote;
        row.faulty_field = row.count;
    }
    add_field(to, begin, close);
    return p;
}

/// Takes the row at `at_` apart, if it is not an empty line; false if the text read so far does not hold all
/// of it.
bool csv_splitter::split_row(csv_rows& to) {
    if (at_ == end_) return false;
    // Made where it stays: to copy what has just been written takes longer than to write it.
    csv_rows::row& row = to.rows.emplace_back();
    row.line = line_;
    row.begin = place_of(at_);
    row.first = static_cast<std::uint32_t>(to.fields.size());
    const char* p = split_fields(to, row);
    if (p == nullptr) {
        to.fields.resize(row.first);
        to.rows.pop_back();
        return false;
    }
    row.end = place_of(p);
    if (row.quoted) line_ += static_cast<std::uint64_t>(std::count(at_, p, '\n'));
    ++line_;
    if (p != end_ && *p == '\r' && p + 1 != end_ && p[1] == '\n') p = stops_.next();
    at_ = p == end_ ? p : p + 1;
    const bool blank = row.begin == row.end;
    if (blank) {
        to.fields.resize(row.first);
        to.rows.pop_back();
    }
    return true;
}

/// The end of the row, which is a line end or the line feed behind what was read; null as split_quoted().
const char* csv_splitter::split_fields(csv_rows& to, csv_rows::row& row) {
    const char* p = at_;
    for (;; ++p) {
        if (*p == '"' && p != end_) {
            p = split_quoted(to, p, row);
            if (p == nullptr) return nullptr;
        } else {
            const char* const begin = p;
            p = stops_.next();
            add_field(to, begin, p);
        }
        ++row.count;
        if (*p != delimiter_) break;
    }
    // The line feed behind what was read, or a carriage return before it, need not be what ends the row.
    const bool at_end = p == end_ || (*p == '\r' && p + 1 == end_);
    return ended_ || !at_end ? p : nullptr;
}

} // namespace comity::detail
