#pragma once

// Views of a made-up history, each beside what the naive reference is asked.

#include "support/naive.hpp"
#include "support/told.hpp"

#include <comity/view/view.hpp>

#include <random>
#include <string>
#include <vector>

namespace comity::test {

/// A time selector as a view takes it and as the reference takes it.
struct question {
    std::string name;
    view seen;
    asked when;
};

/// `all` looked at without a time selector, at, by and in: exact days, months and years.
[[nodiscard]] std::vector<question> ask(const view& all, std::mt19937& random);

/// What a view narrows to, and the same for the reference.
struct narrowing {
    std::vector<kind> kinds;          ///< empty: all
    std::vector<relation_type> types; ///< empty: all
    std::vector<modality> modalities{modality::reported};
    bool certain = false;

    [[nodiscard]] view of(const view& v) const;
    [[nodiscard]] bool admits(modality m) const;
    [[nodiscard]] bool admits(const told_history& told, kind k) const;
    [[nodiscard]] bool admits(relation_type t) const;
};

/// Every combination of a few kinds, types, modalities, and certain.
[[nodiscard]] std::vector<narrowing> narrowings(const told_history& told);

/// Truths, node by node and relation by relation.
struct truths {
    std::vector<truth> nodes, relations;
};
/// What a view that narrows nothing must show in any modality.
[[nodiscard]] truths expect(const told_history& told, const naive_history& naive, const asked& when);
/// What is left of it when the view narrows.
[[nodiscard]] truths narrowed(const truths& all, const told_history& told, const naive_history& naive,
                              const narrowing& by);

} // namespace comity::test
