#include "history/strings.hpp"

#include <comity/error.hpp>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <limits>

namespace comity::detail {

std::uint64_t hash_of(std::string_view text) noexcept {
    return XXH3_64bits(text.data(), text.size());
}

string_interner::string_interner() : offsets_{0} {
    intern({});
}

string_id string_interner::intern(std::string_view text) {
    const auto text_of = [this](std::uint32_t i) { return (*this)[i]; };
    if (const auto known = index_.find(text, text_of)) return *known;
    const std::size_t number = offsets_.size() - 1;
    if (number >= std::numeric_limits<std::uint32_t>::max() - 1)
        throw error(errc::limit_exceeded, "a history holds at most 4,294,967,294 distinct texts");
    bytes_.insert(bytes_.end(), text.begin(), text.end());
    offsets_.push_back(bytes_.size());
    index_.insert(text, static_cast<string_id>(number), text_of);
    return static_cast<string_id>(number);
}

string_pool string_interner::seal() && {
    return {column<std::uint64_t>(std::move(offsets_)), column<char>(std::move(bytes_))};
}

} // namespace comity::detail
