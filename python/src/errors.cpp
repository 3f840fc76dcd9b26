#include "bindings.hpp"

#include <comity/error.hpp>
#include <comity/history/finding.hpp>
#include <comity/time/date_error.hpp>

namespace comity::python {

namespace {

/// Python's classes of exceptions are written in Python: comity.errors makes the one that fits.
void raise(const error& e, const py::object& detail) {
    const py::object made = py::module_::import("comity.errors")
                                .attr("_of_core")(static_cast<int>(e.code()), readable(e.what()), detail);
    PyErr_SetObject(py::type::handle_of(made).ptr(), made.ptr());
}

void raise(const date_error& e) {
    raise(e,
          py::make_tuple(readable(e.text()), characters_in(e.text(), e.position()), readable(e.expected())));
}

void raise(const findings_error& e) {
    py::list findings;
    for (const finding& f : e.findings())
        findings.append(py::make_tuple(to_string(f.level), f.code, readable(f.subject), readable(f.place),
                                       readable(f.message)));
    raise(e, findings);
}

} // namespace

void set_python_error() noexcept {
    try {
        try {
            throw;
        } catch (const date_error& e) {
            raise(e);
        } catch (const findings_error& e) {
            raise(e);
        } catch (const error& e) {
            raise(e, py::none());
        }
    } catch (py::error_already_set& e) {
        e.restore();
    } catch (const py::builtin_exception& e) {
        e.set_error();
    } catch (const std::bad_alloc&) {
        PyErr_NoMemory();
    } catch (const std::exception& e) {
        PyErr_SetString(PyExc_RuntimeError, e.what());
    }
}

std::size_t characters_in(std::string_view text, std::size_t bytes) noexcept {
    std::size_t count = 0;
    for (const char c : text.substr(0, bytes)) count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    return count;
}

void register_errors(py::module_&) {
    py::register_exception_translator([](std::exception_ptr thrown) {
        try {
            if (thrown) std::rethrow_exception(thrown);
        } catch (const error&) {
            set_python_error();
        }
    });
}

} // namespace comity::python
