#include "view/marked_places.hpp"

#include "vectorised.hpp"

#include <bit>

namespace comity::detail {
namespace {

// Vectorised for the instruction that counts bits.
COMITY_VECTORISED
void count_marks(const std::uint64_t* words, const std::uint32_t* before, const std::uint32_t* places,
                 std::size_t size, std::uint32_t* counts) noexcept {
    for (std::size_t i = 0; i < size; ++i) {
        const std::uint32_t word = places[i] / 64;
        const std::uint64_t below = (std::uint64_t{1} << (places[i] % 64)) - 1;
        counts[i] = before[word] + static_cast<std::uint32_t>(std::popcount(words[word] & below));
    }
}

} // namespace

growing<std::uint32_t> marked_places::listed(std::size_t most) {
    growing<std::uint32_t> places(most);
    before_.resize(words_.size());
    std::uint32_t size = 0;
    for (std::size_t word = 0; word < words_.size(); ++word) {
        before_[word] = size;
        for (std::uint64_t rest = words_[word]; rest != 0; rest &= rest - 1)
            places[size++] =
                static_cast<std::uint32_t>(64 * word + static_cast<unsigned>(std::countr_zero(rest)));
    }
    places.resize(size);
    return places;
}

void marked_places::count_before(std::span<const std::uint32_t> places,
                                 std::uint32_t* counts) const noexcept {
    count_marks(words_.data(), before_.data(), places.data(), places.size(), counts);
}

} // namespace comity::detail
