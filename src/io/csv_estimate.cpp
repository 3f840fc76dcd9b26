#include <comity/io/csv_estimate.hpp>

#include "io/byte_source.hpp"
#include "io/csv_scanner.hpp"
#include "io/csv_tally.hpp"
#include "io/numbered_texts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace comity {
namespace {

// Bytes that one of each takes in the columns of `store`: those of relations, of nodes with a name, of
// statements that say nothing but that it is so, and of dates, each once.
constexpr double held_by_relation = 51.2; // acts alone take eight less: their ends are their begins
constexpr double held_by_node = 100;      // and its texts
constexpr double held_by_statement = 52;
constexpr double held_by_date = 52;
// And besides while it is made, as measured on files of a thousand to 3 million relations, a hundred to a
// million nodes and a hundred to 36,000 dates. What is at hand of a file, text in pieces and what is known of
// its rows, makes room for the columns of the history, up to what is kept of pages that were given back.
constexpr double worked_on_by_relation = 25;
constexpr double worked_on_by_node = 145;
constexpr double worked_on_by_statement = 72;
constexpr double worked_on_by_date = 95;
constexpr double at_hand_by_row = 240;
constexpr double most_at_hand = 13e6;
// So many dates there are at most, unless a megabyte has more: all days of a century.
constexpr double most_dates = 36'525;

struct rows_and_text {
    double rows = 0, text = 0, dates = 0;
};

/// Begins and ends in a text, each once; none where it has no such columns.
double dates_in(std::string_view text, const std::string& name) {
    detail::bytes_read ignored;
    detail::csv_scanner scanner(detail::bytes_of(text, name, ignored), name);
    detail::csv_header header(scanner);
    const std::array places{header.find("start"), header.find("end")};
    detail::numbered_texts<std::string> dates;
    while (scanner.next())
        for (const std::size_t at : places)
            if (at < scanner.size()) (void)dates.number(scanner.field(at));
    return static_cast<double>(dates.size());
}

constexpr std::size_t sample = std::size_t{1} << 20;

/// The beginning of a file, unpacked; all of it if that is shorter than `sample`.
std::string beginning_of(detail::byte_source& source) {
    std::string text(sample, '\0');
    std::size_t size = 0;
    while (size < sample) {
        const std::size_t n = source.read(text.data() + size, sample - size);
        if (n == 0) break;
        size += n;
    }
    text.resize(size);
    return text;
}

rows_and_text size_of_file(const std::string& path) {
    detail::bytes_read read;
    const std::unique_ptr<detail::byte_source> source = detail::open_bytes(path, read);
    const std::string text = beginning_of(*source);
    const auto lines = std::count(text.begin(), text.end(), '\n');
    if (read.done == 0 || lines == 0) return {};
    const auto looked_at = static_cast<double>(text.size());
    const double all = text.size() < sample ? looked_at : detail::length_of_text(read, text.size());
    const double times = all / looked_at;
    const double dates = dates_in(text, path);
    constexpr double header = 1;
    return {static_cast<double>(lines) * times - header, all,
            std::min(dates * times, std::max(dates, most_dates))};
}

std::uint64_t whole_number(double x) {
    return x <= 0 ? 0 : static_cast<std::uint64_t>(std::llround(x));
}

} // namespace

csv_estimate estimate_csv(const std::string& nodes, const std::string& relations, bool with_source) {
    const rows_and_text n = size_of_file(nodes), r = size_of_file(relations);
    const double statements = with_source ? n.rows + r.rows : 0;
    const double held = r.rows * held_by_relation + n.rows * held_by_node + n.text +
                        statements * held_by_statement + r.dates * held_by_date;
    const double at_hand = std::min(std::max(n.rows, r.rows) * at_hand_by_row, most_at_hand);
    const double worked_on = r.rows * worked_on_by_relation + n.rows * worked_on_by_node +
                             statements * worked_on_by_statement + r.dates * worked_on_by_date + at_hand;
    return {whole_number(n.rows), whole_number(r.rows), whole_number(n.text + r.text), whole_number(held),
            whole_number(held + worked_on)};
}

} // namespace comity
