#include "bindings.hpp"
#include "natures.hpp"

#include <comity/error.hpp>
#include <comity/time/allen.hpp>
#include <comity/time/lag.hpp>

#include <array>

namespace comity::python {

namespace {

std::string_view kind_name(date_kind k) {
    constexpr std::array<std::string_view, 8> names{"day",      "month",    "season", "year",
                                                    "datetime", "interval", "set",    "list"};
    return names[static_cast<std::size_t>(k)];
}

std::string_view precision_name(date_precision p) {
    constexpr std::array<std::string_view, 6> names{"none", "second", "day", "month", "season", "year"};
    return names[static_cast<std::size_t>(p)];
}

std::optional<std::string_view> mark(qualifier q) {
    switch (q) {
    case qualifier::uncertain:
        return "?";
    case qualifier::approximate:
        return "~";
    case qualifier::both:
        return "%";
    case qualifier::none:
        break;
    }
    return std::nullopt;
}

constexpr std::array<std::string_view, 3> season_policies{"northern", "southern", "whole-year"};

std::string_view season_policy_name(season_policy p) {
    return season_policies[static_cast<std::size_t>(p)];
}

season_policy season_policy_named(std::string_view name) {
    for (std::size_t i = 0; i < season_policies.size(); ++i)
        if (season_policies[i] == name) return static_cast<season_policy>(i);
    throw error(errc::invalid_argument,
                "seasons='" + std::string(name) + "': expected 'northern', 'southern' or 'whole-year'");
}

allen_set allen_set_named(const std::vector<std::string>& names) {
    allen_set wanted;
    for (const std::string& name : names) {
        bool found = false;
        for (unsigned i = 0; i < 13 && !found; ++i) {
            const auto r = static_cast<allen>(i);
            found = name == to_string(r);
            if (found) wanted = wanted | allen_set(r);
        }
        if (!found)
            throw error(errc::invalid_argument, "'" + name + "' is none of Allen's thirteen relations");
    }
    return wanted;
}

/// A text that Python could not write as UTF-8 holds a lone surrogate: no date, and it is said where.
date parse_date(const py::str& text, std::string_view seasons, bool hour_24) {
    const date_options options{season_policy_named(seasons), hour_24};
    py::ssize_t size = 0;
    const char* data = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
    if (data != nullptr) return date::parse({data, static_cast<std::size_t>(size)}, options);
    PyErr_Clear();
    const auto bytes =
        py::reinterpret_steal<py::bytes>(PyUnicode_AsEncodedString(text.ptr(), "utf-8", "surrogatepass"));
    if (!bytes) throw py::error_already_set();
    return date::parse(std::string(bytes), options);
}

using window_tuple = std::tuple<std::optional<std::string>, std::optional<std::string>>;

window_tuple iso_window(const date_window& w) {
    return {iso_day(w.first), iso_day(w.last)};
}

void register_date(py::module_& m) {
    py::class_<date>(m, "Date")
        .def(py::init(&parse_date), py::arg("text"), py::kw_only(), py::arg("seasons") = "northern",
             py::arg("hour_24") = false)
        .def_property_readonly("text", &date::text)
        .def_property_readonly("canonical", &date::canonical)
        .def_property_readonly("kind", [](const date& d) { return kind_name(d.kind()); })
        .def_property_readonly("precision", [](const date& d) { return precision_name(d.precision()); })
        .def_property_readonly("level", &date::level)
        .def_property_readonly("earliest", [](const date& d) { return iso_day(d.earliest()); })
        .def_property_readonly("latest", [](const date& d) { return iso_day(d.latest()); })
        .def_property_readonly("earliest_kind", [](const date& d) { return bound_name(d.earliest()); })
        .def_property_readonly("latest_kind", [](const date& d) { return bound_name(d.latest()); })
        .def_property_readonly("begin_window", [](const date& d) { return iso_window(d.begin_window()); })
        .def_property_readonly("end_window", [](const date& d) { return iso_window(d.end_window()); })
        .def_property_readonly("uncertain", &date::uncertain)
        .def_property_readonly("approximate", &date::approximate)
        .def_property_readonly("year_mark", [](const date& d) { return mark(d.year_marks()); })
        .def_property_readonly("month_mark", [](const date& d) { return mark(d.month_marks()); })
        .def_property_readonly("day_mark", [](const date& d) { return mark(d.day_marks()); })
        .def_property_readonly("contiguous", &date::contiguous)
        .def_property_readonly("seasons",
                               [](const date& d) { return season_policy_name(d.options().seasons); })
        .def_property_readonly("hour_24", [](const date& d) { return d.options().allow_hour_24; })
        .def("members",
             [](const date& d) {
                 std::vector<std::string> texts;
                 for (date_member& member : d.members()) texts.push_back(std::move(member.text));
                 return texts;
             })
        .def(
            "touches",
            [](const date& d, std::string_view days) {
                const auto [first, last] = days_of(days);
                return d.touches(first, last);
            },
            py::arg("days"))
        .def(
            "__eq__", [](const date& a, const date& b) { return a == b; }, py::is_operator())
        .def("__hash__", [](const date& d) { return py::hash(py::str(d.text())); });
}

using lag_tuple = std::tuple<std::optional<std::int64_t>, std::optional<std::int64_t>, bool>;

lag_tuple plain(const lag& l) {
    return {l.unbounded_below ? std::nullopt : std::optional(l.min),
            l.unbounded_above ? std::nullopt : std::optional(l.max), l.doubted};
}

edge edge_named(std::string_view name) {
    if (name == "begin") return edge::begin;
    if (name == "end") return edge::end;
    throw error(errc::invalid_argument, "'" + std::string(name) + "': expected 'begin' or 'end'");
}

void register_period(py::module_& m) {
    py::class_<period>(m, "Period")
        .def(py::init([](std::string_view text, std::string_view nature, bool ignore_marks) {
                 period_options options;
                 options.ignore_marks = ignore_marks;
                 return period::parse(text, nature_named(nature), options);
             }),
             py::arg("text"), py::arg("nature"), py::kw_only(), py::arg("ignore_marks") = false)
        .def_property_readonly("text", &period::text)
        .def_property_readonly("nature", [](const period& p) { return to_string(p.nature()); })
        .def_property_readonly("begin", [](const period& p) { return iso_window(p.begin_window()); })
        .def_property_readonly("end", [](const period& p) { return iso_window(p.end_window()); })
        .def_property_readonly("begin_kinds",
                               [](const period& p) {
                                   return std::pair(bound_name(p.begin_window().first),
                                                    bound_name(p.begin_window().last));
                               })
        .def_property_readonly("end_kinds",
                               [](const period& p) {
                                   return std::pair(bound_name(p.end_window().first),
                                                    bound_name(p.end_window().last));
                               })
        .def_property_readonly("one_day", &period::one_day)
        .def_property_readonly("doubted",
                               [](const period& p) { return p.begin_doubted() || p.end_doubted(); })
        .def(
            "at",
            [](const period& p, std::string_view days) {
                const auto [first, last] = days_of(days);
                return static_cast<int>(p.at(first, last));
            },
            py::arg("day"))
        .def(
            "by",
            [](const period& p, std::string_view days) {
                const auto [first, last] = days_of(days);
                return static_cast<int>(p.by(first, last));
            },
            py::arg("day"))
        .def(
            "window",
            [](const period& p, std::string_view from, std::string_view to) {
                return static_cast<int>(p.window(days_of(from).first, days_of(to).second));
            },
            py::arg("first"), py::arg("last"))
        .def(
            "relations",
            [](const period& a, const period& b) {
                std::vector<std::string_view> names;
                const allen_set possible = possible_relations(a, b);
                for (unsigned i = 0; i < 13; ++i)
                    if (possible.contains(static_cast<allen>(i)))
                        names.push_back(to_string(static_cast<allen>(i)));
                return names;
            },
            py::arg("other"))
        .def(
            "relates",
            [](const period& a, const period& b, const std::vector<std::string>& wanted) {
                return static_cast<int>(holds(a, b, allen_set_named(wanted)));
            },
            py::arg("other"), py::arg("wanted"))
        .def(
            "lag",
            [](const period& a, const period& b, std::string_view from_edge, std::string_view to_edge) {
                return plain(lag_between(a, b, edge_named(from_edge), edge_named(to_edge)));
            },
            py::arg("other"), py::arg("from_edge"), py::arg("to_edge"))
        .def("length", [](const period& p) { return plain(length(p)); })
        .def(
            "__eq__", [](const period& a, const period& b) { return a == b; }, py::is_operator())
        .def("__hash__", [](const period& p) { return py::hash(py::str(p.text())); });
}

} // namespace

std::optional<std::string> iso_day(const bound& b) {
    return b.is_day() ? std::optional(b.value.to_string()) : std::nullopt;
}

std::string_view bound_name(const bound& b) noexcept {
    constexpr std::array<std::string_view, 4> names{"date", "open", "unknown", "overflow"};
    return names[static_cast<std::size_t>(b.kind)];
}

std::pair<day, day> days_of(std::string_view text) {
    const date d = date::parse(text);
    if (!d.earliest().is_day() || !d.latest().is_day() || !d.contiguous())
        throw error(errc::invalid_argument, "'" + d.text() + "' is not one range of days");
    return {d.earliest().value, d.latest().value};
}

void register_time(py::module_& m) {
    register_date(m);
    register_period(m);
}

} // namespace comity::python
