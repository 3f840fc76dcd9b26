#pragma once

#include "bindings.hpp"

#include <pybind11/numpy.h>

#include <cstring>
#include <memory>
#include <span>
#include <utility>

// Arrays of numbers for NumPy. No header of NumPy is needed, so that one build serves all its versions; and
// it is asked directly, since pybind11's own class works out lists of shapes and strides before it does that.

namespace comity::python {

/// An array over `numbers`, which must live as long as it does and can't be written to through it; with
/// memory of its own where there are none, and then not filled.
template <class T>
[[nodiscard]] py::array array_over(const T* numbers, std::size_t size) {
    using py::detail::npy_api;
    const npy_api& numpy = npy_api::get();
    auto length = static_cast<Py_intptr_t>(size);
    const int flags = numbers == nullptr ? 0 : npy_api::NPY_ARRAY_C_CONTIGUOUS_ | npy_api::NPY_ARRAY_ALIGNED_;
    PyObject* const made =
        numpy.PyArray_NewFromDescr_(numpy.PyArray_Type_, py::dtype::of<T>().release().ptr(), 1, &length,
                                    nullptr, const_cast<T*>(numbers), flags, nullptr);
    if (made == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::array>(made);
}

/// Memory of the library's as an array that nobody can write to and that keeps its owner alive.
template <class T>
[[nodiscard]] py::array lent_array(std::shared_ptr<const void> owner, const void* data, std::size_t size) {
    using owner_type = std::shared_ptr<const void>;
    py::array lent = array_over(static_cast<const T*>(data), size);
    auto kept = std::make_unique<owner_type>(std::move(owner));
    py::capsule base(kept.get(), [](void* p) { delete static_cast<owner_type*>(p); });
    static_cast<void>(kept.release()); // the capsule's now
    if (py::detail::npy_api::get().PyArray_SetBaseObject_(lent.ptr(), base.release().ptr()) != 0)
        throw py::error_already_set();
    return lent;
}

/// A copy that is the caller's own.
template <class T>
[[nodiscard]] py::array own_array(std::span<const T> numbers) {
    py::array own = array_over(static_cast<const T*>(nullptr), numbers.size());
    if (!numbers.empty()) std::memcpy(own.mutable_data(), numbers.data(), numbers.size_bytes());
    return own;
}

} // namespace comity::python
