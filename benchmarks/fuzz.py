"""Damaged stories, made by the thousand and led by coverage: every one must be read or refused in words, and none may lose a word.

`python -m benchmarks.fuzz [-max_total_time=60] [-runs=N] [-seed=N] [CORPUS…]` hands everything after it to libFuzzer. Each input is one
file: its first byte chooses the name (and so the reader), the rest is the file. What must hold stands in tests/invariants.py. An input that
breaks it is written to the working folder as crash-…; `python -m benchmarks.fuzz crash-…` tries it again.

Without atheris, `mutations` gives the same kind of damage from a seed; the tests use it.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent

NAMES: Final = ("story.txt", "story.html", "story.md", "story.rtf", "story.mhtml")

LONGEST: Final = 3_000
"""Bytes of one input: faults are found in short texts, and short texts are quick."""

DAMAGED: Final[tuple[tuple[str, bytes], ...]] = (
    ("story.txt", b"Title: The Lamp\nAuthor: A. Nonymous\nRating: PG-13\nDisclaimer: not mine.\n\nThe lamp was out.\n\n* * *\n\nShe lit it.\n\nThe End\n"),
    ("story.txt", b"Chapter 1: Salt\n\n\"Late,\" she said -- 'tis _so_ late...\n\nA/N: review!\n\nChapter 2\n\n(later)\n\n\"Later,\" he said.\n\nTBC\n"),
    ("story.txt", "\N{CYRILLIC CAPITAL LETTER VE}\N{CYRILLIC SMALL LETTER O}\N{CYRILLIC SMALL LETTER TE}\n\n\N{EM DASH} a\n\nâ€œLateâ€\x9d\n".encode()),
    ("story.txt", b"> quoted\n>\n>> deeper\n\n- one\n- two\n\n1. one\n2. two\n\n<nick> hello\n\x92tis \x85\n\x0c\r\r\nword-\nword\n"),
    ("story.html", b"<p>Title: <i>The <b>Lamp</i></b><br><br>The lamp was out.<p align=center>* * *</p><blockquote>She lit it.<ul><li>one</blockquote>"),
    ("story.html", b"<!DOCTYPE html><html><head><title>T</title><style>.a{font-style:italic}</style></head><body><h2>Chapter 1</h2><span class=a>Late</span>&#133;&nbsp;"),
    ("story.html", b'<div id=preface><dl class=tags><dt>Rating:</dt><dd>Teen</dd></dl></div><div id=chapters class=userstuff><p>The lamp.</p><hr/><p>"Late."</p></div>'),
    ("story.html", b"<table><tr><td>a</td><td>b</td></tr></table><pre>roses\n  are</pre><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt=y><grin><!-- c"),
    ("story.md", b"# The Lamp\n\nThe *lamp* was **out**.\n\n---\n\n> She lit it.\n\n- one\n- two\n\n![a](b) [c](d)\n"),
    ("story.rtf", b"{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}\\b The Lamp\\b0\\par \\'93Late,\\'94 she \\i said\\i0 \\u8212?\\par {\\*\\x y}\\cell\\row}"),
    ("story.mhtml", b'From: a\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n<p>The lamp.</p>\n--b--\n'),
)  # fmt: skip
"""Small files with something of every reader and detector, most of them already broken."""

ROOMS: Final = ("fic2book.readers", "fic2book.cleaner", "fic2book.render")
"""Packages whose branches lead the fuzzer."""

PIECES: Final = tuple(
    piece.encode()
    for piece in (
        "\n\n", "\n", "\r\n", " ", "\t", "* * *\n\n", "***", "~*~", "---\n", "Chapter 2\n\n", "Part Two: Salt\n", "PROLOGUE\n", "A/N: ", "(A/N: ", "Title: ", "Pairing: A/B\n",
        "Rating: NC-17\n", "Disclaimer: ", "Summary: ", "by A. Nonymous\n", "Posted on 2008-10-24\n", "Oct. 24th, 2008\n", "TBC...\n", "The End", "Later that day\n\n", "London, 1945\n\n",
        "Clark's POV\n", "1/2", "(2/?)", '"', "'", "“", "”", "‘", "’", "«", "»", "„", "--", "—", "...", ". . .", "…", "_", "*", "/", "_so_", "*so*", "**", "<i>", "</i>", "<b>", "</b>", "<p>", "</p>",
        "<br>", "<br><br>", "<hr>", "<div class=x>", "</div>", "<blockquote>", "</blockquote>", "<ul><li>", "</li></ul>", "<h2>", "</h2>", "<table><tr><td>", "</td><td>", "</td></tr></table>",
        "<pre>", "</pre>", "<q>", "</q>", "<a href='http://a/'>", "</a>", "<img src=x alt=y>", "<span lang=fr>", "</span>", "&nbsp;", "&amp;", "&lt;", "&#146;", "&#xD800;", "&#0;", "<script>", "</script>",
        "<!--", "-->", "<![CDATA[", "\\par ", "\\'92", "{\\i ", "}", "\\u8217?", "# ", "> ", "- ", "1. ", "[", "](", "`", "|", "â€™", "Ã©", "\N{ZERO WIDTH SPACE}", "\N{SOFT HYPHEN}", "\N{NO-BREAK SPACE}",
        "\N{COMBINING ACUTE ACCENT}" * 9, "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{ZERO WIDTH NO-BREAK SPACE}", "\N{REPLACEMENT CHARACTER}", "\N{LINE SEPARATOR}", "\x85", "\x00", "\x1a", "\ufffe", "\N{PILE OF POO}",
    )
)  # fmt: skip
"""What stories are made of and what damage is made of: put in where chance says."""


def seeds() -> tuple[tuple[str, bytes], ...]:
    """Names and bytes to begin with: the samples' first pages, and the small damaged files."""
    samples = (path for path in sorted((ROOT / "sources").rglob("*")) if path.suffix in {".txt", ".html"})
    return (*DAMAGED, *((f"story{path.suffix}", path.read_bytes()[:LONGEST]) for path in samples))


def mutate(data: bytes, chance: random.Random) -> bytes:
    """`data` with one to eight harms: a piece put in, a stretch moved, doubled, dropped, or a byte changed."""
    for _ in range(chance.randint(1, 8)):
        start, stop = sorted(chance.choices(range(len(data) + 1), k=2))
        stop = min(stop, start + 400)
        harm = chance.randrange(6)
        if harm < 2:
            data = data[:start] + chance.choice(PIECES) + data[start:]
        elif harm == 2:
            data = data[:start] + data[stop:]
        elif harm == 3:
            data = data[:stop] + data[start:stop] + data[stop:]
        elif harm == 4:
            rest = data[:start] + data[stop:]
            place = chance.randint(0, len(rest))
            data = rest[:place] + data[start:stop] + rest[place:]
        else:
            data = data[:start] + bytes([chance.randrange(256)]) + data[start + 1 :]
    return data[:LONGEST]


def mutations(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """`count` damaged files, the same for the same seed."""
    chance = random.Random(seed)
    stock = seeds()
    for number in range(count):
        name, data = stock[number % len(stock)]
        yield name, mutate(data, chance)


# ---------------------------------------------------------------- under libFuzzer


def main() -> None:
    """Fuzz until told to stop or a fault is found."""
    try:
        import atheris
    except ImportError:
        sys.exit(
            "Fuzzing needs atheris, which has no wheel for this machine. The tests try a seeded slice of the same inputs without it."
        )
    with atheris.instrument_imports(include=["fic2book"]):
        for room in ROOMS:  # what is imported later, where it is used, would not be led by
            for module in pkgutil.walk_packages(importlib.import_module(room).__path__, f"{room}."):
                importlib.import_module(module.name)
        from tests.invariants import assert_everything
    warnings.simplefilter("ignore")

    def judge(packed: bytes) -> None:
        if packed:
            assert_everything(NAMES[packed[0] % len(NAMES)], packed[1:], quotations=1)

    def harm(packed: bytes, longest: int, seed: int) -> bytes:
        """Half of the time ours, which knows what stories are made of; else libFuzzer's, which knows what is new."""
        if seed % 2 and packed:
            return packed[:1] + mutate(packed[1:], random.Random(seed))[: longest - 1]
        return bytes(atheris.Mutate(packed, longest))

    with tempfile.TemporaryDirectory() as corpus:
        arguments = [sys.argv[0], f"-max_len={LONGEST}", "-timeout=30", "-rss_limit_mb=1500", *sys.argv[1:]]
        if not any(Path(word).exists() for word in sys.argv[1:]):
            for number, (name, data) in enumerate(seeds()):
                (Path(corpus) / f"{number:03}").write_bytes(bytes([NAMES.index(name)]) + data)
            arguments.append(corpus)
        atheris.Setup(arguments, judge, custom_mutator=harm)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
