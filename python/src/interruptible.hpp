#pragma once

#include <comity/progress.hpp>

#include <pybind11/pybind11.h>

#include <memory>
#include <string_view>
#include <utility>

namespace comity::python {

/// Throws what Ctrl-C raises, if it was pressed.
inline void heed_interrupts() {
    if (PyErr_CheckSignals() != 0) throw pybind11::error_already_set();
}

/// Calls `tell(done, stage)`, unless it is None, and looks for Ctrl-C, from a thread that has let go of the
/// interpreter's lock. What is returned may be copied and let go of without the lock.
[[nodiscard]] inline progress interruptible(pybind11::handle tell) {
    if (tell.is_none())
        return [](double, std::string_view) {
            const pybind11::gil_scoped_acquire lock;
            heed_interrupts();
            return true;
        };
    const pybind11::gil_scoped_acquire lock;
    const auto let_go = [](pybind11::object* held) {
        const pybind11::gil_scoped_acquire again;
        delete held;
    };
    const std::shared_ptr<pybind11::object> shared(
        new pybind11::object(pybind11::reinterpret_borrow<pybind11::object>(tell)), let_go);
    return [shared](double done, std::string_view stage) {
        const pybind11::gil_scoped_acquire again;
        heed_interrupts();
        const pybind11::object go_on = (*shared)(done, pybind11::str(stage.data(), stage.size()));
        return go_on.is_none() || go_on.cast<bool>();
    };
}

/// What `work(tell)` returns, which runs without the interpreter's lock and can be interrupted.
template <class Work>
decltype(auto) interruptibly(pybind11::handle tell, Work&& work) {
    const progress p = interruptible(tell);
    const pybind11::gil_scoped_release release;
    return std::forward<Work>(work)(p);
}

} // namespace comity::python
