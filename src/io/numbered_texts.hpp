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
        if (last_ < texts_.size() && texts_[last_] == text) return last_;
        const auto text_of = [this](std::uint32_t i) -> std::string_view { return texts_[i]; };
        last_ = index_.find_or_add(text, text_of, [&] {
            texts_.emplace_back(text);
            return static_cast<std::uint32_t>(texts_.size() - 1);
        });
        return last_;
    }
    /// Forgets them; the next one has number 0.
    void clear() noexcept {
        texts_.clear();
        index_.clear();
        last_ = 0;
    }

private:
    std::vector<Text> texts_;
    growing_index index_;
    std::uint32_t last_ = 0;
};

} // namespace comity::detail
