#include "view/marked_numbers.hpp"

#include "vectorised.hpp"

namespace comity::detail {
namespace {

// Both are vectorised for the instruction that counts bits.

COMITY_VECTORISED
void count_words(const std::uint64_t* words, std::size_t size, std::uint32_t* before) noexcept {
    std::uint32_t count = 0;
    for (std::size_t word = 0; word < size; ++word) {
        before[word] = count;
        count += static_cast<std::uint32_t>(std::popcount(words[word]));
    }
}

COMITY_VECTORISED
void count_each(const marked_numbers& marked, const std::uint32_t* numbers, std::size_t size,
                std::uint32_t* counts) noexcept {
    for (std::size_t i = 0; i < size; ++i) counts[i] = marked.before(numbers[i]);
}

} // namespace

growing<std::uint32_t> marked_numbers::listed() {
    count();
    growing<std::uint32_t> numbers(before_.back() + static_cast<unsigned>(std::popcount(words_.back())));
    std::uint32_t* to = numbers.data();
    for (std::size_t word = 0; word < words_.size(); ++word)
        for (std::uint64_t rest = words_[word]; rest != 0; rest &= rest - 1)
            *to++ = static_cast<std::uint32_t>(64 * word + static_cast<unsigned>(std::countr_zero(rest)));
    return numbers;
}

void marked_numbers::count() {
    before_.resize(words_.size());
    count_words(words_.data(), words_.size(), before_.data());
}

void marked_numbers::count_before(std::span<const std::uint32_t> numbers,
                                  std::uint32_t* counts) const noexcept {
    count_each(*this, numbers.data(), numbers.size(), counts);
}

} // namespace comity::detail
