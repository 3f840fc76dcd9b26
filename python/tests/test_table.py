"""Tables: what crosses to NumPy and pandas, what is copied and what is not, and who keeps whom alive."""

from __future__ import annotations

import gc
import weakref

import pytest

import comity

np = pytest.importorskip("numpy")


def base_of(array):
    """The object at the end of the chain of those that lend their memory."""
    while getattr(array, "base", None) is not None:
        array = array.base
    return array.obj if isinstance(array, memoryview) else array


def test_rows_and_columns(small):
    table = small.sources()
    assert len(table) == 2
    assert table.columns[:3] == ("id", "kind", "title")
    assert table.type("id") == "text" and table.type("kind") == "category" and table.type("statements") == "integer"
    row = table[0]
    assert (row.id, row["kind"], row.statements) == ("gazette", "register", 7)
    assert table[-1].id == "book"
    assert [r.id for r in table[::-1]] == ["book", "gazette"] and table[2:] == []
    assert [r.id for r in table] == ["gazette", "book"]
    assert dict(row)["id"] == "gazette" and len(row) == len(table.columns)
    assert repr(row).startswith("Row(id='gazette', kind='register'")
    assert "statements" in dir(row)


def test_what_is_not_there_is_an_error(small):
    table = small.sources()
    with pytest.raises(comity.UnknownIdError, match="statements"):
        table["statemnts"]
    with pytest.raises(IndexError, match="row 2 of 2"):
        table[2]
    with pytest.raises(IndexError):
        table[-3]
    with pytest.raises(AttributeError, match="statements"):
        _ = table[0].statemnts
    with pytest.raises(KeyError):
        table[0]["statemnts"]
    for numbers in (table.codes, table.categories):
        with pytest.raises(TypeError, match="cells of type text; expected category"):
            numbers("id")


def test_whole_numbers_are_lent_and_not_copied(small):
    table = small.nodes()
    column = table["statements"]
    assert column.dtype == np.int64
    assert not column.flags.writeable and not column.flags.owndata
    with pytest.raises(ValueError):
        column[0] = 1
    assert np.shares_memory(column, table["statements"])
    assert not isinstance(base_of(column), np.ndarray)  # but who keeps the memory
    assert np.shares_memory(table.codes("kind"), table.codes("kind"))
    assert not table.codes("kind").flags.writeable


def test_a_column_keeps_its_memory_alive(make_small):
    table = make_small().nodes()
    values, codes = table["statements"], table.codes("kind")
    expected = values.tolist(), codes.tolist()
    gone = weakref.ref(table)
    del table
    gc.collect()
    assert gone() is None
    for _ in range(100):  # whoever reuses the memory would show
        make_small()
    assert (values.tolist(), codes.tolist()) == expected


def test_columns_that_share_their_texts_share_them_in_pandas_too(small):
    pytest.importorskip("pandas")
    frame = small.edges().to_pandas()
    assert frame["from"].cat.categories is frame["to"].cat.categories
    assert frame["truth"].cat.ordered and not frame["type"].cat.ordered


def test_days_are_datetime64_with_nat(small):
    begins = small.nodes()["begin_earliest"]
    assert begins.dtype == np.dtype("datetime64[D]")
    assert dict(zip(small.nodes()["id"], begins.astype(str), strict=True)) == {
        "ania": "NaT",
        "bodia": "NaT",
        "league": "2001-06-15",
        "treaty": "2006-03-01",
    }
    begins[0] = np.datetime64("2000-01-01")  # a copy: the table does not change
    assert np.isnat(small.nodes()["begin_earliest"][0])


def test_flags_and_texts_are_copies(small):
    rows = small.relations()
    assert rows["inferred"].dtype == bool
    assert sorted(rows["inferred"].tolist()) == [False, False, False, True]
    assert rows["id"].tolist().count(None) == 3
    assert rows["from"].dtype == object and set(rows["from"]) == {"ania", "bodia"}
    assert rows.categories("truth")[rows.codes("truth")[0]] == "certain"


def test_numbers_without_a_value_are_masked(small):
    numbers = small.attributes()["number"]
    assert isinstance(numbers, np.ma.MaskedArray)
    assert numbers.compressed().tolist() == [2.0]
    assert numbers.mask.sum() == len(small.attributes()) - 1
    assert not numbers.data.flags.owndata


def test_to_dict_has_plain_values(small):
    plain = small.nodes("organisation").to_dict()
    assert plain["id"] == ["league"]
    assert plain["begin_earliest"] == ["2001-06-15"]
    assert plain["end_latest"] == [None]
    assert plain["disputed"] == [False]
    assert set(map(type, plain["statements"])) == {int}


def test_to_numpy_has_all_columns(small):
    arrays = small.nodes().to_numpy()
    assert tuple(arrays) == small.nodes().columns
    assert {len(a) for a in arrays.values()} == {4}


def test_to_pandas(small):
    pd = pytest.importorskip("pandas")
    frame = small.nodes().to_pandas()
    assert list(frame["id"]) == ["ania", "bodia", "league", "treaty"]
    assert isinstance(frame["truth"].dtype, pd.CategoricalDtype) and frame["truth"].cat.ordered
    assert frame["truth"].min() == "certain"
    assert frame["begin_earliest"].isna().tolist() == [True, True, False, False]
    assert frame["begin_earliest"].iloc[2] == pd.Timestamp("2001-06-15")
    numbers = small.attributes().to_pandas()["number"]
    assert numbers.isna().sum() == len(numbers) - 1
    assert len(small.nodes("person").to_pandas()) == 0


def test_far_days_reach_pandas():
    pytest.importorskip("pandas", minversion="2")
    b = comity.Builder()
    b.add_node("ides", "event", on="-0044-03-15")
    frame = b.build().nodes().to_pandas()
    assert frame["begin_earliest"].to_numpy()[0] == np.datetime64("-0044-03-15")


def test_empty_tables(small):
    empty = small.nodes("person")
    assert len(empty) == 0 and list(empty) == []
    assert {len(a) for a in empty.to_numpy().values()} == {0}
    assert repr(empty).startswith("<Nodes of 0 rows: id, kind, name")
    assert "<table>" in empty._repr_html_()


def test_nodes_and_relations_are_tables_to_walk_over(small):
    nodes = small.nodes()
    assert [n.id for n in nodes] == nodes["id"].tolist()
    assert nodes[2] == small["league"] and nodes[-1].id == "treaty"
    assert nodes[2:] == [nodes[n] for n in range(2, len(nodes))]
    rows = small.relations("signed")
    assert [r.from_node.id for r in rows] == rows["from"].tolist()
    assert rows[0] == next(iter(rows)) and rows[0].number == rows["number"][0]
    with pytest.raises(IndexError):
        nodes[4]


def test_a_missing_library_is_named(small, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"comity\[pandas\]"):
        small.nodes().to_pandas()
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(ImportError, match=r"comity\[networkx\]"):
        small.all().to_networkx()


def test_its_look(small):
    table = small.statements()
    assert repr(table).startswith("<Table of 11 rows: about, slots, source, locator")
    assert str(table).splitlines()[0].startswith("about")
    html = table._repr_html_()
    assert "and 1 more" in html and "style" not in html


def test_who_states_what(small):
    rows = [(r.about, r.source, r.locator) for r in small.statements()]
    assert ("league", "book", "ch. 1") in rows
    assert len(small.at("2007").statements()) < len(rows)
    assert ("league", "member-count") in [(r.about, r.attribute) for r in small.all().attributes()]
