#include "facts.hpp"
#include "known_ids.hpp"
#include "native_type.hpp"
#include "numpy_array.hpp"

#include <comity/view/neighbours.hpp>
#include <comity/view/view.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

// The type View: what is asked of a view by the million. The rest of its methods: view.cpp.

namespace comity::python {

namespace {

using type = native_type<view>;

PyTypeObject* count_class = &PyTuple_Type; ///< comity.Count, a tuple of two

/// What may be given where a day is wanted, as text.
class given_day {
public:
    explicit given_day(PyObject* day)
        : text_(PyUnicode_Check(day) != 0
                    ? py::reinterpret_borrow<py::object>(day)
                    : py::module_::import("comity.dates").attr("day_text")(py::handle(day))) {}
    [[nodiscard]] std::string_view text() const { return text_of(text_); }

private:
    py::object text_;
};

PyObject* new_count(const count& c) {
    const auto made = py::reinterpret_steal<py::object>(count_class->tp_alloc(count_class, 2));
    if (!made) throw py::error_already_set();
    py::ssize_t at = 0;
    for (const std::size_t n : {c.certain, c.possible}) {
        PyObject* const number = PyLong_FromSize_t(n);
        if (number == nullptr) throw py::error_already_set();
        PyTuple_SET_ITEM(made.ptr(), at++, number);
    }
    return made.inc_ref().ptr();
}

/// How many `ask` finds; other threads run meanwhile, since it may have to go through all relations.
template <count (view::*Ask)() const>
PyObject* counted(PyObject* self, void*) noexcept {
    return answered([self] {
        count c;
        {
            const py::gil_scoped_release release;
            c = (type::in(self).*Ask)();
        }
        return new_count(c);
    });
}

template <view (view::*Look)(std::string_view) const>
PyObject* looking(PyObject* self, PyObject* const* given, py::ssize_t count, PyObject* words) noexcept {
    return answered([=] {
        const auto [day] = arguments<1>({"day"}, 1, 1, given, count, words);
        return type::holding((type::in(self).*Look)(given_day(day).text()));
    });
}

PyObject* through_types(PyObject* self, PyObject* const* given, py::ssize_t count) noexcept {
    return answered([=] {
        const view& v = type::in(self);
        std::vector<relation_type> types(static_cast<std::size_t>(count));
        for (std::size_t i = 0; i < types.size(); ++i)
            types[i] = v.history().schema().relation_type_named(text_of(given[i]));
        return type::holding(v.types(types));
    });
}

PyObject* certainly(PyObject* self, PyObject*) noexcept {
    return answered([self] { return type::holding(type::in(self).certain()); });
}

node_id node_given(const history& h, PyObject* which) {
    if (PyUnicode_Check(which) != 0) return h[text_of(which)].number();
    const py::object raw = py::getattr(which, "_raw", py::none());
    if (!py::isinstance<node>(raw)) throw refusal("a node or its id", which);
    return node_of(h, raw.cast<node>()).number();
}

/// What `neighbours` and `neighbour_numbers` are asked.
neighbour_lists neighbours_found(const view& v, PyObject* const* given, py::ssize_t count, PyObject* words) {
    const auto [which, type_name, into] = arguments<3>({"node", "type", "into"}, 1, 2, given, count, words);
    const node_id n = node_given(v.history(), which);
    std::optional<relation_type> t;
    if (type_name != nullptr && type_name != Py_None)
        t = v.history().schema().relation_type_named(text_of(type_name));
    const int in = into == nullptr ? 0 : PyObject_IsTrue(into);
    if (in < 0) throw py::error_already_set();
    return in != 0 ? in_neighbours(v, {&n, 1}, t, asking::whether)
                   : out_neighbours(v, {&n, 1}, t, asking::whether);
}

PyObject* neighbour_ids(PyObject* self, PyObject* const* given, py::ssize_t count, PyObject* words) noexcept {
    return answered([=] {
        const view& v = type::in(self);
        const neighbour_lists found = neighbours_found(v, given, count, words);
        known_ids& known = known_ids::of(v.history());
        py::list ids(found.nodes.size());
        for (std::size_t i = 0; i < found.nodes.size(); ++i)
            PyList_SET_ITEM(ids.ptr(), static_cast<py::ssize_t>(i),
                            py::object(known.text(v.history(), found.nodes[i])).release().ptr());
        return ids.release().ptr();
    });
}

PyObject* neighbour_numbers(PyObject* self, PyObject* const* given, py::ssize_t count,
                            PyObject* words) noexcept {
    return answered([=] {
        const std::vector<std::uint32_t> nodes = neighbours_found(type::in(self), given, count, words).nodes;
        // Numbers of nodes are of 32 bits with a sign in Python, as the codes of columns are.
        const auto* const numbers = reinterpret_cast<const std::int32_t*>(nodes.data());
        return own_array(std::span(numbers, nodes.size())).release().ptr();
    });
}

template <class Function>
PyCFunction as_method(Function* function) {
    return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(function));
}

PyMethodDef methods[] = {
    {"at", as_method(&looking<&view::at>), METH_FASTCALL | METH_KEYWORDS,
     R"(at($self, day)
--

What holds on that day; of acts, what happened on it.

A day of reduced precision (``"2012"``) means one unknown day of it: possible is what may hold on some day
of it, certain what holds on every day. For what happened in 2012 use ``window("2012")``.

Raises
------
DateError
    If `day` is not EDTF.
InvalidArgumentError
    If it is not one range of days, or this view has a time selector already.)"},
    {"by", as_method(&looking<&view::by>), METH_FASTCALL | METH_KEYWORDS,
     R"(by($self, day)
--

Everything begun by that day, ended or not: the accumulated record, not a roster.)"},
    {"types", as_method(&through_types), METH_FASTCALL,
     R"(types($self, *types)
--

Only relations of these types. Nodes are not affected.)"},
    {"certain", &certainly, METH_NOARGS,
     R"(certain($self)
--

Only what is certain.)"},
    {"neighbours", as_method(&neighbour_ids), METH_FASTCALL | METH_KEYWORDS,
     R"(neighbours($self, node, type=None, *, into=False)
--

The ids of the nodes to which relations lead from `node`: one for each relation, by type and begin.

Parameters
----------
node : Node or str
    The node or its id.
type : str, optional
    Only along relations of this type.
into : bool, optional
    Where relations come from that come in to `node` instead.

Examples
--------
>>> import comity
>>> "sco" in comity.datasets.sco().at("2012").neighbours("china", "member-of")
True)"},
    {"neighbour_numbers", as_method(&neighbour_numbers), METH_FASTCALL | METH_KEYWORDS,
     R"(neighbour_numbers($self, node, type=None, *, into=False)
--

The same as `neighbours`, as an array of the numbers of the nodes: sooner made and sooner worked on.

Node number ``n`` is the ``n``-th of ``list(history)``, as in the columns of tables.

Examples
--------
>>> import comity
>>> sco = comity.datasets.sco()
>>> ids = list(sco)
>>> "sco" in {ids[n] for n in sco.at("2012").neighbour_numbers("china", "member-of")}
True)"},
    {},
};

PyGetSetDef properties[] = {
    {"node_count", &counted<&view::node_count>, nullptr,
     "How many nodes it certainly and how many it possibly shows.", nullptr},
    {"relation_count", &counted<&view::relation_count>, nullptr,
     "How many relations it certainly and how many it possibly shows.", nullptr},
    {},
};

} // namespace

const view* view_in(py::handle object) noexcept {
    return type::is(object.ptr()) ? &type::in(object.ptr()) : nullptr;
}

py::handle new_object(view v) {
    return type::holding(std::move(v));
}

void register_view_type(py::module_& m) {
    type::define(m, "View", "A view as the module knows it: what comity.View is made of.", methods,
                 properties);
    m.def(
        "hand_out",
        [](const py::type& view_class, const py::type& counts) {
            type::hand_out_as(view_class);
            count_class = reinterpret_cast<PyTypeObject*>(counts.inc_ref().ptr());
        },
        py::arg("view"), py::arg("count"));
}

} // namespace comity::python
