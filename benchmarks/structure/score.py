"""Every tool on every document of a split, in one run, as a Markdown table.

    python -m benchmarks.structure.score [--split dev|held] [--tools fic2book,pandoc,calibre,calibre-heuristics] [--json out.json]
    python -m benchmarks.structure.score --split dev --list-errors [--only NAME]

For the held-back split only sums are printed: its wording is never shown.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.structure import extract, peers
from benchmarks.structure.generate import corpus
from benchmarks.structure.measure import Score, measure
from benchmarks.structure.model import Document

Counts = dict[str, int]


def main() -> int:
    """Score and print."""
    options = arguments()
    tools = [tool for tool in options.tools.split(",") if peers.available(tool)]
    documents = [made for made in corpus(options.split, options.rounds) if options.only in {"", made.truth.name}]
    scores = {tool: score(tool, documents, show=options.list_errors) for tool in tools}
    print(
        f"{len(documents)} documents of the {options.split} split, {sum(len(made.truth.words) for made in documents):,} words of story\n"
    )
    print(table({tool: dict(found.counts) for tool, found in scores.items()}))
    if options.json:
        report = {tool: {name: row(dict(found.counts)) for name, row in ROWS.items()} for tool, found in scores.items()}
        counts = {tool: dict(sorted(found.counts.items())) for tool, found in scores.items()}
        options.json.write_text(
            json.dumps({"split": options.split, "rows": report, "counts": counts}, indent=1), "utf-8"
        )
    return 0


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=["dev", "held"], default="dev")
    parser.add_argument("--tools", default=",".join(peers.TOOLS))
    parser.add_argument("--rounds", type=int, default=1, help="more documents by further seeds")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--only", default="", metavar="NAME", help="one document of the dev split, as dev-007")
    parser.add_argument("--list-errors", action="store_true", help="what went wrong, tool by tool; dev split only")
    options = parser.parse_args()
    if options.split != "dev" and (options.list_errors or options.only):
        parser.error("the held-back split is scored, never looked at: --list-errors and --only work with --split dev")
    return options


def score(tool: str, documents: list[Document], *, show: bool = False) -> Score:
    """A tool's score over all documents; with `show`, its errors are printed document by document."""
    total = Score()
    for document in documents:
        one = score_document(tool, document)
        if show and one.errors:
            print(
                f"\n## {tool} {document.truth.name} ({document.truth.site}, {document.truth.layout}, {document.truth.master})"
            )
            print("\n".join(f"- {error}" for error in one.errors))
        total.add(one)
    return total


def score_document(tool: str, document: Document) -> Score:
    """One document; a tool that fails, fails here only, and without quoting the document."""
    book = None
    try:
        data = peers.convert(tool, document)
        book = extract.read(data) if data else None
    except Exception as problem:  # noqa: BLE001  any crash of a tool is a result
        print(f"{tool} failed on {document.truth.name}: {type(problem).__name__}", file=sys.stderr)
    found = measure(book, document.truth)
    if tool == "fic2book" and book is not None:
        from benchmarks.structure import decisions

        found.add(decisions.judge(document))
    return found


# ---------------------------------------------------------------- the table


def ratio(counts: Counts, part: str, whole: str) -> float | None:
    """A share, None of nothing."""
    return counts.get(part, 0) / counts[whole] if counts.get(whole) else None


def asked(name: str) -> Callable[[Counts], float | None]:
    """The share of questions answered right."""
    return lambda counts: ratio(counts, f"{name}.right", f"{name}.asked")


def precision(name: str) -> Callable[[Counts], float | None]:
    """The share of claims that are true."""
    return lambda counts: ratio(counts, f"{name}.hit", f"{name}.claimed")


def recall(name: str) -> Callable[[Counts], float | None]:
    """The share of true places that were claimed."""
    return lambda counts: ratio(counts, f"{name}.hit", f"{name}.true")


def balanced(name: str) -> Callable[[Counts], float | None]:
    """The harmonic mean of precision and recall."""

    def f1(counts: Counts) -> float | None:
        return ratio(
            {
                "twice": 2 * counts.get(f"{name}.hit", 0),
                "all": counts.get(f"{name}.claimed", 0) + counts.get(f"{name}.true", 0),
            },
            "twice",
            "all",
        )

    return f1


def false_claims(counts: Counts) -> float | None:
    """False headings and breaks in 100,000 words of story."""
    share = ratio(
        {
            "false": counts.get("false.headings", 0) + counts.get("false.breaks", 0),
            "words": counts.get("words.true", 0),
        },
        "false",
        "words",
    )
    return None if share is None else share * 100_000


def chrome_left(counts: Counts) -> float | None:
    """The share of chrome lines still in the story."""
    gone = asked("chrome-gone")(counts)
    return None if gone is None else 1 - gone


ROWS: dict[str, Callable[[Counts], float | None]] = {
    "title": asked("title"),
    "title invented (count)": lambda counts: counts.get("title.invented", 0),
    "author": asked("author"),
    "header fields": asked("field"),
    "chapters, precision": precision("chapter"),
    "chapters, recall": recall("chapter"),
    "chapters, F1": balanced("chapter"),
    "chapter titles": asked("chapter-title"),
    "marked breaks, precision": precision("break"),
    "marked breaks, recall": recall("break"),
    "marked breaks, F1": balanced("break"),
    "blank-line breaks, recall": recall("blank-break"),
    "paragraphs, F1": balanced("paragraph"),
    "notes and disclaimers out of the story": asked("note"),
    "notes and disclaimers in the book": asked("note-kept"),
    "chrome lines left": chrome_left,
    "story words kept in order": lambda counts: ratio(counts, "words.kept", "words.true"),
    "words invented (count)": lambda counts: counts.get("words.invented", 0),
    "false headings and breaks per 100,000 words": false_claims,
    "documents failed (count)": lambda counts: counts.get("failed", 0),
    "decisions right": asked("decision"),
    "confident decisions (count)": lambda counts: counts.get("confident.asked"),
    "confident and wrong (count)": lambda counts: counts.get("confident.wrong"),
    "gaps noticed, precision": precision("gap"),
    "gaps noticed, recall": recall("gap"),
    "lost breaks suggested, precision": precision("lost"),
    "lost breaks suggested, recall": recall("lost"),
}


def table(counts: dict[str, Counts]) -> str:
    """The Markdown table: a row a question, a column a tool."""
    lines = [f"| | {' | '.join(counts)} |", f"| --- |{' ---: |' * len(counts)}"]
    for name, row in ROWS.items():
        lines.append(f"| {name} | {' | '.join(cell(name, row(found)) for found in counts.values())} |")
    return "\n".join(lines)


def cell(name: str, value: float | None) -> str:
    """A figure as the table prints it."""
    if value is None:
        return "–"
    if "(count)" in name:
        return str(round(value))
    return f"{value:.1f}" if "100,000" in name else f"{value:.4f}"


if __name__ == "__main__":
    sys.exit(main())
