#pragma once

namespace comity::detail {

/// Has memory fetched that is read soon; where the compiler has no word for that, it is fetched when read.
inline void fetch_soon([[maybe_unused]] const void* at) noexcept {
#ifdef __GNUC__
    __builtin_prefetch(at);
#endif
}

} // namespace comity::detail
