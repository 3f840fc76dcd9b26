"""What type checkers are told is so."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files

import pytest

import comity


def test_the_package_is_typed():
    assert (files("comity") / "py.typed").is_file()
    assert (files("comity") / "_core.pyi").is_file()


def test_the_version_is_that_of_the_build():
    assert comity.__version__.split("+")[0] == comity._core.__version__


# What every class of pybind11 has and no stub says: its metaclass, and __init__ also where it only refuses.
OF_PYBIND11 = r"""
comity\._core\.[A-Z]\w*
comity\._core\.[A-Z]\w*\.__init__
comity\._core\.[A-Z]\w*\._pybind11_conduit_v1_
"""


def test_stubs_agree_with_the_module(tmp_path):
    pytest.importorskip("mypy")
    allowed = tmp_path / "allowed.txt"
    allowed.write_text(OF_PYBIND11, encoding="utf-8")
    result = subprocess.run(
        [
            *(sys.executable, "-m", "mypy.stubtest", "comity._core"),
            *("--allowlist", str(allowed), "--ignore-unused-allowlist"),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert result.returncode == 0, result.stdout + result.stderr
