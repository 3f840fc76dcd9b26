#pragma once

#include "history/strings.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace comity::detail {

/// Distinct texts, numbered as they are met: of their own if `Text` is std::string, of who keeps them if it
/// is std::string_view. O(length) a text.
template <class Text>
class numbered_texts {
public:
    [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }
    [[nodiscard]] const Text& operator[](std::size_t i) const noexcept { return texts_[i]; }
    /// The number of a text; one past all others if it is new.
    std::uint32_t number(std::string_view text) {
        const auto text_of = [this](std::uint32_t i) -> std::string_view { return texts_[i]; };
        return index_.find_or_add(text, text_of, [&] {
            texts_.emplace_back(text);
            return static_cast<std::uint32_t>(texts_.size() - 1);
        });
    }
    /// The same down a column, whose cells often repeat the one above: `above` is the number of that one, any
    /// to begin with, and then of this one.
    std::uint32_t number(std::string_view text, std::uint32_t& above) {
        if (above >= texts_.size() || texts_[above] != text) above = number(text);
        return above;
    }
    /// Forgets them; the next one has number 0.
    void clear() noexcept {
        texts_.clear();
        index_.clear();
    }

private:
    std::vector<Text> texts_;
    growing_index index_;
};

} // namespace comity::detail
