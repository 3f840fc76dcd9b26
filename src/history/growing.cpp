#include <comity/history/detail/growing.hpp>

#include "pages.hpp"
#include "watched.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>

namespace comity::detail {
namespace {

#if COMITY_WATCHED

void* take_line(std::size_t bytes) {
    return ::operator new (bytes, std::align_val_t{column_alignment});
}

void give_back_line(void* line) noexcept {
    ::operator delete (line, std::align_val_t{column_alignment});
}

#else

/// What `new` gives is aligned too little, and to ask it for more takes several times as long as to move up
/// to the next line and to keep in front of it where the memory began.
void* take_line(std::size_t bytes) {
    void* const memory = ::operator new(bytes + column_alignment);
    const std::size_t past = reinterpret_cast<std::uintptr_t>(memory) % column_alignment;
    std::byte* const line = static_cast<std::byte*>(memory) + (column_alignment - past);
    std::memcpy(line - sizeof memory, &memory, sizeof memory);
    return line;
}

void give_back_line(void* line) noexcept {
    void* memory = nullptr;
    std::memcpy(&memory, static_cast<std::byte*>(line) - sizeof memory, sizeof memory);
    ::operator delete(memory);
}

static_assert(__STDCPP_DEFAULT_NEW_ALIGNMENT__ >= sizeof(void*) &&
              __STDCPP_DEFAULT_NEW_ALIGNMENT__ < column_alignment);

#endif

} // namespace

void* take_column(std::size_t bytes) {
    return bytes >= worth_pages ? take_pages(bytes) : take_line(bytes);
}

void give_back_column(void* memory, std::size_t bytes) noexcept {
    bytes >= worth_pages ? give_back_pages(memory, bytes) : give_back_line(memory);
}

} // namespace comity::detail
