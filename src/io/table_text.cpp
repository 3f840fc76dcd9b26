#include <comity/io/table.hpp>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace comity {
namespace {

bool continues_a_character(char c) noexcept {
    return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
}

std::size_t characters_in(std::string_view text) noexcept {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !continues_a_character(c); }));
}

/// A cell fit for one line of a terminal: control characters become blanks, what is too long is cut.
std::string printable(std::string text, std::size_t most) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    if (characters_in(text) <= most) return text;
    const std::size_t kept = most > 3 ? most - 3 : most;
    std::size_t seen = 0;
    std::size_t bytes = 0;
    for (; bytes < text.size(); ++bytes)
        if (!continues_a_character(text[bytes]) && ++seen > kept) break;
    text.resize(bytes);
    return most > 3 ? text + "..." : text;
}

/// One column as it will be printed: its name, then its cells.
struct printed_column {
    std::vector<std::string> lines;
    std::size_t width = 0;
    bool to_the_right = false;
};

printed_column print(const table_column& c, std::size_t rows, const table_format& format) {
    printed_column p;
    p.to_the_right = c.type() == column_type::integer || c.type() == column_type::number;
    p.lines.push_back(printable(c.name(), format.most_width));
    for (std::size_t row = 0; row < rows; ++row)
        p.lines.push_back(printable(c.to_string(row), format.most_width));
    for (const std::string& line : p.lines) p.width = std::max(p.width, characters_in(line));
    return p;
}

void append_cell(std::string& line, const printed_column& column, std::size_t at) {
    const std::string& text = column.lines[at];
    const std::string blanks(column.width - characters_in(text), ' ');
    line += column.to_the_right ? blanks + text : text + blanks;
}

/// Ends the line, without the blanks before its end.
void append_line(std::string& out, std::string line) {
    line.resize(line.find_last_not_of(' ') + 1);
    out += line + '\n';
}

} // namespace

std::string to_string(const table& t, const table_format& format) {
    const std::size_t rows = std::min(t.row_count(), format.most_rows);
    std::vector<printed_column> columns;
    for (const table_column& c : t.columns()) columns.push_back(print(c, rows, format));
    std::string out;
    for (std::size_t i = 0; i < rows + 1 && !columns.empty(); ++i) {
        std::string line;
        std::string dashes;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (c != 0) line += "  ";
            if (c != 0) dashes += "  ";
            append_cell(line, columns[c], i);
            dashes.append(columns[c].width, '-');
        }
        append_line(out, std::move(line));
        if (i == 0) append_line(out, std::move(dashes));
    }
    if (rows < t.row_count())
        out += "... and " + std::to_string(t.row_count() - rows) + " more of " +
               std::to_string(t.row_count()) + " rows\n";
    for (const auto& [key, text] : t.notes()) out.append(key).append(": ").append(text).append("\n");
    return out;
}

std::ostream& operator<<(std::ostream& out, const table& t) {
    return out << to_string(t);
}

} // namespace comity
