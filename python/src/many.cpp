#include "facts.hpp"
#include "interruptible.hpp"

#include <comity/error.hpp>
#include <comity/io/edges.hpp>
#include <comity/view/counts.hpp>
#include <comity/view/neighbours.hpp>

#include <pybind11/stl.h>

#include <algorithm>

namespace comity::python {

namespace {

// Many relations, days or nodes asked about in one call.

/// Of fewer relations a table of edges is there before anybody has pressed Ctrl-C, and often in less time
/// than it takes to ask for that.
constexpr std::size_t worth_asking = std::size_t{1} << 20;

/// Whole numbers of 64 bits that lie together.
std::span<const std::int64_t> integers_in(const py::buffer_info& info) {
    if (info.ndim != 1 || info.itemsize != sizeof(std::int64_t) ||
        (info.size > 1 && info.strides[0] != sizeof(std::int64_t)))
        throw error(errc::invalid_argument, "that is not one row of whole numbers");
    return {static_cast<const std::int64_t*>(info.ptr), static_cast<std::size_t>(info.size)};
}

std::vector<day> single_days(const std::vector<std::string>& texts) {
    std::vector<day> days;
    days.reserve(texts.size());
    for (const std::string& text : texts) {
        const auto [first, last] = days_of(text);
        if (first != last)
            throw error(errc::invalid_argument, "'" + text + "' is not one day; expected single days");
        days.push_back(first);
    }
    return days;
}

std::vector<day> numbered_days(const py::buffer& numbers) {
    const py::buffer_info info = numbers.request();
    std::vector<day> days;
    days.reserve(static_cast<std::size_t>(info.size));
    for (const std::int64_t n : integers_in(info)) days.emplace_back(n);
    return days;
}

table counts_on(const view& v, const std::vector<day>& days, bool by) {
    const py::gil_scoped_release release;
    return counts_table(days, by ? relation_counts_by(v, days) : relation_counts_at(v, days));
}

std::vector<node_id> numbers_of(const history& h, const std::vector<std::string>& ids) {
    std::vector<node_id> numbers;
    numbers.reserve(ids.size());
    for (const std::string& id : ids) numbers.push_back(h[id].number());
    return numbers;
}

std::vector<node_id> numbers_in(const history& h, const py::buffer& given) {
    const py::buffer_info info = given.request();
    const std::span<const std::int64_t> integers = integers_in(info);
    std::vector<node_id> numbers(integers.size());
    std::uint64_t most = 0; // a negative one is above all others
    for (std::size_t i = 0; i < integers.size(); ++i) {
        most = std::max(most, static_cast<std::uint64_t>(integers[i]));
        numbers[i] = node_id{static_cast<std::uint32_t>(integers[i])};
    }
    if (!numbers.empty() && most >= h.node_count())
        throw error(errc::invalid_argument,
                    "there is no node number " + std::to_string(static_cast<std::int64_t>(most)));
    return numbers;
}

std::optional<relation_type> type_named(const view& v, const std::optional<std::string_view>& name) {
    if (!name) return std::nullopt;
    return v.history().schema().relation_type_named(*name);
}

table neighbours_of(const view& v, const std::vector<node_id>& nodes,
                    const std::optional<std::string_view>& type, bool in,
                    const std::vector<std::string>& columns) {
    const auto t = type_named(v, type);
    const py::gil_scoped_release release;
    const std::vector<std::string_view> wanted(columns.begin(), columns.end());
    const asking asked = asking_for(wanted);
    return neighbours_table(v.history(), nodes,
                            in ? in_neighbours(v, nodes, t, asked) : out_neighbours(v, nodes, t, asked),
                            wanted);
}

} // namespace

void register_many(py::module_& m) {
    m.def(
        "edges",
        [](const view& v, const std::optional<std::string_view>& type,
           const std::vector<std::string>& columns, const py::object& tell) {
            const auto t = type_named(v, type);
            const std::vector<std::string_view> wanted(columns.begin(), columns.end());
            const auto list = [&](const progress& p) { return edges_table(v, t, wanted, p); };
            if (!tell.is_none() || v.history().relation_count() >= worth_asking)
                return interruptibly(tell, list);
            const py::gil_scoped_release release;
            return list({});
        },
        py::arg("view"), py::arg("type"), py::arg("columns"), py::arg("progress"));
    m.def(
        "relation_counts",
        [](const view& v, const std::vector<std::string>& days, bool by) {
            return counts_on(v, single_days(days), by);
        },
        py::arg("view"), py::arg("days"), py::arg("by"));
    m.def(
        "relation_counts_numbered",
        [](const view& v, const py::buffer& days, bool by) { return counts_on(v, numbered_days(days), by); },
        py::arg("view"), py::arg("days"), py::arg("by"));
    m.def(
        "neighbours_of",
        [](const view& v, const std::vector<std::string>& ids, const std::optional<std::string_view>& type,
           bool in, const std::vector<std::string>& columns) {
            return neighbours_of(v, numbers_of(v.history(), ids), type, in, columns);
        },
        py::arg("view"), py::arg("ids"), py::arg("type"), py::arg("into"), py::arg("columns"));
    m.def(
        "neighbours_of_numbered",
        [](const view& v, const py::buffer& numbers, const std::optional<std::string_view>& type, bool in,
           const std::vector<std::string>& columns) {
            return neighbours_of(v, numbers_in(v.history(), numbers), type, in, columns);
        },
        py::arg("view"), py::arg("numbers"), py::arg("type"), py::arg("into"), py::arg("columns"));
}

} // namespace comity::python
