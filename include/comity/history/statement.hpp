#pragma once

#include <comity/history/ids.hpp>
#include <comity/history/modality.hpp>
#include <comity/history/source.hpp>
#include <comity/history/store_ptr.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace comity {

/// The places of a fact in which values can compete. A bit each. Since 0.1.
enum class slot : std::uint8_t {
    none = 0,
    existence = 1,
    begin = 2, ///< of an act: its day
    end = 4,
    attributes = 8, ///< all values that were given for the subject as a whole
    value = 16,     ///< one attribute value
};
[[nodiscard]] constexpr slot operator|(slot a, slot b) noexcept {
    return static_cast<slot>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}
[[nodiscard]] constexpr bool covers(slot set, slot one) noexcept {
    return (static_cast<std::uint8_t>(set) & static_cast<std::uint8_t>(one)) != 0;
}

/// One source's word on one node, relation or attribute value: what it asserts or denies, where, and with
/// which dates. A cheap handle that keeps its history alive. Since 0.1.
class statement {
public:
    statement(detail::store_ptr store, statement_id number) noexcept
        : store_(std::move(store)), number_(number) {}

    [[nodiscard]] statement_id number() const noexcept { return number_; }
    [[nodiscard]] comity::subject about() const noexcept;
    [[nodiscard]] comity::source source() const noexcept;
    [[nodiscard]] std::string_view locator() const noexcept;
    [[nodiscard]] comity::modality modality() const noexcept;
    [[nodiscard]] bool denies() const noexcept;
    /// Which slots it speaks of.
    [[nodiscard]] slot slots() const noexcept;
    /// The begin (of an act: the day) that this source gives, as written; nothing if it gives none.
    [[nodiscard]] std::optional<std::string_view> begin() const noexcept;
    [[nodiscard]] std::optional<std::string_view> end() const noexcept;
    /// The attribute value it is about, if it is about one.
    [[nodiscard]] std::optional<attribute_id> value() const noexcept;
    [[nodiscard]] std::string_view quote() const noexcept;
    /// Derived by the data's author from what the source says there, rather than said by it.
    [[nodiscard]] bool inferred() const noexcept;
    /// Why it follows; empty unless inferred.
    [[nodiscard]] std::string_view rule() const noexcept;
    /// Ids or locators that the inference starts from.
    [[nodiscard]] std::vector<std::string_view> premises() const;

private:
    detail::store_ptr store_;
    statement_id number_;
};

} // namespace comity
