#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/analysis/moment.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

namespace comity {

/// From which end of a relation to the other what came of a thing is found. Since 0.1.
enum class outcome_at : std::uint8_t {
    to,   ///< `summit produced text`: the text came of the summit
    from, ///< `plan implements statement`: the plan came of the statement
};

/// That relations of a type say what came of what. Since 0.1.
struct lineage_rule {
    relation_type type;
    outcome_at outcome = outcome_at::from;
    /// Only outcomes of this kind (or one under it) count; kind{} admits any.
    kind outcome_kind{};
    /// Only where the thing it came of is of this kind; kind{} admits any.
    kind origin_kind{};
};

/// The rules of the built-in relation types. Judgements (`drives`, `causes`), mere succession in a series
/// (`follows`), mention and membership are not among them. Since 0.1.
[[nodiscard]] std::span<const lineage_rule> lineage_rules() noexcept;

/// One step from a thing to what came of it. Since 0.1.
struct step {
    std::size_t depth = 1; ///< how many steps from the root
    /// The row of the step that reached `from`; nothing where `from` is the root.
    std::optional<std::size_t> previous{};
    node from;
    relation via;
    node to;
    outcome_at outcome = outcome_at::from; ///< which end of `via` is `to`
    comity::truth truth = comity::truth::possible;
    moment when{};         ///< when `to` began; of an undated outcome, when the relation says it came about
    lag since_root{};      ///< days from the begin of the root to `when`
    lag since_previous{};  ///< days from the begin of `from` to `when`
    bool inferred = false; ///< nobody states the step: the data's author derives it
    bool way_inferred = false; ///< some step from the root up to this one is inferred
    /// That each step from the root up to this one is there.
    comity::truth way_truth = comity::truth::possible;
    /// `to` had been reached before, on a way no longer than this; what came of it stands there.
    bool again = false;
    std::string_view rule{}; ///< why an inferred step follows; lives as long as the history
};

/// As deep as a lineage goes. Since 0.1.
inline constexpr std::size_t any_depth = std::numeric_limits<std::size_t>::max();

/// What came of `root`, in what the view shows: breadth first, and among the outcomes of one thing by begin
/// and id. O(relations of what is reached). Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] listing<step> lineage(const view& v, const node& root,
                                    std::span<const lineage_rule> rules = lineage_rules(),
                                    std::size_t deepest = any_depth, const progress& tell = {});

} // namespace comity
