#pragma once

/// 1 where a sanitizer watches memory: it must see each allocation as it is.
#if defined(__has_feature)
#define COMITY_WATCHED                                                                                       \
    (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer))
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define COMITY_WATCHED 1
#else
#define COMITY_WATCHED 0
#endif
