#pragma once

#include "watched.hpp"

#include <cstddef> // any header of the library: it tells whose C library this is

/// Stands before a function whose loops the compiler turns into vector instructions: it is made twice, for
/// processors with AVX2 and for all others, and which one is called is settled when the program is loaded.
/// Where compiler or system can't do that, and under sanitizers, which are not ready so early, it is made
/// once.
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__) && !COMITY_WATCHED
#define COMITY_VECTORISED __attribute__((target_clones("avx2", "default")))
#else
#define COMITY_VECTORISED
#endif
