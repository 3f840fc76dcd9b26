#pragma once

// What the design's rules make of a history, worked out from the told data alone: plain loops over days, no
// columns, no bounds, nothing of the code under test but its words (truth, modality).

#include "support/told.hpp"

#include <comity/time/truth.hpp>

#include <functional>
#include <utility>
#include <vector>

namespace comity::test {

/// A time selector.
struct asked {
    enum class sort { always, at, by, window };
    sort is = sort::always;
    day_no first = before_all;
    day_no last = after_all;
};

/// Whose statements count, and how they are read.
struct heard {
    std::function<bool(std::size_t source)> counts; ///< empty: every source, and what nobody states as well
    bool ignore_marks = false;
};

/// Answers for one history in one reading.
class naive_history {
public:
    explicit naive_history(const told_history& told, heard how = {});

    /// Whether the node is seen, in its modality.
    [[nodiscard]] truth node(std::size_t n, const asked& when) const;
    /// Whether the relation is seen, in the weakest modality of itself and its ends.
    [[nodiscard]] truth relation(std::size_t r, const asked& when) const;
    [[nodiscard]] modality node_modality(std::size_t n) const { return nodes_[n].how; }
    [[nodiscard]] modality relation_modality(std::size_t r) const;
    [[nodiscard]] bool node_disputed(std::size_t n) const { return nodes_[n].disputed; }
    [[nodiscard]] bool relation_disputed(std::size_t r) const { return relations_[r].disputed; }
    [[nodiscard]] bool node_inferred(std::size_t n) const { return nodes_[n].inferred; }

private:
    /// One largest set of claims that agree on some day.
    struct side {
        std::vector<day_run> days; ///< that satisfy all of them
        std::vector<day_run> sure; ///< that satisfy those that nobody marked
    };
    struct settled {
        modality how = modality::reported;
        bool silent = false;   ///< nobody who counts speaks of it
        bool denied = false;   ///< only denied
        bool doubtful = false; ///< asserted and denied
        bool inferred = false;
        bool disputed = false;
        bool dated = false;
        bool one_day = false; ///< its end is its begin
        std::vector<side> begins, ends;
    };
    /// One way in which a thing may be in time: from when to when it may begin, and end.
    struct way {
        day_no first_begin, last_begin, first_end, last_end;
    };

    [[nodiscard]] settled settle(const told_thing& thing, bool is_state_type) const;
    using pair_of_sides = std::pair<const side*, const side*>;
    /// Begins with the ends that somebody means with them. One that ends before it begins is nobody's, unless
    /// its begin or its end can be read with no other.
    [[nodiscard]] static std::vector<pair_of_sides> pairs_of(const settled& s);
    [[nodiscard]] static std::vector<way> ways_of(const settled& s);
    [[nodiscard]] std::vector<way> effective_ways_of(std::size_t r) const;
    [[nodiscard]] static truth seen(const settled& s, const asked& when);

    const told_history& told_;
    heard how_;
    std::vector<settled> nodes_, relations_;
    std::vector<std::vector<way>> effective_; ///< of relations, cut by their dated ends
};

} // namespace comity::test
