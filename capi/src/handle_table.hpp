#pragma once

#include <cstddef>
#include <cstdint>

/// What stands between the C API and the library: handles, the guard, and a wrapper a function.
namespace comity::capi {

/// What a handle can be on. 0 marks a place of the table that is free.
enum class noun : std::uint8_t {
    none,
    history,
    view,
    snapshot,
    table,
    date,
    period,
    builder,
    string,
    registers,
    load
};

// A handle is no address but a place in a table together with the number of times that this place was used
// before, modulo 2^32, or 2^12 where a pointer has 32 bits. So a handle that was destroyed, is of another
// type or never was one is recognised, whatever has happened to its memory since, until its place has been
// used that often; and nothing that a caller passes is ever followed. The table is all that the door keeps
// beside the handles themselves; it changes no result, needs no setting up and is never torn down.

/// Puts an object into the table. Throws std::bad_alloc; comity::error (limit_exceeded). O(1) amortised.
[[nodiscard]] std::uintptr_t enter(noun what, void* object);

/// The object of a live handle on a `what`; null if it is not one. O(1), without a lock.
[[nodiscard]] void* find(std::uintptr_t handle, noun what) noexcept;

/// What a live handle is on; none if it is not live.
[[nodiscard]] noun noun_of(std::uintptr_t handle) noexcept;

/// Takes a live handle on a `what` out of the table and returns its object; null if it is not one. Of several
/// threads that do this at once, one gets the object.
[[nodiscard]] void* leave(std::uintptr_t handle, noun what) noexcept;

/// How many handles are live. O(most that ever were).
[[nodiscard]] std::int64_t live_count() noexcept;

} // namespace comity::capi
