#include "io/csv_scanner.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <cstring>
#include <utility>

namespace comity::detail {
namespace {

constexpr std::size_t first_buffer = std::size_t{1} << 20;

} // namespace

csv_scanner::csv_scanner(std::unique_ptr<byte_source> source, std::string name, char delimiter)
    : source_(std::move(source)),
      name_(std::move(name)),
      delimiter_(delimiter),
      stops_(delimiter),
      buffer_(first_buffer + csv_stops::block_size) {
    at_ = end_ = buffer_.data();
    *end_ = '\n';
}

/// Moves the unfinished row to the front and reads on behind it; false if there is nothing more.
bool csv_scanner::refill() {
    if (ended_) return false;
    const auto kept = static_cast<std::size_t>(end_ - at_);
    if (kept > longest_row)
        throw error(errc::limit_exceeded, name_ + ':' + std::to_string(next_line_) +
                                              ": the row is longer than 64 MiB; is a quote never closed?");
    if (kept > buffer_.size() / 2) {
        std::vector<char> larger(2 * buffer_.size());
        std::memcpy(larger.data(), at_, kept);
        buffer_.swap(larger);
    } else if (kept != 0) {
        std::memmove(buffer_.data(), at_, kept);
    }
    at_ = buffer_.data();
    end_ = at_ + kept;
    const std::size_t n = source_->read(end_, buffer_.size() - kept - csv_stops::block_size);
    end_ += n;
    *end_ = '\n';
    ended_ = n == 0;
    if (!started_ && n != 0) skip_mark();
    stops_.seek(at_);
    return n != 0;
}

void csv_scanner::skip_mark() {
    // All of the mark must be there before it can be told.
    while (end_ - at_ < 3 && !ended_) {
        const std::size_t n = source_->read(end_, 3);
        end_ += n;
        ended_ = n == 0;
    }
    *end_ = '\n';
    started_ = true;
    const std::string_view text(at_, static_cast<std::size_t>(end_ - at_));
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
        throw error(errc::parse_error, name_ + ":1:1: the file is UTF-16; expected UTF-8");
    if (text.starts_with("\xef\xbb\xbf")) at_ += 3;
}

bool csv_scanner::next() {
    for (;;) {
        while (!scan_row())
            if (!refill() && at_ == end_) return false;
        const bool blank = count_ == 1 && fields_[0].empty() && !quoted_;
        if (!blank) return true;
    }
}

void csv_scanner::add_field(const char* begin, const char* end) {
    if (count_ == fields_.size()) fields_.resize(std::max<std::size_t>(16, 2 * count_));
    fields_[count_++] = {begin, static_cast<std::size_t>(end - begin)};
}

/// From an opening quote to behind the field; false if the text read so far does not hold all of it.
bool csv_scanner::scan_quoted(const char*& p) {
    const char* const begin = ++p;
    bool doubled = false;
    const char* close = nullptr;
    for (;;) {
        close = static_cast<const char*>(std::memchr(p, '"', static_cast<std::size_t>(end_ - p)));
        if (close == nullptr || close + 1 == end_) {
            if (!ended_) return false;
            if (close != nullptr) break;
            fault_ = csv_fault::unclosed_quote;
            faulty_field_ = count_;
            close = end_;
            break;
        }
        if (close[1] != '"') break;
        doubled = true;
        p = close + 2;
    }
    quoted_ = true;
    if (doubled) doubled_.push_back(count_);
    p = close == end_ ? end_ : close + 1;
    const char* const after = p;
    stops_.seek(p);
    p = stops_.next();
    if (p != after && fault_ == csv_fault::none) {
        fault_ = csv_fault::text_after_quote;
        faulty_field_ = count_;
    }
    add_field(begin, close);
    return true;
}

/// Takes the row at `at_` apart; false if the text read so far does not hold all of it.
bool csv_scanner::scan_row() {
    const char* p = at_;
    if (p == end_) return false;
    count_ = 0;
    quoted_ = false;
    doubled_.clear();
    fault_ = csv_fault::none;
    for (;;) {
        if (*p == '"' && p != end_) {
            if (!scan_quoted(p)) return false;
        } else {
            const char* const begin = p;
            p = stops_.next();
            add_field(begin, p);
        }
        if (*p != delimiter_) break;
        ++p;
    }
    // A line end, or the line feed that stands behind what was read.
    if (p == end_ && !ended_) return false;
    row_ = at_;
    row_end_ = p;
    line_ = next_line_;
    if (p != end_ && *p == '\r') {
        if (p + 1 == end_ && !ended_) return false;
        if (p + 1 != end_ && p[1] == '\n') p = stops_.next();
    }
    if (p != end_) ++p;
    if (quoted_) next_line_ += static_cast<std::uint64_t>(std::count(row_, row_end_, '\n'));
    ++next_line_;
    scanned_ += static_cast<std::uint64_t>(p - at_);
    at_ += p - at_;
    if (!doubled_.empty()) undouble();
    return true;
}

/// Takes the second of two quotes out of fields that have them. Lines are found before that.
void csv_scanner::undouble() {
    lines_.clear();
    for (const char* p = row_; (p = std::find(p, row_end_, '\n')) != row_end_;) lines_.push_back(++p);
    for (const std::size_t i : doubled_) {
        char* const begin = at_ + (fields_[i].data() - at_); // the same bytes, which are ours to write
        char* const end = begin + fields_[i].size();
        char* to = begin;
        for (const char* from = begin; from < end; ++from) {
            *to++ = *from;
            if (*from == '"') ++from;
        }
        fields_[i] = {begin, static_cast<std::size_t>(to - begin)};
    }
}

csv_place csv_scanner::place_of(std::size_t field) const noexcept {
    const char* at = field < count_ ? fields_[field].data() : row_end_;
    if (field < count_ && at != row_ && at[-1] == '"') --at; // nothing but its own quote can stand before it
    csv_place place{line_, 0};
    const char* line = row_;
    if (!doubled_.empty()) {
        for (const char* const begin : lines_)
            if (begin <= at) {
                ++place.line;
                line = begin;
            }
    } else if (quoted_) {
        for (const char* p = row_; (p = std::find(p, at, '\n')) != at;) {
            line = ++p;
            ++place.line;
        }
    }
    place.column = static_cast<std::uint64_t>(at - line) + 1;
    return place;
}

} // namespace comity::detail
