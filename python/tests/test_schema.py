"""The schema: built in, extended by data, and helpful about names."""

from __future__ import annotations

import pytest

import comity


def test_the_built_in_ontology():
    schema = comity.Schema()
    assert schema.kind("working-group").parent == "actor"
    assert schema.kind("actor").parent is None
    assert schema.kind("summit").nature == "act"
    assert schema.is_a("summit", "event") and not schema.is_a("summit", "actor")
    implements = schema.relation_type("implements")
    assert implements.inverse == "implemented-by"
    assert implements.nature == "timeless"
    assert schema.relation_type("member-of").nature == "state"
    assert schema.attribute_type("ordinal").value == "number"
    assert len(schema.kinds) > 100 and len(schema.relation_types) > 80
    assert schema.kind("treaty").labels["en"] == "treaty"
    assert "kinds" in repr(schema)


@pytest.mark.parametrize("ask", ["kind", "relation_type", "attribute_type"])
def test_a_wrong_name_is_an_error_that_helps(ask):
    with pytest.raises(comity.UnknownIdError, match="unknown"):
        getattr(comity.Schema(), ask)("qwertyuiop")


def test_data_extends_it(sco):
    assert sco.schema.kind("cyber-exercise").parent == "exercise"
    assert sco.schema.is_a("cyber-exercise", "event")
    with pytest.raises(KeyError):
        comity.Schema().kind("cyber-exercise")
