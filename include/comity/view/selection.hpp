#pragma once

#include <comity/history/store_ptr.hpp>
#include <comity/schema/type_set.hpp>
#include <comity/time/bounds.hpp>
#include <comity/time/truth.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace comity::detail {

/// Which days a view looks at.
enum class when : std::uint8_t { always, at, by, window };

/// Everything that tells one view of a history from another; also the key under which what is made for a view
/// is kept. Small questions are asked by the million, and each makes one or two of these: copying one counts
/// few references and asks for no memory.
struct selection {
    when time = when::always;
    day32 first = unbounded_below; ///< first day looked at
    day32 last = unbounded_above;  ///< last day looked at
    bool only_certain = false;
    std::uint8_t modalities = 1; ///< a bit for each modality
    /// None: all. Shared, because with all that is under them they are many.
    std::shared_ptr<const kind_set> kinds;
    /// None: all.
    std::optional<relation_type_set> types;
    /// Whose statements count, and how competing ones are decided; null: the default reading.
    std::shared_ptr<const reading_state> reading;
    std::string text; ///< the time selector as the caller wrote it; empty if it was given as days

    [[nodiscard]] bool admits(kind k) const noexcept { return !kinds || kinds->contains(k); }
    [[nodiscard]] bool admits(relation_type t) const noexcept { return !types || types->contains(t); }
    [[nodiscard]] truth certainty(truth t) const noexcept {
        return only_certain && t != truth::certain ? truth::no : t;
    }
    /// The time selector in words.
    [[nodiscard]] std::string days_text() const;
};

} // namespace comity::detail
