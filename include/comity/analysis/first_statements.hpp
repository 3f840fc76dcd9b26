#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/analysis/moment.hpp>
#include <comity/history/source.hpp>

#include <optional>
#include <string_view>

namespace comity {

/// That a source may have been the first to state a fact. Since 0.1.
struct first_statement {
    fact about;
    source by;
    /// Certain if every other source that states it is certainly dated later. Two of one day, and sources
    /// that nobody dates, leave it possible.
    comity::truth truth = comity::truth::possible;
    moment when;            ///< the date of the source; unknown if it has none
    statement said;         ///< its first statement about the fact
    std::size_t others = 0; ///< how many other sources state it
};

/// Who was the first to state each node and relation that the view shows, by the dates of the documents,
/// among the sources that count: a row for each source that may have been. That a source is the first on
/// record says nothing of what was known before. A source that copies another one is never before it. Nodes
/// by number, then relations; of one fact by the numbers of the sources. Of `only`, just what that source may
/// have stated first. Throws error (unknown_id). O(nodes + relations + statements). Throws error (cancelled)
/// once `tell` asks. Since 0.1.
[[nodiscard]] listing<first_statement> first_statements(const view& v,
                                                        std::optional<std::string_view> only = std::nullopt,
                                                        const progress& tell = {});

} // namespace comity
