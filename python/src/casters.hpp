#pragma once

#include <comity/error.hpp>

#include <pybind11/cast.h>

#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

// How texts and numbers come in and go out. An argument of the wrong type is answered with what was expected
// and what was given: pybind11 would list signatures of this module, which no caller knows. And texts go out
// whatever bytes a damaged file holds. It comes before all other headers of pybind11, which use these casters
// too.

namespace comity::python {

/// A text as Python has it, with bytes that are no UTF-8 written out: what files hold, and messages that
/// quote it, is not certain to be UTF-8.
[[nodiscard]] inline pybind11::str readable(std::string_view text) {
    PyObject* decoded =
        PyUnicode_DecodeUTF8(text.data(), static_cast<pybind11::ssize_t>(text.size()), "backslashreplace");
    if (decoded == nullptr) throw pybind11::error_already_set();
    return pybind11::reinterpret_steal<pybind11::str>(decoded);
}

/// Python's error for an argument that is not what was expected.
[[nodiscard]] inline pybind11::type_error refusal(const std::string& expected, pybind11::handle given) {
    return pybind11::type_error("expected " + expected + ", not " + Py_TYPE(given.ptr())->tp_name);
}

/// The text of a Python str, which it lives as long as. Throws type_error for anything else;
/// error(invalid_argument) for surrogates, which are no characters.
[[nodiscard]] inline std::string_view text_of(pybind11::handle given) {
    if (PyUnicode_Check(given.ptr()) == 0) throw refusal("a text", given);
    pybind11::ssize_t size = 0;
    if (const char* const bytes = PyUnicode_AsUTF8AndSize(given.ptr(), &size); bytes != nullptr)
        return {bytes, static_cast<std::size_t>(size)};
    PyErr_Clear();
    throw error(errc::invalid_argument, "the text " + std::string(text_of(pybind11::repr(given))) +
                                            " holds surrogates, which are no characters");
}

} // namespace comity::python

namespace pybind11::detail {

template <class Text, bool View>
class text_caster : public string_caster<Text, View> { // which that of a single character builds upon
public:
    bool load(handle given, bool /*convert*/) {
        this->value = comity::python::text_of(given);
        return true;
    }
    static handle cast(std::string_view text, return_value_policy, handle) {
        return comity::python::readable(text).release();
    }
};
template <>
class type_caster<std::string> : public text_caster<std::string, false> {};
template <>
class type_caster<std::string_view> : public text_caster<std::string_view, true> {};

template <class Number>
class whole_number_caster {
    using limits = std::numeric_limits<Number>;
    using widest = std::conditional_t<std::is_signed_v<Number>, long long, unsigned long long>;

public:
    PYBIND11_TYPE_CASTER(Number, const_name("int"));
    bool load(handle given, bool /*convert*/) {
        const auto whole = reinterpret_steal<object>(PyNumber_Index(given.ptr()));
        if (!whole) {
            PyErr_Clear();
            throw comity::python::refusal("a whole number", given);
        }
        widest number{};
        if constexpr (std::is_signed_v<Number>)
            number = PyLong_AsLongLong(whole.ptr());
        else
            number = PyLong_AsUnsignedLongLong(whole.ptr());
        const bool too_wide = PyErr_Occurred() != nullptr;
        PyErr_Clear();
        if (too_wide || number < limits::min() || number > limits::max())
            throw comity::error(comity::errc::invalid_argument,
                                std::string("expected a whole number ") +
                                    (std::is_signed_v<Number> ? "" : "from 0 on ") + "that fits in " +
                                    std::to_string(8 * sizeof(Number)) + " bits, not " +
                                    std::string(comity::python::text_of(repr(whole))));
        value = static_cast<Number>(number);
        return true;
    }
    static handle cast(Number number, return_value_policy, handle) {
        return std::is_signed_v<Number> ? PyLong_FromLongLong(static_cast<long long>(number))
                                        : PyLong_FromUnsignedLongLong(number);
    }
};
template <>
class type_caster<unsigned> : public whole_number_caster<unsigned> {};
template <>
class type_caster<unsigned long> : public whole_number_caster<unsigned long> {};
template <>
class type_caster<unsigned long long> : public whole_number_caster<unsigned long long> {};
template <>
class type_caster<long> : public whole_number_caster<long> {};
template <>
class type_caster<long long> : public whole_number_caster<long long> {};

template <>
class type_caster<double> {
public:
    PYBIND11_TYPE_CASTER(double, const_name("float"));
    bool load(handle given, bool /*convert*/) {
        value = PyFloat_AsDouble(given.ptr());
        if (PyErr_Occurred() == nullptr) return true;
        PyErr_Clear();
        throw comity::python::refusal("a number", given);
    }
    static handle cast(double number, return_value_policy, handle) { return PyFloat_FromDouble(number); }
};

} // namespace pybind11::detail
