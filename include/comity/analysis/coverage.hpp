#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/analysis/moment.hpp>
#include <comity/history/source.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace comity {

/// How much of one kind or relation type one source states, and how exactly. Since 0.1.
struct covered {
    covered(source s, std::string type_) : by(std::move(s)), type(std::move(type_)) {}

    source by;
    std::string type; ///< kind of the nodes or type of the relations
    /// The first year of the period; nothing for what has no day within known years, or if no periods are
    /// asked for.
    std::optional<std::int64_t> year;
    count facts;                ///< that it states; of a period, those that begin in it
    std::size_t statements = 0; ///< about these
    moment first;               ///< the earliest and the latest begin that it gives
    moment last;
    // How exact these begins are, of each statement; the sum is `statements`.
    std::size_t to_day = 0;
    std::size_t to_month = 0;
    std::size_t to_year = 0; ///< to the year or the season
    std::size_t coarser = 0; ///< to decades, to several years, open or unknown
    std::size_t undated = 0; ///< it gives no begin
    std::size_t marked = 0;  ///< of all these, marked uncertain or approximate

    /// What the source claims to list of this type. None: its silence proves nothing.
    std::vector<coverage_record> claims;
};

/// What each source that counts states of each kind and relation type that the view shows, and what it claims
/// to list: a claim without a fact has its row too. With `years` a row for each period of so many years (the
/// years 1990 to 1999 for 10) in which something may begin: certain where it certainly begins in it. What is
/// only denied is not counted. By source, then type, then period, that without a year last. O(nodes +
/// relations + statements, and their periods). Throws error (invalid_argument) for a negative number of
/// years. Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] listing<covered> coverage(const view& v, std::int64_t years = 0, const progress& tell = {});

} // namespace comity
