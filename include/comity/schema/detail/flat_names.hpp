#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

namespace comity::detail {

/// The names of definitions that lie in bytes, unread: each begins with its name, a text after its length
/// (four bytes). The bytes and both lists must outlive it.
class flat_names {
public:
    /// No names.
    flat_names() = default;
    /// `at` is where in `bytes` each definition begins, `by_name` their numbers, counted from 0, in the order
    /// of their names.
    flat_names(std::string_view bytes, std::span<const std::uint32_t> at,
               std::span<const std::uint32_t> by_name) noexcept
        : bytes_(bytes), at_(at), by_name_(by_name) {}

    [[nodiscard]] std::size_t size() const noexcept { return at_.size(); }
    [[nodiscard]] std::span<const std::uint32_t> at() const noexcept { return at_; }
    [[nodiscard]] std::span<const std::uint32_t> by_name() const noexcept { return by_name_; }

    /// The name of a number below size(). The empty text where the bytes end before it.
    [[nodiscard]] std::string_view operator[](std::uint32_t number) const noexcept {
        if (number >= at_.size() || at_[number] > bytes_.size()) return {};
        const std::string_view rest = bytes_.substr(at_[number]);
        std::uint32_t length = 0;
        if (rest.size() < sizeof length) return {};
        std::memcpy(&length, rest.data(), sizeof length);
        return rest.substr(sizeof length, length);
    }

    /// The number of a name, or nothing. O(log size).
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const noexcept {
        const auto before = [this](std::uint32_t number, std::string_view n) { return (*this)[number] < n; };
        const auto found = std::lower_bound(by_name_.begin(), by_name_.end(), name, before);
        if (found == by_name_.end() || (*this)[*found] != name) return std::nullopt;
        return *found;
    }

private:
    std::string_view bytes_;
    std::span<const std::uint32_t> at_;
    std::span<const std::uint32_t> by_name_;
};

} // namespace comity::detail
