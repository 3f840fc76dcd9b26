#pragma once

#include "bindings.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace comity::python {

/// Memory lent to whoever speaks Python's buffer protocol: NumPy, memoryview, Arrow. It keeps its owner
/// alive, and no header of NumPy is needed, so that one build serves all its versions.
struct lent_buffer {
    std::shared_ptr<const void> owner;
    const void* data;
    std::size_t size;
    std::size_t item_size;
    const char* format;

    [[nodiscard]] py::buffer_info info() const {
        static const std::int64_t nothing = 0; // an exporter may not answer null, not even for no items
        const auto stride = static_cast<py::ssize_t>(item_size);
        constexpr bool readonly = true;
        return {const_cast<void*>(data != nullptr ? data : &nothing), // readonly: nobody writes
                stride,
                format,
                1,
                {static_cast<py::ssize_t>(size)},
                {stride},
                readonly};
    }
};

} // namespace comity::python
