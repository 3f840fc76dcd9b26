#pragma once

#include "io/mapping.hpp"

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace comity::test {

/// A copy of bytes as a mapped file would have them, made in one step: tests make very many.
inline detail::file_bytes aligned_copy(std::string_view bytes) {
    struct alignas(detail::column_alignment) line {
        std::byte bytes[detail::column_alignment];
    };
    const auto lines = std::make_shared<line[]>(bytes.size() / sizeof(line) + 1);
    std::memcpy(lines.get(), bytes.data(), bytes.size());
    return {{lines[0].bytes, bytes.size()}, lines};
}

} // namespace comity::test
