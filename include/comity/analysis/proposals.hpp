#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/analysis/moment.hpp>

#include <string>
#include <vector>

namespace comity {

/// Something that ought to be, as a source or an actor puts it forward. Since 0.1.
struct proposed {
    /// The thing that would be; where a proposal names none, the proposal itself.
    node what;
    /// The strongest modality in which the thing is stated: `reported` if it has come to be since, or if
    /// somebody proposes what is there already.
    modality stated_as = modality::proposed;
    moment when; ///< when it was first put forward; of an author's proposal, its source
    /// `proposes` and `calls-for`: their `from` is who puts it forward; of what was planned `decided` and
    /// `commits-to` of the commitment that it fulfils.
    std::vector<relation> by;
    std::vector<relation> within;      ///< `part-of` a larger proposal, or of one that puts it forward
    std::vector<relation> modelled_on; ///< `modelled-on`: what it is to be like
    std::vector<relation> home;        ///< `organ-of`, `responsible-for`: where it would belong
    std::vector<relation> concerns;    ///< `about`, `aims-at`, `answers`, `addressed-to`
    /// What the record reports that makes it real, in whole or in part; empty: none found in `searched`,
    /// which is not to say that there is none.
    std::vector<fact> realised_by;
    std::size_t parts = 0; ///< how many proposals are part of it

    /// A thing of its own rather than a proposal that names none.
    [[nodiscard]] bool is_thing() const noexcept { return !what.is_a(kind::proposal); }
};

/// What is proposed or planned, apart from what exists: nodes that a source states as proposed or planned,
/// whatever a `proposes` relation points at, and proposals that name no thing. The view's modalities are
/// widened by these; allegations are looked at only if the view does. Things first, then proposals; in each
/// by day and id. O(nodes + relations of the proposals). Throws error (cancelled) once `tell` asks. Since
/// 0.1.
[[nodiscard]] listing<proposed> proposals(const view& v, const progress& tell = {});

} // namespace comity
