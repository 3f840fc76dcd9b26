#include "history/circles.hpp"

#include "history/store.hpp"
#include "words.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>

namespace comity::detail {
namespace {

/// Walks along some relations, depth first: each circle of them has one that leads back to a node on the way.
class circle_finder {
public:
    /// `rows` are those of one type.
    circle_finder(const draft& d, std::vector<std::uint32_t> rows, std::span<const word_of> words)
        : draft_(d), words_(words), rows_(std::move(rows)) {
        std::sort(rows_.begin(), rows_.end(), [&d](std::uint32_t a, std::uint32_t b) {
            return d.relations.from[a] < d.relations.from[b];
        });
    }

    /// Calls `found(row, sourced)` with each relation that closes a circle, and whether sources state one of
    /// that circle's.
    template <class Found>
    void run(Found&& found) {
        for (const std::uint32_t row : rows_) walk(draft_.relations.from[row], found);
    }

private:
    struct step {
        std::uint32_t node;
        std::size_t next;    ///< index into rows_
        std::size_t sourced; ///< relations on the way to it that sources state
    };

    [[nodiscard]] std::size_t first_row(std::uint32_t node) const {
        const auto at =
            std::lower_bound(rows_.begin(), rows_.end(), node, [this](std::uint32_t row, std::uint32_t n) {
                return draft_.relations.from[row] < n;
            });
        return static_cast<std::size_t>(at - rows_.begin());
    }

    // A stack of our own: a chain of a million links must not overflow the machine's.
    template <class Found>
    void walk(std::uint32_t start, Found& found) {
        if (!place_.try_emplace(start, 0).second) return;
        std::vector<step> way{{start, first_row(start), 0}};
        while (!way.empty()) {
            step& here = way.back();
            if (here.next == rows_.size() || draft_.relations.from[rows_[here.next]] != here.node) {
                place_[here.node] = done;
                way.pop_back();
                continue;
            }
            const std::uint32_t row = rows_[here.next++];
            const std::uint32_t to = draft_.relations.to[row];
            const std::size_t sourced = here.sourced + (words_[row] == word_of::sources ? 1 : 0);
            const auto [met, is_new] = place_.try_emplace(to, way.size());
            if (is_new)
                way.push_back({to, first_row(to), sourced});
            else if (met->second != done)
                found(row, sourced != way[met->second].sourced);
        }
    }

    static constexpr std::size_t done = std::numeric_limits<std::size_t>::max();

    const draft& draft_;
    std::span<const word_of> words_;
    std::vector<std::uint32_t> rows_; ///< by the node that they leave
    /// Of nodes on the way; `done`: all behind it is known.
    std::unordered_map<std::uint32_t, std::size_t> place_;
};

/// The rows of a type of which `admits(word)`.
template <class Admits>
std::vector<std::uint32_t> rows_of(const draft& d, relation_type t, std::span<const word_of> words,
                                   Admits&& admits) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < d.relation_count(); ++row)
        if (d.relations.type[row] == to_index(t) && admits(words[row])) rows.push_back(row);
    return rows;
}

void tell_circle(draft& d, relation_type t, std::uint32_t row, severity level, const char* by_whom) {
    const std::string label = d.label(relation_id{row});
    d.find(level, "cycle", label, d.relations.places[row],
           in_quotes(label) + " closes a circle" + by_whom + "; " + in_quotes(d.schema.name(t)) +
               " must never lead back to where it started");
}

} // namespace

std::vector<word_of> words_of_relations(const draft& d) {
    std::vector<word_of> words(d.relation_count(), word_of::the_data);
    for (const draft::statement_row& row : d.statements) {
        if (!row.about.is_relation() || !covers(static_cast<slot>(row.slots), slot::existence)) continue;
        const bool denies = (row.flags & statement_columns::denies) != 0;
        const bool asserts = !denies && modality_in(row.flags) == modality::reported;
        word_of& word = words[row.about.number()];
        if (asserts)
            word = word_of::sources;
        else if (word == word_of::the_data)
            word = word_of::nobody;
    }
    return words;
}

// Twice, since a walk names one circle of those that a relation closes: what the data itself says in a circle
// must not be missed for another one that sources state.
void check_circles(draft& d, relation_type type, std::span<const word_of> words) {
    circle_finder(d, rows_of(d, type, words, [](word_of w) { return w == word_of::the_data; }), words)
        .run([&](std::uint32_t row, bool) { tell_circle(d, type, row, severity::error, ""); });
    circle_finder(d, rows_of(d, type, words, [](word_of w) { return w != word_of::nobody; }), words)
        .run([&](std::uint32_t row, bool sourced) {
            if (sourced) tell_circle(d, type, row, severity::warning, ", as sources state it");
        });
}

} // namespace comity::detail
