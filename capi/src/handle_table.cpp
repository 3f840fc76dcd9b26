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
    place* next_free = nullptr;
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
    std::atomic<std::int64_t> live{0};
    // Anyone may push, without a lock, so that destroying can't fail; only who holds the lock pops.
    std::atomic<place*> free{nullptr};
    std::mutex entering;
    std::uintptr_t used = 0; // under the lock
};

// Constant-initialised and never destroyed: a host may hold handles until its last moment.
constinit handle_table handles;

place* place_of(std::uintptr_t handle) noexcept {
    const std::uintptr_t index = (handle & index_mask) - 1;
    if (handle == 0 || index >= most_places) return nullptr;
    place* const block = handles.blocks[block_of(index)].load(std::memory_order_acquire);
    return block == nullptr ? nullptr : block + (index - block_begin(block_of(index)));
}

/// A free place, with the lock held.
place& take_place() {
    place* head = handles.free.load(std::memory_order_acquire);
    while (head != nullptr)
        if (handles.free.compare_exchange_weak(head, head->next_free, std::memory_order_acquire))
            return *head;
    if (handles.used >= most_places) throw error(errc::limit_exceeded, "too many handles are alive");
    const std::size_t block = block_of(handles.used);
    if (handles.used == block_begin(block))
        // Never given back: that a stale handle can be told from a live one rests on it.
        handles.blocks[block].store(std::make_unique<place[]>(block_size(block)).release(),
                                    std::memory_order_release);
    place& p = handles.blocks[block].load(std::memory_order_relaxed)[handles.used - block_begin(block)];
    p.index = handles.used++;
    return p;
}

} // namespace

std::uintptr_t enter(noun what, void* object) {
    const std::lock_guard lock(handles.entering);
    place& p = take_place();
    p.object.store(object, std::memory_order_relaxed);
    const std::uint64_t generation = generation_of(p.tag.load(std::memory_order_relaxed));
    p.tag.store(tag_of(generation, what), std::memory_order_release);
    handles.live.fetch_add(1, std::memory_order_relaxed);
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
    handles.live.fetch_sub(1, std::memory_order_relaxed);
    p->next_free = handles.free.load(std::memory_order_relaxed);
    while (!handles.free.compare_exchange_weak(p->next_free, p, std::memory_order_release,
                                               std::memory_order_relaxed)) {
    }
    return object;
}

std::int64_t live_count() noexcept {
    return handles.live.load(std::memory_order_relaxed);
}

} // namespace comity::capi
