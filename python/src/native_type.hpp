#pragma once

#include "bindings.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <new>
#include <string>
#include <utility>

// Types of CPython's own. pybind11 finds the function for each call, converts each argument and enters each
// object that it makes into a table, which together takes several times as long as a small question does. So
// what is asked by the million is made here as CPython asks for it; for all else there is pybind11.

namespace comity::python {

/// What `answer` returns; what it throws becomes Python's error, and nothing is returned.
template <class Answer>
PyObject* answered(Answer&& answer) noexcept {
    try {
        return answer();
    } catch (...) {
        set_python_error();
        return nullptr;
    }
}

/// What a call gave for each of `names`, null where it gave nothing; the first `positional` of them may come
/// without their names, and the first `required` must come. Throws what Python throws of a call that does not
/// fit.
template <std::size_t N>
[[nodiscard]] std::array<PyObject*, N> arguments(const std::array<const char*, N>& names,
                                                 std::size_t required, std::size_t positional,
                                                 PyObject* const* given, py::ssize_t count, PyObject* words) {
    std::array<PyObject*, N> found{};
    const auto unnamed = static_cast<std::size_t>(count);
    if (unnamed > positional)
        throw py::type_error("expected at most " + std::to_string(positional) + " unnamed arguments, got " +
                             std::to_string(unnamed));
    std::copy_n(given, unnamed, found.begin());
    const py::ssize_t named = words == nullptr ? 0 : PyTuple_GET_SIZE(words);
    for (py::ssize_t i = 0; i < named; ++i) {
        PyObject* const word = PyTuple_GET_ITEM(words, i);
        std::size_t at = 0;
        while (at < N && PyUnicode_CompareWithASCIIString(word, names[at]) != 0) ++at;
        if (at == N) throw py::type_error("got an unexpected argument '" + py::cast<std::string>(word) + "'");
        if (found[at] != nullptr)
            throw py::type_error("got two values for the argument '" + std::string(names[at]) + "'");
        found[at] = given[count + i];
    }
    for (std::size_t i = 0; i < required; ++i)
        if (found[i] == nullptr) throw py::type_error("lacks the argument '" + std::string(names[i]) + "'");
    return found;
}

/// A type whose objects hold a `T` in place, and which classes of Python may inherit from. Objects that the
/// module makes are of the class that `hand_out_as` names.
template <class T>
class native_type {
public:
    /// Makes the type, as `name` in the module `m`; both lists end with an empty entry and live on.
    static void define(py::module_& m, const char* name, const char* doc, PyMethodDef* methods,
                       PyGetSetDef* properties) {
        std::array<PyType_Slot, 6> slots{{{Py_tp_doc, const_cast<char*>(doc)},
                                          {Py_tp_new, reinterpret_cast<void*>(&refuse)},
                                          {Py_tp_dealloc, reinterpret_cast<void*>(&let_go)},
                                          {Py_tp_methods, methods},
                                          {Py_tp_getset, properties},
                                          {0, nullptr}}};
        static const std::string full_name = "comity._core." + std::string(name); // the type keeps it
        PyType_Spec spec{full_name.c_str(), static_cast<int>(sizeof(object)), 0,
                         Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots.data()};
        const auto made = py::reinterpret_steal<py::object>(PyType_FromSpec(&spec));
        if (!made) throw py::error_already_set();
        base_ = reinterpret_cast<PyTypeObject*>(made.inc_ref().ptr());
        handed_out_ = base_;
        m.attr(name) = made;
    }
    [[nodiscard]] static py::handle base() { return reinterpret_cast<PyObject*>(base_); }

    /// From now on objects are made of `type`, a class that inherits from this one. Its `__init__` is not
    /// called.
    static void hand_out_as(const py::type& type) {
        auto* const given = reinterpret_cast<PyTypeObject*>(type.ptr());
        if (PyType_IsSubtype(given, base_) == 0)
            throw py::type_error("expected a class that inherits from " + std::string(base_->tp_name));
        handed_out_ = reinterpret_cast<PyTypeObject*>(type.inc_ref().ptr());
    }

    [[nodiscard]] static bool is(PyObject* o) noexcept { return PyObject_TypeCheck(o, base_) != 0; }
    /// What an object of this type holds.
    [[nodiscard]] static const T& in(PyObject* o) noexcept { return reinterpret_cast<object*>(o)->value; }
    /// A new object that holds `value`.
    [[nodiscard]] static PyObject* holding(T value) {
        PyObject* const made = handed_out_->tp_alloc(handed_out_, 0);
        if (made == nullptr) throw py::error_already_set();
        new (&reinterpret_cast<object*>(made)->value) T(std::move(value));
        return made;
    }

private:
    struct object {
        PyObject_HEAD T value;
    };

    static PyObject* refuse(PyTypeObject* type, PyObject*, PyObject*) noexcept {
        return PyErr_Format(PyExc_TypeError, "a %s can't be made by itself: ask a history for one",
                            type->tp_name);
    }
    static void let_go(PyObject* self) noexcept {
        PyTypeObject* const type = Py_TYPE(self);
        reinterpret_cast<object*>(self)->value.~T();
        type->tp_free(self);
        Py_DECREF(type);
    }

    inline static PyTypeObject* base_ = nullptr;
    inline static PyTypeObject* handed_out_ = nullptr;
};

/// A method that pybind11 makes, of a type that it did not.
template <class Function, class... Extra>
void add_method(py::handle type, const char* name, Function&& function, const Extra&... extra) {
    py::setattr(type, name,
                py::cpp_function(std::forward<Function>(function), py::name(name), py::is_method(type),
                                 py::sibling(py::getattr(type, name, py::none())), extra...));
}

} // namespace comity::python
