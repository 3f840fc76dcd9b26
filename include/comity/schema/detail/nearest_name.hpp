#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace comity::detail {

/// How many single-letter edits (put in, take out, exchange, swap neighbours) turn `a` into `b`; letters
/// differing in case only, and '_' and '-', count as the same. O(|a| * |b|).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// Finds, among the names offered one by one, the one that the writer of a wrong name most likely meant.
class nearest_name {
public:
    explicit nearest_name(std::string_view wanted);

    /// Considers `name`. Of equals, the one offered first stays.
    void offer(std::string_view name);

    /// The best so far; empty if none is close enough to be a slip of the pen.
    [[nodiscard]] const std::string& best() const noexcept { return best_; }

    /// ", did you mean 'summit'?", or nothing.
    [[nodiscard]] std::string question() const;

private:
    std::string wanted_;
    std::string best_;
    std::size_t limit_; // the greatest distance that still counts as better
};

} // namespace comity::detail
