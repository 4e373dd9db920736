"""How long a book takes to set, in how much memory, beside other typesetters on the same words in the same run.

`python -m benchmarks.print [--words N] [--rounds N]` writes a novel and an anthology of ten stories as plain text from a seed, and makes
PDFs of them: fic2book from text to finished PDF with either engine; Typst and WeasyPrint by themselves on the same words and on the very
pages fic2book makes; calibre; and Vivliostyle. One that is missing is named under the table. The rounds of all tools take turns, so that a
machine that is busy for a while is busy for all. Trust the ratios: the seconds are this machine's.
"""

from __future__ import annotations

import argparse
import ctypes
import html
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from benchmarks.speed import Cost, measure

SYLLABLES: Final = "ba ke li mo nu ra se ti vo wa dre fla gri sto pel tha quin mer lis on ar el in the a".split()
COMMON: Final = (
    "the and to of a he in was it that his you she her had with for on at as but not him they be said is from were my this have all so what"
    " out up me one there would if no when then could we them into been who by or about their over back an like just down did more how do"
).split()
"""Words of every English page: by them a language is known, and a typesetter has shaped them before."""

BARE_TYPST: Final = (
    "import sys, typst; f = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[sys.argv[3]]);"
    "typst.Compiler(input=open(sys.argv[1], 'rb').read(), font_paths=f)"
    ".compile(output=sys.argv[2], format='pdf', pdf_standards=['ua-1'], timestamp=0)"
)
BARE_WEASYPRINT: Final = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], stylesheets=[sys.argv[3]], pdf_variant='pdf/ua-1')"
SUBREAPER: Final = 36  # PR_SET_CHILD_SUBREAPER of Linux: orphans below us become our children
VIVLIOSTYLE: Final = (
    Path(__file__).resolve().parent.parent / ".cache" / "vivliostyle" / "node_modules" / ".bin" / "vivliostyle"
)
CALIBRE_PLACE: Final = {
    "QTWEBENGINE_DISABLE_SANDBOX": "1",
    "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox",
    "QT_QPA_PLATFORM": "offscreen",
}


def vocabulary(chance: random.Random, size: int = 6000) -> list[str]:
    """The commonest words of English, then invented ones, the short before the long."""
    words = {"".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 2, 3, 3, 4)))) for _ in range(2 * size)}
    invented = sorted(sorted(words - {*COMMON})[:size], key=lambda word: (len(word) + 3 * chance.random(), word))
    return [*COMMON, *invented]


def prose(chance: random.Random, words: int) -> Iterator[str]:
    """Paragraphs of so many words. Common words are common, as in any language, since typesetters remember what they have shaped."""
    known = vocabulary(chance)
    weights = [1 / (rank + 8) for rank in range(len(known))]
    left = words
    while left > 0:
        length = min(left, chance.choice((8, 20, 40, 70, 110)))
        left -= length
        chosen = chance.choices(known, weights, k=length)
        for start in range(0, length, 11):
            chosen[start] = chosen[start].capitalize()
            chosen[min(start + 10, length - 1)] += "."
        yield " ".join(chosen)


def chapters(seed: int, words: int, count: int) -> list[list[str]]:
    """The paragraphs of each chapter."""
    chance = random.Random(seed)
    return [list(prose(chance, words // count)) for _ in range(count)]


def as_text(title: str, told: Sequence[Sequence[str]]) -> str:
    """A story as its author would hand it in."""
    lines = [f"Title: {title}", "Author: A. Nonymous", ""]
    for number, paragraphs in enumerate(told, 1):
        lines += [f"Chapter {number}", "", *(line for paragraph in paragraphs for line in (paragraph, ""))]
    return "\n".join(lines)


def as_typst(stories: dict[str, list[list[str]]]) -> str:
    """The same words for Typst alone: a page, a face, headings and paragraphs."""
    head = (
        '#set document(title: "Bench")\n#set page(width: 5.5in, height: 8.5in, margin: 18mm, numbering: "1")\n'
        '#set text(font: "EB Garamond", size: 11.2pt, lang: "en")\n#set par(justify: true, first-line-indent: 1.2em)\n'
    )
    body = (
        f"= {title}\n" + "\n\n".join(f"== Chapter {n}\n\n" + "\n\n".join(p) for n, p in enumerate(told, 1))
        for title, told in stories.items()
    )
    return head + "\n\n".join(body)


def as_html(stories: dict[str, list[list[str]]]) -> str:
    """The same words for calibre and Vivliostyle."""
    body = "".join(
        f"<h1>{title}</h1>"
        + "".join(
            f"<h2>Chapter {n}</h2>" + "".join(f"<p>{html.escape(p)}</p>" for p in told)
            for n, told in enumerate(story, 1)
        )
        for title, story in stories.items()
    )
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><title>Bench</title></head><body>{body}</body></html>'


def own_pages(files: Sequence[Path], folder: Path, engine: str) -> list[Path]:
    """What fic2book would hand to `engine`: a source for Typst, a page and a stylesheet for WeasyPrint."""
    from fic2book.assembler import assemble
    from fic2book.cleaner import clean
    from fic2book.model import Job, Metadata, Settings
    from fic2book.press.body import build_tree
    from fic2book.press.faces import choose_faces
    from fic2book.press.geometry import plan_sheet
    from fic2book.press.stylesheet import FOLIO, FONT_ADDRESS, SHEETS, stylesheet
    from fic2book.press.typst_source import typst_source
    from fic2book.press.volume import bind
    from fic2book.readers import read
    from fic2book.render import render
    from fic2book.styles import load_style

    settings = Settings(cover="none")
    stories = [clean(read(file.name, file.read_bytes())) for file in files]
    book = assemble(stories, Job("bench", (), settings, Metadata(title="Bench")))
    style = load_style(settings.style)
    volume = bind(book, render(book, settings), settings, style)
    sheet, faces = plan_sheet(style, "", volume.words), choose_faces(style, volume.text, volume.language)
    if engine == "typst":
        source = folder / "own.typ"
        source.write_text(typst_source(book, volume, style, sheet, faces, None), encoding="utf-8")
        return [source, folder / "own-typst.pdf", faces.files[0].path.parent]
    css = stylesheet(style, sheet, faces).replace(f"counter(pages, {SHEETS}) counter(page, {FOLIO})", "counter(page)")
    for number, file in enumerate(faces.files):
        css = css.replace(f"{FONT_ADDRESS}{number}{file.path.suffix}", f'"{file.path.as_uri()}"')
    page, rules = folder / "own.html", folder / "own.css"
    page.write_text(
        ElementTree.tostring(build_tree(book, volume, style, None), encoding="unicode", method="html"), encoding="utf-8"
    )
    rules.write_text(css, encoding="utf-8")
    return [page, folder / "own-weasyprint.pdf", rules]


def rivals(stories: dict[str, list[list[str]]], folder: Path) -> dict[str, tuple[list[str | Path], Path]]:
    """Commands, each with the file it makes."""
    files: list[Path] = []
    for number, (title, told) in enumerate(stories.items(), 1):
        files.append(folder / f"{number:02d}.txt")
        files[-1].write_text(as_text(title, told), encoding="utf-8")
    page, bare = folder / "bench.html", folder / "bare.typ"
    page.write_text(as_html(stories), encoding="utf-8")
    bare.write_text(as_typst(stories), encoding="utf-8")
    ours: list[str | Path] = [
        sys.executable,
        "-m",
        "fic2book",
        "convert",
        *files,
        *(["--join", "--title", "Bench"] if len(files) > 1 else []),
        "--to",
        "pdf",
        "--cover",
        "none",
    ]
    own_typst, own_weasy = (own_pages(files, folder, engine) for engine in ("typst", "weasyprint"))
    made = {engine: folder / engine for engine in ("typst", "weasyprint")}
    return {
        "fic2book, Typst": ([*ours, "--engine", "typst", "-o", made["typst"]], made["typst"]),
        "Typst alone, same words": ([sys.executable, "-c", BARE_TYPST, bare, folder / "bare.pdf", own_typst[2]], folder / "bare.pdf"),
        "Typst alone, our source": ([sys.executable, "-c", BARE_TYPST, *own_typst], own_typst[1]),
        "fic2book, WeasyPrint": ([*ours, "--engine", "weasyprint", "-o", made["weasyprint"]], made["weasyprint"]),
        "WeasyPrint alone, our pages": ([sys.executable, "-c", BARE_WEASYPRINT, *own_weasy], own_weasy[1]),
        "calibre": (["ebook-convert", page, folder / "calibre.pdf", "--paper-size", "a5", "--pdf-page-numbers", "--pdf-add-toc"], folder / "calibre.pdf"),
        "Vivliostyle": (
            [VIVLIOSTYLE, "build", page, "-d", "-o", folder / "v.pdf", "-s", "A5", "--executable-browser", "/usr/bin/chromium", "--no-vite-config-file", "-t", "900"],
            folder / "v.pdf",
        ),
    }  # fmt: skip


@contextmanager
def orphans_adopted() -> Iterator[list[float]]:
    """Fills a list with the CPU seconds of processes that their parents left behind, as browsers do. Elsewhere than on Linux it stays empty."""
    late: list[float] = []
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    yield late
    give_up = time.monotonic() + 5
    while time.monotonic() < give_up:
        try:
            process, _, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if process:
            late.append(usage.ru_utime + usage.ru_stime)
        else:
            time.sleep(0.05)


def count_pages(made: Path) -> str:
    """Pages of the PDF at, or in the folder, `made`."""
    file = next(iter(sorted(made.glob("*.pdf"))), None) if made.is_dir() else made
    if file is None or not file.is_file():
        return "–"
    found = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=False).stdout
    return next((line.split()[1] for line in found.splitlines() if line.startswith("Pages:")), "–")


def table(label: str, stories: dict[str, list[list[str]]], rounds: int, only: str) -> dict[str, Cost]:
    """Print and return what each typesetter costs: medians of its rounds, the largest peak."""
    with tempfile.TemporaryDirectory() as name:
        tools = {tool: work for tool, work in rivals(stories, Path(name)).items() if only in tool.lower()}
        found: dict[str, list[Cost]] = {tool: [] for tool in tools}
        for _ in range(rounds):
            for tool, (command, _) in tools.items():
                with orphans_adopted() as late:
                    cost = measure(command, 1)
                cost = cost and replace(cost, cpu=cost.cpu + sum(late))
                found[tool] += [cost] if cost else []
        costs = {tool: _median(measured) for tool, measured in found.items() if measured}
        for tool, (_, made) in tools.items():
            cost = costs.get(tool)
            figures = (
                f"{cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak:.0f} | {count_pages(made)}" if cost else "– | – | – | –"
            )
            print(f"| {label} | {tool} | {figures} |", flush=True)
            if not cost:
                print(f"{tool} is not installed or failed; make bench-tools installs it", file=sys.stderr)
    return costs


def _median(costs: Sequence[Cost]) -> Cost:
    middle = statistics.median
    return Cost(middle(c.wall for c in costs), middle(c.cpu for c in costs), max(c.peak for c in costs))


def main(arguments: Sequence[str] | None = None) -> None:
    """Set both books with everything that is installed."""
    parser = argparse.ArgumentParser(prog="benchmarks.print", description="A novel and an anthology in print.")
    parser.add_argument("--words", type=int, default=100_000, help="words of the novel; the anthology has half as many")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="part of a typesetter's name, in lower case")
    options = parser.parse_args(arguments)
    os.environ.update(CALIBRE_PLACE)
    novel = {"A Long Novel": chapters(1, options.words, 30)}
    tales = {f"Tale {number}": chapters(number, options.words // 20, 3) for number in range(1, 11)}
    print("| book | typesetter | wall s | CPU s | peak MiB | pages |\n|---|---|---:|---:|---:|---:|")
    found = {
        label: table(label, stories, options.rounds, options.only)
        for label, stories in (("novel", novel), ("anthology", tales))
    }
    for label, costs in found.items():
        for ours, theirs, wanted in (
            ("fic2book, Typst", "Typst alone, same words", 1.5),
            ("fic2book, WeasyPrint", "WeasyPrint alone, our pages", 0.7),
        ):
            if ours in costs and theirs in costs:
                ratios = {
                    "wall": round(costs[ours].wall / costs[theirs].wall, 2),
                    "CPU": round(costs[ours].cpu / costs[theirs].cpu, 2),
                }
                print(json.dumps({"book": label, "ours": ours, "beside": theirs, **ratios, "wanted wall": wanted}))


if __name__ == "__main__":
    main()
