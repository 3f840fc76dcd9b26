#include "io/utf8.hpp"

#include <rapidjson/encodings.h>
#include <rapidjson/memorystream.h>

#include <cstdint>

namespace comity::detail {

bool is_utf8(std::string_view text) noexcept {
    std::uint8_t any = 0;
    for (const char c : text) any |= static_cast<std::uint8_t>(c);
    if (any < 0x80) return true;
    rapidjson::MemoryStream in(text.data(), text.size());
    struct nowhere {
        void Put(char) noexcept {} // NOLINT(readability-identifier-naming): RapidJSON calls it so
    } out;
    while (in.Tell() < text.size())
        if (!rapidjson::UTF8<>::Validate(in, out)) return false;
    return in.Tell() == text.size();
}

} // namespace comity::detail
