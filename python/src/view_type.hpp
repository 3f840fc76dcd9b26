#pragma once

#include <comity/view/view.hpp>

#include <pybind11/pybind11.h>

#include <type_traits>
#include <utility>

namespace comity::python {

/// What an object holds if it is a view, else null.
[[nodiscard]] const view* view_in(pybind11::handle object) noexcept;

/// A new object that holds `v`, as Python's class of views.
[[nodiscard]] pybind11::handle new_object(view v);

} // namespace comity::python

namespace pybind11::detail {

/// Views are of a type that pybind11 did not make (native_type.hpp says why), but its functions take and
/// return them all the same.
template <>
class type_caster<comity::view> {
public:
    static constexpr auto name = const_name("View");
    template <class Parameter>
    using cast_op_type = std::conditional_t<std::is_pointer_v<std::remove_reference_t<Parameter>>,
                                            const comity::view*, const comity::view&>;

    bool load(handle from, bool /*convert*/) noexcept {
        value_ = comity::python::view_in(from);
        return value_ != nullptr;
    }
    explicit operator const comity::view&() const noexcept { return *value_; }
    explicit operator const comity::view*() const noexcept { return value_; }

    static handle cast(comity::view v, return_value_policy, handle) {
        return comity::python::new_object(std::move(v));
    }

private:
    const comity::view* value_ = nullptr;
};

} // namespace pybind11::detail
