#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/analysis/moment.hpp>
#include <comity/history/attribute.hpp>

#include <optional>
#include <string>
#include <vector>

namespace comity {

/// Something that was there before what is called the first. Since 0.1.
struct precedent {
    node what;
    moment when;
    comity::truth truth = comity::truth::possible; ///< that it was earlier
    /// What both are about; nothing where the claim names no subject beside the thing, whose own kind and
    /// subjects are then compared.
    std::optional<node> subject;
};

/// That a source calls something the first, or new, held against the record. Since 0.1.
struct claimed_first {
    node claim;        ///< the claim; the thing itself where it carries the words as `claimed-first`
    node thing;        ///< what is called the first
    moment when;       ///< when that was
    std::string words; ///< of the claim
    std::optional<attribute> value; ///< `claimed-first`, where the thing carries it
    std::vector<precedent> earlier; ///< what precedes it certainly or possibly
    std::size_t undated = 0;        ///< things like it that nobody dates, and that are not among `earlier`

    /// How surely something precedes it. `no` means that nothing was found in what was searched, which is no
    /// proof.
    [[nodiscard]] comity::truth preceded() const noexcept;
};

/// Every claim in what the view shows that something dated is the first or new: nodes with the attribute
/// `claimed-first`, and claims whose name says so in English or Chinese and that are `about` something dated.
/// Precedents are things of the same kind on a shared subject (`about`, `answers`); of a claim that names a
/// topic, texts, events and commitments on it, proposed ones included. A precedent disproves no claim that
/// means something narrower. Attributes first, then claims, in the order of the nodes. O(claims * nodes +
/// relations). Throws error (cancelled) once `tell` asks. Since 0.1.
[[nodiscard]] listing<claimed_first> firsts(const view& v, const progress& tell = {});

} // namespace comity
