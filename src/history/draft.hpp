#pragma once

#include "history/dates.hpp"
#include "history/store.hpp"
#include "history/strings.hpp"
#include "pulse.hpp"
#include <comity/history/finding.hpp>
#include <comity/history/records.hpp>
#include <comity/history/statement.hpp>
#include <comity/schema/schema.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comity::detail {

/// Where something stood in a file.
struct place {
    string_id file = 0; ///< in the names of files, which are not kept with the history
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// Places of rows. Bulk rows come without one, or line after line: then one entry serves a run of them.
class place_list {
public:
    void set(std::size_t row, place p) {
        if (p.file == 0 && p.line == 0) return;
        if (places_.size() <= row) places_.resize(row + 1);
        places_[row] = p;
    }
    /// The row and those after it, up to the next run, stand on this line and those after it.
    void set_run(std::size_t row, place p) {
        const place known = in_runs(row);
        if (known.file != p.file || known.line != p.line) runs_.push_back({row, p});
    }
    [[nodiscard]] place operator[](std::size_t row) const noexcept {
        if (row < places_.size() && places_[row].line != 0) return places_[row];
        const place p = in_runs(row);
        return p.line == 0 && row < places_.size() ? places_[row] : p;
    }

private:
    struct run_of_lines {
        std::size_t row;
        place first;
    };
    [[nodiscard]] place in_runs(std::size_t row) const noexcept {
        if (runs_.empty() || row < runs_.front().row) return {};
        auto after = runs_.end();
        if (row < runs_.back().row) // rows mostly come in order, into the last run
            after = std::upper_bound(runs_.begin(), runs_.end(), row,
                                     [](std::size_t r, const run_of_lines& x) { return r < x.row; });
        const run_of_lines& in = *(after - 1);
        if (in.first.line == 0) return in.first;
        return {in.first.file, static_cast<std::uint32_t>(in.first.line + (row - in.row)), 0};
    }

    growing<place> places_;
    growing<run_of_lines> runs_; ///< by row; a line of 0 ends a run
};

/// Everything that was added to a builder, in the order in which it was added: unsorted, unchecked.
struct draft {
    explicit draft(const comity::schema& s) : schema(s) {}

    comity::schema schema;
    string_interner strings;
    date_interner dates{strings};
    std::vector<finding> findings;
    string_interner files; ///< by name; apart from `strings`, which the history keeps
    place here;            ///< of whatever is added next

    std::vector<std::pair<std::string, std::string>> notes;

    struct source_row {
        string_id id = 0;
        bool declared = false;
        place at;
        date_id date = no_date;
        source_record record;
    };
    std::vector<source_row> sources;
    growing_index source_index;

    struct {
        growing<string_id> id;
        growing<std::uint16_t> kind;
        growing<date_id> begin, end;
        growing<std::uint8_t> declared;
        growing_index index;
        place_list places;
    } nodes;

    struct {
        growing<string_id> id; ///< empty while no relation carries one
        growing<std::uint32_t> from, to;
        growing<std::uint16_t> type;
        growing<date_id> begin, end; ///< `end` empty while no row has one
        growing_index index;
        place_list places;
    } relations;

    struct attribute_row {
        subject about;
        std::uint16_t type = 0;
        std::uint8_t value = 0;
        std::uint8_t bound = 0;
        std::uint8_t flags = 0;
        string_id text{}, language{}, unit{};
        double number = 0;
        date_id begin{}, end{};
    };
    growing<attribute_row> attributes;
    place_list attribute_places;

    struct statement_row {
        subject about;
        std::uint32_t source = 0;
        string_id locator{}, quote{}, rule{};
        std::uint8_t slots = 0;
        std::uint8_t flags = 0;
        date_id begin{}, end{};
        std::uint32_t value = 0; ///< attribute number + 1
    };
    growing<statement_row> statements;
    std::vector<std::pair<std::uint32_t, string_id>> premises; ///< statement and text, in the order added
    place_list statement_places;

    [[nodiscard]] std::size_t node_count() const noexcept { return nodes.id.size(); }
    [[nodiscard]] std::size_t relation_count() const noexcept { return relations.from.size(); }
    [[nodiscard]] date_id begin_of(subject s) const noexcept {
        return date_given(nodes, relations, s, false);
    }
    [[nodiscard]] date_id end_of(subject s) const noexcept { return date_given(nodes, relations, s, true); }
    [[nodiscard]] place place_of(subject s) const noexcept {
        return s.is_relation() ? relations.places[s.number()] : nodes.places[s.number()];
    }
    /// The id, or `from type to` of a relation without one.
    [[nodiscard]] std::string label(subject s) const;
    /// `file:line:column`, as much of it as is known.
    [[nodiscard]] std::string text_of(place p) const;
    /// `; first at file:line`, or nothing where no place is known.
    [[nodiscard]] std::string first_at(place p) const;
    void find(severity level, std::string_view code, std::string subject_label, place at,
              std::string message);
};

/// Slots of a statement that states everything that is given for its subject; replaced when sealing by the
/// slots that turn out to have been given.
inline constexpr std::uint8_t whole_record = 0xff;

/// Puts findings in the order of their files, lines and columns; those without a place come last.
void sort_by_place(std::vector<finding>& findings);

/// Appends what the rules of schema and time find wrong. O(n log n).
void check(draft& d, pulse& beat);

} // namespace comity::detail
