#include "io/csv_tally.hpp"

#include "io/utf8.hpp"

#include <comity/error.hpp>
#include <comity/schema/detail/nearest_name.hpp>

#include <algorithm>
#include <numeric>

namespace comity::detail {

csv_header::csv_header(csv_scanner& scanner) : file_(scanner.name()) {
    if (!scanner.next())
        throw error(errc::parse_error, file_ + ": the file is empty; expected a line of column names");
    for (std::size_t i = 0; i < scanner.size(); ++i) {
        const std::string_view name = scanner.field(i);
        if (std::find(names_.begin(), names_.end(), name) != names_.end()) {
            const csv_place at = scanner.place_of(i);
            throw error(errc::parse_error, file_ + ':' + std::to_string(at.line) + ':' +
                                               std::to_string(at.column) + ": two columns are called " +
                                               shown(name));
        }
        names_.emplace_back(name);
    }
    used_.resize(names_.size());
}

std::size_t csv_header::find(std::string_view name) {
    const auto at = std::find(names_.begin(), names_.end(), name);
    if (at == names_.end()) return none;
    const auto column = static_cast<std::size_t>(at - names_.begin());
    used_[column] = true;
    return column;
}

std::size_t csv_header::require(std::string_view name) {
    const std::size_t column = find(name);
    if (column != none) return column;
    nearest_name nearest(name);
    std::string all;
    for (const std::string& n : names_) {
        nearest.offer(n);
        all += (all.empty() ? "" : ", ") + n;
    }
    throw error(errc::parse_error, file_ + ":1: there is no column " + shown(name) + nearest.question() +
                                       "; the columns are " + all);
}

std::vector<std::string> csv_header::unused() const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < names_.size(); ++i)
        if (!used_[i]) names.push_back(names_[i]);
    return names;
}

csv_tally::csv_tally(const csv_scanner& scanner, const csv_header& header, load_report& report,
                     std::string source, std::size_t most_rejected)
    : scanner_(scanner),
      header_(header),
      report_(report),
      file_(report.files.size()),
      most_rejected_(most_rejected) {
    load_count& c = report_.files.emplace_back();
    c.file = scanner.name();
    c.source = std::move(source);
}

bool csv_tally::begin() {
    ++count().rows;
    leniently_ = false;
    if (scanner_.fault() == csv_fault::none && scanner_.size() == header_.size()) return true;
    if (scanner_.fault() == csv_fault::unclosed_quote)
        reject(scanner_.faulty_field(), "the quote that opens here is never closed");
    else if (scanner_.fault() == csv_fault::text_after_quote)
        reject(scanner_.faulty_field(),
               "text follows the closing quote; expected a delimiter or the line's end");
    else
        reject(std::min(scanner_.size(), header_.size()), "the row has " + std::to_string(scanner_.size()) +
                                                              " fields; expected " +
                                                              std::to_string(header_.size()));
    return false;
}

void csv_tally::reject(std::size_t column, std::string reason) {
    load_count& c = count();
    ++c.rejected;
    if (report_.rejected.size() >= most_rejected_) return;
    const csv_place at = scanner_.place_of(column);
    const bool there = column < scanner_.size();
    report_.rejected.push_back(
        {c.file, at.line, at.column, column < header_.size() ? header_.name(column) : std::string(),
         there ? std::string(scanner_.field(column)) : std::string(), std::move(reason)});
    std::string& value = report_.rejected.back().value;
    if (!is_utf8(value)) value = shown(value);
}

void csv_tally::took(lenient_note notes, std::string_view text, std::string_view read_as) {
    leniently_ = true;
    count_lenient_use(report_,
                      {count().file, notes, 1, scanner_.line(), std::string(text), std::string(read_as)});
}

void count_lenient_use(load_report& report, const lenient_use& use) {
    for (std::uint32_t bit = 1; bit != 0 && bit <= static_cast<std::uint32_t>(use.note); bit <<= 1) {
        const auto note = static_cast<lenient_note>(bit);
        if (!has(use.note, note)) continue;
        const auto known = std::find_if(report.lenient.begin(), report.lenient.end(),
                                        [&](const auto& u) { return u.note == note && u.file == use.file; });
        if (known != report.lenient.end()) {
            known->cells += use.cells;
        } else {
            report.lenient.push_back(use);
            report.lenient.back().note = note;
        }
    }
}

std::string shown(std::string_view value) {
    constexpr std::size_t most = 60;
    std::string text(value.substr(0, value.size() > most ? most / 2 : most));
    if (value.size() > most) text += std::string("...") + std::string(value.substr(value.size() - most / 2));
    if (!is_utf8(text))
        for (char& c : text)
            if (static_cast<unsigned char>(c) >= 0x80) c = '?';
    return "'" + text + "'";
}

} // namespace comity::detail
