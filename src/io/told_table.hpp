#pragma once

#include "io/analysis_cells.hpp"
#include "io/grounds.hpp"
#include "pulse.hpp"

#include <comity/io/listing.hpp>
#include <comity/io/table_builder.hpp>
#include <comity/view/view.hpp>

#include <initializer_list>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace comity::detail {

/// A table of an analysis while it is made: each row says what it rests on, and only sources that count are
/// heard.
class told_table {
public:
    /// `heard` says which sources count; null: all do. Of `rows` results, of which `options.tell` hears.
    told_table(std::initializer_list<std::pair<std::string_view, column_type>> columns, const view* heard,
               const listing_options& options, std::size_t rows)
        : table_(columns), heard_(heard), pulse_(options.tell, "table", rows) {}

    /// One more, whose name is known only now; before the first row.
    void add_column(std::string_view name, column_type type) { table_.add_column(name, type); }

    /// The next row rests on these too: facts, attribute values, statements, or lists of them.
    template <class... Things>
    void rests_on(const Things&... things) {
        (add(things), ...);
    }
    /// Closes the row.
    void add_row(std::initializer_list<cell> cells) {
        add_row(std::span<const cell>(cells.begin(), cells.size()));
    }
    void add_row(std::span<const cell> cells) {
        pulse_();
        table_.add_row(cells);
        grounds_.end_row();
    }
    void set_note(std::string_view key, std::string_view text) { table_.set_note(key, text); }
    void set_history(const store_ptr& of) { grounds_.set_history(of); }

    /// The statements about a fact or attribute value of the sources that count.
    [[nodiscard]] std::vector<statement> statements_on(const fact& f) const;
    [[nodiscard]] std::vector<statement> statements_on(const attribute& a) const;
    /// Nobody who counts states it outright.
    [[nodiscard]] bool inferred(const fact& f) const;

    [[nodiscard]] table build() &&;

private:
    void add(const fact& f) { grounds_.add(f); }
    void add(const attribute& a) { grounds_.add(a); }
    void add(const statement& s) { grounds_.add(s); }
    template <class Thing>
    void add(const std::vector<Thing>& things) {
        grounds_.add_all(things);
    }
    template <class Thing>
    void add(const std::optional<Thing>& thing) {
        if (thing) add(*thing);
    }

    table_builder table_;
    grounds grounds_;
    const view* heard_;
    pulse pulse_;
};

} // namespace comity::detail
