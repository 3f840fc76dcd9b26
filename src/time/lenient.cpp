#include <comity/time/lenient.hpp>

#include "ascii.hpp"

#include <comity/time/day.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace comity {
namespace {

using detail::is_digit;
using outcome = lenient_reading::outcome;

constexpr std::string_view far_end = "9999-12-31";

bool is_space(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::string_view trimmed(std::string_view s) noexcept {
    while (!s.empty() && is_space(s.front())) s.remove_prefix(1);
    while (!s.empty() && is_space(s.back())) s.remove_suffix(1);
    return s;
}

bool says_absent(std::string_view s) noexcept {
    constexpr std::array<std::string_view, 12> words{"",    "NA",   "N/A",  "n/a",  "NaN",  "nan",
                                                     "NaT", "null", "NULL", "None", "none", "unknown"};
    return std::find(words.begin(), words.end(), s) != words.end();
}

// Replaces `from` by `to` wherever it stands, and says whether it did. In one pass: a cell may be long.
bool replace_all(std::string& s, std::string_view from, std::string_view to) {
    std::string made;
    std::size_t done = 0;
    for (std::size_t at = s.find(from); at != std::string::npos; at = s.find(from, done)) {
        made.append(s, done, at - done).append(to);
        done = at + from.size();
    }
    if (done == 0) return false;
    made.append(s, done);
    s = std::move(made);
    return true;
}

bool replace_any(std::string& s, std::initializer_list<std::pair<std::string_view, std::string_view>> pairs) {
    bool found = false;
    for (const auto& [from, to] : pairs) found = replace_all(s, from, to) || found;
    return found;
}

// Splits `a/b/c`, each of one or two digits but the last of four.
struct slashed {
    unsigned first = 0;
    unsigned second = 0;
    int year = 0;
};

bool split_slashes(std::string_view s, slashed& out) noexcept {
    const auto number = [&s](std::size_t least, std::size_t most, auto& value) {
        std::size_t n = 0;
        for (value = 0; n < s.size() && n <= most && is_digit(s[n]); ++n)
            value = value * 10 + static_cast<unsigned char>(s[n] - '0');
        s.remove_prefix(n);
        return n >= least && n <= most;
    };
    const auto slash = [&s] {
        if (s.empty() || s.front() != '/') return false;
        s.remove_prefix(1);
        return true;
    };
    return number(1, 2, out.first) && slash() && number(1, 2, out.second) && slash() &&
           number(4, 4, out.year) && s.empty();
}

// A day followed by a time of day in some spelling or other.
bool has_loose_time(std::string_view s) noexcept {
    if (s.size() <= 11 || (s[10] != 'T' && s[10] != ' ') || !is_digit(s[11])) return false;
    const std::string_view time = s.substr(11);
    return time.find(':') != std::string_view::npos && std::all_of(time.begin(), time.end(), [](char c) {
               return is_digit(c) || c == ':' || c == '.' || c == ',' || c == 'Z' || c == '+' || c == '-';
           });
}

class lenient_reader {
public:
    explicit lenient_reader(const lenient_options& options) : options_(options) {}

    date_result<lenient_reading> read(std::string_view given) {
        const std::string_view text = trimmed(given);
        if (text.size() != given.size()) note(lenient_note::trimmed);
        if (says_absent(text)) {
            note(lenient_note::absent_word);
            return take(outcome::absent, {});
        }
        if (options_.open_far_end && text == far_end) {
            note(lenient_note::far_end_opened);
            return take(outcome::open, "..");
        }
        const auto strict = parse_bounds(text, options_.dates);
        if (strict) return settle(std::string(text), *strict);
        const date_failure failure = in_given(strict.failure(), given, text);
        if (text.size() > max_date_length) return failure;

        slashed parts;
        if (options_.slashes != slash_order::refuse && split_slashes(text, parts))
            return read_slashed(parts, static_cast<std::size_t>(text.data() - given.data()));
        if (has_loose_time(text)) {
            note(lenient_note::time_dropped);
            const std::string_view day = text.substr(0, 10);
            if (const auto read = parse_bounds(day, options_.dates); read && read->kind == date_kind::day)
                return settle(std::string(day), *read);
            return failure;
        }
        std::string fixed(text);
        if (replace_all(fixed, ", ", ",")) note(lenient_note::spaces_removed);
        if (!migrate_draft(fixed)) return failure;
        wrap_range(fixed);
        const auto read = parse_bounds(fixed, options_.dates);
        if (!read) return failure;
        return settle(std::move(fixed), *read);
    }

private:
    void note(lenient_note n) noexcept { notes_ = notes_ | n; }

    lenient_reading take(outcome kind, std::string text) const { return {kind, notes_, std::move(text)}; }

    static date_failure in_given(date_failure failure, std::string_view given,
                                 std::string_view text) noexcept {
        failure.position += static_cast<std::size_t>(text.data() - given.data());
        return failure;
    }

    // EDTF at last; an end in 9999 may still stand for none.
    lenient_reading settle(std::string text, const parsed_date& read) {
        const std::size_t slash = text.find('/');
        if (options_.open_far_end && read.kind == date_kind::interval && text.substr(slash + 1) == far_end) {
            note(lenient_note::far_end_opened);
            text.replace(slash + 1, std::string::npos, "..");
        }
        return take(outcome::date, std::move(text));
    }

    date_result<lenient_reading> read_slashed(const slashed& parts, std::size_t position) {
        const bool day_first = options_.slashes == slash_order::day_first;
        const unsigned month = day_first ? parts.second : parts.first;
        const unsigned day_of_month = day_first ? parts.first : parts.second;
        const auto found = day::from_civil(parts.year, month, day_of_month);
        if (!found)
            return date_failure{date_fault::value, position,
                                day_first ? "a day of the calendar, DD/MM/YYYY"
                                          : "a day of the calendar, MM/DD/YYYY"};
        note(lenient_note::slash_date);
        if (parts.first != parts.second && parts.first <= 12 && parts.second <= 12)
            note(lenient_note::slash_ambiguous);
        return take(outcome::date, found->to_string());
    }

    // The draft of 2012. False if a group can't be read.
    bool migrate_draft(std::string& s) {
        const std::size_t slash = s.find('/');
        if (slash != std::string::npos) {
            const std::string first = s.substr(0, slash);
            const std::string last = s.substr(slash + 1);
            const std::string begin = migrate_end(first);
            const std::string end = migrate_end(last);
            if (begin != first || end != last) note(lenient_note::draft_end);
            s = begin + '/' + end;
        }
        if (replace_any(s, {{"?~", "%"}, {"~?", "%"}})) note(lenient_note::draft_mark);
        if (replace_any(s, {{"u", "X"}, {"x", "X"}})) note(lenient_note::draft_unspecified);
        if (replace_any(s, {{"y", "Y"}, {"e", "E"}, {"p", "S"}})) note(lenient_note::draft_year);
        return migrate_groups(s);
    }

    static std::string migrate_end(const std::string& end) {
        if (end == "unknown") return "";
        if (end == "open") return "..";
        return end;
    }

    // `(06-04)~`: the mark moves to the left of every component of the group. No date has a group in a group.
    bool migrate_groups(std::string& s) {
        std::string made;
        std::size_t done = 0;
        for (std::size_t open = s.find('('); open != std::string::npos; open = s.find('(', done)) {
            const std::size_t close = s.find_first_of("()", open + 1);
            if (close == std::string::npos || s[close] == '(' || close + 1 >= s.size()) return false;
            const char mark = s[close + 1];
            if (mark != '?' && mark != '~' && mark != '%') return false;
            made.append(s, done, open - done) += mark;
            for (std::size_t i = open + 1; i < close; ++i) {
                made += s[i];
                if (s[i] == '-' && i > open + 1) made += mark;
            }
            done = close + 2;
            note(lenient_note::draft_group);
        }
        if (done == 0) return true;
        made.append(s, done);
        s = std::move(made);
        return true;
    }

    // `a..b` without brackets. `a..` stays refused: it may mean a set or an interval.
    void wrap_range(std::string& s) {
        const std::size_t dots = s.find("..");
        if (dots == std::string::npos || dots == 0 || dots + 2 == s.size()) return;
        if (s.find_first_of("[{/") != std::string::npos) return;
        note(lenient_note::range_as_set);
        s = '[' + s + ']';
    }

    const lenient_options& options_;
    lenient_note notes_ = lenient_note::none;
};

} // namespace

std::vector<std::string_view> describe(lenient_note notes) {
    constexpr std::array<std::pair<lenient_note, std::string_view>, 13> sentences{{
        {lenient_note::trimmed, "white space around the date was removed"},
        {lenient_note::spaces_removed, "spaces after commas were removed"},
        {lenient_note::absent_word, "the text was taken to say that there is no date"},
        {lenient_note::far_end_opened, "9999-12-31 was taken for an open end"},
        {lenient_note::range_as_set, "a range was taken for one unknown day of it"},
        {lenient_note::slash_date, "a date with slashes was read in the order that the options say"},
        {lenient_note::slash_ambiguous, "the other order of day and month would have been a date too"},
        {lenient_note::time_dropped, "a time of day was dropped"},
        {lenient_note::draft_unspecified, "u or x was read as an unspecified digit (EDTF draft of 2012)"},
        {lenient_note::draft_mark, "two marks were read as one (EDTF draft of 2012)"},
        {lenient_note::draft_end, "unknown or open was read as the end of an interval (EDTF draft of 2012)"},
        {lenient_note::draft_year, "y, e or p was read as part of a long year (EDTF draft of 2012)"},
        {lenient_note::draft_group,
         "a group in parentheses was read as marked part by part (EDTF draft of 2012)"},
    }};
    std::vector<std::string_view> found;
    for (const auto& [bit, sentence] : sentences)
        if (has(notes, bit)) found.push_back(sentence);
    return found;
}

date_result<lenient_reading> try_read_lenient(std::string_view text, const lenient_options& options) {
    return lenient_reader(options).read(text);
}

lenient_reading read_lenient(std::string_view text, const lenient_options& options) {
    auto result = try_read_lenient(text, options);
    if (!result) throw date_error(text, result.failure());
    return *std::move(result);
}

} // namespace comity
