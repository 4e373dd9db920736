"""Every kind of bad input is answered with one paragraph, an exit code of its own, and no file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

STORY = "The lamp was out.\n\nShe lit it again, and sat down beside it to wait.\n"


def run(*arguments: str | Path, folder: Path, data: bytes = b"") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "fic2book", *map(str, arguments)]
    done = subprocess.run(command, cwd=folder, input=data, capture_output=True, timeout=60, check=False)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def failed(code: int, *words: str, done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    for word in words:
        assert word in done.stderr


def nothing_written(folder: Path) -> None:
    assert [
        path for path in folder.rglob("*") if path.suffix in (".epub", ".pdf") or path.name.startswith(".fic2book")
    ] == []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 40, "story.txt"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "story.txt"),
        (b"Previous post\n\nNext post\n\n12 comments\n", "no story"),
    ],
    ids=["empty", "white space", "program", "picture", "only furniture"],
)
def test_a_file_without_a_story_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "story.txt").write_bytes(data)
    failed(3, "story.txt", words, done=run("convert", "story.txt", "--to", "epub", folder=tmp_path))
    nothing_written(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    failed(3, "lamp.txt", "no such file", done=run("convert", "lamp.txt", folder=tmp_path))


def test_an_empty_standard_input_is_refused(tmp_path: Path) -> None:
    failed(3, "empty", done=run("convert", "-", "--to", "epub", folder=tmp_path))


def test_undecodable_bytes_are_reported_with_their_place_and_no_word_is_lost(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes("The caf\u00e9 ".encode() + b"was \x81 closed.\n\nShe went home.\n")
    done = run("explain", "story.txt", folder=tmp_path)
    assert done.returncode == 0
    assert "A byte is not UTF-8 here" in done.stdout
    assert "was" in done.stdout + done.stderr
    assert "\N{REPLACEMENT CHARACTER}" not in done.stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "out").mkdir(mode=0o500)
    failed(6, "out", "-o", done=run("convert", "story.txt", "-o", "out", "--to", "epub", folder=tmp_path))


def test_an_output_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "out").write_text("in the way")
    failed(6, "out", "-o", done=run("convert", "story.txt", "-o", "out", "--to", "epub", folder=tmp_path))
    assert (tmp_path / "out").read_text() == "in the way"


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["convert", "story.txt", "--to", "epbu"], "“epub”"),
        (["convert", "story.txt", "--to", ""], "--to"),
        (["convert", "story.txt", "--style", "clasic", "--to", "pdf"], "classic"),
        (["convert", "story.txt", "--trim", "5y8", "--to", "pdf"], "5x8"),
        (["convert", "story.txt", "--cover", "typografic", "--to", "epub"], "typographic"),
        (["convert", "story.txt", "--notes", "somewhere"], "somewhere"),
        (["convert", "story.txt", "--sytle", "x"], "--style"),
        (["covnert", "story.txt"], "convert"),
    ],
)
def test_an_unknown_choice_is_answered_with_the_nearest(tmp_path: Path, arguments: list[str], hint: str) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    failed(2, hint, done=run(*arguments, folder=tmp_path))
    nothing_written(tmp_path)


def test_two_stories_of_one_name_are_refused_before_anything_is_built(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(STORY)
    failed(2, "story", "--join", done=run("convert", "a/story.txt", "b/story.txt", folder=tmp_path))
    nothing_written(tmp_path)


def test_a_broken_sidecar_stops_the_build_and_names_the_words(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "story.fic.toml").write_text('[[mark]]\nquote = "The moon"\nrole = "note"\n')
    failed(5, "story.fic.toml", "The moon", done=run("convert", "story.txt", "--to", "epub", folder=tmp_path))
    nothing_written(tmp_path)


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ("[[books]]\nsuorces = ['story.txt']", "“sources”"),
        ("[[books]]\nsources = ['nothing*.txt']", "matches no file"),
        ("[[books]]\nsources = ['story.txt']\n[[books]]\neach = 'story.txt'", "taken already"),
        ("[[books", "not valid TOML"),
    ],
)
def test_a_collection_that_cannot_be_obeyed_builds_nothing(tmp_path: Path, config: str, words: str) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "fic2book.toml").write_text(config)
    failed(4, "fic2book.toml", words, done=run("build", folder=tmp_path))
    nothing_written(tmp_path)


def test_one_failing_book_is_reported_and_the_others_are_built(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(STORY)
    (tmp_path / "bad.txt").write_bytes(b"")
    (tmp_path / "fic2book.toml").write_text("[defaults]\nformats = ['epub']\n[[books]]\neach = '*.txt'")
    done = run("build", "--jobs", "1", folder=tmp_path)
    failed(9, "bad", "empty", done=done)
    assert "1 built" in done.stdout
    assert [path.name for path in tmp_path.rglob("*.epub")] == ["good.epub"]
