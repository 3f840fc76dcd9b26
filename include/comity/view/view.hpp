#pragma once

#include <comity/history/history.hpp>
#include <comity/history/modality.hpp>
#include <comity/history/reading.hpp>
#include <comity/schema/kind.hpp>
#include <comity/schema/relation_type.hpp>
#include <comity/time/day.hpp>
#include <comity/time/edtf.hpp>
#include <comity/time/truth.hpp>
#include <comity/view/range.hpp>
#include <comity/view/selection.hpp>

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace comity {

namespace graph {
class snapshot;
}
using graph::snapshot;

/// How many are certainly and how many possibly there. Certain ones are possible too. Since 0.1.
struct count {
    std::size_t certain = 0;
    std::size_t possible = 0;
    friend bool operator==(const count&, const count&) = default;
};

/// A history seen at a day, by a day or in a window; through some kinds, relation types and modalities;
/// certainly or possibly. A value: making or deriving one copies a few words and no rows, and each keeps its
/// history alive. A fresh view shows what sources *report*, certain and possible, at any time. One that is
/// derived from a temporary by days or types takes over what that holds, and so a small question, such as
/// `h.all().at(d, d).types({t}).relation_count()`, counts one reference and asks for no memory.
///
/// A relation is seen when its own period passes and neither end's stated period fails, when both ends pass
/// the filter by kind, and when the weakest modality of the three passes that by modality. Since 0.1.
class view {
public:
    /// Everything reported in `h`, at any time.
    explicit view(comity::history h);

    /// What holds on that day; of acts, what happened on it. A day of reduced precision (`2012`) means one
    /// unknown day of it: possible is what may hold on some day of it, certain what holds on every day.
    /// Throws error: invalid_date; invalid_argument for an interval, a set with gaps or a second time
    /// selector.
    [[nodiscard]] view at(std::string_view day) const;
    [[nodiscard]] view at(const date& day) const;
    /// The same on one unknown day of those from `first` to `last`. Throws invalid_argument as at().
    [[nodiscard]] view at(day first, day last) const&;
    [[nodiscard]] view at(day first, day last) &&;
    /// Everything begun by then, ended or not: the accumulated record, not a roster. Throws as at().
    [[nodiscard]] view by(std::string_view day) const;
    [[nodiscard]] view by(const date& day) const;
    /// The same by one unknown day of those from `first` to `last`. Throws invalid_argument as at().
    [[nodiscard]] view by(day first, day last) const&;
    [[nodiscard]] view by(day first, day last) &&;
    /// Everything that touches the days from the first day of `from` to the last day of `to`; `..` is open.
    /// Throws as at(), and invalid_argument if `to` ends before `from` begins.
    [[nodiscard]] view window(std::string_view from, std::string_view to) const;
    /// The days of one date: `window("2012")`; an interval means from its begin to its end. Throws as at(),
    /// but for intervals.
    [[nodiscard]] view window(std::string_view days) const;

    /// The same without its time selector, so that another may be set: for questions about the day of
    /// something that the view has found.
    [[nodiscard]] view at_any_time() const;

    /// Only nodes of these kinds, subkinds included, and relations between them. Twice narrows twice. Throws
    /// error (unknown_id) for a kind of another schema.
    [[nodiscard]] view kinds(std::span<const kind> kinds) const;
    [[nodiscard]] view kinds(std::initializer_list<kind> kinds) const;
    /// Only relations of these types. Twice narrows twice. Nodes are not affected. Throws error (unknown_id)
    /// for a type of another schema.
    [[nodiscard]] view types(std::span<const relation_type> types) const&;
    [[nodiscard]] view types(std::span<const relation_type> types) &&;
    [[nodiscard]] view types(std::initializer_list<relation_type> types) const&;
    [[nodiscard]] view types(std::initializer_list<relation_type> types) &&;
    /// What is stated in these modalities, instead of what is reported.
    [[nodiscard]] view modalities(std::span<const modality> modalities) const;
    [[nodiscard]] view modalities(std::initializer_list<modality> modalities) const;
    /// Only what is certain.
    [[nodiscard]] view certain() const;

    // Whose word counts, and what is done where words compete. A reading is made when it is first asked for,
    // O(rows + statements); after that all views of the history share it. What none of the sources that count
    // states is not seen, but a relation that they state may run to it.

    /// Only what these sources state; twice narrows twice. Throws error: unknown_id; invalid_argument if no
    /// source is left.
    [[nodiscard]] view sources(std::span<const std::string> ids) const;
    [[nodiscard]] view sources(std::initializer_list<std::string> ids) const;
    /// Without what only these sources state. Throws error (unknown_id).
    [[nodiscard]] view without_sources(std::span<const std::string> ids) const;
    [[nodiscard]] view without_sources(std::initializer_list<std::string> ids) const;
    /// Only what sources state that are certainly dated by then: not what contemporaries knew, but what had
    /// been written. Throws error: invalid_date; invalid_argument for an interval, days with gaps or without
    /// a last one, and a second one.
    [[nodiscard]] view stated_by(std::string_view day) const;
    /// Disputed slots as this policy decides them, instead of the policy before. Throws error (unknown_id).
    [[nodiscard]] view settled_by(const policy& policy) const;
    /// `?` and `~` keep nothing from being certain.
    [[nodiscard]] view ignoring_marks() const;
    /// A whole reading at once, for replaying a stored one; the order of `only` and `without` is of no
    /// account. Throws error: unknown_id; invalid_argument for what stated_by() refuses.
    [[nodiscard]] view read_as(const comity::reading& reading) const;
    /// How the statements are read.
    [[nodiscard]] comity::reading reading() const;

    /// The period of a node or relation of this history in this view's reading.
    [[nodiscard]] period period_of(const fact& f) const;
    /// Whether statements about one of its slots contradict each other in this view's reading: about whether
    /// it is at all, its begin, its end or a value. What the policy decides is disputed no more, but for
    /// values.
    [[nodiscard]] bool disputed(const fact& f) const;

    [[nodiscard]] const comity::history& history() const noexcept { return history_; }
    [[nodiscard]] const detail::selection& selection() const noexcept { return selection_; }

    // Asked about a node or relation of another history, each of these throws error (invalid_argument).

    /// Whether the view shows it: no, possible or certain. O(1).
    [[nodiscard]] truth shows(const node& n) const;
    [[nodiscard]] truth shows(const relation& r) const;

    /// The nodes, in the order of their numbers. Lazy: O(1) to make, O(nodes) to walk.
    [[nodiscard]] node_range nodes() const;
    /// Those of a kind, subkinds included.
    [[nodiscard]] node_range nodes(kind k) const;
    /// The relations, ordered by from, type and begin. O(1) to make and O(relations) to walk; where the days
    /// looked at leave few of them, these are found first, O(those log of them).
    [[nodiscard]] relation_range relations() const;
    [[nodiscard]] relation_range relations(relation_type type) const;
    /// Those that go out from `n`, by type and begin. O(degree) to walk; of one type O(log degree) to find.
    [[nodiscard]] relation_range out(const node& n) const;
    [[nodiscard]] relation_range out(const node& n, relation_type type) const;
    /// Those that come in to `n`, by type and begin. O(degree) to walk; of one type O(log degree) to find.
    [[nodiscard]] relation_range in(const node& n) const;
    [[nodiscard]] relation_range in(const node& n, relation_type type) const;

    // Counting never builds anything.

    /// O(nodes).
    [[nodiscard]] count node_count() const;
    /// O(log days) for an unfiltered view at, by or over days of a precise history; else O(relations that
    /// those days may show), O(relations) where these are many.
    [[nodiscard]] count relation_count() const;

    /// The view made dense for algorithms: edges are its relations, vertices its nodes and the ends of its
    /// relations. O(nodes + relations) the first time; the last few are kept with the history, of no more
    /// relations and nodes together than it has, so that asking again costs next to nothing. See
    /// history::forget_snapshots.
    [[nodiscard]] comity::snapshot snapshot() const;

    /// One line that says what is seen: `at 2011-09-12, instruments, certain`.
    [[nodiscard]] std::string describe() const;

private:
    view(comity::history h, detail::selection s) noexcept
        : history_(std::move(h)), selection_(std::move(s)) {}

    comity::history history_;
    detail::selection selection_;
};

} // namespace comity
