"""Tables leave through the Arrow C interfaces, without a copy and without a library of Arrow on our side."""

from __future__ import annotations

import ctypes
import gc

import pytest

import comity
from comity import _core


class Schema(ctypes.Structure):
    pass


class Array(ctypes.Structure):
    pass


class Stream(ctypes.Structure):
    pass


# The layouts of the specification, written down a second time.
Schema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_char_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(Schema))),
    ("dictionary", ctypes.POINTER(Schema)),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Schema))),
    ("private_data", ctypes.c_void_p),
]
Array._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(Array))),
    ("dictionary", ctypes.POINTER(Array)),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Array))),
    ("private_data", ctypes.c_void_p),
]
Stream._fields_ = [
    ("get_schema", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Schema))),
    ("get_next", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Array))),
    ("get_last_error", ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.POINTER(Stream))),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Stream))),
    ("private_data", ctypes.c_void_p),
]


def opened(capsule, name, kind):
    pointer = ctypes.pythonapi.PyCapsule_GetPointer
    pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    return ctypes.cast(pointer(capsule, name), ctypes.POINTER(kind))


def test_the_schema_names_and_types_every_column(small):
    table = small.nodes()
    capsule = table.__arrow_c_schema__()
    schema = opened(capsule, b"arrow_schema", Schema).contents
    assert schema.format == b"+s"
    columns = {schema.children[i].contents.name.decode(): schema.children[i].contents for i in range(schema.n_children)}
    assert tuple(columns) == table.columns
    formats = {"text": b"U", "category": b"i", "integer": b"l", "number": b"g", "flag": b"b", "day": b"tdD"}
    for name, column in columns.items():
        assert column.format == formats[table.type(name)]
        assert bool(column.dictionary) == (table.type(name) == "category")
    assert columns["truth"].flags == 3  # nullable and ordered
    assert columns["name"].flags == 2


def test_the_stream_has_one_batch_and_then_ends(small):
    table = small.nodes()
    capsule = table.__arrow_c_stream__()
    stream = opened(capsule, b"arrow_array_stream", Stream)
    batch = Array()
    assert stream.contents.get_next(stream, ctypes.byref(batch)) == 0
    assert (batch.length, batch.n_children, batch.null_count) == (4, len(table.columns), 0)
    statements = batch.children[table.columns.index("statements")].contents
    address = table["statements"].__array_interface__["data"][0]
    assert statements.buffers[1] == address  # the very memory, not a copy
    end = Array()
    assert stream.contents.get_next(stream, ctypes.byref(end)) == 0
    assert not end.release
    batch.release(ctypes.byref(batch))
    assert not batch.release


def test_a_batch_outlives_the_table_and_the_stream(make_small):
    table = make_small().nodes()
    place = table.columns.index("statements")
    expected = table["statements"].tolist()
    capsule = table.__arrow_c_stream__()
    stream = opened(capsule, b"arrow_array_stream", Stream)
    batch = Array()
    stream.contents.get_next(stream, ctypes.byref(batch))
    del table, stream, capsule
    gc.collect()
    for _ in range(20):
        make_small()
    column = batch.children[place].contents
    values = ctypes.cast(column.buffers[1], ctypes.POINTER(ctypes.c_int64))
    assert [values[i] for i in range(4)] == expected
    batch.release(ctypes.byref(batch))


def test_a_part_that_was_moved_out_lives_on(make_small):
    table = make_small().nodes()
    capsule = table.__arrow_c_stream__()
    stream = opened(capsule, b"arrow_array_stream", Stream)
    batch = Array()
    stream.contents.get_next(stream, ctypes.byref(batch))
    child = batch.children[table.columns.index("name")].contents
    moved = Array.from_buffer_copy(child)
    child.release = type(child.release)()  # how the specification says that it is moved
    batch.release(ctypes.byref(batch))
    offsets = ctypes.cast(moved.buffers[1], ctypes.POINTER(ctypes.c_int64))
    text = ctypes.string_at(moved.buffers[2], offsets[4]).decode()
    assert text == "".join(table["name"])
    moved.release(ctypes.byref(moved))


def test_capsules_nobody_took_are_released(small):
    for _ in range(1000):
        _core.arrow_stream(small.nodes()._raw)
        _core.arrow_schema(small.nodes()._raw)
    gc.collect()


def test_pyarrow_reads_every_table(sco):
    pyarrow = pytest.importorskip("pyarrow")
    for table in (sco.nodes(), sco.relations(), sco.attributes(), sco.statements(), sco.timeline(), sco.nodes("court")):
        arrow = pyarrow.table(table)
        arrow.validate(full=True)
        assert arrow.num_rows == len(table)
        plain = table.to_dict()
        for name in table.columns:
            values = arrow[name].to_pylist()
            if table.type(name) == "day":
                values = [None if value is None else value.isoformat() for value in values]
            assert values == plain[name], name

class Nameless:
    """A table whose first column leaves its name out, as the specification allows."""

    def __init__(self, table):
        self._capsule = table.__arrow_c_stream__()
        stream = opened(self._capsule, b"arrow_array_stream", Stream).contents
        signature = type(stream.get_schema)
        theirs = signature(ctypes.cast(stream.get_schema, ctypes.c_void_p).value)

        def without_name(source, out):
            code = theirs(source, out)
            out.contents.children[0].contents.name = None
            return code

        self._kept = stream.get_schema = signature(without_name)

    def __arrow_c_stream__(self, requested_schema=None):
        return self._capsule


def test_a_column_that_comes_in_may_have_no_name(small):
    table = small.nodes()
    with pytest.raises(comity.errors.InvalidArgumentError, match=r"nodes have no column 'id'; they have ''"):
        comity.from_columns(Nameless(table), table)
