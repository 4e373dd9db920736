"""init, plan, build and diff as a user types them."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import click
import jsonschema
import pytest
from click.testing import CliRunner, Result

from fic2book.cli import group
from fic2book.collection.config import load_config
from fic2book.collection.planning import plan
from fic2book.collection.schema import json_schema
from fic2book.errors import Fic2BookError
from tests.collection.shelves import STORY, write
from tests.stories.serial import text

CONFIG = "[[books]]\neach = '*.txt'\nformats = ['epub']\ncover = 'none'\n"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIC2BOOK_CACHE", str(tmp_path / "cache"))


def call(*arguments: str | Path, code: int = 0) -> str:
    """What a command prints; its exit code must be `code`."""
    result: Result = CliRunner().invoke(group, [*map(str, arguments)], standalone_mode=False)
    if isinstance(result.exception, Fic2BookError):
        assert result.exception.exit_code == code, result.exception
        return str(result.exception)
    if isinstance(result.exception, click.ClickException):
        assert result.exception.exit_code == code, result.exception
        return result.exception.format_message()
    assert result.exception is None, result.output
    assert (result.return_value or 0) == code, result.output
    return result.output


# ---------------------------------------------------------------- init


def test_init_refuses_a_folder_without_stories_and_a_file_that_is_there(tmp_path: Path) -> None:
    assert "holds no stories" in call("init", tmp_path, code=3)
    write(tmp_path, {"a.txt": STORY})
    assert "--force" in call("init", tmp_path, code=2)


def test_init_writes_a_file_that_names_every_story_and_that_build_obeys(tmp_path: Path) -> None:
    stories = tmp_path / "stories"
    names = (
        "a.txt",
        "b.html",
        "sub/lamps part 1.txt",
        "sub/lamps part 2.txt",
        "novel/01.txt",
        "novel/02.txt",
        ".hidden/c.txt",
    )
    write(stories, dict.fromkeys(names, STORY))
    (stories / "fic2book.toml").unlink()
    assert "4 books of 6 stories" in call("init", stories, "--to", "epub", "--style", "zine")
    written = (stories / "fic2book.toml").read_text()
    assert written.startswith("#:schema ./.fic2book.schema.json\n")
    assert json.loads((stories / ".fic2book.schema.json").read_text()) == json_schema()
    planned = call("plan", stories, "--all")
    assert all(name in planned for name in names if "hidden" not in name)
    assert "4 to build" in planned


def test_init_makes_an_anthology_when_it_has_a_title(tmp_path: Path) -> None:
    write(tmp_path, {"b.txt": STORY, "a 2.txt": STORY, "a 10.txt": STORY})
    call("init", tmp_path, "--force", "--anthology", 'The "Lamps"', "--editor", "Ed", "--to", "epub")
    planned = call("plan", tmp_path, "--json")
    assert json.loads(planned)["sources"] == [f"{tmp_path}/{name}" for name in ("a 2.txt", "a 10.txt", "b.txt")]


@pytest.mark.parametrize(
    ("flags", "hint"),
    [
        (("--style", "zinc"), "“zine”"),
        (("--to", "epbu"), "“epub”"),
        (("--cover", "mosaics"), "“mosaic”"),
        (("--notes", "bak"), "back"),
        (("--device", "kobbo"), "kobo"),
    ],
)
def test_init_writes_nothing_that_build_would_refuse(tmp_path: Path, flags: tuple[str, str], hint: str) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    assert hint in call("init", tmp_path, *flags, code=2)
    assert [item.name for item in tmp_path.iterdir()] == ["a.txt"]


def test_init_writes_what_its_flags_say_and_leaves_the_rest_as_comments(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    call("init", tmp_path, "--notes", "back", "--device", "kobo", "--cover", "mosaic", "--series", "Lamps")
    entry = load_config(tmp_path / "fic2book.toml").books[0]
    assert (entry.settings.notes, entry.settings.device, entry.settings.cover) == ("back", "kobo", "mosaic")
    assert entry.metadata.series == "Lamps"


def test_every_comment_that_shows_a_key_may_be_switched_on(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(("a.txt", "b.txt", "foreword.txt", "about-first.txt", "first.txt"), STORY))
    for options in ((), ("--anthology", "All", "--editor", "Ed")):
        call("init", tmp_path, "--force", *options)
        path = tmp_path / "fic2book.toml"
        shown = re.sub(r"(?m)^# (?=\[\[|[a-z_]+ = )", "", path.read_text())
        path.write_text(shown)
        assert "foreword" in shown or not options
        assert list(plan(load_config(path)))


@pytest.mark.slow
def test_init_asks_on_a_terminal_and_asks_again_for_what_there_is_not(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    write(tmp_path, {"a.txt": STORY, "b.txt": STORY})
    (tmp_path / "fic2book.toml").unlink()
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "fic2book", "init", str(tmp_path)]
    process = subprocess.Popen(command, stdin=child, stdout=child, stderr=child, cwd=Path(__file__).parents[2])
    os.write(parent, b"zinc\nzine\nepbu\nepub\nback\nkobo\n\nThe Lamps\nEd\n")
    os.close(child)
    shown = read_terminal(parent)
    assert process.wait() == 0
    assert "“zine”" in shown
    assert "“epub”" in shown
    entry = load_config(tmp_path / "fic2book.toml").books[0]
    assert (entry.settings.style, entry.settings.formats, entry.settings.notes) == ("zine", ("epub",), "back")
    assert (entry.settings.device, entry.metadata.title, entry.metadata.editor) == ("kobo", "The Lamps", "Ed")


# ---------------------------------------------------------------- plan


def test_plan_tells_reasons_and_writes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.txt": STORY, "b.txt": STORY}, config=CONFIG)
    assert "it was never built" in call("plan", path)
    assert not (tmp_path / "dist").exists()
    call("build", path, "-j", "1")
    assert "0 to build, 2 as they should be" in call("plan", path)
    (tmp_path / "a.txt").write_text(STORY + "More.")
    (tmp_path / "b.txt").unlink()
    before = (tmp_path / "dist" / "fic2book.lock").read_bytes()
    told = call("plan", path)
    assert "a.txt changed" in told
    assert "b: the collection no longer names it" in told
    assert "build --prune would remove b.epub" in told
    assert (tmp_path / "dist" / "fic2book.lock").read_bytes() == before


@pytest.mark.parametrize(
    ("chosen", "hint"),
    [
        ("stlye=zine", "“style”"),
        ("notes=bak", "“back”"),
        ("style", "KEY=VALUE"),
        ("breaks=many", "no number"),
        ("crop_marks=yes", "true"),
    ],
)
def test_a_setting_that_cannot_be_is_answered_with_the_nearest(tmp_path: Path, chosen: str, hint: str) -> None:
    assert hint in call("plan", write(tmp_path, {"a.txt": STORY}), "--set", chosen, code=2)


def test_the_command_line_wins_over_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.txt": STORY}, config=CONFIG)
    assert "(epub, pdf)" in call(
        "plan", path, "--set", "formats=epub,pdf", "--set", "breaks=0.5", "--set", "crop_marks=true"
    )


# ---------------------------------------------------------------- build


def test_build_prints_plain_lines_off_a_terminal_and_its_report_is_whole(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.txt": STORY, "bad.txt": "", "worse.txt": " "}, config=CONFIG)
    told = call("build", path, "-j", "1", "--report", tmp_path / "r" / "report.json", code=9)
    assert "\x1b" not in told
    assert "bad: failed." in told
    assert "1 built, 0 unchanged, 2 failed" in told
    assert "Failed: bad, worse" in told
    report = json.loads((tmp_path / "r" / "report.json").read_text())
    assert {key: report[key] for key in ("total", "built", "unchanged", "failed", "complete")} == {"total": 3, "built": 1, "unchanged": 0, "failed": 2, "complete": True}  # fmt: skip
    assert [(book["name"], book["status"]) for book in report["books"]] == [
        ("a", "built"),
        ("bad", "failed"),
        ("worse", "failed"),
    ]
    assert report["books"][0]["files"][0]["sha256"]


def test_the_only_books_failure_is_the_exit_code(tmp_path: Path) -> None:
    call("build", write(tmp_path, {"a.txt": ""}, config=CONFIG), code=3)


def test_build_stops_at_the_first_failure_when_told_to(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.txt": "", "b.txt": STORY}, config=CONFIG)
    assert "1 not looked at" in call("build", path, "-j", "1", "--fail-fast", code=9)


@pytest.mark.slow
def test_one_process_keeps_its_bounds_too(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.txt": STORY * 1000}, config=CONFIG)
    assert "a: stopped after 0.05 seconds" in call("build", path, "-j", "1", "--time-limit", "0.05", code=1)


def test_the_report_of_a_run_that_stopped_early_says_so(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.txt": "", "b.txt": STORY}, config=CONFIG)
    call("build", path, "--executor", "serial", "--fail-fast", "--report", tmp_path / "r.json", code=9)
    assert json.loads((tmp_path / "r.json").read_text())["complete"] is False


def test_a_cluster_needs_an_address(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.txt": STORY}, config=CONFIG)
    assert "--scheduler" in call("build", path, "--executor", "dask", code=2)


@pytest.mark.slow
def test_a_bar_on_a_terminal_tells_how_far_it_is(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    path = write(tmp_path, {"a.txt": STORY, "b.txt": ""}, config=CONFIG)
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "fic2book", "build", str(path), "-j", "1"]
    process = subprocess.Popen(command, stderr=child, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    os.close(child)
    shown = read_terminal(parent)
    told, _ = process.communicate()
    assert process.returncode == 9
    assert "2/2" in shown
    assert "1 failed" in shown
    assert "b: failed." in shown
    assert "1 built" in told


def read_terminal(parent: int) -> str:
    """All that is shown on a terminal until its other side is closed; a slow machine shows more than a terminal holds unread."""
    shown = b""
    with suppress(OSError):
        while data := os.read(parent, 4096):
            shown += data
    return shown.decode()


@pytest.mark.slow
def test_watch_builds_what_an_edit_touches_and_survives_a_mistake(tmp_path: Path) -> None:
    config = CONFIG + "style = './mine'\n"
    path = write(tmp_path, {"a.txt": text(1), "b.txt": STORY, "mine/style.toml": ""}, config=config)
    command = [sys.executable, "-u", "-m", "fic2book", "build", str(path), "-j", "1", "--watch"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=Path(__file__).parents[2]
    )
    assert process.stdout is not None

    def until(words: str) -> str:
        told = ""
        for line in process.stdout or ():
            told += line
            if words in line:
                return told
        raise AssertionError(told)

    until("Watching")
    path.write_text("[[boks")
    assert "not valid TOML" in until("Watching")
    path.write_text(config)
    until("Watching")
    (tmp_path / "mine" / "style.toml").write_text("[page]\ntirm = 'a5'")
    assert "“trim”" in until("Watching")
    (tmp_path / "mine" / "style.toml").write_text("[page]\ntrim = 'a6'")
    assert "2 built" in until("Watching")
    (tmp_path / "a.txt").write_text(text(1, 2))
    told = until("Watching")
    assert "1 built, 1 unchanged" in told
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert process.returncode == 0


# ---------------------------------------------------------------- diff


def test_diff_says_what_changed_chapter_by_chapter(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(text(1, 2))
    (tmp_path / "new.txt").write_text(text(1, 2, 3).replace("red ink", "blue ink"))
    told = call("diff", tmp_path / "old.txt", tmp_path / "new.txt", "--text")
    assert "2 of 3 chapters differ" in told
    assert "+1 −1 words" in told
    assert "    + " in told
    data = json.loads(call("diff", tmp_path / "old.txt", tmp_path / "new.txt", "--json"))
    assert [item["status"] for item in data] == ["same", "changed", "new"]
    assert "No chapter differs" in call("diff", tmp_path / "old.txt", tmp_path / "old.txt")


def test_the_schema_knows_stories_and_manifests() -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    assert validator.is_valid(
        {"books": [{"manifest": "all.jsonl"}, {"stories": [{"source": "a.txt", "introduction": "i.txt"}]}]}
    )
    assert not validator.is_valid({"books": [{"stories": [{"introduction": "i.txt"}]}]})
    assert not validator.is_valid({"books": [{"sources": "a", "each": "b"}]})
