#pragma once

#include <comity/history/history.hpp>
#include <comity/io/table.hpp>
#include <comity/progress.hpp>
#include <comity/schema/kind.hpp>
#include <comity/schema/relation_type.hpp>
#include <comity/view/view.hpp>

#include <optional>
#include <string>

namespace comity {

// Histories and views as tables. What is said of a view follows its reading: only the sources that count are
// heard. Throw error (cancelled) once `tell`, their own or that of the options, asks. Columns that
// nodes_table and relations_table share:
//
//   dates          category  begin and end as written, by the thing's own word; empty if undated
//   begin_earliest day       the four bounds of its own period (not cut by the ends of a relation);
//   begin_latest   day       no value where it is unbounded on that side, or beyond the columns' days
//   end_earliest   day
//   end_latest     day
//   truth          category  how surely the view shows it: possible or certain
//   modality       category  the strongest in which anyone asserts it
//   disputed       flag      statements about one of its slots contradict each other
//   inferred       flag      nobody states it outright
//   sources        integer   how many sources make statements about it; 0: unsourced
//   statements     integer   how many statements there are about it

/// How things are listed. Since 0.1.
struct listing_options {
    std::string language = "en"; ///< of names and titles, where there are any in it
    progress tell = {};          ///< of what goes over all that there is
};

/// The nodes of a view, or those of one kind with its subkinds: id, kind, name, then the columns above. Every
/// `id` and `from` and `to` column numbers ids alike, by the number of the node. O(nodes + statements).
/// Since 0.1.
[[nodiscard]] table nodes_table(const view& v, std::optional<kind> k = std::nullopt,
                                const listing_options& options = {});

/// The relations of a view, or those of one type: number (relation::number), id (no value where it has none),
/// from, type, to, then the columns above. O(relations + statements). Since 0.1.
[[nodiscard]] table relations_table(const view& v, std::optional<relation_type> type = std::nullopt,
                                    const progress& tell = {});

/// The relations of a view that go out from a node, or those of one type, in the columns of relations_table,
/// but with ids numbered as they are met. Throws error (invalid_argument) for a node of another history.
/// O(degree + statements). Since 0.1.
[[nodiscard]] table out_table(const view& v, const node& n, std::optional<relation_type> type = std::nullopt);
/// The same of those that come in to it. Since 0.1.
[[nodiscard]] table in_table(const view& v, const node& n, std::optional<relation_type> type = std::nullopt);

/// All statements, by what they are about: about (id of a node or relation; of a relation without an id
/// `from type to`), slots (what it speaks of: existence, begin, end, attributes, value), source, locator,
/// modality, denies, begin, end (as this source gives them; no value where it gives none), attribute and
/// value (if it is about one value), inferred, rule, premises, quote. O(statements). Since 0.1.
[[nodiscard]] table statements_table(const history& h, const progress& tell = {});
/// Those of sources that count, about nodes and relations that the view shows: of `v.sources({"x"})` all that
/// x says.
[[nodiscard]] table statements_table(const view& v, const progress& tell = {});
/// Those about one thing: what a fact brings along when it is asked back. Since 0.1.
[[nodiscard]] table statements_of(const fact& about);

/// All attribute values: about, attribute, value (as a reader would write it), number (of numbers and flags),
/// bound, unit, language, begin, end (as written), disputed, sources (ids of those who state it). O(values +
/// statements). Since 0.1.
[[nodiscard]] table attributes_table(const history& h, const progress& tell = {});
/// Those of nodes and relations that the view shows.
[[nodiscard]] table attributes_table(const view& v, const progress& tell = {});
/// Those of one thing. Since 0.1.
[[nodiscard]] table attributes_of(const fact& about);

/// The sources: id, kind, title, authors, publisher, date, language, uri, derived_from, coverage, note,
/// statements (how many it makes). Since 0.1.
[[nodiscard]] table sources_table(const history& h, const listing_options& options = {});

/// How many nodes of each kind and relations of each type a view shows, the most frequent first: what ("kind"
/// or "relation type"), name, label, certain, possible (certain ones included). Kinds are counted by
/// themselves, without their subkinds. O(nodes + relations). Since 0.1.
[[nodiscard]] table summary_table(const view& v, const listing_options& options = {});

} // namespace comity
