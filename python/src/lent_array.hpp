#pragma once

#include "bindings.hpp"

#include <pybind11/numpy.h>

#include <cstddef>
#include <memory>
#include <utility>

namespace comity::python {

/// Memory of the library's as a NumPy array that nobody can write to and that keeps its owner alive.
template <class T>
[[nodiscard]] py::array lent_array(std::shared_ptr<const void> owner, const void* data, std::size_t size) {
    using owner_type = std::shared_ptr<const void>;
    auto kept = std::make_unique<owner_type>(std::move(owner));
    const py::capsule base(kept.get(), [](void* p) { delete static_cast<owner_type*>(p); });
    kept.release(); // the capsule's now
    // No header of NumPy is needed, and no width is asked of it, so that one build serves all its versions.
    py::array numbers(py::dtype::of<T>(), {size}, {sizeof(T)}, data, base);
    py::detail::array_proxy(numbers.ptr())->flags &= ~py::detail::npy_api::NPY_ARRAY_WRITEABLE_;
    return numbers;
}

} // namespace comity::python
