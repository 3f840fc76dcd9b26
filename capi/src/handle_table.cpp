#include "handle_table.hpp"

#include <comity/error.hpp>

#include <array>
#include <atomic>
#include <bit>
#include <memory>
#include <mutex>

namespace comity::capi {
namespace {

constexpr unsigned index_bits = sizeof(std::uintptr_t) == 8 ? 32 : 20;
constexpr std::uintptr_t index_mask = (std::uintptr_t{1} << index_bits) - 1;
constexpr std::uintptr_t most_places = index_mask; // a handle holds the index + 1, so that none is null
constexpr std::uintptr_t generation_mask = ~std::uintptr_t{0} >> index_bits;

struct place {
    // Tag word: the generation, and below it what the place holds. Written last when a handle is made and
    // first when it is destroyed.
    std::atomic<std::uint64_t> tag{0};
    std::atomic<void*> object{nullptr};
    std::atomic<std::uintptr_t> next_free{0}; // a link, as below
    std::uintptr_t index = 0;
};

constexpr std::uint64_t tag_of(std::uint64_t generation, noun what) {
    return generation << 8 | static_cast<std::uint64_t>(what);
}
constexpr std::uint64_t generation_of(std::uint64_t tag) {
    return tag >> 8;
}

/// Places lie in blocks, each as large as all before it together, so that none ever moves.
constexpr std::size_t first_block = 64;
constexpr std::size_t block_of(std::uintptr_t index) {
    return static_cast<std::size_t>(std::bit_width(index / first_block));
}
constexpr std::uintptr_t block_begin(std::size_t block) {
    return block == 0 ? 0 : std::uintptr_t{first_block} << (block - 1);
}
constexpr std::size_t block_size(std::size_t block) {
    return block == 0 ? first_block : first_block << (block - 1);
}

struct handle_table {
    std::array<std::atomic<place*>, index_bits> blocks{};
    // The free places, a stack that anyone may push to and pop from without a lock. Its word is a link to the
    // first of them, which is its index + 1, and above it how often was pushed: a place that was taken and
    // given back meanwhile is told by that.
    std::atomic<std::uint64_t> free{0};
    std::mutex growing;
    std::atomic<std::uintptr_t> used{0}; // places; changed under the lock
};

constexpr std::uint64_t one_push = std::uint64_t{1} << 32;
constexpr std::uintptr_t link_in(std::uint64_t free) {
    return static_cast<std::uintptr_t>(free & (one_push - 1));
}

// Constant-initialised and never destroyed: a host may hold handles until its last moment.
constinit handle_table handles;

place* place_of(std::uintptr_t handle) noexcept {
    const std::uintptr_t index = (handle & index_mask) - 1;
    if (handle == 0 || index >= most_places) return nullptr;
    place* const block = handles.blocks[block_of(index)].load(std::memory_order_acquire);
    return block == nullptr ? nullptr : block + (index - block_begin(block_of(index)));
}

/// A place that was given back, or null.
place* pop_free() noexcept {
    std::uint64_t head = handles.free.load(std::memory_order_acquire);
    while (link_in(head) != 0) {
        place* const first = place_of(link_in(head));
        const std::uint64_t rest = head - link_in(head) + first->next_free.load(std::memory_order_relaxed);
        if (handles.free.compare_exchange_weak(head, rest, std::memory_order_acquire)) return first;
    }
    return nullptr;
}

void push_free(place& p) noexcept {
    std::uint64_t head = handles.free.load(std::memory_order_relaxed);
    std::uint64_t longer = 0;
    do {
        p.next_free.store(link_in(head), std::memory_order_relaxed);
        longer = head - link_in(head) + one_push + (p.index + 1);
    } while (!handles.free.compare_exchange_weak(head, longer, std::memory_order_release,
                                                 std::memory_order_relaxed));
}

/// A place that was never used.
place& fresh_place() {
    const std::lock_guard lock(handles.growing);
    const std::uintptr_t index = handles.used.load(std::memory_order_relaxed);
    if (index >= most_places) throw error(errc::limit_exceeded, "too many handles are alive");
    const std::size_t block = block_of(index);
    if (index == block_begin(block))
        // Never given back: that a stale handle can be told from a live one rests on it.
        handles.blocks[block].store(std::make_unique<place[]>(block_size(block)).release(),
                                    std::memory_order_release);
    place& p = handles.blocks[block].load(std::memory_order_relaxed)[index - block_begin(block)];
    p.index = index;
    handles.used.store(index + 1, std::memory_order_release);
    return p;
}

} // namespace

std::uintptr_t enter(noun what, void* object) {
    place* const given_back = pop_free();
    place& p = given_back != nullptr ? *given_back : fresh_place();
    p.object.store(object, std::memory_order_relaxed);
    const std::uint64_t generation = generation_of(p.tag.load(std::memory_order_relaxed));
    p.tag.store(tag_of(generation, what), std::memory_order_release);
    return static_cast<std::uintptr_t>(generation & generation_mask) << index_bits | (p.index + 1);
}

noun noun_of(std::uintptr_t handle) noexcept {
    const place* const p = place_of(handle);
    if (p == nullptr) return noun::none;
    const std::uint64_t tag = p->tag.load(std::memory_order_acquire);
    if ((generation_of(tag) & generation_mask) != handle >> index_bits) return noun::none;
    return static_cast<noun>(tag & 0xff);
}

void* find(std::uintptr_t handle, noun what) noexcept {
    return noun_of(handle) == what ? place_of(handle)->object.load(std::memory_order_relaxed) : nullptr;
}

void* leave(std::uintptr_t handle, noun what) noexcept {
    place* const p = place_of(handle);
    if (p == nullptr) return nullptr;
    std::uint64_t tag = p->tag.load(std::memory_order_acquire);
    if (static_cast<noun>(tag & 0xff) != what ||
        (generation_of(tag) & generation_mask) != handle >> index_bits)
        return nullptr;
    void* const object = p->object.load(std::memory_order_relaxed);
    if (!p->tag.compare_exchange_strong(tag, tag_of(generation_of(tag) + 1, noun::none),
                                        std::memory_order_acq_rel))
        return nullptr;
    push_free(*p);
    return object;
}

std::int64_t live_count() noexcept {
    // Not kept: it would be one more word that all threads write with every handle.
    std::int64_t live = 0;
    const std::uintptr_t used = handles.used.load(std::memory_order_acquire);
    for (std::uintptr_t index = 0; index < used; ++index)
        live += (place_of(index + 1)->tag.load(std::memory_order_relaxed) & 0xff) != 0 ? 1 : 0;
    return live;
}

} // namespace comity::capi
