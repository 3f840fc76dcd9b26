"""The examples in the documentation are true."""

from __future__ import annotations

import contextlib
import doctest
import importlib
import io
import pkgutil
import re
from pathlib import Path

import pytest

import comity

MODULES = ["comity", *(f"comity.{m.name}" for m in pkgutil.iter_modules(comity.__path__) if m.name != "_core")]


@pytest.mark.parametrize("name", MODULES)
def test_examples_of(name):
    module = importlib.import_module(name)
    assert module.__doc__, "every module says what it is for"
    result = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    assert result.failed == 0


def test_examples_of_the_methods_that_the_module_has_itself():
    methods = [m for name, m in vars(comity._core.View).items() if not name.startswith("_")]
    assert methods and all(m.__doc__ for m in methods)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    for method in methods:
        runner.run(doctest.DocTestParser().get_doctest(method.__doc__, {}, method.__name__, None, None))
    assert runner.tries > 0 and runner.failures == 0


@pytest.mark.parametrize("name", MODULES)
def test_every_public_name_is_listed_and_documented(name):
    module = importlib.import_module(name)
    for public in module.__all__:
        thing = getattr(module, public)
        if isinstance(thing, type) and thing.__module__.startswith("comity.") and "_core" not in thing.__module__:
            assert thing.__doc__, public
            for attribute, value in vars(thing).items():
                if not attribute.startswith("_") and (callable(value) or isinstance(value, property)):
                    assert getattr(value, "__doc__", None), f"{public}.{attribute}"


def test_every_question_of_the_page_has_an_answer():
    page = (Path(__file__).parents[2] / "docs" / "questions.md").read_text(encoding="utf-8")
    examples = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(examples) == page.count("\n## ")
    for example in examples:
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            exec(example, {"history": comity.datasets.sco()})
        assert told.getvalue().strip(), example
