#include "io/inflater.hpp"

#include <algorithm>
#include <cstdint>
#include <new>

#ifdef COMITY_HAS_ISAL
#include <isa-l/igzip_lib.h>
#else
#include <zlib.h>
#endif

namespace comity::detail {
namespace {

/// Both libraries count in 32 bits.
std::uint32_t in_32_bits(std::size_t n) {
    return static_cast<std::uint32_t>(std::min<std::size_t>(n, std::size_t{1} << 30));
}

} // namespace

#ifdef COMITY_HAS_ISAL

struct inflater::state {
    inflate_state of;
};

inflater::inflater() : state_(new state) {
    isal_inflate_init(&state_->of);
    state_->of.crc_flag = ISAL_GZIP;
}

inflater::~inflater() = default;

void inflater::begin() {
    isal_inflate_reset(&state_->of);
    state_->of.crc_flag = ISAL_GZIP;
}

inflater::step inflater::unpack(std::string_view& packed, char* to, std::size_t most) {
    inflate_state& s = state_->of;
    const std::uint32_t given = in_32_bits(packed.size());
    const std::uint32_t room = in_32_bits(most);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): it only reads them, but does not say so
    s.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(packed.data()));
    s.avail_in = given;
    s.next_out = reinterpret_cast<std::uint8_t*>(to);
    s.avail_out = room;
    const int result = isal_inflate(&s);
    // Of damaged data it may count more than it was given.
    packed.remove_prefix(given - std::min(given, s.avail_in));
    step done{room - s.avail_out, s.block_state == ISAL_BLOCK_FINISH, nullptr};
    if (result == ISAL_INVALID_WRAPPER || result == ISAL_UNSUPPORTED_METHOD)
        done.fault = "not gzip";
    else if (result == ISAL_INCORRECT_CHECKSUM)
        done.fault = "its checksum is another one";
    else if (result != ISAL_DECOMP_OK)
        done.fault = "its data are damaged";
    return done;
}

#else

struct inflater::state {
    z_stream of{};
};

inflater::inflater() : state_(new state) {
    constexpr int gzip_only = 16 + MAX_WBITS;
    if (inflateInit2(&state_->of, gzip_only) != Z_OK) throw std::bad_alloc();
}

inflater::~inflater() {
    (void)inflateEnd(&state_->of);
}

void inflater::begin() {
    (void)inflateReset(&state_->of);
}

inflater::step inflater::unpack(std::string_view& packed, char* to, std::size_t most) {
    z_stream& s = state_->of;
    const std::uint32_t given = in_32_bits(packed.size());
    const std::uint32_t room = in_32_bits(most);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): it only reads them, but says so with ZLIB_CONST
    s.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    s.avail_in = given;
    s.next_out = reinterpret_cast<Bytef*>(to);
    s.avail_out = room;
    const int result = inflate(&s, Z_NO_FLUSH);
    if (result == Z_MEM_ERROR) throw std::bad_alloc();
    packed.remove_prefix(given - s.avail_in);
    step done{room - s.avail_out, result == Z_STREAM_END, nullptr};
    if (result != Z_OK && result != Z_BUF_ERROR && !done.ended)
        done.fault = s.msg != nullptr ? s.msg : "not gzip";
    return done;
}

#endif

} // namespace comity::detail
