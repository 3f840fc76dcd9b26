#include "history/start_index.hpp"

#include "vectorised.hpp"

#include <algorithm>

namespace comity::detail {
namespace {

COMITY_VECTORISED
void write_starts_of(const std::uint32_t* ends, std::uint32_t node, place_run run,
                     std::uint32_t* starts) noexcept {
    for (std::uint32_t place = run.first; place < run.end; ++node) {
        const std::uint32_t end = std::min(ends[node + std::size_t{1}], run.end);
        for (; place < end; place += std::uint32_t{starts_at_once})
            std::fill_n(starts + (place - run.first), starts_at_once, node);
        place = end;
    }
}

} // namespace

void write_starts(std::span<const std::uint32_t> ends, std::uint32_t node, place_run run,
                  std::uint32_t* starts) noexcept {
    write_starts_of(ends.data(), node, run, starts);
}

} // namespace comity::detail
