#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace comity::detail {

/// Unpacks one member of a gzip file after the other, by ISA-L where comity was built with it and else by
/// zlib, which takes three times as long.
class inflater {
public:
    /// Ready for the first member. Throws std::bad_alloc.
    inflater();
    ~inflater();
    inflater(const inflater&) = delete;
    inflater& operator=(const inflater&) = delete;

    /// What one call did.
    struct step {
        std::size_t made = 0;        ///< bytes
        bool ended = false;          ///< the member, whose checksum was right
        const char* fault = nullptr; ///< why it can't be unpacked
    };
    /// Unpacks up to `most` bytes to `to`, and takes what that needed off the front of `packed`. Makes
    /// nothing only if that is all used up, or the member has ended. Throws std::bad_alloc.
    [[nodiscard]] step unpack(std::string_view& packed, char* to, std::size_t most);
    /// Makes ready for the next member.
    void begin();

private:
    struct state;
    std::unique_ptr<state> state_;
};

} // namespace comity::detail
