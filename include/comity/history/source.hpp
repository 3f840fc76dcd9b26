#pragma once

#include <comity/history/ids.hpp>
#include <comity/history/records.hpp>
#include <comity/history/store_ptr.hpp>
#include <comity/time/edtf.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace comity {

/// A document that states facts. A cheap handle that keeps its history alive. Since 0.1.
class source {
public:
    source(detail::store_ptr store, source_id number) noexcept : store_(std::move(store)), number_(number) {}

    [[nodiscard]] source_id number() const noexcept { return number_; }
    [[nodiscard]] std::string_view id() const noexcept;
    [[nodiscard]] std::string_view kind() const noexcept;
    /// Title in that language, else in any; empty if it has none.
    [[nodiscard]] std::string_view title(std::string_view language = {}) const noexcept;
    /// The document's own date, or nothing.
    [[nodiscard]] std::optional<date> dated() const;
    /// Everything known of it, as it was given.
    [[nodiscard]] source_record record() const;
    [[nodiscard]] std::size_t statement_count() const noexcept;

    friend bool operator==(const source& a, const source& b) noexcept {
        return a.store_ == b.store_ && a.number_ == b.number_;
    }

private:
    detail::store_ptr store_;
    source_id number_;
};

} // namespace comity
