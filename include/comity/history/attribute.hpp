#pragma once

#include <comity/history/ids.hpp>
#include <comity/history/records.hpp>
#include <comity/history/statement.hpp>
#include <comity/history/store_ptr.hpp>
#include <comity/schema/definitions.hpp>
#include <comity/time/period.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comity {

/// One value of one attribute of a node or relation, with language, unit and bound where it has them, and a
/// period of its own where it has one. A cheap handle that keeps its history alive. Since 0.1.
class attribute {
public:
    attribute(detail::store_ptr store, attribute_id number) noexcept
        : store_(std::move(store)), number_(number) {}

    [[nodiscard]] attribute_id number() const noexcept { return number_; }
    [[nodiscard]] comity::subject about() const noexcept;
    [[nodiscard]] attribute_type type() const noexcept;
    /// Name of the type as data spells it.
    [[nodiscard]] std::string_view name() const noexcept;
    [[nodiscard]] value_type value() const noexcept;
    /// The text or the date as written; empty for numbers and flags.
    [[nodiscard]] std::string_view text() const noexcept;
    /// The number, or a flag as 0 or 1; NaN for texts.
    [[nodiscard]] double number_value() const noexcept;
    [[nodiscard]] bool flag() const noexcept { return number_value() == 1.0; }
    [[nodiscard]] number_bound bound() const noexcept;
    [[nodiscard]] std::string_view language() const noexcept;
    [[nodiscard]] std::string_view unit() const noexcept;
    /// When the value holds; unbounded and certain where nothing was said.
    [[nodiscard]] comity::period period() const;
    /// Begin and end of that period as written; nothing where none was given.
    [[nodiscard]] std::pair<std::optional<std::string_view>, std::optional<std::string_view>>
    dates() const noexcept;
    /// Sources are given for this value alone, rather than for its subject as a whole.
    [[nodiscard]] bool stated_apart() const noexcept;
    /// Another value of the same slot contradicts it.
    [[nodiscard]] bool disputed() const noexcept;
    /// Who states it: those who state just this value, else those who state its subject as a whole.
    [[nodiscard]] std::vector<statement> statements() const;
    /// The value with bound and unit as a reader would write it: `more than 100,000 websites` is
    /// `more-than 100000 website`.
    [[nodiscard]] std::string to_string() const;

private:
    detail::store_ptr store_;
    attribute_id number_;
};

} // namespace comity
