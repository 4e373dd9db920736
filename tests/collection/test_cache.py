"""Cleaned stories remembered: one edit cleans one story, and nothing but stories comes out of the cache."""

from __future__ import annotations

import os
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from fic2book import build as building
from fic2book.build import build, prepare
from fic2book.collection import cache as caching
from fic2book.collection.cache import Cache
from fic2book.errors import SourceError
from fic2book.model import Job, Settings, SourceFile, Story
from fic2book.stories.packing import pack, unpack
from tests.collection.shelves import STORY

SETTINGS = Settings(formats=("epub",), cover="none")


class Forged:
    def __reduce__(self):
        return os.system, ("echo forged",)


@pytest.mark.parametrize(
    "data",
    [
        pickle.dumps(Forged()),
        pickle.dumps([1]),
        b"junk",
        pack(prepare(SourceFile("a.txt", STORY.encode()), SETTINGS))[:-9],
    ],
)
def test_nothing_but_a_whole_story_is_read(data: bytes) -> None:
    with pytest.raises(SourceError, match="cache"):
        unpack(data)


def test_a_story_comes_back_as_it_went() -> None:
    story = prepare(SourceFile("a.txt", f"Title: A\n\nDisclaimer: not mine.\n\n{STORY}".encode()), SETTINGS)
    assert unpack(pack(story)) == story


def job(*texts: str, settings: Settings = SETTINGS) -> Job:
    return Job("all", tuple(SourceFile(f"{n}.txt", text.encode()) for n, text in enumerate(texts)), settings)


def test_editing_one_story_of_many_cleans_that_story_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cleaned: list[str] = []
    real = building.prepare

    def counted(item: SourceFile, settings: Settings) -> Story:
        cleaned.append(item.name)
        return real(item, settings)

    monkeypatch.setattr(building, "prepare", counted)
    cache = Cache(tmp_path / "cache")

    def built(wanted: Job) -> bytes:
        filled = cache.filled(wanted)
        outcome = build(filled)
        cache.store(filled, outcome)
        return outcome.files[0].data

    first = built(job(STORY, STORY + "One.", STORY + "Two."))
    assert cleaned == ["0.txt", "1.txt", "2.txt"]
    cleaned.clear()
    assert built(job(STORY, STORY + "One.", STORY + "Two.")) == first
    assert cleaned == []
    edited = built(job(STORY, STORY + "Uno.", STORY + "Two."))
    assert cleaned == ["1.txt"]
    assert edited == build(job(STORY, STORY + "Uno.", STORY + "Two.")).files[0].data


def test_a_setting_that_matters_to_cleaning_is_another_entry(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    filled = cache.filled(job(STORY, STORY))
    cache.store(filled, build(filled))
    known = {
        kind: bool(cache.filled(job(STORY, STORY, settings=kind)).sources[0].cleaned)
        for kind in (SETTINGS, Settings(typography="keep"), Settings(style="zine"))
    }
    assert list(known.values()) == [True, False, True]


def test_a_story_with_another_picture_beside_it_is_another_entry(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    filled = cache.filled(job(STORY, STORY))
    cache.store(filled, build(filled))
    first, second = filled.sources
    seen = replace(filled, sources=(replace(first, pictures=(("lamp.png", b"\x89PNG"),)), second))
    assert [bool(item.cleaned) for item in cache.filled(seen).sources] == [False, True]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="the system knows no owners")
def test_a_folder_that_others_may_write_to_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache").chmod(0o777)
    assert not Cache(tmp_path / "cache").filled(job(STORY, STORY)).pack


def test_the_oldest_entries_leave_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path)
    for age, name in enumerate(("new", "old")):
        (tmp_path / f"{name}.story").write_bytes(b"x" * 60)
        os.utime(tmp_path / f"{name}.story", (1000 - age, 1000 - age))
    monkeypatch.setattr(caching, "CAP", 100)
    cache.trim()
    assert [item.name for item in tmp_path.glob("*.story")] == ["new.story"]
