#include "history/circles.hpp"

#include "history/store.hpp"
#include "words.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_map>

namespace comity::detail {
namespace {

/// Walks along the relations of one type that are there by anybody's word.
class circle_finder {
public:
    circle_finder(draft& d, relation_type t, std::span<const word_of> words)
        : draft_(d), type_(t), words_(words) {
        for (std::uint32_t row = 0; row < d.relation_count(); ++row)
            if (d.relations.type[row] == to_index(t) && words[row] != word_of::nobody) rows_.push_back(row);
        std::sort(rows_.begin(), rows_.end(), [&d](std::uint32_t a, std::uint32_t b) {
            return d.relations.from[a] < d.relations.from[b];
        });
    }

    void report() {
        for (const std::uint32_t row : rows_) walk(draft_.relations.from[row]);
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
    void walk(std::uint32_t start) {
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
                tell(row, sourced != way[met->second].sourced);
        }
    }

    void tell(std::uint32_t row, bool sourced) {
        const std::string name = in_quotes(draft_.schema.name(type_));
        draft_.find(sourced ? severity::warning : severity::error, "cycle", draft_.label(relation_id{row}),
                    draft_.relations.places[row],
                    in_quotes(draft_.label(relation_id{row})) + " closes a circle" +
                        (sourced ? ", as sources state it; " : "; ") + name +
                        " must never lead back to where it started");
    }

    static constexpr std::size_t done = std::numeric_limits<std::size_t>::max();

    draft& draft_;
    relation_type type_;
    std::span<const word_of> words_;
    std::vector<std::uint32_t> rows_; // by the node that they leave
    std::unordered_map<std::uint32_t, std::size_t>
        place_; // of nodes on the way; done: all behind it is known
};

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

void check_circles(draft& d, relation_type type, std::span<const word_of> words) {
    circle_finder(d, type, words).report();
}

} // namespace comity::detail
