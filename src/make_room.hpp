#pragma once

#include "in_blocks.hpp"
#include "pulse.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace comity::detail {

/// Makes room for so many more, as a list does by itself when they come, and looks while it moves what the
/// list holds: of many millions that takes too long for who wants no more.
template <class T>
void make_room(std::vector<T>& list, std::size_t more, pulse& beat) {
    if (list.capacity() - list.size() >= more) return;
    std::vector<T> larger;
    larger.reserve(std::max(list.size() + more, 2 * list.capacity()));
    in_blocks(0, list.size(), beat, [&](std::size_t first, std::size_t end) {
        larger.insert(larger.end(), list.data() + first, list.data() + end);
    });
    list = std::move(larger);
}

} // namespace comity::detail
