#include "history/strings.hpp"

#include <comity/error.hpp>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <limits>

namespace comity::detail {

std::uint64_t hash_of(std::string_view text) noexcept {
    return XXH3_64bits(text.data(), text.size());
}

void growing_index::reserve(std::size_t texts) {
    // Who makes room for far more than he has must not be given all of it: slots are written at once.
    constexpr std::size_t most = std::size_t{1} << 20;
    const std::size_t slots = std::bit_ceil(2 * std::min(texts, most) + 1);
    if (slots > std::max(slots_.size(), first_room)) move_to(slots);
}

void growing_index::move_to(std::size_t slots) {
    growing<slot> old(slots);
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const slot s : old) {
        if (s.number == 0) continue;
        std::size_t at = s.hash & mask;
        while (slots_[at].number != 0) at = (at + 1) & mask;
        slots_[at] = s;
    }
}

column<std::uint32_t> growing_index::seal() && {
    growing<std::uint32_t> numbers(slots_.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = slots_[i].number;
    slots_ = {};
    return column<std::uint32_t>(std::move(numbers));
}

string_id string_interner::intern_some(std::string_view text) {
    const auto text_of = [this](std::uint32_t i) { return (*this)[i]; };
    return index_.find_or_add(text, text_of, [&] {
        const std::size_t number = offsets_.size() - 1;
        if (number >= std::numeric_limits<std::uint32_t>::max() - 1)
            throw error(errc::limit_exceeded, "a history holds at most 4,294,967,294 distinct texts");
        bytes_.insert(bytes_.end(), text.begin(), text.end());
        offsets_.push_back(bytes_.size());
        return static_cast<string_id>(number);
    });
}

void string_interner::reserve(std::size_t texts, std::size_t bytes) {
    offsets_.reserve(texts + 2);
    bytes_.reserve(bytes);
    index_.reserve(texts);
}

string_pool string_interner::seal() && {
    return {column<std::uint64_t>(std::move(offsets_)), column<char>(std::move(bytes_))};
}

} // namespace comity::detail
