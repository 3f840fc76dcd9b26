#pragma once

#include <comity/progress.hpp>

#include <pybind11/pybind11.h>

#include <memory>
#include <string_view>

namespace comity::python {

/// Calls `tell(done, stage)`, unless it is None, and looks for Ctrl-C, from a thread that has let go of the
/// interpreter's lock. What is returned may be copied and let go of without the lock.
[[nodiscard]] inline progress interruptible(pybind11::handle tell) {
    const pybind11::gil_scoped_acquire lock;
    const auto let_go = [](pybind11::object* held) {
        const pybind11::gil_scoped_acquire again;
        delete held;
    };
    const std::shared_ptr<pybind11::object> shared(
        new pybind11::object(pybind11::reinterpret_borrow<pybind11::object>(tell)), let_go);
    return [shared](double done, std::string_view stage) {
        const pybind11::gil_scoped_acquire again;
        if (PyErr_CheckSignals() != 0) throw pybind11::error_already_set();
        if (shared->is_none()) return true;
        const pybind11::object go_on = (*shared)(done, pybind11::str(stage.data(), stage.size()));
        return go_on.is_none() || go_on.cast<bool>();
    };
}

} // namespace comity::python
