"""The C API from a language that shares nothing with it but the ABI: ctypes, and the declarations of comity.h.

Usage: python3 ctypes_smoke.py LIBRARY INCLUDE DATA

Loads the library, calls every function that the headers below INCLUDE declare with each pointer in turn NULL and
the others valid, and walks through the sketch on top of comity.h. Needs nothing but the standard library.
"""

import ctypes as c
import pathlib
import re
import sys

# Parameters that may be NULL, and arrays that may be where their count is 0.
NULLABLE = {"options", "format", "user", "lengths", "language", "locator"}
NULLABLE_IN = {
    "comity_table_borrow": {"columns"},
    "comity_view_window": {"to"},
    "comity_builder_add_relation": {"id"},
    "comity_view_nodes": {"kind"},
    "comity_view_nodes_with": {"kind"},
    "comity_view_relations": {"type"},
    "comity_view_relations_with": {"type"},
    "comity_view_out": {"type"},
    "comity_view_in": {"type"},
    "comity_days_collapse": {"first_bound", "last_bound"},
    "comity_first_statements": {"source"},
    "comity_parties": {"type"},
    "comity_view_edges": {"type"},
    "comity_view_edges_with": {"type"},
    "comity_view_out_neighbours": {"type"},
    "comity_view_in_neighbours": {"type"},
    "comity_view_out_neighbour_numbers": {"type"},
    "comity_view_in_neighbour_numbers": {"type"},
    "comity_edge_weights": {"attribute", "missing"},
}
# Texts that serve as a valid argument of that name.
TEXTS = {
    "kind": b"state", "type": b"name", "parent": b"state", "day": b"2012", "from": b"2011", "to": b"2012",
    "policy": b"newest", "period": b"2011", "id": b"china", "name": b"x:new", "key": b"license",
}  # fmt: skip
COMITY_NUL = c.c_size_t(-1).value
E_NULL, E_HANDLE = -101, -102


def read_headers(include):
    """The text of all the headers, comments left out."""
    parts = sorted(pathlib.Path(include).rglob("*.h"))
    return re.sub(r"//.*", "", "".join(part.read_text(encoding="utf-8") for part in parts))


def declarations(text):
    """(result, name, [(type, name), ...]) of each function."""
    for result, name, arguments in re.findall(r"COMITY_API ([^;(]*?)(comity_\w+)\(([^;]*)\);", text):
        parameters = []
        for argument in [] if arguments.strip() == "void" else arguments.split(","):
            kind, parameter = re.fullmatch(r"\s*(.*?[\s*])(\w+)\s*", argument, re.S).groups()
            parameters.append((re.sub(r"\s+", " ", kind).strip(), parameter))
        yield result.strip(), name, parameters


class Failures(list):
    def check(self, holds, what):
        if not holds:
            self.append(what)
            print("FAILED ", what)


class Library:
    def __init__(self, path, text):
        self.lib = c.CDLL(path)
        self.lib.comity_error_message.restype = c.c_char_p
        self.lib.comity_version.restype = c.c_char_p
        self.lib.comity_code_name.restype = c.c_char_p
        self.lib.comity_code_name.argtypes = [c.c_int32]
        self.lib.comity_live_handles.restype = c.c_int64
        self.functions = list(declarations(text))

    def __getattr__(self, name):
        return getattr(self.lib, name)

    def ok(self, name, *arguments):
        """Calls a function that has to succeed."""
        code = getattr(self.lib, name)(*arguments)
        if code != 0:
            raise RuntimeError(f"{name}: {code}: {self.lib.comity_error_message().decode()}")

    def made(self, name, *arguments):
        """The handle that a function makes."""
        handle = c.c_void_p()
        self.ok(name, *arguments, c.byref(handle))
        return handle

    def number(self, name, *arguments):
        number = c.c_int64(-1)
        self.ok(name, *arguments, c.byref(number))
        return number.value

    def text(self, name, *arguments):
        data, length = c.c_void_p(), c.c_size_t()
        self.ok(name, *arguments, c.byref(data), c.byref(length))
        return c.string_at(data, length.value).decode()


def sketch(lib, data, failures):
    """What stands on top of comity.h."""
    sco = lib.made("comity_history_read", data.encode(), c.c_size_t(COMITY_NUL))
    everything = lib.made("comity_history_all", sco)
    then = lib.made("comity_view_at", everything, b"2011-09-12", c.c_size_t(COMITY_NUL))
    lib.ok("comity_history_destroy", c.byref(sco))
    failures.check(lib.text("comity_view_describe", then) == "at 2011-09-12", "describe")
    certain, possible = c.c_int64(), c.c_int64()
    lib.ok("comity_view_node_count", then, c.byref(certain), c.byref(possible))
    failures.check(0 < certain.value <= possible.value, "counts")
    if hasattr(lib.lib, "comity_view_nodes"):
        table = lib.made("comity_view_nodes", then, b"instrument", c.c_size_t(COMITY_NUL))
        column = lib.number("comity_table_find_column", table, b"id", c.c_size_t(COMITY_NUL))
        rows = lib.number("comity_table_row_count", table)
        ids = [lib.text("comity_table_text", table, c.c_int64(column), c.c_int64(i)) for i in range(rows)]
        failures.check("statement-2006" in ids, f"instruments of 2011-09-12: {ids}")
        lib.ok("comity_table_destroy", c.byref(table))
    for view in (everything, then):
        lib.ok("comity_view_destroy", c.byref(view))
    node = c.c_int64(-1)
    code = lib.comity_history_find_node(sco, b"sco", c.c_size_t(COMITY_NUL), c.byref(node))
    failures.check(code == E_NULL and sco.value is None, "destroyed handle is NULL")


class Arguments:
    """Valid arguments for any function, by type and name."""

    def __init__(self, lib):
        self.lib = lib
        nul = c.c_size_t(COMITY_NUL)
        text = (
            b'{"format": "comity-history", "version": 1, "sources": [{"id": "s", "kind": "press", "date": "2012"}],'
            b' "nodes": [{"id": "china", "kind": "state"}, {"id": "sco", "kind": "organisation"}],'
            b' "relations": [{"type": "member-of", "from": "china", "to": "sco"}]}'
        )
        self.handles = {"comity_history": lib.made("comity_history_read_text", text, nul, None)}
        history = self.handles["comity_history"]
        self.handles["comity_view"] = lib.made("comity_history_all", history)
        self.handles["comity_snapshot"] = lib.made("comity_view_snapshot", self.handles["comity_view"])
        self.handles["comity_table"] = lib.made("comity_history_notes", history)
        self.handles["comity_date"] = lib.made("comity_date_parse", b"2011", nul, None)
        self.handles["comity_period"] = lib.made("comity_node_period", history, c.c_int64(0))
        self.handles["comity_string"] = lib.made("comity_table_print", self.handles["comity_table"], None)
        self.handles["comity_builder"] = lib.made("comity_builder_extend", history)
        registers = self.handles["comity_registers"] = lib.made("comity_registers_create")
        lib.number("comity_registers_add", registers, b"a.csv", nul, b"a", nul, None)
        lib.number("comity_registers_add_nodes", registers, c.c_int64(0), b"id", nul, b"state", nul, None)
        files = (b"id,type\n", nul, b"source,relation,target\n", nul)
        self.handles["comity_load"] = lib.made("comity_csv_read_text", *files, None)

    def valid(self, kind, name):
        base = kind.replace("const ", "").replace("*", "").strip()
        if base in self.handles and kind.count("*") == 1:
            return self.handles[base]
        if base.startswith("comity_") and kind.count("*") == 1:
            return None  # options
        if kind == "const char*":
            return TEXTS.get(name, b"x")
        if kind == "const char* const*":
            return (c.c_char_p * 1)(b"state")
        if "*" in kind:
            return c.byref(c.create_string_buffer(16))
        if base == "size_t":
            return c.c_size_t(1 if name == "count" else 64 if name == "size" else COMITY_NUL)
        if base == "double":
            return c.c_double(1)
        return {"int64_t": c.c_int64, "uint64_t": c.c_uint64, "int32_t": c.c_int32}[base](0)

    def destroy(self):
        for name, handle in self.handles.items():
            self.lib.ok(name + "_destroy", c.byref(handle))


def each_null(lib, failures):
    """Each pointer of each function in turn NULL; returns how many calls that were."""
    calls = 0
    arguments = Arguments(lib)
    for result, name, parameters in lib.functions:
        if result != "int32_t" or name.endswith("_destroy"):
            continue
        allowed = NULLABLE | NULLABLE_IN.get(name, set())
        for tried, (kind, parameter) in enumerate(parameters):
            if "*" not in kind or (parameter in allowed and name != "comity_options_init"):
                continue
            values = [arguments.valid(*p) for p in parameters]
            values[tried] = None
            code = getattr(lib, name)(*values)
            calls += 1
            message = lib.comity_error_message().decode()
            failures.check(code == E_NULL and "NULL" in message, f"{name}({parameter}=NULL): {code}: {message}")
    arguments.destroy()
    return calls


def wrong_handles(lib, failures):
    """Each function on a handle of another type, and on a destroyed one; returns how many calls that were."""
    calls = 0
    arguments = Arguments(lib)
    dead = lib.made("comity_date_parse", b"2011", c.c_size_t(COMITY_NUL), None)
    stale = c.c_void_p(dead.value)
    lib.ok("comity_date_destroy", c.byref(dead))
    for result, name, parameters in lib.functions:
        if not parameters or name.endswith("_destroy"):
            continue
        base = parameters[0][0].replace("const ", "").replace("*", "").strip()
        if base not in arguments.handles or parameters[0][0].count("*") != 1:
            continue
        other = arguments.handles["comity_table" if base != "comity_table" else "comity_view"]
        for handle in (other, stale):
            values = [arguments.valid(*p) for p in parameters]
            values[0] = handle
            calls += 1
            code = getattr(lib, name)(*values)
            failures.check(code == E_HANDLE, f"{name} on a wrong handle: {code}")
    arguments.destroy()
    return calls


def main(library, include, data):
    text = read_headers(include)
    lib = Library(library, text)
    failures = Failures()
    missing = [name for _, name, _ in lib.functions if not hasattr(lib.lib, name)]
    failures.check(not missing, f"declared but not exported: {missing}")
    macro = re.search(r"#define COMITY_ABI_VERSION (\d+)", text)
    failures.check(lib.comity_abi_version() == int(macro.group(1)), "COMITY_ABI_VERSION")
    sketch(lib, data, failures)
    nulls = each_null(lib, failures)
    wrong = wrong_handles(lib, failures)
    failures.check(lib.comity_live_handles() == 0, f"{lib.comity_live_handles()} handles were not destroyed")
    print(f"comity {lib.comity_version().decode()}: {len(lib.functions)} functions, {nulls} calls with a NULL, "
          f"{wrong} with a wrong handle")  # fmt: skip
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
