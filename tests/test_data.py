"""Data files are found in a checkout and in an installed wheel, and a broken installation says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from fic2book import data
from fic2book.data import data_dir
from fic2book.errors import DependencyError


def test_a_kind_that_is_nowhere_is_a_broken_installation() -> None:
    with pytest.raises(DependencyError, match=r"folder of maps is missing.*pip install --force-reinstall"):
        data_dir("maps")


def test_a_checkout_keeps_them_at_the_top() -> None:
    assert (data_dir("covers") / "palettes.toml").is_file()


def test_an_installed_wheel_carries_them_beside_the_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "fic2book" / "_data" / "covers").mkdir(parents=True)
    (tmp_path / "covers").mkdir()
    monkeypatch.setattr(data, "__file__", str(tmp_path / "fic2book" / "data.py"))
    data_dir.cache_clear()
    try:
        assert data_dir("covers") == tmp_path / "fic2book" / "_data" / "covers"
    finally:
        data_dir.cache_clear()
