"""A book set in slices is the book set whole: the same pages, words, tags, links, bookmarks and numbers."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from fic2book.exporters.pdf import export
from fic2book.model import Book, OutputFile, Settings
from fic2book.press import slicing, weasy
from fic2book.press.joining import join
from fic2book.press.slicing import can_slice
from fic2book.press.weasy_document import Drawn
from fic2book.render import render
from fic2book.styles import load_style
from tests.pdf_words import page_lines, pdf_text
from tests.press_books import anthology, novel
from tests.validators import pdfua_check

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def short_slices(monkeypatch) -> None:
    """Cuts where a book of ordinary length would not be worth it."""
    monkeypatch.setattr(slicing, "SHORTEST", 500)
    monkeypatch.setattr(slicing, "PAIR", 1200)


def set_book(book: Book, style: str) -> OutputFile:
    settings = Settings(engine="weasyprint", style=style)
    return export(book, render(book, settings), None, settings)[0]


def own_style(folder: Path, css: str, tokens: str = "") -> str:
    (folder / "style.toml").write_text(tokens, encoding="utf-8")
    (folder / "print.css").write_text(css, encoding="utf-8")
    return str(folder)


# ---------------------------------------------------------------- what is not cut


def test_a_short_book_is_set_whole(monkeypatch) -> None:
    monkeypatch.setattr(weasy, "set_slices", lambda *_: pytest.fail("it was cut"))
    assert set_book(novel(900, 3), "classic").data


@pytest.mark.usefixtures("short_slices")
def test_without_pikepdf_a_long_book_is_set_whole(monkeypatch) -> None:
    monkeypatch.setattr(weasy, "find_spec", lambda _: None)
    monkeypatch.setattr(weasy, "join", lambda *_: pytest.fail("it was joined"))
    assert set_book(novel(900, 3), "classic").data


@pytest.mark.parametrize(
    "css",
    [
        "@page { @bottom-center { content: counter(page) } }",
        "h2 { string-set: verso content() }",
        ".chapter + .chapter { color: red }",
        ".chapter:nth-of-type(2) { color: red }",
        ".chapter { break-before: auto }",
        ".chapter { page: other }",
        "@page :first { margin: 0 }",
        ".note { position: fixed }",
        "a::after { content: target-counter(attr(href), page) }",
    ],
)
def test_a_style_that_sees_beyond_a_cut_is_set_whole(css: str, tmp_path) -> None:
    assert not can_slice(load_style(own_style(tmp_path, css)), Settings())


def test_colours_for_a_press_are_set_whole() -> None:
    assert not can_slice(load_style("classic"), Settings(standard="pdf/x-4"))
    assert not can_slice(load_style("classic"), Settings(inks="cmyk", profile="shop.icc"))


def test_a_style_that_only_dresses_what_is_there_is_cut(tmp_path) -> None:
    css = "/* one page + another */ @page { margin: 20mm } .chapter { margin-top: 1em } p { color: #222 }"
    assert can_slice(load_style(own_style(tmp_path, css)), Settings())


# ---------------------------------------------------------------- what is cut


@pytest.mark.slow
@pytest.mark.usefixtures("short_slices")
@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ("classic", "novel"),  # chapters on right-hand pages
        ("modern", "novel"),  # on either: a slice may have to begin again on the other side
        ("large-print", "novel"),  # front matter and text numbered in one
        ("zine", "anthology"),  # only stories begin a page
        ("own", "anthology"),
    ],
)
def test_slices_make_the_book_that_is_set_whole(style: str, kind: str, tmp_path, monkeypatch) -> None:
    if style == "own":
        style = own_style(tmp_path, ".chapter { margin-top: 7mm } p { letter-spacing: 0.01em }")
    book = novel(2600, 7, seed=3) if kind == "novel" else anthology(4, 600, 2)
    joined: list[int] = []

    def counting(parts: Sequence[Drawn], identifier: str) -> bytes:
        joined.append(len(parts))
        return join(parts, identifier)

    monkeypatch.setattr(weasy, "join", counting)
    sliced = set_book(book, style)
    monkeypatch.setattr(weasy, "can_slice", lambda *_: False)
    whole = set_book(book, style)
    assert max(joined) > 3
    assert sliced.notices == whole.notices == ()
    for (what, found), (_, wanted) in zip(looked_at(sliced.data), looked_at(whole.data), strict=True):
        assert found == wanted, what


def looked_at(data: bytes) -> Iterator[tuple[str, object]]:
    """All of a PDF that a reader meets."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        yield "lines", [[(height, plain(text)) for height, text in page_lines(page)] for page in pdf.pages]
        yield "bookmarks", list(bookmarks(pdf, numbers))
        names = list(pdf.Root.Names.Dests.Names)
        yield "places", {str(names[place]): spot(names[place + 1], numbers) for place in range(0, len(names), 2)}
        yield (
            "links",
            [
                (number, str(link.get("/Dest", link.get("/A"))))
                for number, page in enumerate(pdf.pages)
                for link in page.obj.get("/Annots", [])
            ],
        )
        yield "tags", list(tags(pdf.Root.StructTreeRoot.K[0], numbers))
        yield "owners of content", owners(pdf)
        yield "document", sorted(str(key) for key in pdf.Root.keys())  # noqa: SIM118 - it is no dict
        yield "information", {key: str(value) for key, value in pdf.docinfo.items()}
    yield "words", plain(pdf_text(data))


def plain(text: str) -> str:
    """A font may draw two kinds of hyphen with one glyph, which reads back as whichever its file met first."""
    return text.replace("\N{HYPHEN}", "-")


def spot(target: Any, numbers: dict[tuple[int, int], int]) -> tuple[int, float, float]:
    page, _, left, top, *_ = target
    return numbers[page.objgen], round(float(left), 2), round(float(top), 2)


def bookmarks(
    pdf: pikepdf.Pdf, numbers: dict[tuple[int, int], int]
) -> Iterator[tuple[int, str, tuple[int, float, float]]]:
    with pdf.open_outline() as outline:
        waiting = [(1, item) for item in outline.root]
        while waiting:
            depth, item = waiting.pop(0)
            yield depth, item.title, spot(item.destination, numbers)
            waiting = [*((depth + 1, child) for child in item.children), *waiting]


def tags(element: Any, numbers: dict[tuple[int, int], int]) -> Iterator[tuple[str, int | None, str]]:
    """Every tag with its page and its own content."""
    kids = [kid if isinstance(kid, pikepdf.Object) else int(kid) for kid in element.get("/K", [])]
    content = [str(kid) if isinstance(kid, int) else "" for kid in kids]
    yield str(element.get("/S")), numbers[element.Pg.objgen] if "/Pg" in element else None, " ".join(content)
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            assert kid.P.objgen == element.objgen
            yield from tags(kid, numbers)


def owners(pdf: pikepdf.Pdf) -> list[list[str]]:
    """The tags that own each page's content, and those of its links, found by the keys on the page and on the links."""
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    keys = [int(key) for key in nums[::2]]
    assert keys == sorted(set(keys))
    tree = dict(zip(keys, nums[1::2], strict=True))
    return [
        [str(owner.S) for owner in tree[int(page.obj.StructParents)]]
        + [str(tree[int(link.StructParent)].S) for link in page.obj.get("/Annots", [])]
        for page in pdf.pages
    ]


@pytest.mark.slow
@pytest.mark.usefixtures("short_slices")
def test_a_joined_file_is_sound_and_tagged_for_pdf_ua(tmp_path) -> None:
    data = set_book(novel(2500, 6, seed=5), "classic").data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
    file = tmp_path / "book.pdf"
    file.write_bytes(data)
    assert [message for message in pdfua_check(file) if message.severity in {"ERROR", "WARNING"}] == []


# ---------------------------------------------------------------- side by side

CREW = """
import hashlib, os, sys
from fic2book.press import crew, slicing, weasy
from tests.press.test_slicing import set_book
from tests.press_books import novel
slicing.SHORTEST, slicing.PAIR, crew.cores = 500, 1200, lambda: 3
"""
SUMS = """
def made():
    return hashlib.sha256(set_book(novel(2400, 6, seed=2), "modern").data).hexdigest()
"""


@pytest.mark.slow
def test_processes_side_by_side_give_the_same_bytes_as_one() -> None:
    done = run(
        CREW + SUMS + "started = []\n"
        "start = crew._Crew._start\n"
        "crew._Crew._start = lambda self, number: (started.append(number), start(self, number))\n"
        "first = made(); crew._may_fork = lambda: False; print(len(started), first == made())"
    )
    assert done.stdout.split() == ["4", "True"], done.stderr


@pytest.mark.slow
def test_a_process_that_is_lost_costs_time_and_nothing_else() -> None:
    done = run(
        CREW + SUMS + "me, draw = os.getpid(), crew.draw\n"
        "crew.draw = lambda task, ask: draw(task, ask) if os.getpid() == me else os._exit(9)\n"
        "first = made(); crew._may_fork = lambda: False; print(first == made())"
    )
    assert done.stdout.split() == ["True"], done.stderr


@pytest.mark.slow
def test_no_process_outlives_the_one_that_wants_the_book() -> None:
    done = run(
        CREW + "import time\n"
        "def wait(task, ask):\n    print(os.getpid(), flush=True)\n    os.kill(os.getppid(), 9)\n    time.sleep(100)\n"
        "crew.draw, crew.cores = wait, lambda: 2\n"
        "slicing.PAIR = 10000\n"
        'set_book(novel(2400, 6, seed=2), "classic")'
    )
    assert done.returncode == -9
    assert done.stdout.split()


@pytest.mark.slow
def test_an_interrupted_run_ends_at_once_and_its_processes_say_nothing() -> None:
    program = (
        CREW + "import time\n"
        "def wait(task, ask):\n    time.sleep(1)\n    task.goes_on or print('at work', flush=True)\n    time.sleep(100)\n"
        "crew.draw, slicing.PAIR = wait, 10000\n"
        "try:\n    set_book(novel(2400, 6, seed=2), 'classic')\nexcept KeyboardInterrupt:\n    print('interrupted', file=sys.stderr)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdout=-1, stderr=-1, text=True, start_new_session=True
    ) as process:
        assert process.stdout
        assert (
            process.stdout.readline() == "at work\n"
        )  # the last copy, after a second: while it makes one, Python may lose a Ctrl-C
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert said.split() == ["interrupted"]


def run(program: str) -> subprocess.CompletedProcess[str]:
    """A program in a process of one thread; it ends when all who hold its output have ended."""
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, timeout=90
    )
