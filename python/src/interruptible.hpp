#pragma once

#include <comity/progress.hpp>

#include <pybind11/pybind11.h>

#include <string_view>
#include <utility>

namespace comity::python {

/// Calls `tell(done, stage)`, unless it is None, and looks for Ctrl-C, from a thread that has let go of the
/// interpreter's lock.
[[nodiscard]] inline progress interruptible(pybind11::object tell) {
    return [tell = std::move(tell)](double done, std::string_view stage) {
        const pybind11::gil_scoped_acquire lock;
        if (PyErr_CheckSignals() != 0) throw pybind11::error_already_set();
        if (tell.is_none()) return true;
        const pybind11::object go_on = tell(done, pybind11::str(stage.data(), stage.size()));
        return go_on.is_none() || go_on.cast<bool>();
    };
}

} // namespace comity::python
